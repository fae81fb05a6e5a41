#include "kith/interchange/vcard_out.h"

#include <algorithm>

#include "card_convert.h"
#include "content_line.h"
#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "kith/model/vcard.h"
#include "person_parts.h"

namespace kith::interchange {
namespace {

namespace person = model::person;
using model::Card;
using model::CardProperty;
using model::List;
using model::Value;

// A kept line and what it alone would say of a person.
struct Kept {
  CardProperty property;
  Fields says;
  bool done = false;  // written, or known to be void
};

bool is_read(std::string_view name) {
  return name == "FN" || name == "N" || name == "EMAIL" || name == "TEL" || name == "ORG" || name == "NOTE" ||
         name == "BDAY" || name == "NICKNAME" || name == "CATEGORIES" || name == "DEATHDATE";
}

std::string text_of(const Fields& fields, model::FieldNumber field) {
  const auto at = fields.find(field);
  return at == fields.end() || at->second.text() == nullptr ? std::string() : *at->second.text();
}
List list_of(const Fields& fields, model::FieldNumber field) {
  const auto at = fields.find(field);
  return at == fields.end() || at->second.list() == nullptr ? List{} : *at->second.list();
}

class CardWriting {
 public:
  CardWriting(const Fields& fields, const CardOptions& options, std::size_t number, CardsOut& out)
      : fields_(fields), options_(options), number_(number), out_(out) {
    from_ = text_of(fields, person::kCardVersion);
    if (from_ != "2.1" && from_ != "3.0") from_ = "4.0";
  }

  void write() {
    std::string name = text_of(fields_, person::kName);
    if (name.empty()) {
      name = one_line(text_of(fields_, person::kGivenName) + " " + text_of(fields_, person::kFamilyName));
    }
    if (name.empty()) return leave_out("the person: there is no name");
    read_kept();
    put("BEGIN:VCARD");
    put("VERSION:" + std::string(version_name(options_.version)));
    put_name(name);
    put_parts_of_name();
    put_text("ORG", person::kOrganization);
    put_birthday();
    put_list("EMAIL", person::kEmails);
    put_list("TEL", person::kPhones);
    put_nicknames();
    put_categories();
    put_death();
    put_note();
    // The card inside is about somebody else and may hold a note on them.
    if (!options_.with_notes) drop("AGENT", "the card of an agent: it may hold a note, which was not asked for");
    for (const Kept& kept : kept_) {
      if (!kept.done) put(line_of(kept));
    }
    put("END:VCARD");
  }

 private:
  // A blank in front would make the line a part of the one before.
  void put(std::string_view line) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    // What a kept line held in an encoding may hold control characters, which no reader of ours takes, and letters
    // in another form than the one in which they would come back. Composing makes a text at most threefold as long.
    const std::string clean = model::without_controls(line.substr(begin));
    const auto normal = model::clean_text(clean, clean.size() * 3);
    put_line(out_.text, normal.ok() ? *normal : clean);
  }
  void leave_out(std::string what) { out_.left_out.push_back({number_, std::move(what)}); }

  std::string line_of(const Kept& kept) const {
    const CardProperty& property = kept.property;
    const bool is_line = is_property_name(property.name) && property.name != "BEGIN" && property.name != "END" &&
                         property.name != "VERSION" && (property.group.empty() || is_property_name(property.group));
    // What is no property cannot stand in a card as it is.
    if (!is_line) return "X-KITH-KEPT:" + escaped(property.as_written);
    return converted(property, from_, options_.version);
  }

  void read_kept() {
    std::vector<CardProperty> lines;
    for (const Value& line : list_of(fields_, person::kCardExtra)) {
      if (line.text() != nullptr) lines.push_back(model::kept_property(*line.text()));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t end = lines[i].name == "AGENT" ? end_of_inner(lines, i + 1) : i + 1;
      if (end > i + 1) {
        kept_.push_back({inner_card(lines, i + 1, end), {}, false});
        i = end - 1;
        continue;
      }
      Fields says;
      if (is_read(lines[i].name)) says = model::person_fields(Card{0, from_, {lines[i]}});
      kept_.push_back({lines[i], std::move(says), false});
    }
  }

  // Behind the END of the card that begins at `at`; `at` where none does.
  static std::size_t end_of_inner(const std::vector<CardProperty>& lines, std::size_t at) {
    int depth = 0;
    for (std::size_t i = at; i < lines.size(); ++i) {
      if (i == at && lines[i].name != "BEGIN") return at;
      if (lines[i].name == "BEGIN") ++depth;
      if (lines[i].name == "END") --depth;
      if (depth == 0) return i + 1;
    }
    return at;
  }

  // 2.1 has the card of an AGENT in lines of its own, which later versions put into one value.
  CardProperty inner_card(const std::vector<CardProperty>& lines, std::size_t from, std::size_t to) const {
    std::string inner;
    for (std::size_t i = from; i < to; ++i) inner += lines[i].as_written + "\n";
    return model::kept_property("AGENT:" + (from_ == "2.1" ? inner : escaped(inner)));
  }

  // Every kept line of `name` whose own reading has `value` in `field`; whether there was one.
  bool put_kept(std::string_view name, model::FieldNumber field, const Value& value) {
    bool found = false;
    for (Kept& kept : kept_) {
      if (kept.done || kept.property.name != name) continue;
      const auto says = kept.says.find(field);
      if (says == kept.says.end()) continue;
      const List* list = says->second.list();
      if (list == nullptr ? says->second != value : std::find(list->begin(), list->end(), value) == list->end()) {
        continue;
      }
      put(line_of(kept));
      kept.done = true;
      found = true;
    }
    return found;
  }

  // Lines that speak of what the field no longer holds.
  void drop(std::string_view name, const char* what) {
    for (Kept& kept : kept_) {
      if (kept.done || kept.property.name != name) continue;
      kept.done = true;
      leave_out(what);
    }
  }

  void put_name(const std::string& name) {
    if (!put_kept("FN", person::kName, name)) put("FN:" + escaped(name));
    if (options_.version == CardVersion::v3) drop("FN", "a further wording of the name: version 3.0 has one only");
  }

  // The title and the middle name of a kept line stay, whatever became of the first two.
  void put_parts_of_name() {
    const std::string family = text_of(fields_, person::kFamilyName);
    const std::string given = text_of(fields_, person::kGivenName);
    const auto at = std::find_if(kept_.begin(), kept_.end(), [](const Kept& k) { return k.property.name == "N"; });
    const bool kept = at != kept_.end();
    if (kept && text_of(at->says, person::kFamilyName) == family && text_of(at->says, person::kGivenName) == given) {
      put(line_of(*at));
    } else if (kept) {
      put(line_of({renamed(at->property, family, given, from_), {}, false}));
    } else if (!family.empty() || !given.empty()) {
      put("N:" + escaped(family) + ";" + escaped(given) + ";;;");
    } else if (options_.version == CardVersion::v3) {
      put("N:;;;;");  // 3.0 demands one
    }
    if (kept) at->done = true;
    drop("N", "a second splitting of the name into its parts");
  }

  void put_text(const std::string& name, model::FieldNumber field) {
    const std::string text = text_of(fields_, field);
    if (!text.empty() && !put_kept(name, field, text)) put(name + ":" + escaped(text));
  }

  void put_list(const std::string& name, model::FieldNumber field) {
    const List list = list_of(fields_, field);
    for (const Value& value : list) {
      if (value.text() != nullptr && !put_kept(name, field, value)) put(name + ":" + escaped(*value.text()));
    }
    // A full list may never have had the others.
    if (list.size() >= kListMost) return;
    for (Kept& kept : kept_) {
      if (kept.done || kept.property.name != name || kept.says.find(field) == kept.says.end()) continue;
      kept.done = true;
      leave_out("a kept line " + name + ": its value is no longer among those of the person");
    }
  }

  // Lines of several values each: kept ones whose values are all still there stand as they were; what is left
  // over of the others is in `rest`, in the order of the field.
  List put_kept_lists(std::string_view name, model::FieldNumber field) {
    const List list = list_of(fields_, field);
    List rest = list;
    for (Kept& kept : kept_) {
      if (kept.done || kept.property.name != name || !kept.says.contains(field)) continue;
      const List says = list_of(kept.says, field);
      const bool whole = std::all_of(says.begin(), says.end(), [&](const Value& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
      });
      kept.done = true;
      if (whole) {
        put(line_of(kept));
        std::erase_if(rest, [&](const Value& value) { return std::find(says.begin(), says.end(), value) != says.end(); });
      } else {
        leave_out("a kept line " + std::string(name) + ": some of its values are no longer among those of the person");
      }
    }
    return rest;
  }

  static std::string in_one_line(const List& list) {
    std::string out;
    for (const Value& value : list) {
      if (value.text() != nullptr) out += (out.empty() ? "" : ",") + escaped(*value.text());
    }
    return out;
  }

  void put_nicknames() {
    const List rest = put_kept_lists("NICKNAME", person::kNicknames);
    if (!rest.empty()) put("NICKNAME:" + in_one_line(rest));
  }

  // A tag is private: of me, for me. What the card itself had said may be said again.
  void put_categories() {
    List said;
    for (const Kept& kept : kept_) {
      for (const Value& value : list_of(kept.says, person::kTags)) said.push_back(value);
    }
    List rest = put_kept_lists("CATEGORIES", person::kTags);
    const auto own = std::stable_partition(rest.begin(), rest.end(), [&](const Value& value) {
      return std::find(said.begin(), said.end(), value) != said.end();
    });
    if (own != rest.end()) leave_out("tags of your own: they are private");
    rest.erase(own, rest.end());
    if (!rest.empty()) put("CATEGORIES:" + in_one_line(rest));
  }

  void put_death() {
    const auto at = fields_.find(person::kDeceased);
    const bool dead = at != fields_.end() && at->second.integer() != nullptr && *at->second.integer() != 0;
    if (!dead) return drop("DEATHDATE", "a day of death: the person is not marked as deceased");
    const bool said = std::any_of(kept_.begin(), kept_.end(), [](const Kept& kept) { return kept.property.name == "DEATHDATE"; });
    if (!said) leave_out("that the person has died: a card has a word for the day only");
  }

  void put_birthday() {
    const auto at = fields_.find(person::kBirthday);
    const model::PartialDate* date = at == fields_.end() ? nullptr : at->second.date();
    if (date != nullptr && (date->year != 0 || date->month != 0)) {
      model::PartialDate day = *date;
      day.minute = -1;
      if (day != *date) leave_out("the time of day of the birthday");
      if (!put_kept_birthday(day)) put(birthday_line(day, options_.version));
    }
    for (Kept& kept : kept_) {
      if (kept.done || kept.property.name != "BDAY" || !kept.says.contains(person::kBirthday)) continue;
      kept.done = true;
      leave_out("a kept line BDAY: its date is no longer the birthday of the person");
    }
  }

  // Between versions a date has another form; then its line is written anew.
  bool put_kept_birthday(const model::PartialDate& day) {
    if (from_ == version_name(options_.version)) return put_kept("BDAY", person::kBirthday, day);
    for (Kept& kept : kept_) {
      if (kept.done || kept.property.name != "BDAY" || !kept.says.contains(person::kBirthday)) continue;
      kept.done = true;
      if (kept.property.value.find('T') != std::string::npos) leave_out("the time of day of the birthday");
    }
    return false;
  }

  // A note that one kept line says wholly is written so (it may name its language); else in one piece,
  // because the field has the text of them all.
  void put_note() {
    const std::string note = text_of(fields_, person::kNote);
    if (options_.with_notes && !note.empty() && !put_kept("NOTE", person::kNote, note)) put("NOTE:" + escaped(note));
    for (Kept& kept : kept_) {
      if (kept.property.name == "NOTE") kept.done = true;
    }
    if (!options_.with_notes && !note.empty()) leave_out("the note: it is private and was not asked for");
  }

  const Fields& fields_;
  const CardOptions& options_;
  std::size_t number_;
  CardsOut& out_;
  std::string from_;
  std::vector<Kept> kept_;
};

}  // namespace

CardsOut write_cards(const std::vector<Fields>& persons, const CardOptions& options) {
  CardsOut out;
  for (std::size_t i = 0; i < persons.size(); ++i) CardWriting(persons[i], options, i, out).write();
  return out;
}

}  // namespace kith::interchange

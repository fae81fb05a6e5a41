#include "kith/model/vcard.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "card_lines.h"
#include "kith/model/card_text.h"
#include "kith/model/partial_date.h"
#include "kith/model/text.h"

namespace kith::model {
namespace {

using Fields = std::map<FieldNumber, Value>;


// The day of "1980-04-12T23:00:00-0500", and whether the rest says something: midnight is what programs write
// that know no time. The day is taken as it was written: a birthday does not travel with its zone.
struct DayOf {
  std::string_view day;
  bool has_time = false;
};
DayOf day_of(std::string_view text) {
  const std::size_t mark = text.find('T');
  if (mark == std::string_view::npos || mark == 0) return {text, false};
  const std::string_view rest = text.substr(mark + 1);
  const bool is_time = rest.size() >= 2 && rest.find_first_not_of("0123456789:.,+-Z") == std::string_view::npos;
  if (!is_time) return {text, false};
  return {text.substr(0, mark), rest.find_first_of("123456789") != std::string_view::npos};
}

// 1985-04-12, 19850412, 1985-04, 1985, --0412, --04-12; nothing for other forms.
std::optional<PartialDate> birthday_of(std::string_view text) {
  // The form alone tells what a digit means: 85-04-12 is not December 8504.
  constexpr std::array<std::string_view, 6> kForms{"dddd-dd-dd", "dddddddd", "dddd-dd",
                                                   "dddd",       "--dddd",   "--dd-dd"};
  std::string form;
  std::string all = text.starts_with("--") ? "0000" : "";
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    form += digit ? 'd' : c;
    if (digit) all += c;
  }
  if (std::find(kForms.begin(), kForms.end(), form) == kForms.end()) return std::nullopt;
  PartialDate out;
  out.year = static_cast<std::int16_t>(std::stoi(all.substr(0, 4)));
  if (all.size() > 4) out.month = static_cast<std::uint8_t>(std::stoi(all.substr(4, 2)));
  if (all.size() > 6) out.day = static_cast<std::uint8_t>(std::stoi(all.substr(6, 2)));
  return is_real(out) ? std::optional(out) : std::nullopt;
}

// Collects the fields of one person. A property whose meaning is not wholly in a field is kept
// as written too: its group, its type, a second name.
class Reading {
 public:
  explicit Reading(const Card& card) : old_(card.version == "2.1") {
    int inner = 0;  // the card of an AGENT stands inside and is about somebody else
    for (const CardProperty& property : card.properties) {
      if (property.name == "BEGIN") ++inner;
      if (inner > 0) {
        keep(property);
      } else {
        take(property);
      }
      if (property.name == "END" && inner > 0) --inner;
    }
    fields_[person::kCardVersion] = card.version;
    if (!note_.empty()) fields_[person::kNote] = note_;
    if (!text(person::kName).empty()) return;
    const std::string made = name_to_show();
    if (!made.empty()) fields_[person::kName] = made;
  }

  Fields finish() {
    put_list(person::kEmails, emails_);
    put_list(person::kPhones, phones_);
    put_list(person::kNicknames, nicknames_);
    put_list(person::kTags, tags_);
    put_list(person::kCardExtra, extra_);
    return std::move(fields_);
  }

  // The properties of the card that kCardExtra holds.
  const std::vector<const CardProperty*>& kept() const { return kept_; }
  // Of those that are too long for it, by their lines, the ones of which a field has something.
  const std::set<std::size_t>& taken_of_too_long() const { return taken_of_too_long_; }

 private:
  // Of a card without a name whatever else tells who it is: a company, a number.
  std::string name_to_show() const {
    const std::string parts = one_line(text(person::kGivenName) + " " + text(person::kFamilyName));
    if (!parts.empty()) return parts;
    if (!text(person::kOrganization).empty()) return text(person::kOrganization);
    for (const List* list : {&nicknames_, &emails_, &phones_}) {
      if (!list->empty()) return *list->front().text();
    }
    return {};
  }

  std::string text(FieldNumber field) const {
    const auto at = fields_.find(field);
    return at == fields_.end() ? std::string() : *at->second.text();
  }

  void put_list(FieldNumber field, const List& list) {
    if (!list.empty()) fields_[field] = list;
  }

  void take(const CardProperty& property) {
    if (property.name == "VERSION") return;
    const std::size_t before = taken_;
    const bool whole = read(property) && only_encodings(property);
    if (!whole) keep(property);
    if (property.too_long && taken_ > before) taken_of_too_long_.insert(property.line);
  }

  void keep(const CardProperty& property) {
    if (property.too_long) return;
    extra_.emplace_back(property.as_written);
    kept_.push_back(&property);
  }

  static bool only_encodings(const CardProperty& property) {
    return property.group.empty() && std::all_of(property.params.begin(), property.params.end(), [](const auto& p) {
             return p.first == "ENCODING" || p.first == "CHARSET";
           });
  }

  // Whether a field holds all that the property's value says.
  bool read(const CardProperty& property) {
    if (property.name == "FN") return read_line(person::kName, property.value);
    if (property.name == "N") return read_name(property.value);
    if (property.name == "EMAIL") return read_item(emails_, property.value);
    if (property.name == "TEL") return read_phone(property.value);
    if (property.name == "ORG") return read_organization(property.value);
    if (property.name == "NOTE") return read_note(property.value);
    if (property.name == "BDAY") return read_birthday(property);
    if (property.name == "NICKNAME") return read_list(nicknames_, property.value);
    // Kept as written too: a tag is private, and what the card said of it may go out again.
    if (property.name == "CATEGORIES") read_list(tags_, property.value);
    if (property.name == "DEATHDATE" && !property.value.empty()) fields_[person::kDeceased] = std::int64_t{1};
    return false;
  }

  // Whether the field had nothing yet.
  bool put(FieldNumber field, Value value) {
    const bool put = fields_.emplace(field, std::move(value)).second;
    taken_ += put ? 1 : 0;
    return put;
  }

  bool read_line(FieldNumber field, std::string_view value) {
    const std::string line = one_line(unescaped(value, old_));
    if (line.empty()) return true;
    return put(field, line);
  }

  bool read_name(const std::string& value) {
    const auto parts = split_unescaped(value, ';');
    bool whole = read_line(person::kFamilyName, parts[0]);
    if (parts.size() > 1) whole = read_line(person::kGivenName, parts[1]) && whole;
    for (std::size_t i = 2; i < parts.size(); ++i) whole = whole && parts[i].empty();
    return whole;
  }

  bool read_item(List& list, std::string_view value) {
    const std::string line = one_line(unescaped(value, old_));
    if (line.empty()) return true;
    if (list.size() == kCardListMost || line.size() > kCardLineMost) return false;
    if (std::find(list.begin(), list.end(), Value(line)) != list.end()) return true;
    list.emplace_back(line);
    ++taken_;
    return true;
  }

  // Several in one property, with commas between them.
  bool read_list(List& list, const std::string& value) {
    bool whole = true;
    for (const std::string& item : split_unescaped(value, ',')) whole = read_item(list, item) && whole;
    return whole;
  }

  bool read_phone(std::string_view value) {
    constexpr std::string_view kScheme = "tel:";
    if (value.starts_with(kScheme)) value.remove_prefix(kScheme.size());
    return read_item(phones_, value);
  }

  bool read_organization(const std::string& value) {
    std::string joined;
    std::size_t parts = 0;
    for (const std::string& part : split_unescaped(value, ';')) {
      if (part.empty()) continue;
      joined += (joined.empty() ? "" : ", ") + part;
      ++parts;
    }
    // Where one unit ends and the next begins, the field does not say.
    return read_line(person::kOrganization, joined) && parts < 2;
  }

  bool read_note(std::string_view value) {
    const std::string text = with_line_feeds(unescaped(value, old_));
    if (text.empty()) return true;
    note_ += (note_.empty() ? "" : "\n\n") + text;
    ++taken_;
    return true;
  }

  bool read_birthday(const CardProperty& property) {
    const DayOf written = day_of(property.value);
    auto date = birthday_of(written.day);
    if (!date) return false;
    // How iPhones write a birthday without a year in 3.0, which has no form for it.
    const auto omit = std::find_if(property.params.begin(), property.params.end(),
                                   [](const auto& p) { return p.first == "X-APPLE-OMIT-YEAR"; });
    if (omit != property.params.end() && omit->second == std::to_string(date->year)) date->year = 0;
    if (!is_real(*date)) return false;
    return put(person::kBirthday, *date) && !written.has_time;
  }

  bool old_;
  Fields fields_;
  std::string note_;
  List emails_, phones_, nicknames_, tags_, extra_;
  std::vector<const CardProperty*> kept_;
  std::size_t taken_ = 0;  // values that went into a field
  std::set<std::size_t> taken_of_too_long_;
};

// What a person who reads the report has to know of a card that is taken.
void tell_of_cuts(const Card& card, std::vector<SkippedCard>& skipped) {
  constexpr std::pair<FieldNumber, const char*> kTold[] = {{person::kName, "name"},
                                                           {person::kGivenName, "given name"},
                                                           {person::kFamilyName, "family name"},
                                                           {person::kOrganization, "organization"},
                                                           {person::kNote, "note"}};
  Fields fields = Reading(card).finish();
  for (const auto& [field, what] : kTold) {
    const auto at = fields.find(field);
    if (at == fields.end()) continue;
    const std::size_t had = at->second.text()->size();
    if (cut_to_fit(field, at->second) == 0) continue;
    skipped.push_back({card.line, "only the end of the " + std::string(what) + " of this card is left out: it has " +
                                      std::to_string(had) + " bytes and " + std::to_string(most_in(field)) +
                                      " are kept"});
  }
}

// Keeps no line that no record takes, and not the largest of the others until the rest fits. What a field can
// hold of such a line it holds.
void make_fit(Card& card, std::vector<SkippedCard>& skipped) {
  // With what a record keeps beside each of them.
  constexpr std::size_t kBeside = 8;
  const auto size = [](const CardProperty* p) { return p->as_written.size() + kBeside; };
  std::vector<const CardProperty*> by_size = Reading(card).kept();
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](const auto* a, const auto* b) { return size(a) > size(b); });
  std::size_t sum = 0;
  for (const CardProperty* property : by_size) sum += size(property);
  std::set<std::size_t> too_long;  // by line
  for (const CardProperty* property : by_size) {
    if (sum <= kCardExtraMost && property->as_written.size() <= kCardTextMost) break;
    sum -= size(property);
    too_long.insert(property->line);
  }
  for (CardProperty& property : card.properties) property.too_long = too_long.contains(property.line);
  const std::set<std::size_t> partly = Reading(card).taken_of_too_long();
  for (const CardProperty& property : card.properties) {
    if (!property.too_long) continue;
    const bool some = partly.contains(property.line);
    skipped.push_back({property.line, (some ? "only what a field holds of " : "only ") + said_name(property) +
                                          (some ? " is taken" : " is left out") + " of this card: its " +
                                          std::to_string(property.as_written.size()) + " bytes are more than is kept"});
  }
}

// A UUID is the same in either case; what else a program calls its cards by is a word of its own.
std::string plain_uid(std::string_view value) {
  constexpr std::string_view kScheme = "URN:UUID:";
  constexpr std::size_t kUuid = 36;
  std::string uid = one_line(value);
  if (ascii_upper(uid).starts_with(kScheme)) uid.erase(0, kScheme.size());
  const bool uuid = uid.size() == kUuid && uid.find_first_not_of("0123456789abcdefABCDEF-") == std::string::npos;
  return uuid ? fold(uid) : uid;
}

// Properties of the card itself: those of an AGENT's card within it are about somebody else.
template <typename Properties, typename Visit>
void each_own(const Properties& properties, const Visit& visit) {
  int inner = 0;
  for (const CardProperty& property : properties) {
    if (property.name == "BEGIN") ++inner;
    if (inner == 0) visit(property);
    if (property.name == "END" && inner > 0) --inner;
  }
}

// Apple's cards of version 3.0 say the same with a name of their own.
std::string_view without_apple(std::string_view name) {
  constexpr std::string_view kApple = "X-ADDRESSBOOKSERVER-";
  return name.starts_with(kApple) ? name.substr(kApple.size()) : name;
}

bool is_group(const Card& card) {
  bool out = false;
  each_own(card.properties, [&](const CardProperty& property) {
    out = out || (without_apple(property.name) == "KIND" && ascii_upper(one_line(property.value)) == "GROUP");
  });
  return out;
}

// Whether FN or N says nothing but `name`.
bool says_name(const CardProperty& property, const std::string& name, bool old) {
  if (property.name != "FN" && property.name != "N") return false;
  std::string text = one_line(unescaped(property.value, old));
  if (property.name == "N") text.erase(text.find_last_not_of(';') + 1);
  return text.empty() || text == name;
}

CardGroup group_of(const Card& card) {
  CardGroup out{card.line, {}, {}, 0, {}};
  const Fields fields = person_fields(card);
  const auto name = fields.find(person::kName);
  if (name != fields.end()) out.name = *name->second.text();
  // What says nothing of the group but to the program that wrote it.
  constexpr std::array<std::string_view, 5> kOfThePrograms{"VERSION", "KIND", "UID", "REV", "PRODID"};
  each_own(card.properties, [&](const CardProperty& property) {
    const std::string_view what = without_apple(property.name);
    if (what == "MEMBER") {
      ++out.named;
      if (ascii_upper(property.value).starts_with("URN:UUID:")) out.members.push_back(plain_uid(property.value));
    } else if (std::find(kOfThePrograms.begin(), kOfThePrograms.end(), what) == kOfThePrograms.end() &&
               !says_name(property, out.name, card.version == "2.1")) {
      const std::string said = said_name(property);
      if (std::find(out.others.begin(), out.others.end(), said) == out.others.end()) out.others.push_back(said);
    }
  });
  return out;
}

}  // namespace

ParsedCards parse_cards(std::string_view content) {
  ParsedCards read = read_cards(content);
  ParsedCards out{{}, {}, std::move(read.skipped), read.begun};
  for (Card& card : read.cards) {
    if (is_group(card)) {
      out.groups.push_back(group_of(card));
      continue;
    }
    make_fit(card, out.skipped);
    if (!Reading(card).finish().contains(person::kName)) {
      out.skipped.push_back({card.line, "it has no name"});
      continue;
    }
    tell_of_cuts(card, out.skipped);
    out.cards.push_back(std::move(card));
  }
  std::stable_sort(out.skipped.begin(), out.skipped.end(),
                   [](const SkippedCard& a, const SkippedCard& b) { return a.line < b.line; });
  return out;
}

std::map<FieldNumber, Value> person_fields(const Card& card) {
  Fields fields = Reading(card).finish();
  for (auto& [field, value] : fields) cut_to_fit(field, value);
  return fields;
}

std::vector<std::string> card_uids(const Fields& person) {
  std::vector<std::string> out;
  const auto kept = person.find(person::kCardExtra);
  if (kept == person.end() || kept->second.list() == nullptr) return out;
  std::vector<CardProperty> lines;
  for (const Value& line : *kept->second.list()) {
    if (line.text() != nullptr) lines.push_back(kept_property(*line.text()));
  }
  each_own(lines, [&](const CardProperty& property) {
    std::string uid = property.name == "UID" ? plain_uid(property.value) : std::string();
    if (!uid.empty()) out.push_back(std::move(uid));
  });
  return out;
}

}  // namespace kith::model

#include <algorithm>
#include <array>

#include "kith/model/partial_date.h"
#include "monica_contact.h"
#include "person_parts.h"

namespace kith::interchange {
namespace {

namespace person = model::person;

void add_contact_field(const Json& item, std::size_t number, MonicaSoFar& so_far) {
  const Json& properties = member(item, "properties");
  const auto kind = so_far.kinds.find(plain(member(properties, "type")));
  Fields& fields = so_far.out.persons[number].fields;
  const std::string text = clean_of(member(properties, "data"));
  bool taken = false;
  if (kind != so_far.kinds.end()) {
    const model::FieldNumber field = kind->second == "email" ? person::kEmails : person::kPhones;
    model::List list = fields.contains(field) ? *fields[field].list() : model::List{};
    taken = add_line(list, text);
    if (!list.empty()) fields[field] = list;
  }
  ++(taken ? so_far.out.report.mapped : so_far.out.report.kept_aside)["contact_field"];
  if (taken) {
    so_far.keep_unknown_members(number, "contact_field", item, {"data", "type"});
  } else {
    so_far.keep_aside(number, "contact_field", described(item, so_far.names));
  }
}

// One has its name in its properties; what is no such item stands as it is.
std::string text_of_emotion(const Json& each, std::size_t number, MonicaSoFar& so_far) {
  const Json& inner = member(each, "properties");
  const Json& name = member(inner, "name");
  if (name.is_null()) return described(each, so_far.names);
  so_far.keep_unknown_members(number, "emotion", each, {"name"});
  return clean_of(name);
}

std::string text_of_call(const Json& properties, std::size_t number, MonicaSoFar& so_far) {
  std::string out = clean_of(member(properties, "content"));
  const Json& called = member(properties, "contact_called");
  if (is_set(called)) join(out, "(The contact called.)", "\n");
  if (!is_flag(called)) so_far.keep_unknown(number, "call.contact_called", called);
  const Json& emotions = member(properties, "emotions");
  std::string felt;
  if (emotions.is_array()) {
    for (const Json& each : emotions) join(felt, text_of_emotion(each, number, so_far), ", ");
  } else {
    felt = described(emotions, so_far.names);
  }
  if (!felt.empty()) join(out, "Emotions: " + felt, "\n");
  return out;
}

// With its day where that is not the day of the whole conversation.
std::string text_of_message(const Json& message, const model::PartialDate& when, std::size_t number,
                            MonicaSoFar& so_far) {
  const Json& of = member(message, "properties");
  if (!of.is_object()) return described(message, so_far.names);
  so_far.keep_unknown_members(number, "message", message, {"content", "written_at", "written_by_me"});
  const std::string text = clean_of(member(of, "content"));
  const Json& written = member(of, "written_at");
  const auto day = day_of(written);
  const bool other = day ? *day != when : !written.is_null();
  if (text.empty() && !other) return {};
  const bool mine = is_set(member(of, "written_by_me"));
  std::string who = mine ? "Me" : *so_far.out.persons[number].fields[person::kName].text();
  if (other) who += " (" + (day ? model::format_date(*day) : clean_of(written)) + ")";
  return who + ": " + text;
}

std::string text_of_messages(const Json& properties, const model::PartialDate& when, std::size_t number,
                             MonicaSoFar& so_far) {
  std::string out;
  const Json& messages = member(properties, "messages");
  if (!messages.is_array()) return described(messages, so_far.names);
  for (const Json& message : messages) join(out, text_of_message(message, when, number, so_far), "\n");
  return out;
}

void add_talk(const Json& item, const std::string& type, std::size_t number, MonicaSoFar& so_far) {
  const Json& properties = member(item, "properties");
  const bool call = type == "call";
  MonicaConversation talk;
  talk.with = {number};
  talk.when = day_of_item(item, call ? "called_at" : "happened_at");
  talk.medium = call ? "phone" : "message";
  std::string text = call ? text_of_call(properties, number, so_far) : text_of_messages(properties, talk.when, number, so_far);
  join(text, date_as_text(properties, call ? "called_at" : "happened_at"), "\n");
  talk.note = so_far.fit(number, text, ms_of(member(item, "created_at")));
  so_far.out.conversations.push_back(std::move(talk));
  ++so_far.out.report.mapped[type];
  if (call) {
    so_far.keep_unknown_members(number, type, item, {"called_at", "content", "contact_called", "emotions"});
  } else {
    so_far.keep_unknown_members(number, type, item, {"happened_at", "messages", "contact_field_type"});
  }
}

void add_note(const Json& item, std::size_t number, MonicaSoFar& so_far) {
  const Json& properties = member(item, "properties");
  const std::int64_t created = ms_of(member(item, "created_at"));
  std::string text = clean_of(member(properties, "body"));
  // Its releases spell it in two ways.
  const bool favorite = is_set(member(properties, "is_favorite")) || is_set(member(properties, "is_favorited"));
  if (favorite) join(text, "(A favorite.)", "\n");
  ++so_far.out.report.mapped["note"];
  for (const std::string& piece : pieces_of(text, kTextMost)) {
    if (!piece.empty()) so_far.out.notes.push_back({number, piece, created, false});
  }
  so_far.keep_unknown_members(number, "note", item, {"body", "is_favorite", "is_favorited", "favorited_at"});
}

}  // namespace

void MonicaSoFar::keep_aside(std::size_t person, const std::string& heading, const std::string& text) {
  if (text.empty()) return;
  const bool lines = text.find('\n') != std::string::npos;
  join(aside[std::min(person, aside.size() - 1)], clean_text_of(heading) + ":" + (lines ? "\n" : " ") + text, "\n\n");
}

void MonicaSoFar::keep_unknown(std::size_t person, const std::string& key, const Json& value) {
  ++out.report.unknown[key];
  keep_aside(person, key, described(value, names));
}

void MonicaSoFar::keep_unknown_members(std::size_t person, const std::string& type, const Json& item,
                                       std::initializer_list<std::string_view> known) {
  constexpr std::array<std::string_view, 3> kOfEveryItem{"uuid", "created_at", "updated_at"};
  for (const auto& [key, value] : item.items()) {
    if (is_one_of(kOfEveryItem, key)) continue;
    if (key != "properties" || !value.is_object()) {
      if (!value.is_null()) keep_unknown(person, type + "." + key, value);
      continue;
    }
    for (const auto& [name, inner] : value.items()) {
      if (std::find(known.begin(), known.end(), name) == known.end()) keep_unknown(person, type + "." + name, inner);
    }
  }
}

std::string MonicaSoFar::fit(std::optional<std::size_t> about, const std::string& text, std::int64_t created_ms) {
  const auto pieces = pieces_of(text, kTextMost);
  for (std::size_t i = 1; i < pieces.size(); ++i) out.notes.push_back({about, pieces[i], created_ms, false});
  return pieces[0];
}

std::vector<MonicaGroup> groups_of(const Json& data, std::size_t person, const std::string& path, MonicaSoFar& so_far) {
  std::vector<MonicaGroup> out;
  if (!data.is_array() && !data.is_object()) {
    if (!data.is_null()) so_far.keep_unknown(person, path, data);
    return out;
  }
  for (const Json& group : data) {
    const Json& values = member(group, "values");
    if (!values.is_array()) {
      if (!group.is_null() && !group.empty()) so_far.keep_unknown(person, path, group);
      continue;
    }
    if (member(group, "count") != values.size()) {
      so_far.out.report.warnings.push_back("a group of " + std::to_string(values.size()) +
                                           " says that it has another number");
    }
    for (const auto& [key, value] : group.items()) {
      const bool known = key == "count" || key == "type" || key == "values";
      if (!known && !value.is_null()) so_far.keep_unknown(person, path + "." + key, value);
    }
    out.push_back({clean_of(member(group, "type")), &values});
  }
  return out;
}

void read_contact_items(const Json& contact, std::size_t number, MonicaSoFar& so_far) {
  constexpr std::array<std::string_view, 8> kAside{"debt",     "gift",    "pet",        "task",
                                                   "reminder", "address", "life_event", "occupation"};
  MonicaReport& report = so_far.out.report;
  const Json& through = member(member(contact, "properties"), "first_met_through");
  if (!through.is_null()) {
    const auto at = so_far.persons.find(clean_of(through));
    ++(at != so_far.persons.end() ? report.mapped : report.kept_aside)["first_met_through"];
    if (at != so_far.persons.end()) {
      so_far.out.persons[number].first_met_through = at->second;
    } else {
      so_far.keep_aside(number, "first_met_through", clean_of(through));
    }
  }
  for (const MonicaGroup& group : groups_of(member(contact, "data"), number, "contact.data", so_far)) {
    for (const Json& item : *group.values) {
      if (!item.is_object() && group.type != "activity" && group.type != "photo" && group.type != "document") {
        so_far.keep_unknown(number, "contact.data." + group.type, item);
        continue;
      }
      if (group.type == "call" || group.type == "conversation") {
        add_talk(item, group.type, number, so_far);
      } else if (group.type == "note") {
        add_note(item, number, so_far);
      } else if (group.type == "contact_field") {
        add_contact_field(item, number, so_far);
      } else if (group.type == "activity") {
        auto& with = so_far.of_activity[plain(item)];
        if (std::find(with.begin(), with.end(), number) == with.end()) with.push_back(number);
      } else if (group.type == "photo" || group.type == "document") {
        // Counted where the account has them.
      } else if (is_one_of(kAside, group.type)) {
        ++report.kept_aside[group.type];
        so_far.keep_aside(number, group.type, described(item, so_far.names));
      } else {
        so_far.keep_unknown(number, "contact.data." + group.type, item);
      }
    }
  }
  if (!contact.is_object()) return;
  for (const auto& [key, value] : contact.items()) {
    const bool known =
        key == "uuid" || key == "created_at" || key == "updated_at" || key == "properties" || key == "data";
    if (!known) so_far.keep_unknown(number, "contact." + key, value);
  }
}

}  // namespace kith::interchange

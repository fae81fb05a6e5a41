#include "monica_contact.h"

#include <algorithm>
#include <array>

#include "person_parts.h"

namespace kith::interchange {
namespace {

namespace person = model::person;

// A field of one line; what is longer is cut there and kept aside whole.
void set_line(MonicaSoFar& so_far, std::size_t number, model::FieldNumber field, const std::string& text) {
  const std::string line = one_line(text);
  if (line.empty()) return;
  const auto pieces = pieces_of(line, kLineMost);
  if (pieces.size() > 1) so_far.keep_aside(number, "long text", line);
  so_far.out.persons[number].fields[field] = one_line(pieces[0]);
}

// Lines of a list field; what does not fit there is kept aside.
void add_lines(MonicaSoFar& so_far, std::size_t number, model::FieldNumber field, const std::string& what,
               const std::vector<std::string>& lines) {
  model::List list;
  for (const std::string& line : lines) {
    if (!add_line(list, line)) so_far.keep_aside(number, what, line);
  }
  if (!list.empty()) so_far.out.persons[number].fields[field] = list;
}

void set_name(const Json& properties, std::size_t number, MonicaSoFar& so_far) {
  const std::string given = clean_of(member(properties, "first_name"));
  const std::string family = clean_of(member(properties, "last_name"));
  std::string name = given;
  join(name, clean_of(member(properties, "middle_name")), " ");
  join(name, family, " ");
  if (one_line(name).empty()) {
    name = "Unnamed contact " + std::to_string(number + 1);
    so_far.out.report.warnings.push_back("contact " + std::to_string(number + 1) + " has no name");
  }
  set_line(so_far, number, person::kName, name);
  set_line(so_far, number, person::kGivenName, given);
  set_line(so_far, number, person::kFamilyName, family);
}

// Of the person's own note: what describes them.
void set_note(const Json& properties, std::size_t number, MonicaSoFar& so_far) {
  std::string note = clean_of(member(properties, "description"));
  const std::string job = clean_of(member(properties, "job"));
  if (!job.empty()) join(note, "Job: " + job, "\n\n");
  note = so_far.fit(number, note, 0);
  if (!note.empty()) so_far.out.persons[number].fields[person::kNote] = note;
}

void set_nickname_and_tags(const Json& properties, std::size_t number, MonicaSoFar& so_far) {
  add_lines(so_far, number, person::kNicknames, "nickname", {clean_of(member(properties, "nickname"))});
  const Json& list = member(properties, "tags");
  if (list.is_null()) return;
  if (!list.is_array()) return so_far.keep_unknown(number, "contact.properties.tags", list);
  std::vector<std::string> tags;
  for (const Json& tag : list) tags.push_back(clean_of(tag));
  add_lines(so_far, number, person::kTags, "tags", tags);
  if (!tags.empty()) ++so_far.out.report.mapped["tags"];
}

// A day of death tells it as well as the mark does; the day itself has no field and stands in the archived note.
void set_deceased(const Json& properties, std::size_t number, MonicaSoFar& so_far) {
  const bool dead = is_set(member(properties, "is_dead")) || special_date(member(properties, "deceased_date"));
  if (!dead) return;
  so_far.out.persons[number].fields[person::kDeceased] = std::int64_t{1};
  ++so_far.out.report.mapped["is_dead"];
}

// So that the same contact is known again when the file is read again.
void set_uid(const std::string& uuid, std::size_t number, MonicaSoFar& so_far) {
  const std::string line = "UID:" + one_line(uuid);
  if (uuid.empty() || line.size() > kLineMost) return;
  so_far.out.persons[number].fields[person::kCardExtra] = model::List{model::Value(line)};
  so_far.out.persons[number].fields[person::kCardVersion] = std::string("4.0");
}

bool has_others(const Json& object, std::initializer_list<std::string_view> known) {
  if (!object.is_object()) return false;
  const auto items = object.items();
  return std::any_of(items.begin(), items.end(), [&](const auto& each) {
    return !each.value().is_null() && std::find(known.begin(), known.end(), each.key()) == known.end();
  });
}

void set_dates(const Json& properties, std::size_t number, MonicaSoFar& so_far) {
  MonicaPerson& of = so_far.out.persons[number];
  for (const char* key : {"birthdate", "first_met_date"}) {
    const Json& value = member(properties, key);
    if (value.is_null()) continue;
    const auto date = special_date(value);
    // That a year was counted from an age is a word of its own, and stays readable; so does what nobody knows of it.
    const bool all = !has_others(value, {"uuid", "created_at", "updated_at", "is_age_based", "is_year_unknown", "date"});
    if (!date || !all || is_set(member(value, "is_age_based"))) so_far.keep_aside(number, key, described(value, so_far.names));
    ++(date ? so_far.out.report.mapped : so_far.out.report.kept_aside)[key];
    if (!date) continue;
    if (std::string_view(key) == "birthdate") {
      of.fields[person::kBirthday] = *date;
    } else {
      of.first_met = date;
    }
  }
}

void set_interval(const Json& properties, std::size_t number, MonicaSoFar& so_far) {
  constexpr std::int64_t kDaysMost = 36'525;
  const Json& days = member(properties, "stay_in_touch_frequency");
  if (days.is_null() || days == 0) return;
  const bool fits = days.is_number_integer() && days >= 1 && days <= kDaysMost;
  ++(fits ? so_far.out.report.mapped : so_far.out.report.kept_aside)["stay_in_touch_frequency"];
  if (fits) {
    so_far.out.persons[number].ideal_interval_days = days.get<int>();
  } else {
    so_far.keep_aside(number, "stay_in_touch_frequency", clean_of(days));
  }
}

// What is in no field of ours, and what only the program needs.
void set_others(const Json& properties, std::size_t number, MonicaSoFar& so_far) {
  constexpr std::array<std::string_view, 13> kMapped{"first_name",
                                                     "middle_name",
                                                     "last_name",
                                                     "nickname",
                                                     "description",
                                                     "job",
                                                     "company",
                                                     "tags",
                                                     "birthdate",
                                                     "first_met_date",
                                                     "stay_in_touch_frequency",
                                                     "is_dead",
                                                     "is_partial"};
  constexpr std::array<std::string_view, 10> kAside{"is_starred",
                                                    "is_active",
                                                    "deceased_date",
                                                    "deceased_reminder",
                                                    "food_preferences",
                                                    "last_talked_to",
                                                    "first_met_reminder",
                                                    "gender",
                                                    "vcard",
                                                    "stay_in_touch_trigger_date"};
  constexpr std::array<std::string_view, 4> kDropped{"avatar", "last_consulted_at", "number_of_views", "distant_etag"};
  MonicaReport& report = so_far.out.report;
  for (const auto& [key, value] : properties.items()) {
    const bool usual = value.is_null() || value == "" || (value == false && key != "is_active") ||
                       (value == true && key == "is_active");
    const bool flag = key == "is_dead" || key == "is_partial";
    if (flag && !is_flag(value)) so_far.keep_unknown(number, "contact.properties." + key, value);
    if (is_one_of(kMapped, key) || key == "first_met_through") continue;
    if (is_one_of(kDropped, key)) {
      ++report.dropped[key];
    } else if (!is_one_of(kAside, key)) {
      so_far.keep_unknown(number, "contact.properties." + key, value);
    } else if (!usual) {
      ++report.kept_aside[key];
      so_far.keep_aside(number, key, described(value, so_far.names));
    }
  }
}

}  // namespace

void read_contact(const Json& contact, MonicaSoFar& so_far) {
  const std::size_t number = so_far.out.persons.size();
  so_far.out.persons.emplace_back();
  so_far.aside.insert(so_far.aside.end() - 1, std::string());
  so_far.out.persons[number].uuid = clean_of(member(contact, "uuid"));
  so_far.persons.emplace(so_far.out.persons[number].uuid, number);
  const Json& properties = member(contact, "properties");
  so_far.out.persons[number].is_partial = is_set(member(properties, "is_partial"));
  set_name(properties, number, so_far);
  set_line(so_far, number, person::kOrganization, clean_of(member(properties, "company")));
  set_note(properties, number, so_far);
  set_nickname_and_tags(properties, number, so_far);
  set_deceased(properties, number, so_far);
  set_uid(so_far.out.persons[number].uuid, number, so_far);
  set_dates(properties, number, so_far);
  set_interval(properties, number, so_far);
  if (properties.is_object()) {
    set_others(properties, number, so_far);
  } else if (!properties.is_null()) {
    so_far.keep_unknown(number, "contact.properties", properties);
  }
  ++so_far.out.report.mapped["contact"];
}

}  // namespace kith::interchange

#include "notes/shown_value.h"

#include <span>

#include "kith/facts/dictionary.h"
#include "kith/model/kind_traits.h"
#include "kith/model/partial_date.h"
#include "session/people.h"

namespace kith::engine {
namespace {

using model::Kind;

struct FieldName {
  model::FieldNumber number;
  std::string_view name;
};

constexpr FieldName kPerson[] = {{model::person::kName, "name"},         {model::person::kFamilyName, "family_name"},
                                 {model::person::kGivenName, "given_name"}, {model::person::kEmails, "emails"},
                                 {model::person::kPhones, "phones"},     {model::person::kOrganization, "organization"},
                                 {model::person::kNote, "note"},         {model::person::kBirthday, "birthday"}};
constexpr FieldName kRelationship[] = {{model::relationship::kPerson, "person"},
                                       {model::relationship::kKind, "kind"},
                                       {model::relationship::kSince, "since"}};
constexpr FieldName kConversation[] = {
    {model::conversation::kWith, "with"},           {model::conversation::kWhen, "when"},
    {model::conversation::kMedium, "medium"},       {model::conversation::kFunctions, "functions"},
    {model::conversation::kNote, "note"},           {model::conversation::kNext, "next"}};
constexpr FieldName kLine[] = {{1, "text"}, {2, "state"}, {3, "created"}, {4, "owner"}, {5, "due"}};
constexpr FieldName kNote[] = {{model::note::kText, "text"}, {model::note::kAbout, "about"},
                               {model::note::kCreated, "created"}};
constexpr FieldName kPassage[] = {{model::passage::kText, "text"}, {model::passage::kCreated, "created"}};
constexpr FieldName kStory[] = {{model::story::kPerson, "person"},
                                {model::story::kState, "state"},
                                {model::story::kCreated, "created"},
                                {model::story::kFeelingsThen, "felt_then"},
                                {model::story::kFeelingsNow, "felt_now"},
                                {model::story::kParts, "career"},
                                {model::story::kParts + 1, "interest"},
                                {model::story::kParts + 2, "beginning"},
                                {model::story::kParts + 3, "events"},
                                {model::story::kParts + 4, "role"}};
constexpr FieldName kProfile[] = {{model::profile::kName, "name"}};

std::span<const FieldName> names_of(Kind kind) {
  switch (kind) {
    case Kind::profile: return kProfile;
    case Kind::person: return kPerson;
    case Kind::relationship: return kRelationship;
    case Kind::conversation: return kConversation;
    case Kind::note: return kNote;
    case Kind::goal:
    case Kind::agenda_line: return std::span(kLine).first<3>();
    case Kind::action: return kLine;
    case Kind::passage: return kPassage;
    case Kind::story: return kStory;
    default: return {};
  }
}

}  // namespace

std::string_view kind_name(Kind kind) {
  const std::string_view noun = model::traits_of(kind).noun;
  return noun.empty() ? "other" : noun;
}

std::string field_name(Kind kind, model::FieldNumber field) {
  for (const FieldName& entry : names_of(kind)) {
    if (entry.number == field) return std::string(entry.name);
  }
  for (const facts::FieldRow& row : facts::rows_of(kind)) {
    if (row.number == field) return std::string(row.name);
  }
  return "field " + std::to_string(field);
}

std::string shown_value(const People& people, const model::Value& value) {
  if (const auto* text = value.text()) return *text;
  if (const auto* integer = value.integer()) return std::to_string(*integer);
  if (const auto* date = value.date()) return model::format_date(*date);
  if (const auto* bytes = value.bytes()) return std::to_string(bytes->size()) + " bytes";
  if (const auto* id = value.id()) {
    const std::string name = people.name(*id);
    return name.empty() ? id->hex() : name;
  }
  std::string out;
  if (const auto* list = value.list()) {
    for (const model::Value& item : *list) out += (out.empty() ? "" : ", ") + shown_value(people, item);
  }
  return out;
}

std::string known_by(const People& people, const model::Record& record) {
  if (record.kind == Kind::story) return people.name(record.ref(model::story::kPerson));
  if (record.kind == Kind::relationship) return people.name(record.ref(model::relationship::kPerson));
  for (const auto& [number, value] : record.fields) {
    if (value.text() != nullptr && !value.text()->empty()) return *value.text();
    if (value.id() != nullptr && !people.name(*value.id()).empty()) return people.name(*value.id());
  }
  return {};
}

}  // namespace kith::engine

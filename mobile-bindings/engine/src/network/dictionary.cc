#include "kith/engine/dictionary.h"

#include <map>

#include "kith/facts/dictionary.h"

namespace kith::engine {
namespace {

namespace api = kith::api::v1;
using facts::FieldType;

std::string_view type_name(FieldType type) {
  switch (type) {
    case FieldType::line: return "line";
    case FieldType::text: return "text";
    case FieldType::lines: return "lines";
    case FieldType::number: return "number";
    case FieldType::numbers: return "numbers";
    case FieldType::date: return "date";
    case FieldType::flag: return "flag";
    case FieldType::person: return "person";
    case FieldType::persons: return "persons";
    case FieldType::term: return "term";
    case FieldType::terms: return "terms";
    case FieldType::goal: return "goal";
    case FieldType::circle: return "circle";
  }
  return "line";
}

api::KindDescription described(std::string_view noun, std::span<const facts::FieldRow> rows) {
  api::KindDescription out;
  out.set_kind(std::string(noun));
  for (const facts::FieldRow& row : rows) {
    api::FieldDescription* field = out.add_fields();
    field->set_name(std::string(row.name));
    field->set_type(std::string(type_name(row.type)));
    field->set_help(std::string(row.help));
    field->set_required(row.required);
    field->set_many(row.type == FieldType::lines || row.type == FieldType::numbers ||
                    row.type == FieldType::persons || row.type == FieldType::terms);
    field->set_low(static_cast<double>(row.low));
    field->set_high(static_cast<double>(row.high));
    if (row.choices == nullptr) continue;
    for (const facts::Choice& choice : row.choices()) {
      field->add_choices(std::string(choice.word));
      field->add_meanings(std::string(choice.term) +
                          (choice.sentence.empty() ? "" : ": " + std::string(choice.sentence)));
    }
  }
  return out;
}

api::Dictionary all_facts() {
  api::Dictionary out;
  for (const facts::FactKind& kind : facts::fact_kinds()) {
    api::KindDescription* item = out.add_items();
    *item = described(kind.noun, kind.fields);
    item->set_help(std::string(kind.help));
    item->set_example(std::string(kind.example));
  }
  return out;
}

}  // namespace

const api::Dictionary& fact_dictionary() {
  static const api::Dictionary kAll = all_facts();
  return kAll;
}

const api::KindDescription& fields_of(std::string_view noun) {
  static const std::map<std::string_view, api::KindDescription> kAll = {
      {"profile", described("profile", facts::profile_rows())},
      {"person", described("person", facts::person_rows())},
      {"relationship", described("relationship", facts::relationship_rows())},
      {"conversation", described("conversation", facts::conversation_rows())},
      {"goal", described("goal", facts::goal_rows())},
      {"agreement", described("agreement", facts::agreement_rows())},
  };
  static const api::KindDescription kNone;
  const auto at = kAll.find(noun);
  return at == kAll.end() ? kNone : at->second;
}

}  // namespace kith::engine

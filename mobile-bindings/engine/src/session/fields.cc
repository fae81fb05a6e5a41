#include "session/fields.h"

#include <algorithm>
#include <set>

#include "kith/facts/values.h"
#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

// By its name, or by its id.
Result<RecordId> circle_id(Session& session, const std::string& query) {
  KITH_TRY(const std::vector<client::Shown> all, session.replica->list(client::kSelfSpace, model::Kind::circle));
  std::vector<RecordId> named;
  for (const client::Shown& shown : all) {
    if (model::fold(shown.record.text(model::circle::kName)) == model::fold(query)) named.push_back(shown.record.id);
  }
  if (named.size() == 1) return named.front();
  if (named.size() > 1) return fail(Code::AMBIGUOUS, "more than one circle has this name; say which by its id");
  KITH_TRY(const client::Shown found, record(session, query, model::Kind::circle));
  return found.record.id;
}

facts::Known known(Session& session) {
  facts::Known out;
  out.today = today(session);
  out.person = [&session](const std::string& query) { return person_id(session, query); };
  out.goal = [&session](const std::string& query) -> Result<RecordId> {
    KITH_TRY(const client::Shown found, record(session, query, model::Kind::goal));
    return found.record.id;
  };
  out.circle = [&session](const std::string& query) { return circle_id(session, query); };
  return out;
}

Error unknown_field(std::span<const facts::FieldRow> rows, const std::string& name) {
  std::string names;
  for (const facts::FieldRow& row : rows) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return fail(Code::INVALID_ARGUMENT, worded("there is no field {0}; there are {1}", name, names));
}

// "STRA", "C1": a code and no word.
bool is_code(const std::string& typed) {
  return std::none_of(typed.begin(), typed.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

std::string words_behind(const facts::FieldRow& row, const std::string& code) {
  if (row.choices == nullptr) return {};
  for (const facts::Choice& choice : row.choices()) {
    if (choice.word == code) return " (" + std::string(choice.term) + ")";
  }
  return {};
}

// As a person reads it: names for ids, and words without the marks between them.
std::string shown_one(const People& people, const facts::FieldRow& row, const std::string& typed) {
  using facts::FieldType;
  const bool circle = row.type == FieldType::circle;
  if (circle || row.type == FieldType::person || row.type == FieldType::persons) {
    const auto id = RecordId::from_hex(typed);
    const std::string name = !id ? std::string() : circle ? people.circle(*id) : people.name(*id);
    return name.empty() ? "(removed)" : name;
  }
  std::string out = typed;
  if (row.type == FieldType::term || row.type == FieldType::terms) {
    for (char& letter : out) {
      if (letter == '_') letter = ' ';
    }
    if (is_code(typed)) out += words_behind(row, typed);
  }
  return out;
}

}  // namespace

model::PartialDate today(const Session& session) { return model::date_of_wall_ms(session.clock().wall_ms()); }

Result<client::FieldEdits> fields_input(Session& session, std::span<const facts::FieldRow> rows,
                                        const FactFields& given) {
  client::FieldEdits out;
  const facts::Known outside = known(session);
  for (const api::FactField& field : given) {
    const facts::FieldRow* row = facts::find_row(rows, field.name());
    if (row == nullptr) return unknown_field(rows, field.name());
    if (out.contains(row->number)) return fail(Code::INVALID_ARGUMENT, worded("{0} is given twice", field.name()));
    KITH_TRY(out[row->number],
             facts::value_of(*row, {field.values().begin(), field.values().end()}, outside));
  }
  return out;
}

client::Fields set_fields(const client::FieldEdits& edits) {
  client::Fields out;
  for (const auto& [number, value] : edits) {
    if (value) out[number] = *value;
  }
  return out;
}

void fill_fields(const People& people, const model::Record& record, std::span<const facts::FieldRow> rows,
                 FactFields* out) {
  for (const facts::FieldRow& row : rows) {
    const model::Value* value = record.find(row.number);
    if (value == nullptr) continue;
    api::FactField* field = out->Add();
    field->set_name(std::string(row.name));
    std::string text;
    for (std::string& typed : facts::typed_of(row, *value)) {
      text += (text.empty() ? "" : ", ") + shown_one(people, row, typed);
      field->add_values(std::move(typed));
    }
    field->set_text(std::move(text));
  }
}

Result<AccountRead> account(Session& session) { return session.own.account(*session.replica, today(session)); }

Error nothing_said(const std::string& name) {
  return fail(Code::NOT_FOUND,
              worded("nothing is said yet about what {0} is to you", name),
              {Step::RELATIONSHIP_SET, {name}});
}

Result<const network::Developer*> developer(const facts::Account& account, const RecordId& person) {
  const network::Developer* found = facts::anybody(account, person);
  if (found != nullptr) return found;
  const auto known = account.people.find(person);
  const std::string name =
      known == account.people.end() ? "this person" : known->second.person.text(model::person::kName);
  return nothing_said(name);
}

}  // namespace kith::engine

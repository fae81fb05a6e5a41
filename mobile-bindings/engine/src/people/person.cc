// Persons: the people in my network.

#include <algorithm>

#include "kith/model/text.h"
#include "methods.h"
#include "notes/bin.h"
#include "people/person_row.h"
#include "session/fields.h"
#include "session/input.h"
#include "session/partners.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using model::Kind;
namespace person_field = model::person;

Result<std::map<RecordId, model::Record>> relationships(Session& session) {
  KITH_TRY(const std::vector<client::Shown> all, session.replica->list(kSelfSpace, Kind::relationship));
  std::map<RecordId, model::Record> out;
  for (const client::Shown& shown : all) out[shown.record.ref(model::relationship::kPerson)] = shown.record;
  return out;
}

void fill_relationship(const std::map<RecordId, model::Record>& all, const RecordId& person, api::Person* out) {
  const auto at = all.find(person);
  if (at == all.end()) return;
  out->set_kind(at->second.text(model::relationship::kKind));
  out->set_since(shown_date(at->second, model::relationship::kSince));
}

// What I want to offer stands with its person.
Result<void> fill_offers(Session& session, const RecordId& person, api::Person* out) {
  KITH_TRY(const std::vector<model::Record>* const offers, session.own.of(*session.replica, Kind::offer));
  for (const model::Record& offer : *offers) {
    if (offer.ref(model::offer::kPerson) == person) out->add_offers(offer.text(model::offer::kWhat));
  }
  return {};
}

Result<void> set_line(client::FieldEdits& edits, model::FieldNumber number, const std::string& text,
                      Literal<0> what) {
  edits[number] = std::nullopt;
  if (text.empty()) return {};
  KITH_TRY(edits[number], line_input(text, what));
  return {};
}

Result<void> set_lines(client::FieldEdits& edits, model::FieldNumber number, const Texts& texts,
                       Literal<0> what) {
  KITH_TRY(model::List lines, lines_input(texts, what));
  edits[number] = lines.empty() ? std::optional<model::Value>() : model::Value(std::move(lines));
  return {};
}

}  // namespace

std::string person_name(const client::Fields& fields) {
  return model::Record{{}, model::Kind::person, fields}.text(person_field::kName);
}

void fill_person(const model::Record& record, api::Person* out) {
  out->set_id(record.id.hex());
  out->set_name(record.text(person_field::kName));
  out->set_family_name(record.text(person_field::kFamilyName));
  out->set_given_name(record.text(person_field::kGivenName));
  for (const model::Value& value : record.list(person_field::kEmails)) {
    if (value.text() != nullptr) out->add_emails(*value.text());
  }
  for (const model::Value& value : record.list(person_field::kPhones)) {
    if (value.text() != nullptr) out->add_phones(*value.text());
  }
  out->set_organization(record.text(person_field::kOrganization));
  out->set_note(record.text(person_field::kNote));
  out->set_birthday(shown_date(record, person_field::kBirthday));
  out->set_kept_properties(static_cast<std::uint32_t>(record.list(person_field::kCardExtra).size()));
}

Result<api::Changed> person_add(Session& session, const api::PersonAddRequest& request) {
  KITH_TRY(std::string name, name_input(request.name(), "the name"));
  KITH_TRY(const RecordId id,
           session.replica->create_record(kSelfSpace, Kind::person, {{person_field::kName, std::move(name)}}));
  return changed(id);
}

Result<api::PersonList> person_list(Session& session, const api::Empty&) {
  KITH_TRY(std::vector<model::Record> all, persons(session));
  KITH_TRY(const auto known, relationships(session));
  KITH_TRY(const People people, People::read(session));
  std::vector<std::pair<std::string, const model::Record*>> sorted;
  for (const model::Record& record : all) sorted.emplace_back(model::fold(record.text(person_field::kName)), &record);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second->id < b.second->id;
  });
  api::PersonList out;
  for (const auto& [folded, record] : sorted) {
    api::Person* row = out.add_items();
    fill_person(*record, row);
    fill_relationship(known, record->id, row);
    fill_fields(people, *record, facts::person_rows(), row->mutable_fields());
  }
  return out;
}

Result<api::Person> person_show(Session& session, const api::PersonRequest& request) {
  KITH_TRY(const model::Record found, person(session, request.person()));
  KITH_TRY(const auto known, relationships(session));
  api::Person out;
  fill_person(found, &out);
  fill_relationship(known, found.id, &out);
  KITH_TRY(const People people, People::read(session));
  fill_fields(people, found, facts::person_rows(), out.mutable_fields());
  KITH_CHECK(fill_offers(session, found.id, &out));
  return out;
}

Result<api::Changed> person_edit(Session& session, const api::PersonEditRequest& request) {
  KITH_TRY(const model::Record found, person(session, request.person()));
  client::FieldEdits edits;
  if (request.has_name()) {
    KITH_TRY(edits[person_field::kName], name_input(request.name(), "the name"));
  }
  if (request.set_emails()) KITH_CHECK(set_lines(edits, person_field::kEmails, request.emails(), "the e-mail address"));
  if (request.set_phones()) KITH_CHECK(set_lines(edits, person_field::kPhones, request.phones(), "the telephone number"));
  if (request.has_organization()) {
    KITH_CHECK(set_line(edits, person_field::kOrganization, request.organization(), "the organization"));
  }
  if (request.has_note()) {
    KITH_TRY(std::string note, free_input(request.note(), "the note"));
    edits[person_field::kNote] = note.empty() ? std::optional<model::Value>() : model::Value(std::move(note));
  }
  if (request.has_birthday()) {
    edits[person_field::kBirthday] = std::nullopt;
    if (!request.birthday().empty()) {
      KITH_TRY(edits[person_field::kBirthday], birthday_input(session, request.birthday()));
    }
  }
  KITH_TRY(const client::FieldEdits more, fields_input(session, facts::person_rows(), request.fields()));
  edits.insert(more.begin(), more.end());
  if (edits.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to change was given");
  KITH_CHECK(session.replica->edit(kSelfSpace, found.id, edits));
  return changed(found.id);
}

// The relationship goes with the person; conversations stay, they are about me too.
Result<api::Changed> person_remove(Session& session, const api::PersonRequest& request) {
  KITH_TRY(const model::Record found, person(session, request.person()));
  KITH_TRY(const std::optional<client::Pair> pair, pair_with(session, found.id));
  if (pair && (pair->state == client::PairState::paired || pair->state == client::PairState::accepted)) {
    return fail(Code::INVALID_ARGUMENT, "you are paired with this person: the pair has to end first",
                {Step::PAIR_END, {found.text(person_field::kName)}});
  }
  KITH_TRY(const client::Shown self, engine::record(session, found.id.hex(), Kind::person));
  std::vector<client::Shown> gone{self};
  KITH_TRY(const std::vector<client::Shown> ties, session.replica->list(kSelfSpace, Kind::relationship));
  for (const client::Shown& tie : ties) {
    if (tie.record.ref(model::relationship::kPerson) == found.id) gone.push_back(tie);
  }
  KITH_CHECK(remove_to_bin(session, gone));
  return changed(found.id);
}

}  // namespace kith::engine

// What a person is to me: one relationship a person, in my own space.

#include "kith/network/elapsed.h"
#include "methods.h"
#include "session/fields.h"
#include "session/input.h"
#include "session/people.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using model::Kind;
namespace relationship_field = model::relationship;

Result<std::optional<client::Shown>> relationship_of(Session& session, const RecordId& person) {
  KITH_TRY(const std::vector<client::Shown> all, session.replica->list(kSelfSpace, Kind::relationship));
  for (const client::Shown& shown : all) {
    if (shown.record.ref(relationship_field::kPerson) == person) return std::optional(shown);
  }
  return std::optional<client::Shown>();
}

// The longest interval is not shorter than the one at best.
Result<void> check_cadence(const model::Record& before, const client::FieldEdits& edits) {
  const auto days = [&](model::FieldNumber number) {
    const auto edited = edits.find(number);
    if (edited == edits.end()) return before.integer(number);
    return edited->second && edited->second->integer() != nullptr ? *edited->second->integer() : 0;
  };
  const std::int64_t ideal = days(relationship_field::kIdealDays);
  const std::int64_t most = days(relationship_field::kMaxDays);
  if (ideal == 0 || most == 0 || ideal <= most) return {};
  return fail(Code::INVALID_ARGUMENT, "max_days is less than ideal_days");
}

// Empty for a date without a year, or one that has not come.
std::string age_of(const model::PartialDate& since, const model::PartialDate& now) {
  if (since.year == 0 || !network::check_date(since, "since")) return {};
  const network::MonthSpan months = network::months_between(since, now);
  return months.high < 0 ? std::string() : network::say(months);
}

}  // namespace

Result<api::Changed> relationship_set(Session& session, const api::RelationshipSetRequest& request) {
  KITH_TRY(const model::Record with, person(session, request.person()));
  KITH_TRY(const std::optional<client::Shown> known, relationship_of(session, with.id));
  client::FieldEdits edits;
  if (!request.kind().empty() || !known) {
    const auto kind = network::from_code<network::TieKind>(request.kind());
    if (!kind) return fail(Code::INVALID_ARGUMENT, worded("the kind: {0}", kind.error().message));
    edits[relationship_field::kKind] = std::string(network::term(*kind).code);
  }
  if (request.has_since()) {
    edits[relationship_field::kSince] = std::nullopt;
    if (!request.since().empty()) {
      KITH_TRY(const model::PartialDate since, date_input(session, request.since(), "since"));
      edits[relationship_field::kSince] = since;
    }
  }
  KITH_TRY(const client::FieldEdits more, fields_input(session, facts::relationship_rows(), request.fields()));
  edits.insert(more.begin(), more.end());
  KITH_CHECK(check_cadence(known ? known->record : model::Record{}, edits));
  if (known) {
    KITH_CHECK(session.replica->edit(known->space, known->record.id, edits));
    return changed(known->record.id);
  }
  client::Fields fields{{relationship_field::kPerson, with.id}};
  for (const auto& [number, value] : edits) {
    if (value) fields[number] = *value;
  }
  KITH_TRY(const RecordId id, session.replica->create_record(kSelfSpace, Kind::relationship, fields));
  return changed(id);
}

Result<api::Relationship> relationship_show(Session& session, const api::PersonRequest& request) {
  KITH_TRY(const model::Record with, person(session, request.person()));
  KITH_TRY(const std::optional<client::Shown> known, relationship_of(session, with.id));
  if (!known) return nothing_said(with.text(model::person::kName));
  api::Relationship out;
  out.set_id(known->record.id.hex());
  out.set_person(with.text(model::person::kName));
  out.set_person_id(with.id.hex());
  out.set_kind(known->record.text(relationship_field::kKind));
  out.set_since(shown_date(known->record, relationship_field::kSince));
  out.set_age(age_of(known->record.date(relationship_field::kSince), today(session)));
  KITH_TRY(const People people, People::read(session));
  fill_fields(people, known->record, facts::relationship_rows(), out.mutable_fields());
  return out;
}

}  // namespace kith::engine

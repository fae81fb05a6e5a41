// What a pair has agreed on: how often, how long, what stays between them, how it ends. One record
// of the pair's space, which both edit.

#include <algorithm>

#include "methods.h"
#include "notes/leaving.h"
#include "session/fields.h"
#include "session/partners.h"
#include "session/people.h"

namespace kith::engine {
namespace {

using client::Shown;
using model::Kind;

// Both can begin it while offline. So its id is the same on both sides, the first half of the id of
// their space: what they wrote then comes together as edits of one record, and nothing is lost.
Result<RecordId> agreement_id(Session& session, client::SpaceNumber number) {
  KITH_TRY(const client::SpaceInfo space, session.replica->space(number));
  RecordId out;
  static_assert(sizeof(out.bytes) <= sizeof(space.membership.space.bytes));
  std::copy_n(space.membership.space.bytes.begin(), out.bytes.size(), out.bytes.begin());
  return out;
}

}  // namespace

Result<api::Changed> agreement_set(Session& session, const api::AgreementRequest& request) {
  KITH_TRY(const model::Record with, person(session, request.with()));
  KITH_TRY(const client::SpaceNumber space, pair_space(session, with));
  KITH_TRY(const client::FieldEdits edits, fields_input(session, facts::agreement_rows(), request.fields()));
  if (edits.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to change was given");
  for (const auto& [number, value] : edits) {
    if (value && value->text() != nullptr) KITH_CHECK(check_leaving(session, space, *value->text(), request.anyway()));
  }
  KITH_TRY(const RecordId id, agreement_id(session, space));
  KITH_CHECK(session.replica->change(space, {{id, Kind::agreement, edits, false}}));
  return changed(id);
}

Result<api::Agreement> agreement_show(Session& session, const api::ListRequest& request) {
  KITH_TRY(const model::Record with, person(session, request.with()));
  // Of several pairs with one person, the one that counts now: what was agreed in one that ended
  // does not hold in the next.
  KITH_TRY(const std::optional<client::Pair> pair, pair_with(session, with.id));
  std::optional<Shown> found;
  if (pair && pair->space != 0) {
    KITH_TRY(const RecordId id, agreement_id(session, pair->space));
    KITH_TRY(found, session.replica->find(pair->space, id));
  }
  if (!found || found->record.kind != Kind::agreement) {
    return fail(Code::NOT_FOUND, "nothing is agreed yet", {Step::AGREEMENT_SET, {request.with()}});
  }
  KITH_TRY(const People people, People::read(session));
  api::Agreement out;
  out.set_id(found->record.id.hex());
  out.set_person(with.text(model::person::kName));
  out.set_person_id(with.id.hex());
  fill_fields(people, found->record, facts::agreement_rows(), out.mutable_fields());
  return out;
}

}  // namespace kith::engine

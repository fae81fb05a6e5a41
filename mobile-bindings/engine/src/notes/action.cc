// Action items of a pair: who owes what until when. The owner is kept as a member's number, so
// that both sides read it the same.

#include "methods.h"
#include "notes/leaving.h"
#include "notes/lines.h"
#include "session/partners.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using model::Kind;
namespace action_field = model::action;

// My number in the space for "me", the other one's for the partner.
Result<std::int64_t> owner_number(Session& session, client::SpaceNumber number, const RecordId& partner,
                                  const std::string& owner) {
  KITH_TRY(const client::SpaceInfo space, session.replica->space(number));
  const std::int64_t mine = space.my_member;
  if (owner.empty() || owner == "me") return mine;
  KITH_TRY(const model::Record found, person(session, owner));
  if (found.id != partner) {
    return fail(Code::INVALID_ARGUMENT, "the owner is \"me\" or the person of this pair");
  }
  for (const auto& [member, unused] : space.membership.members) {
    if (member != space.my_member) return std::int64_t{member};
  }
  return fail(Code::NOT_FOUND, "the other person is not in this pair");
}

}  // namespace

Result<api::Changed> action_add(Session& session, const api::ActionAddRequest& request) {
  KITH_TRY(const std::string text, text_input(request.text(), "the action item"));
  client::Fields fields = new_task(session, text);
  if (!request.due().empty()) {
    KITH_TRY(const model::PartialDate due, date_input(session, request.due(), "the due date"));
    fields[action_field::kDue] = due;
  }
  KITH_TRY(const model::Record with, person(session, request.with()));
  KITH_TRY(const client::SpaceNumber space, pair_space(session, with));
  KITH_CHECK(check_leaving(session, space, text, request.anyway()));
  KITH_TRY(const std::int64_t owner, owner_number(session, space, with.id, request.owner()));
  fields[action_field::kOwner] = owner;
  KITH_TRY(const RecordId id, session.replica->create_record(space, Kind::action, fields));
  return changed(id);
}

Result<api::ActionList> action_list(Session& session, const api::ListRequest& request) {
  KITH_TRY(const RecordId with, list_filter(session, request));
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<client::Shown> actions, records(session, Kind::action, with));
  std::map<client::SpaceNumber, std::int64_t> my_numbers;
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  for (const client::SpaceInfo& space : spaces) my_numbers[space.number] = space.my_member;
  api::ActionList out;
  for (const client::Shown& shown : actions) {
    api::Action* row = out.add_items();
    fill_task(people, shown, row);
    const bool mine = shown.record.integer(action_field::kOwner) == my_numbers[shown.space];
    const RecordId owner = mine ? people.me().id : people.partner(shown.space);
    row->set_owner(mine ? people.me().name : people.partner_name(shown.space));
    if (!owner.is_zero()) row->set_owner_id(owner.hex());
    row->set_due(shown_date(shown.record, action_field::kDue));
  }
  return out;
}

Result<api::Changed> action_edit(Session& session, const api::ActionEditRequest& request) {
  KITH_TRY(const client::Shown found, record(session, request.id(), Kind::action));
  client::FieldEdits edits;
  if (request.has_text()) {
    KITH_TRY(std::string text, text_input(request.text(), "the action item"));
    KITH_CHECK(check_leaving(session, found.space, text, request.anyway()));
    edits[action_field::kText] = std::move(text);
  }
  if (request.has_due()) {
    edits[action_field::kDue] = std::nullopt;
    if (!request.due().empty()) {
      KITH_TRY(const model::PartialDate due, date_input(session, request.due(), "the due date"));
      edits[action_field::kDue] = due;
    }
  }
  if (request.has_owner()) {
    KITH_TRY(const People people, People::read(session));
    KITH_TRY(const std::int64_t owner,
             owner_number(session, found.space, people.partner(found.space), request.owner()));
    edits[action_field::kOwner] = owner;
  }
  if (edits.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to change was given");
  KITH_CHECK(session.replica->edit(found.space, found.record.id, edits));
  return changed(found.record.id);
}

Result<api::Changed> action_done(Session& session, const api::IdRequest& request) {
  return mark_done(session, request, Kind::action);
}

Result<api::Changed> action_remove(Session& session, const api::IdRequest& request) {
  return remove_record(session, request, Kind::action);
}

}  // namespace kith::engine

// Goals: private ones in the self space, those of a pair in its space.

#include "methods.h"
#include "notes/leaving.h"
#include "notes/lines.h"
#include "session/fields.h"
#include "session/partners.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using model::Kind;

}  // namespace

Result<api::Changed> goal_add(Session& session, const api::GoalAddRequest& request) {
  KITH_TRY(std::string text, text_input(request.text(), "the goal"));
  client::SpaceNumber space = client::kSelfSpace;
  if (!request.with().empty()) {
    KITH_TRY(const model::Record with, person(session, request.with()));
    KITH_TRY(space, pair_space(session, with));
  }
  KITH_TRY(const client::FieldEdits more, fields_input(session, facts::goal_rows(), request.fields()));
  KITH_CHECK(check_leaving(session, space, text, request.anyway()));
  client::Fields fields = new_task(session, std::move(text));
  fields.merge(set_fields(more));
  KITH_TRY(const RecordId id, session.replica->create_record(space, Kind::goal, fields));
  return changed(id);
}

Result<api::GoalList> goal_list(Session& session, const api::ListRequest& request) {
  KITH_TRY(const RecordId with, list_filter(session, request));
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<client::Shown> goals, records(session, Kind::goal, with));
  api::GoalList out;
  for (const client::Shown& shown : goals) {
    api::Goal* row = out.add_items();
    fill_task(people, shown, row);
    fill_fields(people, shown.record, facts::goal_rows(), row->mutable_fields());
  }
  return out;
}

Result<api::Changed> goal_edit(Session& session, const api::GoalEditRequest& request) {
  KITH_TRY(const client::Shown found, record(session, request.id(), Kind::goal));
  KITH_TRY(client::FieldEdits edits, fields_input(session, facts::goal_rows(), request.fields()));
  if (!request.text().empty()) {
    KITH_TRY(const std::string text, text_input(request.text(), "the text"));
    KITH_CHECK(check_leaving(session, found.space, text, request.anyway()));
    edits[model::goal::kText] = text;
  }
  if (edits.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to change was given");
  KITH_CHECK(session.replica->edit(found.space, found.record.id, edits));
  return changed(found.record.id);
}

Result<api::Changed> goal_done(Session& session, const api::IdRequest& request) {
  return mark_done(session, request, Kind::goal);
}

Result<api::Changed> goal_remove(Session& session, const api::IdRequest& request) {
  return remove_record(session, request, Kind::goal);
}

}  // namespace kith::engine

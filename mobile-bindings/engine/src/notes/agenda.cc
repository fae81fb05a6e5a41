// The agenda of a pair: lines for the next talk, edited by both.

#include "methods.h"
#include "notes/leaving.h"
#include "notes/lines.h"
#include "session/partners.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using model::Kind;

}  // namespace

Result<api::Changed> agenda_add(Session& session, const api::AgendaAddRequest& request) {
  KITH_TRY(std::string text, text_input(request.text(), "the agenda line"));
  KITH_TRY(const model::Record with, person(session, request.with()));
  KITH_TRY(const client::SpaceNumber space, pair_space(session, with));
  KITH_CHECK(check_leaving(session, space, text, request.anyway()));
  KITH_TRY(const RecordId id,
           session.replica->create_record(space, Kind::agenda_line, new_task(session, std::move(text))));
  return changed(id);
}

Result<api::AgendaList> agenda_list(Session& session, const api::ListRequest& request) {
  KITH_TRY(const RecordId with, list_filter(session, request));
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<client::Shown> lines, records(session, Kind::agenda_line, with));
  api::AgendaList out;
  for (const client::Shown& shown : lines) fill_task(people, shown, out.add_items());
  return out;
}

Result<api::Changed> agenda_edit(Session& session, const api::TextEditRequest& request) {
  return edit_text(session, request, Kind::agenda_line);
}

Result<api::Changed> agenda_done(Session& session, const api::IdRequest& request) {
  return mark_done(session, request, Kind::agenda_line);
}

Result<api::Changed> agenda_remove(Session& session, const api::IdRequest& request) {
  return remove_record(session, request, Kind::agenda_line);
}

}  // namespace kith::engine

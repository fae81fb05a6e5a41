// The agenda of a pair: lines for the next talk, edited by both.

#include "leaving.h"
#include "lines.h"

namespace kith::engine {
namespace {

using model::Kind;

Result<api::Changed> add_agenda(Session& session, const api::AgendaAddRequest& request) {
  KITH_TRY(std::string text, text_input(request.text(), "the agenda line"));
  KITH_TRY(const model::Record with, person(session, request.with()));
  KITH_TRY(const client::SpaceNumber space, pair_space(session, with));
  KITH_CHECK(check_leaving(session, space, text, request.anyway()));
  KITH_TRY(const RecordId id,
           session.replica->create_record(space, Kind::agenda_line, new_task(session, std::move(text))));
  return changed(id);
}

Result<api::AgendaList> list_agenda(Session& session, const api::ListRequest& request) {
  KITH_TRY(const RecordId with, list_filter(session, request));
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<client::Shown> lines, records(session, Kind::agenda_line, with));
  api::AgendaList out;
  for (const client::Shown& shown : lines) fill_task(people, shown, out.add_items());
  return out;
}

Result<api::Changed> edit_agenda(Session& session, const api::TextEditRequest& request) {
  return edit_text(session, request, Kind::agenda_line);
}
Result<api::Changed> finish_agenda(Session& session, const api::IdRequest& request) {
  return mark_done(session, request, Kind::agenda_line);
}
Result<api::Changed> remove_agenda(Session& session, const api::IdRequest& request) {
  return remove_record(session, request, Kind::agenda_line);
}

}  // namespace

std::span<const Method> agenda_methods() {
  static constexpr Method kTable[] = {method<add_agenda>("agenda.add"), method<list_agenda>("agenda.list"),
                                      method<edit_agenda>("agenda.edit"), method<finish_agenda>("agenda.done"),
                                      method<remove_agenda>("agenda.remove")};
  return kTable;
}

}  // namespace kith::engine

// Private notes: they live in the self space and never leave it.

#include "methods.h"
#include "notes/lines.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using model::Kind;
namespace note_field = model::note;

api::Note note_row(const People& people, const client::Shown& shown) {
  api::Note out;
  fill_line(people, shown, &out);
  const RecordId about = shown.record.ref(note_field::kAbout);
  if (!about.is_zero()) {
    out.set_about(people.name(about));
    out.set_about_id(about.hex());
  }
  return out;
}

}  // namespace

Result<api::Changed> note_add(Session& session, const api::NoteAddRequest& request) {
  KITH_TRY(std::string text, text_input(request.text(), "the note"));
  client::Fields fields{{note_field::kText, std::move(text)}, {note_field::kCreated, session.clock().wall_ms()}};
  if (!request.about().empty()) {
    KITH_TRY(const model::Record about, person(session, request.about()));
    fields[note_field::kAbout] = about.id;
  }
  KITH_TRY(const RecordId id, session.replica->create_record(kSelfSpace, Kind::note, fields));
  return changed(id);
}

Result<api::NoteList> note_list(Session& session, const api::ListRequest& request) {
  const auto is_about = [](const client::Shown& shown, const RecordId& about) {
    return shown.record.ref(note_field::kAbout) == about;
  };
  KITH_TRY(const client::NewestPage notes, newest_of(session, request, Kind::note, is_about));
  KITH_TRY(const People people, People::read(session));
  return list_of<api::NoteList>(notes, [&](const client::Shown& shown) { return note_row(people, shown); });
}

Result<api::Note> note_show(Session& session, const api::IdRequest& request) {
  KITH_TRY(const client::Shown found, record(session, request.id(), Kind::note));
  KITH_TRY(const People people, People::read(session));
  return note_row(people, found);
}

Result<api::Changed> note_edit(Session& session, const api::NoteEditRequest& request) {
  KITH_TRY(const client::Shown found, record(session, request.id(), Kind::note));
  client::FieldEdits edits;
  if (request.has_text()) {
    KITH_TRY(std::string text, text_input(request.text(), "the note"));
    edits[note_field::kText] = std::move(text);
  }
  if (request.has_about()) {
    edits[note_field::kAbout] = std::nullopt;
    if (!request.about().empty()) {
      KITH_TRY(const model::Record about, person(session, request.about()));
      edits[note_field::kAbout] = about.id;
    }
  }
  if (edits.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to change was given");
  KITH_CHECK(session.replica->edit(found.space, found.record.id, edits));
  return changed(found.record.id);
}

Result<api::Changed> note_remove(Session& session, const api::IdRequest& request) {
  return remove_record(session, request, Kind::note);
}

}  // namespace kith::engine

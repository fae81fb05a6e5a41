// Conversation entries, newest first. They are private; a passage of one can be shared.

#include <algorithm>

#include "kith/model/partial_date.h"
#include "methods.h"
#include "notes/lines.h"
#include "session/fields.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using model::Kind;
namespace conversation_field = model::conversation;

Result<std::string> medium_input(const std::string& text) {
  return choice_input(text, {"in-person", "video", "phone", "message", "letter", "other"}, "the medium");
}

api::LogEntry row(const People& people, const client::Shown& shown) {
  const model::Record& record = shown.record;
  api::LogEntry out;
  out.set_id(record.id.hex());
  for (const model::Value& with : record.list(conversation_field::kWith)) {
    if (with.id() == nullptr) continue;
    const std::string name = people.name(*with.id());
    out.add_with(name.empty() ? "(removed)" : name);
    out.add_with_ids(with.id()->hex());
  }
  out.set_when(shown_date(record, conversation_field::kWhen));
  out.set_medium(record.text(conversation_field::kMedium));
  for (const model::Value& mark : record.list(conversation_field::kFunctions)) {
    if (mark.text() != nullptr) out.add_functions(*mark.text());
  }
  out.set_note(record.text(conversation_field::kNote));
  out.set_next(record.text(conversation_field::kNext));
  out.set_created_ms(static_cast<double>(shown.created_ms));
  fill_fields(people, record, facts::conversation_rows(), out.mutable_fields());
  return out;
}

// With whom it was: those who are named, else everybody of the circle that met.
Result<model::List> talked_with(Session& session, const api::LogAddRequest& request, const client::Fields& fields) {
  const auto met = fields.find(conversation_field::kCircle);
  if (request.with_size() > 0 || met == fields.end() || met->second.id() == nullptr) {
    return persons_input(session, request.with());
  }
  KITH_TRY(const AccountRead own, account(session));
  model::List out;
  for (const facts::CircleRead& circle : own->ahead.circles) {
    if (circle.id != *met->second.id()) continue;
    for (const RecordId& id : facts::people_of(circle.circle)) {
      const auto known = own->people.find(id);
      if (known == own->people.end() || known->second.person.integer(model::person::kDeceased) != 0) continue;
      out.emplace_back(id);
    }
  }
  if (out.empty()) return fail(Code::INVALID_ARGUMENT, "nobody of this circle is known any more; say with whom it was");
  return out;
}

Result<void> edit_text_field(client::FieldEdits& edits, model::FieldNumber number, const std::string& text,
                             Literal<0> what) {
  edits[number] = std::nullopt;
  if (text.empty()) return {};
  KITH_TRY(edits[number], text_input(text, what));
  return {};
}

}  // namespace

Result<api::Changed> log_add(Session& session, const api::LogAddRequest& request) {
  KITH_TRY(const client::FieldEdits more, fields_input(session, facts::conversation_rows(), request.fields()));
  client::Fields fields = set_fields(more);
  KITH_TRY(fields[conversation_field::kWith], talked_with(session, request, fields));
  KITH_TRY(fields[conversation_field::kWhen], date_input(session, request.when(), "when"));
  if (!request.medium().empty()) {
    KITH_TRY(fields[conversation_field::kMedium], medium_input(request.medium()));
  }
  KITH_TRY(model::List marks, functions_input(request.functions()));
  if (!marks.empty()) fields[conversation_field::kFunctions] = std::move(marks);
  if (!request.note().empty()) {
    KITH_TRY(fields[conversation_field::kNote], text_input(request.note(), "the note"));
  }
  if (!request.next().empty()) {
    KITH_TRY(fields[conversation_field::kNext], text_input(request.next(), "the next step"));
  }
  KITH_TRY(const RecordId id, session.replica->create_record(kSelfSpace, Kind::conversation, fields));
  return changed(id);
}

Result<api::LogList> log_list(Session& session, const api::ListRequest& request) {
  const auto is_with = [](const client::Shown& shown, const RecordId& person) {
    const model::List list = shown.record.list(conversation_field::kWith);
    return std::find(list.begin(), list.end(), model::Value(person)) != list.end();
  };
  KITH_TRY(const client::NewestPage page, newest_of(session, request, Kind::conversation, is_with));
  KITH_TRY(const People people, People::read(session));
  return list_of<api::LogList>(page, [&](const client::Shown& shown) { return row(people, shown); });
}

Result<api::LogEntry> log_show(Session& session, const api::IdRequest& request) {
  KITH_TRY(const client::Shown found, record(session, request.id(), Kind::conversation));
  KITH_TRY(const People people, People::read(session));
  return row(people, found);
}

Result<api::Changed> log_edit(Session& session, const api::LogEditRequest& request) {
  KITH_TRY(const client::Shown found, record(session, request.id(), Kind::conversation));
  client::FieldEdits edits;
  if (request.with_size() > 0) {
    KITH_TRY(edits[conversation_field::kWith], persons_input(session, request.with()));
  }
  if (request.has_when()) {
    KITH_TRY(edits[conversation_field::kWhen], date_input(session, request.when(), "when"));
  }
  if (request.has_medium()) {
    edits[conversation_field::kMedium] = std::nullopt;
    if (!request.medium().empty()) {
      KITH_TRY(edits[conversation_field::kMedium], medium_input(request.medium()));
    }
  }
  if (request.set_functions()) {
    KITH_TRY(model::List marks, functions_input(request.functions()));
    edits[conversation_field::kFunctions] = marks.empty() ? std::optional<model::Value>() : model::Value(std::move(marks));
  }
  if (request.has_note()) KITH_CHECK(edit_text_field(edits, conversation_field::kNote, request.note(), "the note"));
  if (request.has_next()) KITH_CHECK(edit_text_field(edits, conversation_field::kNext, request.next(), "the next step"));
  KITH_TRY(const client::FieldEdits more, fields_input(session, facts::conversation_rows(), request.fields()));
  edits.insert(more.begin(), more.end());
  if (edits.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to change was given");
  KITH_CHECK(session.replica->edit(found.space, found.record.id, edits));
  return changed(found.record.id);
}

Result<api::Changed> log_remove(Session& session, const api::IdRequest& request) {
  return remove_record(session, request, Kind::conversation);
}

}  // namespace kith::engine

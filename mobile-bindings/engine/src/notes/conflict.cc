// Values that lost against others written at the same time, and records that one removed while the
// other wrote in them, until a person decides. A conflict's id is the name of the kept value: 16 bytes
// of its entry's hash and its index.

#include <algorithm>

#include "kith/base/wire.h"
#include "kith/engine/next.h"
#include "kith/model/ids.h"
#include "methods.h"
#include "notes/bin.h"
#include "notes/shown_value.h"
#include "session/input.h"
#include "session/people.h"

namespace kith::engine {
namespace {

std::string conflict_id(const model::PutName& name) {
  Writer out;
  out.raw(name.entry.view());
  out.u32(name.index);
  return to_hex(out.bytes());
}

// The owner of an action item is a member's number; a person reads a name.
std::string readable(Session& session, const People& people, const client::Conflict& conflict,
                     const model::Value& value) {
  if (conflict.kind == model::Kind::action && conflict.field == model::action::kOwner && value.integer() != nullptr) {
    const auto space = session.replica->space(conflict.space);
    if (space && *value.integer() == space->my_member) return people.me().name;
    return people.partner_name(conflict.space);
  }
  return shown_value(people, value);
}

// The record itself, for whoever decides about it.
Result<client::Shown> shown_of(Session& session, const client::Conflict& conflict) {
  KITH_TRY(std::optional<client::Shown> found, session.replica->find(conflict.space, conflict.record, conflict.kind));
  if (!found) return fail(Code::NOT_FOUND, "the record of this conflict is not there any more");
  return *std::move(found);
}

Sentence removed_while_changed(bool mine, const std::string& other) {
  if (other.empty()) {
    return mine ? worded("You removed it while the other one changed it.")
                : worded("It was removed by the other one while you changed it.");
  }
  return mine ? worded("You removed it while {0} changed it.", other)
              : worded("It was removed by {0} while you changed it.", other);
}

Sentence says(const People& people, const client::Conflict& conflict) {
  if (!conflict.removal) {
    return worded("Both wrote at the same time; the other value is kept until one of you decides.");
  }
  return Sentence::joined({removed_while_changed(conflict.mine, people.partner_name(conflict.space)),
                           worded("It stays whole until one of you keeps it or lets it go; that holds for both.")});
}

Result<client::Conflict> conflict_named(Session& session, const std::string& typed) {
  KITH_TRY(const std::vector<client::Conflict> all, session.replica->conflicts());
  std::vector<std::string> ids;
  for (const client::Conflict& one : all) ids.push_back(conflict_id(one.name));
  const auto found = model::id_among(ids, typed);
  if (!found && found.error().code == Code::NOT_FOUND) {
    return fail(Code::NOT_FOUND, "there is no such conflict, or it was decided already");
  }
  KITH_CHECK(found);
  const auto at = std::find(ids.begin(), ids.end(), *found);
  return all[static_cast<std::size_t>(at - ids.begin())];
}

}  // namespace

Result<api::ConflictList> conflict_list(Session& session, const api::Empty&) {
  KITH_TRY(const std::vector<client::Conflict> all, session.replica->conflicts());
  KITH_TRY(const People people, People::read(session));
  api::ConflictList out;
  for (const client::Conflict& conflict : all) {
    KITH_TRY(const client::Shown shown, shown_of(session, conflict));
    api::Conflict* row = out.add_items();
    row->set_text(known_by(people, shown.record));
    fill_said(says(people, conflict), row->mutable_says(), row->mutable_says_sentence());
    row->set_removal(conflict.removal);
    if (conflict.removal) row->set_removed_ms(static_cast<double>(shown.removed_ms));
    row->set_id(conflict_id(conflict.name));
    if (!conflict.removal) row->set_field(field_name(conflict.kind, conflict.field));
    row->set_shown(readable(session, people, conflict, conflict.shown));
    row->set_kept(readable(session, people, conflict, conflict.kept));
    row->set_author(conflict.mine ? people.me().name : people.partner_name(conflict.space));
    const RecordId author = conflict.mine ? people.me().id : people.partner(conflict.space);
    if (!author.is_zero()) row->set_author_id(author.hex());
    row->set_mine(conflict.mine);
    row->set_record_id(conflict.record.hex());
    row->set_kind(std::string(kind_name(conflict.kind)));
    row->set_person(people.partner_name(conflict.space));
  }
  return out;
}

Result<api::Changed> conflict_keep(Session& session, const api::IdRequest& request) {
  KITH_TRY(const client::Conflict conflict, conflict_named(session, request.id()));
  KITH_CHECK(session.replica->keep(conflict.name));
  return changed(conflict.record);
}

// A record that is let go can be put back for as long as the bin keeps it.
Result<api::Changed> conflict_dismiss(Session& session, const api::IdRequest& request) {
  KITH_TRY(const client::Conflict conflict, conflict_named(session, request.id()));
  if (conflict.removal) {
    KITH_TRY(const client::Shown shown, shown_of(session, conflict));
    KITH_CHECK(remove_to_bin(session, {shown}));
  } else {
    KITH_CHECK(session.replica->dismiss(conflict.name));
  }
  return changed(conflict.record);
}

}  // namespace kith::engine

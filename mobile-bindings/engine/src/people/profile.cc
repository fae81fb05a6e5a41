// Me: the one record of my own profile.

#include "methods.h"
#include "session/fields.h"
#include "session/people.h"

namespace kith::engine {
namespace {

Result<model::Record> own_record(Session& session) {
  KITH_TRY(const Me self, me(session));
  KITH_TRY(const std::optional<client::Shown> found, session.replica->find(client::kSelfSpace, self.id, model::Kind::profile));
  if (!found) return fail(Code::STORE_CORRUPT, "this vault has no profile");
  return found->record;
}

}  // namespace

Result<api::Profile> profile_show(Session& session, const api::Empty&) {
  KITH_TRY(const model::Record mine, own_record(session));
  KITH_TRY(const People people, People::read(session));
  api::Profile out;
  out.set_id(mine.id.hex());
  out.set_name(mine.text(model::profile::kName));
  fill_fields(people, mine, facts::profile_rows(), out.mutable_fields());
  return out;
}

Result<api::Changed> profile_edit(Session& session, const api::ProfileEditRequest& request) {
  KITH_TRY(const model::Record mine, own_record(session));
  KITH_TRY(const client::FieldEdits edits, fields_input(session, facts::profile_rows(), request.fields()));
  if (edits.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to change was given");
  KITH_CHECK(session.replica->edit(client::kSelfSpace, mine.id, edits));
  return changed(mine.id);
}

}  // namespace kith::engine

#include "session/people.h"

#include "kith/model/people.h"
#include "kith/model/text.h"

namespace kith::engine {

using client::Shown;
using model::Kind;
using model::Record;

Result<Me> me(Session& session) {
  KITH_TRY(const std::vector<Record>* const profiles, session.own.of(*session.replica, Kind::profile));
  if (profiles->empty()) return fail(Code::STORE_CORRUPT, "this vault has no profile");
  return Me{profiles->front().id, profiles->front().text(model::profile::kName)};
}

Result<std::vector<Record>> persons(Session& session) {
  KITH_TRY(std::vector<Shown> found, session.replica->list(client::kSelfSpace, Kind::person));
  std::vector<Record> out;
  out.reserve(found.size());
  for (Shown& shown : found) out.push_back(std::move(shown.record));
  return out;
}

Result<RecordId> person_id(Session& session, const std::string& query) {
  if (query.find_first_not_of(" \t") == std::string::npos) {
    return fail(Code::INVALID_ARGUMENT, "a person is missing: a name, a unique beginning of one, or an id");
  }
  KITH_TRY(const std::vector<Record>* const all, session.own.of(*session.replica, Kind::person));
  KITH_TRY(const Record found, model::find_person(*all, query));
  return found.id;
}

Result<Record> person(Session& session, const std::string& query) {
  KITH_TRY(const RecordId id, person_id(session, query));
  KITH_TRY(std::optional<Shown> found, session.replica->find(client::kSelfSpace, id, Kind::person));
  if (!found) return fail(Code::NOT_FOUND, "this person was removed");
  return std::move(found->record);
}

Result<People> People::read(Session& session) {
  People out;
  KITH_TRY(out.me_, engine::me(session));
  KITH_TRY(const std::vector<Record>* const persons, session.own.of(*session.replica, Kind::person));
  for (const Record& record : *persons) out.names_[record.id] = record.text(model::person::kName);
  out.names_[out.me_.id] = out.me_.name;
  KITH_TRY(const std::vector<Record>* const circles, session.own.of(*session.replica, Kind::circle));
  for (const Record& record : *circles) out.circles_[record.id] = record.text(model::circle::kName);
  KITH_TRY(const std::vector<client::Pair> pairs, session.pairing().list());
  for (const client::Pair& pair : pairs) {
    if (pair.space == 0) continue;
    const std::string known = out.name(pair.person);
    out.partners_[pair.space] = {pair.person, known.empty() ? pair.partner_name : known};
  }
  return out;
}

std::string People::name(const RecordId& id) const {
  const auto at = names_.find(id);
  return at == names_.end() ? std::string() : at->second;
}

std::string People::circle(const RecordId& id) const {
  const auto at = circles_.find(id);
  return at == circles_.end() ? std::string() : at->second;
}

RecordId People::partner(client::SpaceNumber space) const {
  const auto at = partners_.find(space);
  return at == partners_.end() ? RecordId{} : at->second.id;
}

std::string People::partner_name(client::SpaceNumber space) const {
  const auto at = partners_.find(space);
  return at == partners_.end() ? std::string() : at->second.name;
}

}  // namespace kith::engine

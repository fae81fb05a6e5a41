#include "session.h"

#include <algorithm>

#include "kith/model/ids.h"
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

Result<RecordId> id_of(const std::string& typed, const std::function<Result<std::vector<RecordId>>()>& all) {
  if (const auto whole = RecordId::from_hex(model::id_digits(typed).value_or("")); whole && !whole->is_zero()) return *whole;
  KITH_TRY(const std::vector<RecordId> ids, all());
  std::vector<std::string> texts;
  for (const RecordId& id : ids) texts.push_back(id.hex());
  KITH_TRY(const std::string found, model::id_among(texts, typed));
  return *RecordId::from_hex(found);
}

Result<Shown> record(Session& session, const std::string& text, Kind kind) {
  std::vector<Shown> all;
  KITH_TRY(const RecordId id, id_of(text, [&]() -> Result<std::vector<RecordId>> {
             KITH_TRY(all, records(session, kind));
             std::vector<RecordId> ids;
             for (const Shown& one : all) ids.push_back(one.record.id);
             return ids;
           }));
  KITH_TRY(std::optional<Shown> found, session.replica->find(id, kind));
  if (!found) {
    return fail(Code::NOT_FOUND, "nothing of this kind has that id; it may have been removed");
  }
  return *std::move(found);
}

Result<std::vector<Shown>> records(Session& session, Kind kind, const RecordId& with) {
  std::vector<client::SpaceNumber> where;
  if (with.is_zero()) {
    KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
    for (const client::SpaceInfo& space : spaces) where.push_back(space.number);
  } else {
    KITH_TRY(const std::vector<client::Pair> pairs, session.pairing().list());
    for (const client::Pair& pair : pairs) {
      if (pair.person == with && pair.space != 0) where.push_back(pair.space);
    }
  }
  std::vector<Shown> out;
  for (const client::SpaceNumber number : where) {
    KITH_TRY(std::vector<Shown> found, session.replica->list(number, kind));
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  std::sort(out.begin(), out.end(), [](const Shown& a, const Shown& b) {
    return std::pair(a.created_ms, a.record.id) < std::pair(b.created_ms, b.record.id);
  });
  return out;
}

Result<crypto::AgreePair> administration(Session& session, const std::string& passphrase) {
  if (passphrase.empty()) return fail(Code::INVALID_ARGUMENT, "this needs the passphrase again");
  return session.vault->open_administration(Secret::copy_of(as_bytes(passphrase)));
}

Result<std::uint32_t> count(Session& session, Kind kind) {
  KITH_TRY(const std::vector<Shown> all, records(session, kind));
  return static_cast<std::uint32_t>(all.size());
}

}  // namespace kith::engine

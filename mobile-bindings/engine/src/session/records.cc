#include "session/records.h"

#include <algorithm>

#include "kith/client/search.h"
#include "kith/model/ids.h"

namespace kith::engine {

using client::Shown;
using model::Kind;

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

Result<std::uint32_t> count(Session& session, Kind kind) {
  std::uint64_t all = 0;
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  for (const client::SpaceInfo& space : spaces) {
    KITH_TRY(const client::NewestPage none, session.replica->newest(space.number, kind, 0));
    all += none.behind;
  }
  return static_cast<std::uint32_t>(all);
}

}  // namespace kith::engine

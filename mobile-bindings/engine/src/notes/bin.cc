#include "notes/bin.h"

#include <algorithm>

#include "kith/facts/dictionary.h"
#include "kith/facts/packed.h"
#include "methods.h"
#include "notes/shown_value.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using client::RecordChange;
using client::Shown;
using model::Kind;
namespace removed_field = model::removed;

RecordChange removal(const Shown& shown) { return {shown.record.id, shown.record.kind, {}, true}; }

bool expired(const Session& session, const model::Record& bin) {
  return session.clock().wall_ms() - bin.integer(removed_field::kTime) > kBinMs;
}

// What has been there for longer than the bin keeps it, as changes that take it away.
Result<std::vector<RecordChange>> emptied(Session& session) {
  KITH_TRY(const std::vector<Shown> all, session.replica->list(kSelfSpace, Kind::removed));
  std::vector<RecordChange> out;
  for (const Shown& shown : all) {
    if (expired(session, shown.record)) out.push_back(removal(shown));
  }
  return out;
}

RecordChange kept(Session& session, const std::vector<Shown>& what, const client::SpaceInfo& space) {
  std::vector<model::Record> records;
  for (const Shown& shown : what) records.push_back(shown.record);
  RecordChange out{session.replica->new_id(), Kind::removed, {}, false};
  out.fields[removed_field::kRecords] = facts::pack(records);
  out.fields[removed_field::kTime] = session.clock().wall_ms();
  model::List made;
  for (const Shown& shown : what) made.emplace_back(shown.made.value_or(RecordId{}));
  if (space.number != kSelfSpace) out.fields[removed_field::kMade] = std::move(made);
  if (space.number != kSelfSpace) out.fields[removed_field::kSpace] = to_bytes(space.membership.space.view());
  return out;
}

Result<client::SpaceNumber> space_of(Session& session, const model::Record& bin) {
  const Bytes id = bin.bytes(removed_field::kSpace);
  if (id.empty()) return kSelfSpace;
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  for (const client::SpaceInfo& space : spaces) {
    if (to_bytes(space.membership.space.view()) == id) return space.number;
  }
  return fail(Code::NOT_FOUND, "the pair it stood in is not in this vault");
}

// What the id of a shared record was made of: without it nobody would have made it.
std::optional<RecordId> made_of(const model::Record& bin, std::size_t index) {
  const model::List made = bin.list(removed_field::kMade);
  const RecordId* id = index < made.size() ? made[index].id() : nullptr;
  return id == nullptr || id->is_zero() ? std::nullopt : std::optional(*id);
}

// A record that the other one of a pair wrote in meanwhile never went: it stays whole, as it is now.
Result<RecordChange> put_back(Session& session, client::SpaceNumber space, const model::Record& record) {
  KITH_TRY(const auto there, session.replica->find(space, record.id, record.kind));
  if (there) return RecordChange{record.id, record.kind, {}, false};
  return RecordChange{record.id, record.kind, {record.fields.begin(), record.fields.end()}, false};
}

}  // namespace

Result<void> remove_to_bin(Session& session, const std::vector<Shown>& what) {
  if (what.empty()) return {};
  KITH_TRY(const client::SpaceInfo space, session.replica->space(what.front().space));
  KITH_TRY(std::vector<RecordChange> own, emptied(session));
  own.push_back(kept(session, what, space));
  std::vector<RecordChange> removals;
  for (const Shown& shown : what) removals.push_back(removal(shown));
  if (space.number == kSelfSpace) {
    own.insert(own.end(), removals.begin(), removals.end());
    return session.replica->change(kSelfSpace, own);
  }
  // Kept first: after a crash between both nothing is lost, and it can be removed again.
  KITH_CHECK(session.replica->change(kSelfSpace, own));
  const auto done = session.replica->change(space.number, removals);
  if (!done) (void)session.replica->remove(kSelfSpace, own.back().id);
  return done;
}

Result<api::RemovedList> bin_list(Session& session, const api::Empty&) {
  KITH_TRY(std::vector<Shown> all, session.replica->list(kSelfSpace, Kind::removed));
  KITH_TRY(const People people, People::read(session));
  std::erase_if(all, [&](const Shown& shown) { return expired(session, shown.record); });
  std::sort(all.begin(), all.end(), [](const Shown& a, const Shown& b) {
    return std::pair(a.record.integer(removed_field::kTime), a.record.id) > std::pair(b.record.integer(removed_field::kTime), b.record.id);
  });
  api::RemovedList out;
  for (const Shown& shown : all) {
    const auto records = facts::unpack(shown.record.list(removed_field::kRecords));
    if (!records || records->empty()) continue;
    api::Removed* row = out.add_items();
    row->set_id(shown.record.id.hex());
    row->set_kind(std::string(kind_name(records->front().kind)));
    row->set_text(known_by(people, records->front()));
    row->set_removed_ms(static_cast<double>(shown.record.integer(removed_field::kTime)));
    row->set_until_ms(static_cast<double>(shown.record.integer(removed_field::kTime) + kBinMs));
  }
  return out;
}

Result<api::Changed> bin_restore(Session& session, const api::IdRequest& request) {
  KITH_TRY(const Shown bin, record(session, request.id(), Kind::removed));
  if (expired(session, bin.record)) return fail(Code::NOT_FOUND, "it was removed more than 30 days ago");
  KITH_TRY(const std::vector<model::Record> records, facts::unpack(bin.record.list(removed_field::kRecords)));
  if (records.empty()) return fail(Code::STORE_CORRUPT, "there is nothing in this entry of the bin");
  KITH_TRY(const client::SpaceNumber space, space_of(session, bin.record));
  std::vector<RecordChange> back;
  for (std::size_t i = 0; i < records.size(); ++i) {
    KITH_TRY(RecordChange one, put_back(session, space, records[i]));
    one.made = made_of(bin.record, i);
    back.push_back(std::move(one));
  }
  // In a pair it is put back first: after a crash between both it is there and in the bin.
  if (space != kSelfSpace) {
    KITH_CHECK(session.replica->change(space, back));
    back.clear();
  }
  back.push_back(removal(bin));
  KITH_CHECK(session.replica->change(kSelfSpace, back));
  return changed(records.front().id);
}

Result<api::Empty> bin_empty(Session& session, const api::Empty&) {
  KITH_TRY(const std::vector<Shown> all, session.replica->list(kSelfSpace, Kind::removed));
  std::vector<RecordChange> gone;
  for (const Shown& shown : all) gone.push_back(removal(shown));
  KITH_CHECK(session.replica->change(kSelfSpace, gone));
  return api::Empty();
}

}  // namespace kith::engine

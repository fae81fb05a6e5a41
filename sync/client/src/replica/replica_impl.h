#pragma once
// What Replica, SyncClient and Pairing share. Private to sync/client.
//
// Two locks, always taken in this order: `exchange` by whoever talks to a relay or changes a
// SpaceRow, for as long as that takes; `mu` by everybody, only around reading and committing.
// Local edits take `mu` alone, so that they never wait for a network. Clang sees to `mu` (kith/base/mutex.h);
// a walk of a page takes it for a row at a time.

#include <atomic>
#include <set>

#include "index/search_index.h"
#include "kith/base/mutex.h"
#include "kith/protocol/merge.h"
#include "rows/replica_store.h"
#include "rows/rows.h"
#include "rows/space_row.h"

namespace kith::client {

// A change of an entry that holds by its author's chain and stands behind a broken place of the log.
struct AheadChange {
  protocol::Change change;
  protocol::Written written;
};

// How an entry of a branch that the relay has lost comes back into the log.
enum class LostKind : std::uint8_t {
  data,      // as it was, or carried
  leave,     // as it was
  decision,  // a renewal or an addition: by a person's decision
};
// One of them, on its way, and shown meanwhile.
struct LostEntry {
  LostRow row;
  std::vector<AheadChange> changes;
  LostKind kind = LostKind::data;
  bool opens = true;  // else nobody could take it from here: its author has to bring it in again
  bool comes_as_data() const { return kind == LostKind::data && opens; }
  bool stays_here = false;  // by the other one, under a key that has ended since: it can only be shown
};
using LostBranch = std::map<Hash, LostEntry>;
// Those that `which` says yes to, in the order that they had.
std::vector<const LostEntry*> in_order(const LostBranch& lost, const std::function<bool(const LostEntry&)>& which);
// Whether any of it still comes in as data: whatever closes the epoch waits for that.
bool has_data_to_come(const LostBranch& lost);

struct ReplicaImpl {
  ReplicaImpl(changelog::Store& s, const Clock& c, Random& r, const AgreeKey& a)
      : store(s), clock(c), random(r), administration(a), search_index(store, store.owed) {}

  // constant after construction
  ReplicaStore store;  // everybody reads and writes through it
  const Clock& clock;
  Random& random;
  const AgreeKey administration;

  Mutex exchange;
  Mutex mu;
  SearchIndex search_index KITH_GUARDED_BY(mu);
  std::map<SpaceNumber, SpaceRow> spaces KITH_GUARDED_BY(mu);
  std::map<SpaceNumber, std::int64_t> last_time KITH_GUARDED_BY(mu);
  std::map<RecordId, RecordId> fresh_ids KITH_GUARDED_BY(mu);  // of shared records that were not written yet: their random halves
  std::map<RecordPlace, std::vector<AheadChange>> ahead KITH_GUARDED_BY(mu);  // thrown away and made anew, never stored
  std::map<SpaceNumber, LostBranch> lost KITH_GUARDED_BY(mu);  // the table `lost`, opened
  std::map<RecordPlace, std::vector<AheadChange>> lost_shown KITH_GUARDED_BY(mu);
  std::map<std::tuple<SpaceNumber, std::uint32_t, Hash>, Secret> entry_keys KITH_GUARDED_BY(mu);

  SpaceRow* space(SpaceNumber number) KITH_REQUIRES(mu);
  // 0: this vault has no such space.
  SpaceNumber number_of(const SpaceId& id) const KITH_REQUIRES(mu);
  std::int64_t next_time(SpaceNumber number) KITH_REQUIRES(mu);
  // What opens and seals an entry, which may be of a lost branch. Null where this device has no secret of its
  // epoch.
  const Secret* entry_key(const SpaceRow& row, const envelope::EntryHeader& header) KITH_REQUIRES(mu);
  // Commits the batch with the row in it, then installs the row.
  Result<void> install(changelog::Batch& batch, SpaceRow row) KITH_REQUIRES(mu);
  // Several of them, all or none.
  Result<void> install(changelog::Batch& batch, std::vector<SpaceRow> rows) KITH_REQUIRES(mu);
  Result<void> load() KITH_REQUIRES(mu);
  // What the table `lost` holds of a space, opened.
  Result<void> load_lost(SpaceNumber number) KITH_REQUIRES(mu);
  const LostBranch& lost_branch(SpaceNumber number) const KITH_REQUIRES(mu);
  // Lays `lost` over the counted state, by its old places.
  void show_lost(SpaceNumber number) KITH_REQUIRES(mu);

  Result<std::optional<model::RecordState>> counted(SpaceNumber space, model::Kind kind, const RecordId& id) const
      KITH_REQUIRES(mu);
  Result<std::vector<UnsentRow>> unsent(BytesView prefix) const KITH_REQUIRES(mu);
  // Counted state with unsent changes on top.
  Result<std::optional<model::RecordState>> state(SpaceNumber space, model::Kind kind, const RecordId& id)
      KITH_REQUIRES(mu);
  Result<std::vector<model::RecordState>> states(SpaceNumber space, model::Kind kind,
                                                 std::set<RecordId>* with_unsent = nullptr) KITH_REQUIRES(mu);
  // A record that can be seen. Where its kind is known nothing else is looked through.
  Result<std::optional<model::RecordState>> find_state(SpaceNumber space, const RecordId& id,
                                                       model::Kind kind = model::Kind::unknown) KITH_REQUIRES(mu);
  // For the search index: nothing where the record is not to be seen.
  Result<std::optional<model::RecordState>> readable(const RecordPlace& key) KITH_REQUIRES(mu);
  SearchIndex::ReadState read_for_index() KITH_REQUIRES(mu);
  Shown shown(const SpaceRow& row, const model::RecordState& state, model::Record record) const KITH_REQUIRES(mu);
  // What the index says is there. STORE_CORRUPT, with the way out, where it is not to be seen.
  Result<Shown> shown_at(const RecordPlace& place) KITH_REQUIRES(mu);
  // But for what is held (rows/held.h): nobody waits for that.
  Result<std::uint64_t> count_unsent(SpaceNumber space) const KITH_REQUIRES(mu);
  Result<SpaceInfo> info(const SpaceRow& row) const KITH_REQUIRES(mu);
  Result<void> write(SpaceNumber space, const std::vector<protocol::Change>& changes) KITH_REQUIRES(mu);
  RecordId new_id(SpaceNumber number) KITH_REQUIRES(mu);
  // The random half of a shared record's id, where this device knows it.
  Result<std::optional<RecordId>> made_of(SpaceNumber number, model::Kind kind, const RecordId& id) KITH_REQUIRES(mu);
  Result<void> writable(SpaceNumber space) KITH_REQUIRES(mu);

  // Stores the alarm unless the same one stands there unhealed; whether it is new.
  Result<bool> raise(Alarm& alarm) KITH_REQUIRES(mu);
  Result<void> heal(SpaceNumber space, const std::function<bool(const Alarm&)>& which) KITH_REQUIRES(mu);
};

Result<std::vector<Alarm>> read_alarms(const changelog::Store& store);

// Puts of changes that have no entry yet carry this name; real names are hashes.
model::PutName provisional_name(std::uint32_t index);

}  // namespace kith::client

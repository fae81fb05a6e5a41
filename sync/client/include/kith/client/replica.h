#pragma once
// Replica is this device's copy of every space it is in: the counted state of each space's
// records, with the changes that are not sent yet on top. Reading and writing never need a
// relay; what a relay brings goes through SyncClient, which works on the same Replica.
//
// Threads: safe from any thread; each call is one atomic step, durable when it returns.
// Owns:    nothing but its lock; the store, clock and random source outlive it.
// Units:   times in wall milliseconds.
// Errors:  NOT_FOUND; CLOSED for a write to a space that has ended; UNVERIFIED_KEY for a write
//          to a pair that both persons have not confirmed; PERMISSION_DENIED for withdrawing
//          what somebody else shared; TOO_LARGE; and the store's own errors. After a failure
//          nothing has changed.

#include <memory>

#include "kith/base/clock.h"
#include "kith/base/random.h"
#include "kith/changelog/store.h"
#include "kith/client/types.h"
#include "kith/crypto/agree.h"

namespace kith::client {

struct ReplicaImpl;
struct SearchRequest;
struct SearchPage;
struct IndexReport;
struct NewestPage;

class Replica {
 public:
  // A new vault: founds the self space. `administration` is the vault's public administration key.
  static Result<std::unique_ptr<Replica>> create(changelog::Store& store, const Clock& clock, Random& random,
                                                 const AgreeKey& administration);
  static Result<std::unique_ptr<Replica>> open(changelog::Store& store, const Clock& clock, Random& random,
                                               const AgreeKey& administration);
  ~Replica();
  Replica(const Replica&) = delete;
  Replica& operator=(const Replica&) = delete;

  Result<std::vector<SpaceInfo>> spaces() const;
  Result<SpaceInfo> space(SpaceNumber number) const;

  // Visible records of a kind, in no particular order.
  Result<std::vector<Shown>> list(SpaceNumber space, model::Kind kind) const;
  // The newest of them, by the day that a conversation was on, else by when they were made. Reads these and no other, as
  // quick with many as with few, where the search index is owed few (catch_up_index).
  Result<NewestPage> newest(SpaceNumber space, model::Kind kind, std::size_t most) const;
  // Whether there is one. As quick with many as with few.
  Result<bool> any(SpaceNumber space, model::Kind kind) const;
  // Of that kind only, where it is given: the others are not looked through.
  Result<std::optional<Shown>> find(SpaceNumber space, const RecordId& id,
                                    model::Kind kind = model::Kind::unknown) const;
  // In whichever space it lives.
  Result<std::optional<Shown>> find(const RecordId& id, model::Kind kind = model::Kind::unknown) const;

  // For who keeps what was read: asked before reading, it misses nothing and may name something that
  // was read already. Marks are this Replica's alone; 0 is before everything.
  Changes changed_since(std::uint64_t mark) const;

  // Everything that can be read, by its words or as a time line: kith/client/search.h. What is
  // listed is found, in a space that has ended too.
  Result<SearchPage> search(const SearchRequest& request) const;
  // Takes into the index what has changed, in small steps that let writers pass; search() would. With `from`, in
  // passing: nothing where less than so many are owed, and no more than some hundred at a time.
  Result<void> catch_up_index(std::size_t from = 0);
  // Compares the index with every record. STORE_CORRUPT says how it is made again.
  Result<IndexReport> check_index();
  Result<void> rebuild_index();

  Result<RecordId> create_record(SpaceNumber space, model::Kind kind, const Fields& fields);
  // Several records in one atomic step (an import).
  Result<std::vector<RecordId>> create_records(SpaceNumber space, model::Kind kind, const std::vector<Fields>& records);
  // Only fields whose value differs are written.
  Result<void> edit(SpaceNumber space, const RecordId& id, const FieldEdits& edits);
  Result<void> remove(SpaceNumber space, const RecordId& id);
  // All of it in one atomic step. NOT_FOUND for removing what is not there.
  Result<void> change(SpaceNumber space, const std::vector<RecordChange>& changes);
  // An id for a record that is to be made in that space: in one of several members it says who made it,
  // so it is worth nothing in another space, and is forgotten when this Replica goes.
  RecordId new_id(SpaceNumber space = kSelfSpace);
  // Burns the id for ever; only for what this member made.
  Result<void> withdraw(SpaceNumber space, const RecordId& id);

  Result<std::vector<Conflict>> conflicts() const;
  // Whether there is one in the space of a pair that goes on, where two people write: what is one's own is not looked
  // through.
  Result<bool> any_conflict_with_a_partner() const;
  // The kept value becomes the shown one, or goes; of a removal the record stays, or goes. All are
  // ordinary changes.
  Result<void> keep(const model::PutName& kept);
  Result<void> dismiss(const model::PutName& kept);

  Result<std::vector<Alarm>> alarms() const;
  // A person has seen it: it is kept, and no longer shown as new. NOT_FOUND.
  Result<void> dismiss_alarm(std::uint64_t id);

  // Settings of this vault that never leave it (relay address, CA, relay key, own name of things).
  Result<std::optional<Bytes>> setting(std::string_view name) const;
  Result<void> set_setting(std::string_view name, BytesView value);

  // For SyncClient and Pairing, which live in this module.
  ReplicaImpl& impl() { return *impl_; }

 private:
  explicit Replica(std::unique_ptr<ReplicaImpl> impl);
  std::unique_ptr<ReplicaImpl> impl_;
};

}  // namespace kith::client

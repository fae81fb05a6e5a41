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

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "kith/base/clock.h"
#include "kith/base/random.h"
#include "kith/changelog/store.h"
#include "kith/crypto/agree.h"
#include "kith/envelope/log.h"
#include "kith/envelope/membership.h"
#include "kith/model/record_state.h"

namespace kith::client {

// The number of a space in this vault; never leaves the device. The self space is 1.
using SpaceNumber = std::uint32_t;
inline constexpr SpaceNumber kSelfSpace = 1;

struct SpaceInfo {
  SpaceNumber number = 0;
  envelope::Membership membership;
  envelope::Head head;            // how far this device has verified the log
  std::uint32_t my_member = 0;    // my number in it
  bool verified = false;          // pair: both persons confirmed the digits (always true for self)
  bool ended = false;             // somebody left: nothing further is accepted
  Code stopped{};                 // sending has stopped: FORK, CLONED_DEVICE, STORE_ROLLED_BACK, REVOKED_DEVICE
  std::uint64_t unsent = 0;       // changes that no log has counted yet
};

// A record as a person sees it.
struct Shown {
  model::Record record;
  SpaceNumber space = 0;
  std::uint32_t author = 0;       // member who made it
  bool mine = false;
  std::int64_t created_ms = 0;
  bool deleted_by_other = false;  // somebody deleted it without having seen what is left
  bool unsent = false;
};

// A value that lost against another one written at the same time; nothing is lost until a
// person keeps or dismisses it.
struct Conflict {
  model::PutName name;  // of the kept value
  SpaceNumber space = 0;
  RecordId record;
  model::Kind kind = model::Kind::unknown;
  model::FieldNumber field = 0;
  model::Value shown;
  model::Value kept;
  std::uint32_t author = 0;  // who wrote the kept value
  bool mine = false;
};

// A security event. `evidence` holds public bytes only: entries and signed heads.
struct Alarm {
  std::uint64_t id = 0;
  Code code = Code::INTERNAL;
  SpaceNumber space = 0;
  SignKey author;
  std::uint64_t position = 0;  // in the log, or the author's sequence where no position is known
  std::int64_t time_ms = 0;
  std::string detail;
  bool healed = false;
  std::vector<Bytes> evidence;
};

// A member's device that goes on under new keys; the old administration key has signed it.
struct Renewed {
  SpaceNumber space = 0;
  std::uint32_t member = 0;
  bool mine = false;
  SignKey old_key;
};

using Fields = std::map<model::FieldNumber, model::Value>;
using FieldEdits = std::map<model::FieldNumber, std::optional<model::Value>>;  // none: clear the field


// One record's part of a step of several; its kind is needed but for removing. A record that is not
// there is made, under the id given: what was removed comes back as itself.
struct RecordChange {
  RecordId id;
  model::Kind kind = model::Kind::unknown;
  FieldEdits fields;
  bool remove = false;
  std::int64_t time_ms = 0;  // when it was written, for what comes from an export; 0: now
};

// What changed since somebody read: a mark to ask with the next time, and the records.
struct RecordPlace {
  SpaceNumber space = 0;
  model::Kind kind = model::Kind::unknown;
  RecordId id;
};
struct Changes {
  std::uint64_t mark = 0;
  bool unknown = false;  // longer ago than is remembered: everything is to be read again
  std::vector<RecordPlace> records;
};

struct ReplicaImpl;
struct SearchRequest;
struct SearchPage;
struct IndexReport;

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
  // Takes into the index what has changed, in small steps that let writers pass; search() would.
  Result<void> catch_up_index();
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
  RecordId new_id();
  // Burns the id for ever; only for what this member made.
  Result<void> withdraw(SpaceNumber space, const RecordId& id);

  Result<std::vector<Conflict>> conflicts() const;
  // The kept value becomes the shown one, or goes. Both are ordinary changes.
  Result<void> keep(const model::PutName& kept);
  Result<void> dismiss(const model::PutName& kept);

  Result<std::vector<Alarm>> alarms() const;

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

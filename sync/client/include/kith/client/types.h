#pragma once
// The values that Replica gives and takes: spaces, records as a person sees them, conflicts, alarms.
//
// Threads: plain values.
// Units:   times in wall milliseconds.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kith/base/result.h"
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
  bool leaving = false;           // my leave is written, and no log has counted it
  Code stopped{};                 // sending has stopped: FORK, CLONED_DEVICE, STORE_ROLLED_BACK, REVOKED_DEVICE
  bool needs_decision = false;    // a branch with a change of members was lost: SyncClient::decide_fork()
  std::uint64_t unsent = 0;       // changes that no log has counted yet
  std::uint64_t put_aside = 0;    // entries that count and that this device could not read
  // Entries of a branch that the relay has lost, written by the other one under a key that has ended since: they
  // are shown here, and nobody takes them from this device. Whoever wrote them has to write them again.
  std::uint64_t only_here = 0;
};

// A record as a person sees it.
struct Shown {
  model::Record record;
  SpaceNumber space = 0;
  std::uint32_t author = 0;       // member who made it
  bool mine = false;
  std::int64_t created_ms = 0;
  // Somebody removed it without having seen all of it: it is whole, and a person decides. By whom
  // and when; 0 where nothing of the kind happened.
  std::uint32_t removed_by = 0;
  bool removed_by_me = false;
  std::int64_t removed_ms = 0;
  bool unsent = false;
  std::optional<RecordId> made;   // of a shared record: what its id was made of (RecordChange::made)
};

// A value that lost against another one written at the same time; nothing is lost until a
// person keeps or dismisses it.
inline constexpr std::uint32_t kRemovalIndex = 0xffffffff;
struct Conflict {
  model::PutName name;  // of the kept value; of a removal the record's id and kRemovalIndex
  SpaceNumber space = 0;
  RecordId record;
  model::Kind kind = model::Kind::unknown;
  model::FieldNumber field = 0;
  model::Value shown;
  model::Value kept;
  std::uint32_t author = 0;  // who wrote the kept value
  bool mine = false;
  // No value lost here: the record was removed by `author` while somebody wrote in it. To keep it is
  // to keep it whole; to dismiss this is to let the record go.
  bool removal = false;
};

// A security event. `evidence` holds public bytes only: proofs of entries
// (header and signature) and signed heads.
struct Alarm {
  std::uint64_t id = 0;
  Code code = Code::INTERNAL;
  SpaceNumber space = 0;
  SignKey author;
  std::uint64_t position = 0;  // in the log, or the author's sequence where no position is known
  std::int64_t time_ms = 0;
  std::string detail;
  bool healed = false;
  bool dismissed = false;       // a person has seen it
  std::uint32_t repeated = 0;   // more of its kind, which were counted and not kept
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
  FieldEdits fields = {};
  bool remove = false;
  std::int64_t time_ms = 0;  // when it was written, for what comes from an export; 0: now
  std::optional<RecordId> made = std::nullopt;  // the random half of a shared id that was kept since new_id() gave it
};

// Where a record is.
struct RecordPlace {
  SpaceNumber space = 0;
  model::Kind kind = model::Kind::unknown;
  RecordId id;
  auto operator<=>(const RecordPlace&) const = default;
};

// What changed since somebody read: a mark to ask with the next time, and the records.
struct Changes {
  std::uint64_t mark = 0;
  bool unknown = false;  // longer ago than is remembered: everything is to be read again
  std::vector<RecordPlace> records;
};

}  // namespace kith::client

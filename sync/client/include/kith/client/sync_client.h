#pragma once
// SyncClient brings a Replica and a relay together: it proves who it is, pulls what is new,
// verifies every entry, applies what counts, sends what waits, and notices a relay that lies.
//
// Threads: one sync at a time; the Replica stays usable from other threads meanwhile.
// Errors:  OFFLINE and TIMEOUT change nothing. An alarm is not an error of the call: honest
//          entries are applied and the report lists what was noticed. A space with which
//          something is wrong has its own result in the report; the call fails only where nothing
//          can be done for any: no network, another relay key, a store that fails.

#include "kith/client/replica.h"
#include "kith/client/transport.h"

namespace kith::client {

// An entry of this device that another member counts and could not read.
struct PutAsideByOther {
  SpaceNumber space = 0;
  std::uint64_t sequence = 0;
  Code code = Code::INTERNAL;
};

// How one space came out of a sync. Whatever is wrong in one space stays there.
struct SpaceResult {
  SpaceNumber space = 0;
  // Why it was not brought up to date, or why something in it still waits; none where neither is so.
  Code code{};
  Sentence detail;
  std::uint64_t waiting = 0;  // own changes that no log has counted
};

struct SyncReport {
  std::vector<SpaceResult> spaces;  // of every space that was to be synced
  std::vector<PutAsideByOther> put_aside;  // own entries that the other one says he could not read
  std::uint64_t sent = 0;      // own changes that the log counted during this sync
  std::uint64_t received = 0;  // changes by others applied during this sync
  std::uint64_t pending = 0;   // own changes still waiting
  std::vector<Alarm> alarms;   // noticed for the first time during this sync
  std::vector<Renewed> renewed;  // seen in the log for the first time during this sync
};

class SyncClient {
 public:
  SyncClient(Replica& replica, Transport& transport);

  // The relay's key is pinned at first use (setting "relay_key"); another one is KEY_CHANGED.
  // `admission` is only looked at when a space is made at the relay.
  // Where it fails and `until_then` is given, that is what had been done before.
  Result<SyncReport> sync(BytesView admission = {}, SyncReport* until_then = nullptr);
  // One space only (pairing and sharing use it).
  Result<SyncReport> sync_space(SpaceNumber space, BytesView admission = {});

  // A person's decision over a fork in which a change of members was lost (SpaceInfo::needs_decision): this
  // device goes over to the branch that the relay shows and says there what the lost one had decided. Nobody
  // who left or was renewed on either comes back by it; nothing that was written is lost. `administration`
  // is what the passphrase opens. INVALID_ARGUMENT where nothing is to be decided. Broken off anywhere, it
  // is asked for again.
  Result<SyncReport> decide_fork(SpaceNumber space, const crypto::AgreePair& administration, BytesView admission = {});

  // What the relay holds of a space, as the relay shows it.
  Result<SpaceView> inspect(SpaceNumber space);
  Result<std::vector<Row>> rows(SpaceNumber space);

  // Opens the live stream over all spaces; `apply` takes an event and syncs what it names.
  Result<std::unique_ptr<LiveStream>> live();
  Result<SyncReport> apply(const LiveEvent& event);

 private:
  Replica& replica_;
  Transport& transport_;
};

}  // namespace kith::client

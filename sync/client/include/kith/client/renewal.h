#pragma once
// Renewal: a vault goes on as a new incarnation. A vault that was put back from an older copy, or
// of which another copy is in use, must not write under its keys any more: numbers would be used
// twice. It reads what its old keys had written as its own past, and goes on under new keys, in
// each space by an entry that its administration key signs. See sync/PROTOCOL.md, "Membership".
//
//   begin   new keys for every space, in one step; from then on nothing is sealed under the old
//   space   pull to the end; sign the renewal; store it; send it; take the new keys over once it
//           stands in the log; seal again what the old key had sealed in vain
//   end     the mark goes when no space is left
//
// Each step is durable before the next begins. run() called again goes on where it was, and so
// does a sync with renewals that were signed already.
//
// Threads: as SyncClient: one at a time with syncs and pairings; reading and writing go on.
// Errors:  OFFLINE, TIMEOUT and the relay's refusals: what was done stays done, and run() again
//          goes on. REVOKED_DEVICE (as an alarm) where another copy was renewed before this one.

#include "kith/client/sync_client.h"

namespace kith::client {

struct RenewalState {
  bool restored = false;     // put back from a backup: nothing is sent until it is renewed
  bool noticed = false;      // a space stopped: CLONED_DEVICE or STORE_ROLLED_BACK about the own key
  std::uint32_t left = 0;    // spaces whose renewal has begun and does not stand in the log yet

  bool needed() const { return restored || noticed || left > 0; }
};

struct RenewalReport {
  std::uint32_t renewed = 0;  // spaces that go on under new keys since this call
  std::uint32_t left = 0;     // as RenewalState
  SyncReport sync;
};

class Renewal {
 public:
  explicit Renewal(Replica& replica) : replica_(replica) {}

  Result<RenewalState> state() const;
  // Does nothing but a sync where none is needed.
  Result<RenewalReport> run(Transport& transport, const crypto::AgreePair& administration, BytesView admission = {});

 private:
  Replica& replica_;
};

}  // namespace kith::client

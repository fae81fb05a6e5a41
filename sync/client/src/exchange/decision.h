#pragma once
// A person's decision over a fork: the device has gone over to the branch that the relay shows (fork.h), and
// owes one membership entry that says there again what the lost branch had decided.
// Private to sync/client.

#include "replica/replica_impl.h"

namespace kith::client {

struct OwedDecision {
  envelope::DecideForkAction action;
  std::vector<envelope::DeviceKeys> devices;  // of its outcome: whom the next epoch is for
};
// Before anything is sent; nothing where none is owed any more, and the space goes on. REVOKED_DEVICE where the
// branch that the relay shows has renewed this very device to other keys, so that this copy of the vault has
// ended; CLONED_DEVICE where it has so renewed the other one's; WRONG_EPOCH where the log has earned no epoch
// for it yet; TOO_LARGE for more than one entry holds.
Result<std::optional<OwedDecision>> owed_decision(ReplicaImpl& impl, SpaceNumber number);

// The decision that is to be sent, if it is made.
Result<std::optional<Bytes>> waiting_decision(ReplicaImpl& impl, SpaceNumber number);

// REQUIRES: `owed` is of the log as it is. Signed and stored to be sent, where none is on its way.
Result<void> make_decision(ReplicaImpl& impl, SpaceNumber number, const OwedDecision& owed,
                           const crypto::AgreePair& administration);

}  // namespace kith::client

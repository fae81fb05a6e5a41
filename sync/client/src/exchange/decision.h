#pragma once
// A person's decision over a fork: the device has gone over to the branch that the relay shows (fork.h), and
// owes one membership entry that says there again what the lost branch had decided.
// Private to sync/client.

#include "replica/replica_impl.h"

namespace kith::client {

// Renewals and additions of lost branches that no log has again, each behind what let its author in.
std::vector<Bytes> lost_decisions(ReplicaImpl& impl, SpaceNumber number) KITH_REQUIRES(impl.mu);

enum class Owes : std::uint8_t {
  decision,  // it can be made: with the passphrase, where none waits to be sent
  nothing,   // not any more: the space goes on
};
// Before anything is sent. REVOKED_DEVICE where the branch that the relay shows has renewed this very device
// to other keys, so that this copy of the vault has ended; CLONED_DEVICE where it has so renewed the other
// one's; WRONG_EPOCH where the log has earned no epoch for it yet.
Result<Owes> owes_decision(ReplicaImpl& impl, SpaceNumber number);

// The decision that is to be sent, if it is made.
Result<std::optional<Bytes>> waiting_decision(ReplicaImpl& impl, SpaceNumber number);

// REQUIRES: the log was read to its end. Signed and stored to be sent; one that this log cannot take any more
// is made anew.
Result<void> make_decision(ReplicaImpl& impl, SpaceNumber number, const crypto::AgreePair& administration);

}  // namespace kith::client

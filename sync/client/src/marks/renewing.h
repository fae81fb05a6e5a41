#pragma once
// What a renewal means for this device's rows: whether the vault may go on as it is, taking over
// the new keys, and carrying what the old key had sealed and the log had not counted.
// Private to sync/client.

#include "kith/changelog/incarnation.h"
#include "replica/replica_impl.h"

namespace kith::client {

// The row changelog::kIncarnationPending. 1: the vault was put back from a backup, and its keys may have written on
// since; 2: new keys are made, and not every space goes on under its own yet. No row: neither.
enum class Incarnation : std::uint8_t { settled = 0, restored = changelog::kIncarnationRestored, renewing = 2 };
Result<Incarnation> incarnation(const changelog::Store& store);
void set_incarnation(changelog::Batch& batch, Incarnation state);

// STORE_ROLLED_BACK unless settled: nothing new is begun under keys that are about to end.
Result<void> check_settled(ReplicaImpl& impl);

// Codes for which a space has stopped and which a renewal by the device they are about ends.
bool ends_with_renewal(Code code);

// The row goes on under the keys that it had ready.
void go_on_renewed(SpaceRow& row);

// Whether the membership entry that waits to be sent is a renewal.
bool renewal_waits(const changelog::Store& store, SpaceNumber number);

// Alarms about one entry, which stay until that entry is read, however far the log has come since.
bool is_about_entry(Code code);

// Alarms about keys that have ended are healed, and sending that stopped for them goes on. Takes `mu`.
Result<void> settle_alarms(ReplicaImpl& impl, SpaceNumber number, const std::vector<SignKey>& ended);

// The mark goes when no space waits for its renewal. Takes `mu`.
Result<void> settle_incarnation(ReplicaImpl& impl);

}  // namespace kith::client

#pragma once
// What was sealed, or counted on a branch that the relay has lost, goes out again before anything newer.
// Private to sync/client. Wants `exchange` and `mu` held.

#include "replica/replica_impl.h"

namespace kith::client {

// Of a body beside its changes, or the entries that it carries.
inline constexpr std::size_t kRoomBeside = 4096;

// The next entry of this device, sealed under the current epoch; `next` goes on behind it. WRONG_EPOCH where
// this device has no key of that.
Result<Bytes> seal_next(ReplicaImpl& impl, SpaceRow& next, const protocol::Body& body) KITH_REQUIRES(impl.mu);

// In one step, in the order in which it was first written: the entries of a lost branch, carried whole;
// then what was sealed and can never count (by a renewed key, under an epoch that is over, on a branch
// that was lost), change by change, under the key, the epoch and new numbers of today. What names their
// puts names the new ones. WRONG_EPOCH where this device has no key of the current epoch.
Result<void> carry_over(ReplicaImpl& impl, SpaceNumber number) KITH_REQUIRES(impl.mu);

}  // namespace kith::client

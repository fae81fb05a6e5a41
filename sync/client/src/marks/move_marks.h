#pragma once
// Where the members of a pair say they are. Private to sync/client; wants `mu` held.

#include "kith/client/moving.h"
#include "replica/replica_impl.h"

namespace kith::client {

inline constexpr std::string_view kMovingSetting = "moving_to";
// The keys of relays that this vault has left, oldest first, one after the other.
inline constexpr std::string_view kLeftSetting = "relays_left";

Result<RelayPlace> decode_place(BytesView bytes);

// The newest place that the other one of a pair named.
Result<std::optional<RelayPlace>> partner_place(ReplicaImpl& impl, const SpaceRow& row) KITH_REQUIRES(impl.mu);
// The newest place that this vault named in a space.
Result<std::optional<RelayPlace>> own_place(ReplicaImpl& impl, const SpaceRow& row) KITH_REQUIRES(impl.mu);
// This vault, or the other one of a pair, has been at that relay and left it: its logs there may be
// older than what both have.
Result<bool> was_left(ReplicaImpl& impl, const SignKey& key) KITH_REQUIRES(impl.mu);
// Nothing may be written to this space's log here: the other one may be writing to it at another
// relay, or this vault itself has gone on. The log alone tells, so a copy of this vault from before a move
// finds out when it has read that far.
Result<bool> waits_for_partner(ReplicaImpl& impl, const SpaceRow& row) KITH_REQUIRES(impl.mu);

}  // namespace kith::client

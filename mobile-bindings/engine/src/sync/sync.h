#pragma once
// One sync as a result, for `sync` and for the live stream.
//
// Threads: as Session.

#include "kith/client/renewal.h"
#include "session/method.h"

namespace kith::engine {

// Looks for acceptances and confirmations, then syncs every space. A new alarm is part of the
// result (`error`), because what is honest was applied. `before`: what went before it, to be told with it.
Result<api::SyncResult> sync_now(Session& session, const client::SyncReport& before = {});
// Own changes that no log has counted. What waits in a pair that has ended stays here, and waits for nothing.
std::uint64_t waiting_in(const std::vector<client::SpaceInfo>& spaces);
client::SyncReport joined(client::SyncReport first, const client::SyncReport& second);
// Unless there is one already.
void set_error(api::SyncResult* out, const Error& error);
// What a sync brought may have to be answered: sealed answers open, a partner has moved. Then it is
// sent at once. Adds to `report`.
Result<void> settle_pairs(Session& session, client::Transport& relay, client::SyncReport& report);
Result<api::SyncResult> sync_result(Session& session, const client::SyncReport& report);
// Why nothing is sent until the vault is renewed. REQUIRES: state.needed()
Wording held_back(const client::RenewalState& state);

}  // namespace kith::engine

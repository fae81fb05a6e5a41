#pragma once
// One sync as a result, for `sync` and for the live stream.

#include "kith/client/renewal.h"
#include "method.h"

namespace kith::engine {

// Looks for acceptances and confirmations, then syncs every space. A new alarm is part of the
// result (`error`), because what is honest was applied.
Result<api::SyncResult> sync_now(Session& session);
Result<api::SyncResult> sync_result(Session& session, const client::SyncReport& report);
// Why nothing is sent, and what to do. REQUIRES: state.needed()
std::string_view held_back(const client::RenewalState& state);
// What an alarm means, and what was kept, in a sentence or two.
std::string_view meaning(Code code);

}  // namespace kith::engine

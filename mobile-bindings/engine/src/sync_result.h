#pragma once
// One sync as a result, for `sync` and for the live stream.

#include "kith/client/renewal.h"
#include "method.h"

namespace kith::engine {

// Looks for acceptances and confirmations, then syncs every space. A new alarm is part of the
// result (`error`), because what is honest was applied. `before`: what went before it, to be told with it.
Result<api::SyncResult> sync_now(Session& session, const client::SyncReport& before = {});
client::SyncReport joined(client::SyncReport first, const client::SyncReport& second);
// Unless there is one already.
void set_error(api::SyncResult* out, Code code, std::string message);
// What a sync brought may have to be answered: sealed answers open, a partner has moved. Then it is
// sent at once. Adds to `report`.
Result<void> settle_pairs(Session& session, client::Transport& relay, client::SyncReport& report);
Result<api::SyncResult> sync_result(Session& session, const client::SyncReport& report);
// A move to another relay that was begun, and a sync there. REQUIRES: one is under way
Result<api::SyncResult> finish_move(Session& session, bool old_is_gone);
// Why nothing is sent, and what to do. REQUIRES: state.needed()
std::string_view held_back(const client::RenewalState& state);
// What an alarm means, and what was kept, in a sentence or two.
std::string_view meaning(Code code);
// Neither healed nor seen by a person.
bool is_open(const client::Alarm& alarm);

// That another copy of this vault was renewed, and what becomes of this one; 0: nobody knows since when.
std::string ended_copy_says(std::int64_t noticed_ms);
// The same where it is so.
Result<std::optional<std::string>> ended_copy(Session& session);
// Why a space is not up to date, whether something is wrong there, and what can be done.
void fill_reason(Code code, const std::string& detail, api::SpaceOutcome* out);
Result<void> fill_outcomes(Session& session, const People& people, const client::SyncReport& report, api::SyncResult* out);
// A line for each partner and reason.
void fill_put_aside(const People& people, const client::SyncReport& report, api::SyncResult* out);

}  // namespace kith::engine

#pragma once
// How a sync went in each space, in words.
//
// Threads: as Session.

#include <optional>
#include <string>

#include "session/method.h"
#include "session/people.h"

namespace kith::engine {

// That another copy of this vault was renewed, and what becomes of this one; 0: nobody knows since when.
Sentence ended_copy_says(std::int64_t noticed_ms);
// The same where it is so.
Result<std::optional<Sentence>> ended_copy(Session& session);
// Why a space is not up to date, whether something is wrong there, and what can be done.
void fill_reason(Code code, const Sentence& detail, api::SpaceOutcome* out);
Result<void> fill_outcomes(Session& session, const People& people, const client::SyncReport& report, api::SyncResult* out);
// A line for each partner and reason.
void fill_put_aside(const People& people, const client::SyncReport& report, api::SyncResult* out);

}  // namespace kith::engine

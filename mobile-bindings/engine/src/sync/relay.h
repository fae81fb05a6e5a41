#pragma once
// The relay of a vault, and the way to another one.
//
// Threads: as Session.

#include "session/method.h"

namespace kith::engine {

// A move to another relay that was begun, and a sync there. REQUIRES: one is under way
Result<api::SyncResult> finish_move(Session& session, bool old_is_gone);

}  // namespace kith::engine

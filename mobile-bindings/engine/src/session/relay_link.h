#pragma once
// A connection to the relay as the engine has it: whoever waits for an answer over it has the turn (relay_turn.h) and
// leaves the session to others until the answer is there. What a method knew before such a question may have changed
// behind it; the replica and the sync client are made for that, and a method reads anew what it shows.
//
// Threads: one thread at a time, which holds the session's lock; interrupt() from any.
// Errors:  those of Transport; CANCELLED, TIMEOUT, OFFLINE, VAULT_LOCKED and VAULT_SUSPENDED where the call was ended.

#include <memory>

#include "session/session.h"

namespace kith::engine {

std::unique_ptr<client::Transport> make_relay_link(Session& session, std::unique_ptr<client::Transport> relay);

}  // namespace kith::engine

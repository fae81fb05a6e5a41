#pragma once
// A connection to the relay as the engine has it: a question to it can be ended by whoever has a say in that
// (relay_turn.h), and while its answer is waited for, whoever asked lets others have what he works on. What a method
// knew before such a question may have changed behind it; the replica and the sync client are made for that, and a
// method reads anew what it shows.
//
// Threads: one thread at a time, which has the turn and, of a session, its lock; interrupt() from any.
// Errors:  those of Transport; CANCELLED, TIMEOUT, OFFLINE, VAULT_LOCKED and VAULT_SUSPENDED where the call was ended.

#include <functional>
#include <memory>

#include "session/session.h"

namespace kith::engine {

// Around each question: nothing, for whoever works alone.
struct AroundQuestion {
  std::function<void()> leave = [] {};
  std::function<void()> come_back = [] {};
  std::function<void()> next_page = [] {};  // before each of them, while nobody else has it
};
std::unique_ptr<client::Transport> make_relay_link(RelayTurn& turn, AroundQuestion around,
                                                   std::unique_ptr<client::Transport> relay);
// The session is others' meanwhile.
std::unique_ptr<client::Transport> make_relay_link(Session& session, std::unique_ptr<client::Transport> relay);

}  // namespace kith::engine

#pragma once
// RelayTurn says whose turn it is to talk to the relay: one call at a time. While that call waits for an answer it
// lets others have the session (relay_link.h), and from any thread it can be told to stop: by whoever began it, by its
// deadline, by a change of the network, by whoever wants the vault for himself.
//
// Threads: all of it from any thread. The turn is taken before the session's own lock, never after it.
// Units:   deadlines on the steady clock.

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <thread>

#include "kith/base/mutex.h"
#include "kith/base/result.h"
#include "kith/client/transport.h"
#include "kith/engine/control.h"

namespace kith::engine {

class RelayTurn {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  // The turn, from here to the end of the scope. `control` may be null; whoever is cancelled while he waits for it
  // has it not, nor has who waited until `until`.
  class Taken {
   public:
    Taken(RelayTurn& turn, Control* control, std::optional<Moment> until = {});
    ~Taken();
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
    bool had() const { return had_; }

   private:
    friend class RelayTurn;
    RelayTurn& turn_;
    Control* const control_;
    bool had_ = false;
    bool cancelled_ = false;  // guarded as the turn's own
  };

  // While it lives no call gets an answer of the relay: the one under way ends with this error, and the connection
  // counts no more.
  class Held {
   public:
    Held(RelayTurn& turn, Error why);
    ~Held();
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

   private:
    RelayTurn& turn_;
  };

  // Whether this thread has it.
  bool is_mine() const KITH_EXCLUDES(mu_);
  // Of the call whose turn it is. `ran_out`: it was stopped by that.
  void set_deadline(Moment moment) KITH_EXCLUDES(mu_);
  bool ran_out() const KITH_EXCLUDES(mu_);

  // Around each question to the relay: why it is not asked; that it is over, whatever became of it; and, where it
  // failed, why in truth.
  Result<void> go_out(client::Transport& relay) KITH_EXCLUDES(mu_);
  void come_back() KITH_EXCLUDES(mu_);
  std::optional<Error> why_ended() KITH_EXCLUDES(mu_);

  // What hears that the network changed, until it is forgotten: a live stream, which asks nothing and waits.
  void listen(const void* who, std::function<void()> told) KITH_EXCLUDES(mu_);
  void forget(const void* who) KITH_EXCLUDES(mu_);
  void network_changed(bool there) KITH_EXCLUDES(mu_);
  // Grows whenever a connection that was made before counts no more.
  std::uint64_t connections() const KITH_EXCLUDES(mu_);

 private:
  void cancel(Taken& who) KITH_EXCLUDES(mu_);
  void stop(const Error& why) KITH_REQUIRES(mu_);
  std::optional<Error> reason() KITH_REQUIRES(mu_);

  mutable Mutex mu_;  // for moments
  CondVar changed_;
  const Taken* taken_ KITH_GUARDED_BY(mu_) = nullptr;
  std::thread::id whose_ KITH_GUARDED_BY(mu_);
  client::Transport* asked_ KITH_GUARDED_BY(mu_) = nullptr;  // which one has a question just now
  std::optional<Error> ended_ KITH_GUARDED_BY(mu_);
  std::optional<Moment> deadline_ KITH_GUARDED_BY(mu_);
  bool ran_out_ KITH_GUARDED_BY(mu_) = false;
  int held_ KITH_GUARDED_BY(mu_) = 0;
  std::optional<Error> held_why_ KITH_GUARDED_BY(mu_);
  bool network_there_ KITH_GUARDED_BY(mu_) = true;
  std::uint64_t connections_ KITH_GUARDED_BY(mu_) = 0;
  std::map<const void*, std::function<void()>> listening_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::engine

#pragma once
// Gate lets many calls through at once, and one who must be alone: to close, to reopen.
//
// Threads: all of it, from any thread. Who is inside may go in once more, even while somebody
//          waits to be alone: a visitor of a scan may read. Who is alone never goes in.
// Units:   deadlines are of the monotonic clock.

#include <chrono>

#include "kith/base/mutex.h"

namespace kith::vault {

class Gate {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  // False when it is shut; waits while somebody is alone.
  bool enter();
  void leave();

  // Whoever comes from now on waits; true once nobody is inside any more. False when it is shut.
  bool alone();
  // As alone(), but who comes is turned away, until open(). False when the deadline passed with
  // somebody inside: then everything is as before.
  bool shut(Deadline deadline);
  void shut();
  void open();

  // Somebody waits for those inside to leave.
  bool wanted() const;

 private:
  enum class State { open, alone, shut };
  mutable Mutex mu_;
  CondVar changed_;
  State state_ KITH_GUARDED_BY(mu_) = State::open;
  unsigned inside_ KITH_GUARDED_BY(mu_) = 0;
};

// Inside for as long as it lives, if it came in at all.
class Inside {
 public:
  explicit Inside(Gate& gate) : gate_(gate), in_(gate.enter()) {}
  ~Inside() {
    if (in_) gate_.leave();
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  explicit operator bool() const { return in_; }

 private:
  Gate& gate_;
  bool in_;
};

}  // namespace kith::vault

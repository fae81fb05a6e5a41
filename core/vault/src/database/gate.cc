#include "database/gate.h"

#include <algorithm>
#include <vector>

namespace kith::vault {
namespace {

// The gates that this thread is inside of, once for each time.
thread_local std::vector<const Gate*> entered;

}  // namespace

bool Gate::enter() {
  const MutexLock lock(mu_);
  const bool again = std::find(entered.begin(), entered.end(), this) != entered.end();
  while (!again && state_ == State::alone) changed_.wait(mu_);
  if (state_ == State::shut) return false;
  ++inside_;
  entered.push_back(this);
  return true;
}

void Gate::leave() {
  const MutexLock lock(mu_);
  entered.erase(std::find(entered.rbegin(), entered.rend(), this).base() - 1);
  if (--inside_ == 0) changed_.notify_all();
}

bool Gate::alone() {
  const MutexLock lock(mu_);
  while (state_ == State::alone) changed_.wait(mu_);
  if (state_ == State::shut) return false;
  state_ = State::alone;
  while (inside_ != 0) changed_.wait(mu_);
  return true;
}

bool Gate::shut(Deadline deadline) {
  const MutexLock lock(mu_);
  while (state_ == State::alone) {
    if (!changed_.wait_until(mu_, deadline) && state_ == State::alone) return false;
  }
  const State before = state_;
  state_ = State::shut;
  bool in_time = true;
  while (inside_ != 0 && in_time) in_time = changed_.wait_until(mu_, deadline);
  if (inside_ == 0) return true;
  state_ = before;
  changed_.notify_all();
  return false;
}

void Gate::shut() {
  const MutexLock lock(mu_);
  while (state_ == State::alone) changed_.wait(mu_);
  state_ = State::shut;
  while (inside_ != 0) changed_.wait(mu_);
}

void Gate::open() {
  const MutexLock lock(mu_);
  state_ = State::open;
  changed_.notify_all();
}

bool Gate::wanted() const {
  const MutexLock lock(mu_);
  return state_ == State::shut;
}

}  // namespace kith::vault

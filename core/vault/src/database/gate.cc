#include "database/gate.h"

#include <algorithm>
#include <vector>

namespace kith::vault {
namespace {

// The gates that this thread is inside of, once for each time.
thread_local std::vector<const Gate*> entered;

}  // namespace

bool Gate::enter() {
  std::unique_lock lock(mu_);
  const bool again = std::find(entered.begin(), entered.end(), this) != entered.end();
  if (!again) changed_.wait(lock, [&] { return state_ != State::alone; });
  if (state_ == State::shut) return false;
  ++inside_;
  entered.push_back(this);
  return true;
}

void Gate::leave() {
  const std::lock_guard lock(mu_);
  entered.erase(std::find(entered.rbegin(), entered.rend(), this).base() - 1);
  if (--inside_ == 0) changed_.notify_all();
}

bool Gate::alone() {
  std::unique_lock lock(mu_);
  changed_.wait(lock, [&] { return state_ != State::alone; });
  if (state_ == State::shut) return false;
  state_ = State::alone;
  changed_.wait(lock, [&] { return inside_ == 0; });
  return true;
}

bool Gate::shut(Deadline deadline) {
  std::unique_lock lock(mu_);
  if (!changed_.wait_until(lock, deadline, [&] { return state_ != State::alone; })) return false;
  const State before = state_;
  state_ = State::shut;
  if (changed_.wait_until(lock, deadline, [&] { return inside_ == 0; })) return true;
  state_ = before;
  changed_.notify_all();
  return false;
}

void Gate::shut() {
  std::unique_lock lock(mu_);
  changed_.wait(lock, [&] { return state_ != State::alone; });
  state_ = State::shut;
  changed_.wait(lock, [&] { return inside_ == 0; });
}

void Gate::open() {
  const std::lock_guard lock(mu_);
  state_ = State::open;
  changed_.notify_all();
}

bool Gate::wanted() const {
  const std::lock_guard lock(mu_);
  return state_ == State::shut;
}

}  // namespace kith::vault

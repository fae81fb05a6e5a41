#include "session/relay_turn.h"

namespace kith::engine {
namespace {

Error cancelled() { return fail(Code::CANCELLED, "this was cancelled"); }
Error out_of_time() { return fail(Code::TIMEOUT, "the time that was given for this is over"); }
Error no_network() { return fail(Code::OFFLINE, "this device has no network"); }
Error another_network() { return fail(Code::OFFLINE, "the network of this device changed in the middle"); }

}  // namespace

RelayTurn::Taken::Taken(RelayTurn& turn, Control* control, std::optional<Moment> until)
    : turn_(turn), control_(control) {
  if (control_ != nullptr) control_->tell([this] { turn_.cancel(*this); });
  const MutexLock lock(turn_.mu_);
  while (turn_.taken_ != nullptr && !cancelled_) {
    if (!until) {
      turn_.changed_.wait(turn_.mu_);
    } else if (!turn_.changed_.wait_until(turn_.mu_, *until)) {
      return;
    }
  }
  if (cancelled_) return;
  had_ = true;
  turn_.taken_ = this;
  turn_.whose_ = std::this_thread::get_id();
  turn_.ended_.reset();
  turn_.deadline_.reset();
  turn_.ran_out_ = false;
}

RelayTurn::Taken::~Taken() {
  if (control_ != nullptr) control_->tell({});
  if (!had_) return;
  const MutexLock lock(turn_.mu_);
  turn_.taken_ = nullptr;
  turn_.whose_ = {};
  turn_.changed_.notify_all();
}

RelayTurn::Held::Held(RelayTurn& turn, Error why) : turn_(turn) {
  const MutexLock lock(turn_.mu_);
  ++turn_.held_;
  ++turn_.connections_;
  turn_.stop(why);
  turn_.held_why_ = std::move(why);
}

RelayTurn::Held::~Held() {
  const MutexLock lock(turn_.mu_);
  --turn_.held_;
}

bool RelayTurn::is_mine() const {
  const MutexLock lock(mu_);
  return whose_ == std::this_thread::get_id();
}

void RelayTurn::set_deadline(Moment moment) {
  const MutexLock lock(mu_);
  deadline_ = moment;
}

bool RelayTurn::ran_out() const {
  const MutexLock lock(mu_);
  return ran_out_;
}

// Why whoever has the turn gets no answer, if so.
std::optional<Error> RelayTurn::reason() {
  if (held_ > 0) return held_why_;
  if (ended_) return ended_;
  if (!network_there_) return no_network();
  if (deadline_ && std::chrono::steady_clock::now() >= *deadline_) {
    ran_out_ = true;
    return out_of_time();
  }
  return {};
}

Result<void> RelayTurn::go_out(client::Transport& relay) {
  const MutexLock lock(mu_);
  if (std::optional<Error> why = reason()) return *std::move(why);
  std::int64_t most_ms = 0;
  if (deadline_) {
    // At least one: none would be no limit.
    most_ms = 1 + std::chrono::duration_cast<std::chrono::milliseconds>(*deadline_ - std::chrono::steady_clock::now()).count();
  }
  relay.ready(most_ms);
  asked_ = &relay;
  return {};
}

void RelayTurn::come_back() {
  const MutexLock lock(mu_);
  asked_ = nullptr;
}

std::optional<Error> RelayTurn::why_ended() {
  const MutexLock lock(mu_);
  return reason();
}

void RelayTurn::stop(const Error& why) {
  if (!ended_) ended_ = why;
  if (asked_ != nullptr) asked_->interrupt();
}

void RelayTurn::cancel(Taken& who) {
  const MutexLock lock(mu_);
  who.cancelled_ = true;
  if (taken_ == &who) stop(cancelled());
  changed_.notify_all();
}

void RelayTurn::listen(const void* who, std::function<void()> told) {
  const MutexLock lock(mu_);
  listening_[who] = std::move(told);
}

void RelayTurn::forget(const void* who) {
  const MutexLock lock(mu_);
  listening_.erase(who);
}

void RelayTurn::network_changed(bool there) {
  const MutexLock lock(mu_);
  network_there_ = there;
  ++connections_;
  stop(there ? another_network() : no_network());
  for (const auto& [who, told] : listening_) told();
}

std::uint64_t RelayTurn::connections() const {
  const MutexLock lock(mu_);
  return connections_;
}

}  // namespace kith::engine

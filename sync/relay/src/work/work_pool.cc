#include "work/work_pool.h"

#include <algorithm>

namespace kith::relay {
namespace {

constexpr std::size_t kOfAKind = 4096;
constexpr std::size_t kOfFew = 1024;
constexpr std::size_t kInASpace = 128;      // as many as a pair's devices send in a minute
constexpr std::size_t kOfAnAddress = 1024;  // a whole organization may come from one

// All of them reading from a slow disk leave one thread of fourteen: for the rest of what has begun.
LanesRules rules_for(std::size_t threads) {
  const auto part = [threads](std::size_t of) { return std::max<std::size_t>(1, threads / of); };
  LanesRules out;
  const auto set = [&](LaneKind kind, const LaneRules& rules) { out[static_cast<std::size_t>(kind)] = rules; };
  set(LaneKind::writes, {part(4), 1, kInASpace, kOfAKind});
  set(LaneKind::creations, {1, kInASpace, kInASpace, kOfFew});
  set(LaneKind::reads, {part(3), 2, kInASpace, kOfAKind});
  set(LaneKind::streams, {part(6), 1, 0, 0});
  set(LaneKind::callers, {part(6), 1, kOfAnAddress, kOfAKind});
  set(LaneKind::mailboxes, {1, 1, kInASpace, kOfFew});
  return out;
}

}  // namespace

Turn::~Turn() {
  if (pool_ != nullptr) pool_->end(lane_);
}

Lane lane_of(LaneKind kind, BytesView whose) {
  Lane out;
  out.kind = kind;
  std::copy_n(whose.begin(), std::min(whose.size(), out.id.bytes.size()), out.id.bytes.begin());
  return out;
}

WorkPool::WorkPool(unsigned threads) : lanes_(rules_for(threads)) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

WorkPool::~WorkPool() { stop(); }

void WorkPool::post(const Lane& lane, std::function<void(Turn)> run, std::function<void()> turn_away) {
  std::optional<Work> away;
  {
    const MutexLock lock(mu_);
    away = lanes_.add(lane, {std::move(run), std::move(turn_away)});
  }
  wake_.notify_one();
  if (away) away->turn_away();
}

void WorkPool::go_on(std::function<void()> rest) {
  {
    const MutexLock lock(mu_);
    rests_.push_back(std::move(rest));
  }
  wake_.notify_one();
}

std::size_t WorkPool::waiting() const {
  const MutexLock lock(mu_);
  return lanes_.waiting();
}

void WorkPool::end(const Lane& lane) {
  {
    const MutexLock lock(mu_);
    lanes_.ended(lane);
  }
  // What its end lets begin may be nobody's errand otherwise: all threads may be asleep.
  wake_.notify_one();
}

void WorkPool::stop() {
  {
    const MutexLock lock(mu_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void WorkPool::run() {
  for (;;) {
    std::function<void()> rest;
    std::optional<Lanes<Work>::Next> next;
    {
      const MutexLock lock(mu_);
      for (;;) {
        if (!rests_.empty()) {
          rest = std::move(rests_.front());
          rests_.pop_front();
          break;
        }
        next = lanes_.next();
        if (next || stopping_) break;
        wake_.wait(mu_);
      }
    }
    if (rest) {
      rest();
    } else if (next) {
      next->work.run(Turn(*this, next->lane));
      const MutexLock lock(mu_);
      lanes_.returned(next->lane);
    } else {
      return;
    }
  }
}

}  // namespace kith::relay

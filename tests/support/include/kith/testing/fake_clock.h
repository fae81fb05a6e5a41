#pragma once
// A clock that stands still until a test moves it. The wall may be turned back, the monotonic
// time never goes back.

#include <atomic>

#include "kith/base/clock.h"

namespace kith::testing {

class FakeClock final : public Clock {
 public:
  explicit FakeClock(std::int64_t wall_ms = 1'700'000'000'000) : wall_(wall_ms) {}

  std::int64_t wall_ms() const override { return wall_; }
  std::int64_t monotonic_ms() const override { return monotonic_; }

  void advance(std::int64_t ms) {
    wall_ += ms;
    monotonic_ += ms;
  }
  void set_wall(std::int64_t ms) { wall_ = ms; }

 private:
  std::atomic<std::int64_t> wall_;
  std::atomic<std::int64_t> monotonic_{1};
};

}  // namespace kith::testing

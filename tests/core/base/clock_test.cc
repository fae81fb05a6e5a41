#include "kith/base/clock.h"

#include <gtest/gtest.h>

#include <ctime>

#include "kith/testing/fake_clock.h"

namespace kith {
namespace {

TEST(SystemClock, WallTimeIsInMillisecondsSince1970) {
  const std::int64_t seconds = std::time(nullptr);
  EXPECT_NEAR(static_cast<double>(system_clock().wall_ms()) / 1000.0, static_cast<double>(seconds), 5.0);
}

TEST(SystemClock, MonotonicTimeNeverGoesBack) {
  std::int64_t last = system_clock().monotonic_ms();
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t now = system_clock().monotonic_ms();
    ASSERT_GE(now, last);
    last = now;
  }
}

TEST(FakeClock, MovesOnlyWhenTold) {
  testing::FakeClock clock(1000);
  const std::int64_t monotonic = clock.monotonic_ms();
  clock.advance(5);
  clock.set_wall(10);
  EXPECT_EQ(clock.wall_ms(), 10);
  EXPECT_EQ(clock.monotonic_ms(), monotonic + 5);
}

}  // namespace
}  // namespace kith

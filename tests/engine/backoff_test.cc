// The pauses between one try and the next.

#include "kith/engine/backoff.h"

#include <gtest/gtest.h>

#include "kith/testing/seeded_random.h"

namespace kith::testing {
namespace {

using engine::Backoff;

// Every pause as long as it can be: 2^64-1 leaves that remainder only by chance, so the longest of many is looked at.
std::int64_t longest(int failures_before) {
  std::int64_t out = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SeededRandom random(seed);
    Backoff backoff(&random);
    for (int i = 0; i < failures_before; ++i) (void)backoff.failed(0);
    out = std::max(out, backoff.failed(0));
  }
  return out;
}

TEST(BackoffTest, TheBoundDoublesAndEnds) {
  std::int64_t bound = Backoff::kFirstMs;
  for (int i = 0; i < 12; ++i) {
    const std::int64_t most = longest(i);
    EXPECT_LE(most, bound) << i;
    EXPECT_GT(most, bound * 9 / 10) << i;
    bound = std::min(bound * 2, Backoff::kMostMs);
  }
  EXPECT_EQ(bound, Backoff::kMostMs);
}

TEST(BackoffTest, APauseMayBeAnythingFromNothingOn) {
  SeededRandom random(7);
  int parts[10] = {};
  for (int i = 0; i < 1'000; ++i) {
    Backoff backoff(&random);
    const std::int64_t pause = backoff.failed(0);
    ASSERT_GE(pause, 0);
    ++parts[std::min<std::int64_t>(pause * 10 / Backoff::kFirstMs, 9)];
  }
  for (const int part : parts) EXPECT_GT(part, 50) << "a tenth of the bound has about a tenth of the pauses";
}

struct Stood : ::testing::Test {
  SeededRandom random{3};
  Backoff backoff{&random};
  // The longest pause of the next failures, each after it had worked for that long.
  std::int64_t longest_after(std::int64_t worked_ms) {
    std::int64_t out = 0;
    for (int i = 0; i < 200; ++i) {
      backoff.works(now);
      now += worked_ms / 2;
      backoff.works(now);
      now += worked_ms - worked_ms / 2;
      out = std::max(out, backoff.failed(now));
    }
    return out;
  }
  std::int64_t now = 5;
};

TEST_F(Stood, WhatStoodForAWhileBeginsAnew) {
  for (int i = 0; i < 12; ++i) (void)backoff.failed(now);
  EXPECT_LE(longest_after(Backoff::kStoodMs), Backoff::kFirstMs);
}

TEST_F(Stood, WhatFallsAtOnceDoesNot) {
  EXPECT_GT(longest_after(Backoff::kStoodMs - 1), Backoff::kMostMs / 2);
}

TEST_F(Stood, TimeInWhichItDidNotWorkDoesNotCount) {
  backoff.works(now);
  (void)backoff.failed(now + 1);
  for (int i = 0; i < 200; ++i) {
    now += Backoff::kStoodMs;
    if (backoff.failed(now) > Backoff::kFirstMs * 4) return;
  }
  FAIL() << "a pause is no success";
}

TEST(BackoffTest, WithoutASourceOfItsOwnItTakesTheSystems) {
  Backoff backoff;
  const std::int64_t pause = backoff.failed(0);
  EXPECT_GE(pause, 0);
  EXPECT_LE(pause, Backoff::kFirstMs);
}

}  // namespace
}  // namespace kith::testing

// A number out of random bytes.

#include "kith/base/draw.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith {
namespace {

struct Fixed8 final : Random {
  explicit Fixed8(Byte b) : byte(b) {}
  void fill(std::span<Byte> out) override { std::fill(out.begin(), out.end(), byte); }
  Byte byte;
};

TEST(DrawTest, ANumberIsNeverAboveTheMost) {
  for (int b = 0; b < 256; ++b) {
    Fixed8 random(static_cast<Byte>(b));
    EXPECT_EQ(draw_up_to(random, 0), 0U);
    EXPECT_LE(draw_up_to(random, 1), 1U);
    EXPECT_LE(draw_up_to(random, 6), 6U);
  }
  Fixed8 highest(255);
  EXPECT_EQ(draw_up_to(highest, UINT64_MAX), UINT64_MAX);
}

TEST(DrawTest, EveryNumberCanCome) {
  bool seen[4] = {};
  for (int b = 0; b < 256; ++b) {
    Fixed8 random(static_cast<Byte>(b));
    seen[draw_up_to(random, 3)] = true;
  }
  for (const bool one : seen) EXPECT_TRUE(one);
}

}  // namespace
}  // namespace kith

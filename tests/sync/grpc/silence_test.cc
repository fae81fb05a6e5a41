// When a live stream that says nothing counts as dead.

#include "silence.h"

#include <gtest/gtest.h>

namespace kith::grpc {
namespace {

TEST(SilenceTest, TheFirstWordHasItsOwnTime) {
  Silence silence(15'000);
  silence.waited(14'999);
  EXPECT_EQ(silence.left_ms(), 1);
  silence.waited(1);
  EXPECT_EQ(silence.left_ms(), 0);
}

TEST(SilenceTest, ThreeIntervalsAreTooMany) {
  Silence silence(15'000);
  silence.heard(25'000);
  silence.waited(74'999);
  EXPECT_EQ(silence.left_ms(), 1);
  silence.waited(5'000);
  EXPECT_EQ(silence.left_ms(), 0) << "and it never grows below nothing";
}

TEST(SilenceTest, EveryWordBeginsItAnew) {
  Silence silence(15'000);
  silence.heard(25'000);
  for (int i = 0; i < 10; ++i) {
    silence.waited(70'000);
    EXPECT_GT(silence.left_ms(), 0);
    silence.heard(25'000);
  }
}

TEST(SilenceTest, AnOlderRelayMayBeSilentForEver) {
  Silence silence(15'000);
  silence.heard(0);
  silence.waited(std::int64_t{365} * 24 * 3'600'000);
  EXPECT_GT(silence.left_ms(), 0);
}

TEST(SilenceTest, TheLongestIntervalThatCanBeSaidIsCountedWhole) {
  Silence silence(15'000);
  silence.heard(0xffff'ffff);
  EXPECT_EQ(silence.most_ms(), std::int64_t{3} * 0xffff'ffff);
}

}  // namespace
}  // namespace kith::grpc

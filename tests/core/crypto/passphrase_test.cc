#include "kith/crypto/passphrase.h"

#include <gmock/gmock.h>

#include <iostream>

#include "kith/testing/matchers.h"

namespace kith::crypto {
namespace {

using testing::Fails;
using testing::IsOk;

constexpr std::uint64_t kMiB = 1ULL << 20U;

TEST(CV07_PassphraseCost, FloorTargetAndCeilingAreTaken) {
  EXPECT_THAT(check_cost(kCostFloor), IsOk());
  EXPECT_THAT(check_cost(kCostTarget), IsOk());
  EXPECT_THAT(check_cost(kCostCeiling), IsOk());
  EXPECT_EQ(kCostFloor, (PassphraseCost{64 * kMiB, 3}));
  EXPECT_EQ(kCostTarget, (PassphraseCost{256 * kMiB, 3}));
  EXPECT_EQ(kCostCeiling, (PassphraseCost{1024 * kMiB, 10}));
}

TEST(CV07_PassphraseCost, BelowTheFloorNeverRuns) {
  const Secret words = Secret::copy_of(as_bytes("words"));
  for (const PassphraseCost cost : {PassphraseCost{0, 0}, PassphraseCost{8 * 1024, 1},
                                    PassphraseCost{64 * kMiB - 1, 3}, PassphraseCost{64 * kMiB, 2},
                                    PassphraseCost{1024 * kMiB, 2}, PassphraseCost{64 * kMiB - 1, 10}}) {
    EXPECT_THAT(check_cost(cost), Fails(Code::KDF_BELOW_FLOOR));
    EXPECT_THAT(stretch(words, {}, cost), Fails(Code::KDF_BELOW_FLOOR));
  }
  std::cout << "CV-07: 6 costs below the floor, none ran\n";
}

TEST(CV07_PassphraseCost, AboveTheCeilingNeverRuns) {
  const Secret words = Secret::copy_of(as_bytes("words"));
  for (const PassphraseCost cost : {PassphraseCost{1024 * kMiB + 1, 3}, PassphraseCost{64 * kMiB, 11},
                                    PassphraseCost{~0ULL, ~0U}}) {
    EXPECT_THAT(check_cost(cost), Fails(Code::KDF_ABOVE_CEILING));
    EXPECT_THAT(stretch(words, {}, cost), Fails(Code::KDF_ABOVE_CEILING));
  }
  std::cout << "CV-07: 3 costs above the ceiling, none ran\n";
}

TEST(Stretch, WordsSaltAndCostAllCount) {
  const auto run = [](std::string_view words, Byte salt, PassphraseCost cost) {
    Salt s;
    s.bytes[0] = salt;
    const auto out = stretch(Secret::copy_of(as_bytes(words)), s, cost);
    EXPECT_THAT(out, IsOk());
    return to_hex(out->reveal());
  };
  const std::string first = run("words", 1, kCostFloor);
  EXPECT_EQ(first.size(), 64U);
  EXPECT_EQ(run("words", 1, kCostFloor), first);
  EXPECT_NE(run("Words", 1, kCostFloor), first);
  EXPECT_NE(run("words", 2, kCostFloor), first);
  EXPECT_NE(run("words", 1, {64 * kMiB, 4}), first);
}

TEST(SlowDigits, AreTwelveAndFollowTheHash) {
  const auto one = slow_digits(Hash{{1}});
  const auto two = slow_digits(Hash{{2}});
  ASSERT_THAT(one, IsOk());
  ASSERT_THAT(two, IsOk());
  EXPECT_THAT(*one, ::testing::MatchesRegex("[0-9]{12}"));
  EXPECT_NE(*one, *two);
  EXPECT_EQ(*one, *slow_digits(Hash{{1}}));
}

}  // namespace
}  // namespace kith::crypto

// Stamps, challenges and tokens by themselves: what is known again, what is spent, and whose room a flood fills.

#include <gtest/gtest.h>

#include "door/challenges.h"
#include "door/tokens.h"
#include "kith/testing/fake_clock.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::testing {
namespace {

using relay::Challenges;
using relay::Stamps;
using relay::Tokens;
using verify::label::kChallengeTag;
using verify::label::kTokenTag;

struct DoorTest : ::testing::Test {
  static SignKey device(Byte number) { return SignKey{{number}}; }

  FakeClock clock;
  SeededRandom random{5};
  Stamps stamps{clock, random};
  Challenges challenges{stamps, random};
  Tokens tokens{stamps};
  const SpaceId space{{1, 2, 3}};
};

TEST_F(DoorTest, AStampSaysWhatWasStamped) {
  const relay::StampMark mark{{1, 2, 3, 4, 5, 6, 7, 8}};
  const auto bytes = stamps.make(kTokenTag, {1234, mark}, as_bytes("context"));
  const auto stamp = stamps.read(kTokenTag, bytes.view(), as_bytes("context"));
  ASSERT_TRUE(stamp);
  EXPECT_EQ(stamp->at_ms, 1234);
  EXPECT_EQ(stamp->mark, mark);
}

TEST_F(DoorTest, AStampHoldsForItsPurposeContextAndProcessAlone) {
  const auto bytes = stamps.make(kTokenTag, {1, {}}, as_bytes("context"));
  EXPECT_FALSE(stamps.read(kChallengeTag, bytes.view(), as_bytes("context")));
  EXPECT_FALSE(stamps.read(kTokenTag, bytes.view(), as_bytes("another")));
  EXPECT_FALSE(stamps.read(kTokenTag, bytes.view().first(31), as_bytes("context")));
  EXPECT_FALSE(Stamps(clock, random).read(kTokenTag, bytes.view(), as_bytes("context"))) << "a restart voids it";
  for (std::size_t bit = 0; bit < 8 * bytes.kSize; ++bit) {
    auto wrong = bytes;
    wrong.bytes[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_FALSE(stamps.read(kTokenTag, wrong.view(), as_bytes("context"))) << bit;
  }
}

TEST_F(DoorTest, AStampDoesNotTellHowLongTheMachineRuns) {
  const auto bytes = stamps.make(kTokenTag, {1, {}}, {});
  EXPECT_NE(Bytes(bytes.bytes.begin(), bytes.bytes.begin() + 8), (Bytes{0, 0, 0, 0, 0, 0, 0, 1}));
}

TEST_F(DoorTest, AChallengeIsSpentOnceAndLivesAMinute) {
  const auto one = challenges.make();
  EXPECT_THAT(challenges.check(one), IsOk());
  EXPECT_THAT(challenges.check(one), IsOk()) << "a look changes nothing";
  EXPECT_THAT(challenges.spend(one, device(1)), IsOk());
  EXPECT_THAT(challenges.check(one), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(challenges.spend(one, device(1)), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(challenges.spend(one, device(2)), Fails(Code::UNAUTHENTICATED)) << "nor by anybody else";
  const auto two = challenges.make();
  clock.advance(59'999);
  EXPECT_THAT(challenges.check(two), IsOk());
  clock.advance(1);
  EXPECT_THAT(challenges.check(two), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(challenges.spend(two, device(1)), Fails(Code::UNAUTHENTICATED));
}

TEST_F(DoorTest, ChallengesOfOneMomentAreDifferent) { EXPECT_NE(challenges.make(), challenges.make()); }

TEST_F(DoorTest, GivingChallengesKeepsNothing) {
  const auto honest = challenges.make();
  for (int i = 0; i < 66'000; ++i) (void)challenges.make();
  EXPECT_EQ(challenges.spent(), 0U);
  EXPECT_THAT(challenges.spend(honest, device(1)), IsOk());
}

TEST_F(DoorTest, WhatIsSpentIsKeptAsLongAsItCouldBeAnsweredAgain) {
  const auto one = challenges.make();
  clock.advance(30'000);
  ASSERT_THAT(challenges.spend(one, device(1)), IsOk());
  clock.advance(29'999);
  challenges.sweep();
  EXPECT_EQ(challenges.spent(), 1U);
  EXPECT_THAT(challenges.check(one), Fails(Code::UNAUTHENTICATED));
  clock.advance(1);
  challenges.sweep();
  EXPECT_EQ(challenges.spent(), 0U);
  EXPECT_THAT(challenges.check(one), Fails(Code::UNAUTHENTICATED)) << "it is too old now";
}

TEST_F(DoorTest, OneDeviceFillsItsOwnRoomAndNobodyElses) {
  const auto others = challenges.make();
  for (int i = 0; i < 128; ++i) ASSERT_THAT(challenges.spend(challenges.make(), device(1)), IsOk());
  EXPECT_THAT(challenges.spend(challenges.make(), device(1)), Fails(Code::RATE_LIMITED));
  EXPECT_EQ(challenges.spent(), 128U);
  EXPECT_THAT(challenges.spend(others, device(2)), IsOk());
  clock.advance(60'000);
  EXPECT_THAT(challenges.spend(challenges.make(), device(1)), IsOk()) << "again in a minute";
  EXPECT_EQ(challenges.spent(), 1U);
}

// The bound of all: what goes is what was given first, and whatever was given then counts no more.
TEST_F(DoorTest, BeyondTheBoundOfAllNoAnswerCountsTwice) {
  Challenges few(stamps, random, {.of_one = 2, .of_all = 3});
  std::vector<envelope::Challenge> given;
  for (Byte i = 0; i < 4; ++i) {
    given.push_back(few.make());
    clock.advance(10);
  }
  for (Byte i = 0; i < 4; ++i) ASSERT_THAT(few.spend(given[i], device(i)), IsOk());
  EXPECT_EQ(few.spent(), 3U);
  for (const auto& one : given) EXPECT_THAT(few.spend(one, device(9)), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(few.spend(few.make(), device(9)), IsOk()) << "a young one is good at any time";
}

TEST_F(DoorTest, ATokenNamesItsDeviceAndIsForItsSpace) {
  const SignKey sign = random.make<SignKey>();
  const Bytes token = tokens.give(space, sign);
  EXPECT_EQ(token.size(), 32U);
  const auto pass = tokens.read(token, space);
  ASSERT_THAT(pass, IsOk());
  EXPECT_EQ(pass->until_ms, clock.monotonic_ms() + relay::kTokenMs);
  EXPECT_THAT(tokens.read(token, SpaceId{{9}}), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(tokens.read(BytesView(token).first(31), space), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(tokens.read(challenges.make().view(), space), Fails(Code::UNAUTHENTICATED)) << "no challenge is a token";
}

TEST_F(DoorTest, TheDeviceOfATokenIsFoundInItsSpaceAndNeverGuessed) {
  envelope::Membership membership;
  const auto with = [](Byte first, Byte last) {
    envelope::DeviceKeys out;
    out.sign.bytes.front() = first;
    out.sign.bytes.back() = last;
    return out;
  };
  membership.members[1].devices = {with(1, 1)};
  membership.members[2].retired = {with(2, 1)};
  const auto found = [&](const SignKey& sign) {
    return relay::device_of(*tokens.read(tokens.give(space, sign), space), membership);
  };
  EXPECT_EQ(found(with(1, 1).sign), with(1, 1).sign);
  EXPECT_EQ(found(with(2, 1).sign), with(2, 1).sign);
  EXPECT_FALSE(found(with(3, 1).sign));
  membership.members[2].devices = {with(1, 2)};
  EXPECT_FALSE(found(with(1, 1).sign)) << "two that begin alike";
}

}  // namespace
}  // namespace kith::testing

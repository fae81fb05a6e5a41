// What calls may keep in memory, and who may keep how much of it.

#include "work/bytes_in_flight.h"

#include <gtest/gtest.h>

#include <vector>

namespace kith::testing {
namespace {

using relay::BytesInFlight;
using relay::Party;
using Held = BytesInFlight::Held;

Party party(Byte who) { return relay::party_of(Bytes{who, 1}); }

TEST(BytesInFlightTest, OnePartyAloneHasAnEighth) {
  BytesInFlight bytes(2000);
  const auto whole = bytes.take(party(1), 250, 250);
  ASSERT_TRUE(whole);
  EXPECT_EQ(bytes.used(), 250U);
  EXPECT_FALSE(bytes.take(party(1), 1, 1));
  EXPECT_FALSE(bytes.take(party(1), 1, 50)) << "who wants less than the least wants all of it";
  EXPECT_EQ(bytes.used(), 250U) << "what is refused holds nothing";
}

// A page that took all of it would leave none for the request of the next one.
TEST(BytesInFlightTest, WhatMayBeShorterIsHalfOfWhatIsLeftAtMost) {
  BytesInFlight bytes(2000);
  std::vector<Held> held;
  for (const std::uint64_t expected : {100U, 75U}) {
    auto given = bytes.take(party(1), 100, 50);
    ASSERT_TRUE(given);
    EXPECT_EQ(given->bytes(), expected);
    held.push_back(std::move(*given));
  }
  EXPECT_FALSE(bytes.take(party(1), 100, 50)) << "37 would be less than the least";
  EXPECT_TRUE(bytes.take(party(1), 75, 75)) << "what is wanted whole";
}

TEST(BytesInFlightTest, OthersHaveAnEighthOfTheRest) {
  BytesInFlight bytes(1000);
  const auto first = bytes.take(party(1), 125, 125);
  const auto second = bytes.take(party(2), 109, 109);
  const auto third = bytes.take(party(3), 95, 95);
  EXPECT_TRUE(first && second && third);
  EXPECT_FALSE(bytes.take(party(4), 84, 84));
  EXPECT_TRUE(bytes.take(party(4), 83, 83));
}

TEST(BytesInFlightTest, KnowsWhoHoldsMost) {
  BytesInFlight bytes(1000);
  EXPECT_FALSE(bytes.largest());
  const auto first = bytes.take(party(1), 20, 20);
  auto second = bytes.take(party(2), 100, 100);
  EXPECT_EQ(bytes.largest(), party(2));
  second->settle(10);
  EXPECT_EQ(bytes.largest(), party(1));
}

TEST(BytesInFlightTest, WhatIsGivenBackIsThereAgainAndNothingStays) {
  BytesInFlight bytes(1000);
  {
    auto one = bytes.take(party(1), 100, 100);
    ASSERT_TRUE(one);
    one->settle(20);
    EXPECT_EQ(bytes.used(), 20U);
    one->settle(300);
    EXPECT_EQ(bytes.used(), 300U) << "what is there is counted, also where it is more than a share";
    EXPECT_FALSE(bytes.take(party(1), 1, 1));
    Held moved = std::move(*one);
    EXPECT_EQ(bytes.used(), 300U);
  }
  EXPECT_EQ(bytes.used(), 0U);
  EXPECT_TRUE(bytes.take(party(1), 125, 125));
}

TEST(BytesInFlightTest, ALowerBoundCountsFromTheNextOn) {
  BytesInFlight bytes(1000);
  const auto before = bytes.take(party(1), 100, 100);
  bytes.set_most(500);
  EXPECT_FALSE(bytes.take(party(1), 1, 1));
  EXPECT_FALSE(bytes.take(party(2), 51, 51));
  EXPECT_TRUE(bytes.take(party(2), 50, 50));
}

}  // namespace
}  // namespace kith::testing

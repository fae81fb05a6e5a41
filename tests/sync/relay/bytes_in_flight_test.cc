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
  std::vector<Held> held;
  for (int i = 0; i < 3; ++i) {
    auto given = bytes.take(party(1), 100, 50);
    ASSERT_TRUE(given);
    held.push_back(std::move(*given));
  }
  EXPECT_EQ(held[0].bytes(), 100U);
  EXPECT_EQ(held[2].bytes(), 50U) << "shorter, where there is less";
  EXPECT_EQ(bytes.used(), 250U);
  EXPECT_FALSE(bytes.take(party(1), 100, 50));
  EXPECT_FALSE(bytes.take(party(1), 10, 50)) << "who wants less than the least wants all of it";
  EXPECT_EQ(bytes.used(), 250U) << "what is refused holds nothing";
}

TEST(BytesInFlightTest, OthersHaveAnEighthOfTheRest) {
  BytesInFlight bytes(1000);
  const auto first = bytes.take(party(1), 1000, 1);
  const auto second = bytes.take(party(2), 1000, 1);
  const auto third = bytes.take(party(3), 1000, 1);
  ASSERT_TRUE(first && second && third);
  EXPECT_EQ(first->bytes(), 125U);
  EXPECT_EQ(second->bytes(), 109U);
  EXPECT_EQ(third->bytes(), 95U);
}

TEST(BytesInFlightTest, KnowsWhoHoldsMost) {
  BytesInFlight bytes(1000);
  EXPECT_FALSE(bytes.largest());
  const auto first = bytes.take(party(1), 20, 1);
  auto second = bytes.take(party(2), 100, 1);
  EXPECT_EQ(bytes.largest(), party(2));
  second->settle(10);
  EXPECT_EQ(bytes.largest(), party(1));
}

TEST(BytesInFlightTest, WhatIsGivenBackIsThereAgainAndNothingStays) {
  BytesInFlight bytes(1000);
  {
    auto one = bytes.take(party(1), 100, 1);
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
  const auto before = bytes.take(party(1), 100, 1);
  bytes.set_most(500);
  EXPECT_FALSE(bytes.take(party(1), 100, 1));
  const auto other = bytes.take(party(2), 100, 1);
  ASSERT_TRUE(other);
  EXPECT_EQ(other->bytes(), 50U);
}

}  // namespace
}  // namespace kith::testing

// Whose turn it is: no threads here, only the order.

#include "work/lanes.h"

#include <gtest/gtest.h>

#include <string>

namespace kith::testing {
namespace {

using relay::Lane;
using relay::LaneKind;
using relay::LaneRules;
using relay::LanesRules;
using Names = std::vector<std::string>;

constexpr LaneRules kWide{1'000, 1'000, 1'000, 1'000};

Lane lane(LaneKind kind, Byte who) {
  Lane out;
  out.kind = kind;
  out.id.bytes[0] = who;
  return out;
}
Lane writes(Byte space) { return lane(LaneKind::writes, space); }
Lane reads(Byte space) { return lane(LaneKind::reads, space); }

// Rules that are wide but for one kind.
LanesRules with(LaneKind kind, const LaneRules& rules) {
  LanesRules out;
  out.fill(kWide);
  out[static_cast<std::size_t>(kind)] = rules;
  return out;
}

using Lanes = relay::Lanes<std::string>;

// Begins what may begin, and ends nothing.
Names begin_all(Lanes& lanes) {
  Names out;
  while (auto next = lanes.next()) out.push_back(next->work);
  return out;
}

TEST(LanesTest, LanesOfOneKindTakeTurnsHoweverManyCallsOneHas) {
  Lanes lanes(with(LaneKind::writes, kWide));
  for (const char* name : {"a1", "a2", "a3", "a4"}) ASSERT_FALSE(lanes.add(writes(1), name));
  ASSERT_FALSE(lanes.add(writes(2), "b1"));
  ASSERT_FALSE(lanes.add(writes(3), "c1"));
  ASSERT_FALSE(lanes.add(writes(3), "c2"));
  EXPECT_EQ(begin_all(lanes), (Names{"a1", "b1", "c1", "a2", "c2", "a3", "a4"}));
  EXPECT_EQ(lanes.waiting(), 0U);
}

TEST(LanesTest, KindsTakeTurnsHoweverManyLanesOneHas) {
  Lanes lanes(with(LaneKind::writes, kWide));
  for (Byte who = 1; who <= 4; ++who) ASSERT_FALSE(lanes.add(lane(LaneKind::callers, who), "stranger"));
  ASSERT_FALSE(lanes.add(writes(1), "write"));
  ASSERT_FALSE(lanes.add(reads(1), "read"));
  EXPECT_EQ(begin_all(lanes), (Names{"write", "read", "stranger", "stranger", "stranger", "stranger"}));
}

TEST(LanesTest, OfOneLaneNoMoreAreAtWorkThanItsRuleSays) {
  Lanes lanes(with(LaneKind::writes, {1'000, 1, 1'000, 1'000}));
  for (const char* name : {"a1", "a2"}) ASSERT_FALSE(lanes.add(writes(1), name));
  ASSERT_FALSE(lanes.add(writes(2), "b1"));
  EXPECT_EQ(begin_all(lanes), (Names{"a1", "b1"})) << "the second of a space waits for the first";
  lanes.ended(writes(2));
  EXPECT_EQ(begin_all(lanes), Names{});
  lanes.ended(writes(1));
  EXPECT_EQ(begin_all(lanes), Names{"a2"});
}

TEST(LanesTest, NoMoreThreadsWorkForAKindThanItsRuleSays) {
  Lanes lanes(with(LaneKind::writes, {2, 1, 1'000, 1'000}));
  for (Byte space = 1; space <= 5; ++space) ASSERT_FALSE(lanes.add(writes(space), "write"));
  ASSERT_FALSE(lanes.add(reads(1), "read"));
  EXPECT_EQ(begin_all(lanes), (Names{"write", "read", "write"}));
  lanes.returned(writes(1));
  EXPECT_EQ(begin_all(lanes), Names{"write"}) << "its thread is free, and it may wait for the disk on";
  lanes.ended(writes(2));
  EXPECT_EQ(begin_all(lanes), Names{}) << "what has ended and not returned keeps its thread";
}

TEST(LanesTest, WhatFindsItsOwnLaneFullIsTurnedAwayItself) {
  Lanes lanes(with(LaneKind::writes, {1'000, 1, 2, 1'000}));
  ASSERT_FALSE(lanes.add(writes(1), "a1"));
  ASSERT_FALSE(lanes.add(writes(1), "a2"));
  EXPECT_EQ(lanes.add(writes(1), "a3"), "a3");
  EXPECT_FALSE(lanes.add(writes(2), "b1")) << "that lane's trouble is its own";
  EXPECT_EQ(begin_all(lanes), (Names{"a1", "b1"}));
  EXPECT_FALSE(lanes.add(writes(1), "a4")) << "there is room again";
}

TEST(LanesTest, WhereAKindIsFullItsLongestLaneGivesUpItsLast) {
  Lanes lanes(with(LaneKind::writes, {1'000, 1'000, 1'000, 4}));
  for (const char* name : {"a1", "a2", "a3"}) ASSERT_FALSE(lanes.add(writes(1), name));
  ASSERT_FALSE(lanes.add(writes(2), "b1"));
  EXPECT_EQ(lanes.add(writes(3), "c1"), "a3");
  EXPECT_EQ(lanes.add(writes(1), "a4"), "a4") << "the longest gives up nothing for itself";
  EXPECT_EQ(lanes.add(writes(2), "b2"), "b2") << "nor for one that would be as long";
  EXPECT_EQ(lanes.waiting(), 4U);
  EXPECT_EQ(begin_all(lanes), (Names{"a1", "b1", "c1", "a2"}));
}

// Four thousand strangers with a call each.
TEST(LanesTest, AKindThatIsFullTakesNoPlaceOfAnother) {
  Lanes lanes(with(LaneKind::callers, {1'000, 1'000, 1'000, 100}));
  for (Byte who = 1; who <= 100; ++who) ASSERT_FALSE(lanes.add(lane(LaneKind::callers, who), "stranger"));
  EXPECT_EQ(lanes.add(lane(LaneKind::callers, 200), "one more"), "one more");
  EXPECT_FALSE(lanes.add(writes(1), "write"));
  EXPECT_FALSE(lanes.add(reads(1), "read"));
}

TEST(LanesTest, AKindWithoutAnEndTurnsNothingAway) {
  Lanes lanes(with(LaneKind::streams, {1'000, 1'000, 0, 0}));
  for (int i = 0; i < 5; ++i) ASSERT_FALSE(lanes.add(lane(LaneKind::streams, 1), "event"));
  EXPECT_EQ(lanes.waiting(), 0U) << "it is not counted";
  EXPECT_EQ(begin_all(lanes).size(), 5U);
}

TEST(LanesTest, ALaneThatHasEndedIsForgottenAndMayComeAgain) {
  Lanes lanes(with(LaneKind::writes, {1'000, 1, 1'000, 1'000}));
  for (int round = 0; round < 3; ++round) {
    ASSERT_FALSE(lanes.add(writes(1), "a"));
    ASSERT_EQ(begin_all(lanes), Names{"a"});
    EXPECT_EQ(lanes.lanes(), 1U);
    lanes.ended(writes(1));
    EXPECT_EQ(lanes.lanes(), 0U);
  }
}

}  // namespace
}  // namespace kith::testing

// When a circle meets next, and whose turn it is.
#include "kith/network/circle.h"

#include <gmock/gmock.h>

#include "dates.h"

namespace kith::network {
namespace {

const model::PartialDate kMid = ym(2026, 11, 25);

MeetingsHeld held(const std::vector<model::PartialDate>& meetings) { return meetings_held(meetings, kMid); }
std::int64_t nth(int year, int m, int day) { return days_of(ym(year, m, day)).first; }

TEST(Circles, OnlyMeetingsThatHaveBeenCount) {
  const MeetingsHeld none = held({});
  EXPECT_EQ(none.count, 0U);
  EXPECT_FALSE(none.last);
  const MeetingsHeld three = held({ym(2026, 10, 2), ym(2026, 12, 1), ym(2026, 9), ym(2026, 8, 3), ym(2026, 2, 30)});
  EXPECT_EQ(three.count, 3U) << "one is planned, one is on no day";
  EXPECT_EQ(three.last, nth(2026, 10, 2));
  EXPECT_EQ(held({ym(2026, 11)}).last, nth(2026, 11, 25)) << "of a month that goes on, until today";
}

TEST(Circles, TheDayThatWasSetHoldsUntilAMeetingOnItOrLater) {
  const auto due = circle_due(ym(2026, 12, 10), Frequency::monthly, held({ym(2026, 11, 2)}));
  ASSERT_TRUE(due);
  EXPECT_EQ(due->days.first, nth(2026, 12, 10));
  EXPECT_TRUE(due->agreed);
  EXPECT_EQ(circle_due(ym(2026, 11, 3), {}, held({ym(2026, 11, 2)}))->days.first, nth(2026, 11, 3)) << "overdue is due";
  const auto met = circle_due(ym(2026, 11, 2), Frequency::monthly, held({ym(2026, 11, 2)}));
  ASSERT_TRUE(met);
  EXPECT_EQ(met->days.first, nth(2026, 12, 2)) << "it met that day: the next one is counted";
  EXPECT_FALSE(met->agreed);
  EXPECT_TRUE(circle_due(ym(2026, 12), {}, held({}))->agreed) << "no meeting is needed for it";
  EXPECT_EQ(circle_due(ym(2026, 12), {}, held({}))->days.last, nth(2026, 12, 31)) << "as wide as what is known";
}

TEST(Circles, TheIntervalCountsFromTheLastMeeting) {
  const std::pair<Frequency, int> intervals[] = {
      {Frequency::daily, 1},    {Frequency::weekly, 7},     {Frequency::every_two_weeks, 14},
      {Frequency::monthly, 30}, {Frequency::quarterly, 91}, {Frequency::yearly, 365}};
  for (const auto& [frequency, days] : intervals) {
    const auto due = circle_due({}, frequency, held({ym(2026, 11, 2), ym(2026, 10, 1)}));
    ASSERT_TRUE(due) << days;
    EXPECT_EQ(due->days.first, nth(2026, 11, 2) + days);
    EXPECT_EQ(due->days.last, due->days.first);
  }
}

TEST(Circles, NothingIsDueWhereNothingIsKnown) {
  EXPECT_FALSE(circle_due({}, Frequency::less, held({ym(2026, 11, 2)})));
  EXPECT_FALSE(circle_due({}, {}, held({ym(2026, 11, 2)})));
  EXPECT_FALSE(circle_due({}, Frequency::monthly, held({}))) << "it has not met yet";
  EXPECT_FALSE(circle_due(ym(2026, 2, 30), {}, held({}))) << "a day that does not exist";
}

TEST(Circles, TheTurnGoesOnWithEachMeetingAndPassesOverWhoIsNotAble) {
  std::vector<Seat> seats{{id(1)}, {id(2)}, {id(3)}};
  EXPECT_EQ(whose_turn(seats, 0), id(1));
  EXPECT_EQ(whose_turn(seats, 1), id(2));
  EXPECT_EQ(whose_turn(seats, 3), id(1));
  EXPECT_EQ(whose_turn(seats, 3'000'000'002), id(3));
  seats[1].able = false;
  EXPECT_EQ(whose_turn(seats, 0), id(1));
  EXPECT_EQ(whose_turn(seats, 1), id(3));
  EXPECT_EQ(whose_turn(seats, 2), id(3)) << "nobody else's turn moves by it";
  for (Seat& seat : seats) seat.able = false;
  EXPECT_FALSE(whose_turn(seats, 0));
  EXPECT_FALSE(whose_turn({}, 5));
}

}  // namespace
}  // namespace kith::network

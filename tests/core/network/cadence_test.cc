#include "kith/network/cadence.h"

#include <gmock/gmock.h>

#include "dates.h"
#include "kith/network/elapsed.h"
#include "kith/testing/matchers.h"

namespace kith::network {
namespace {

using testing::Fails;

constexpr Cadence kMonthly{28, 42};

// Day n counted from the first of January 2021.
model::PartialDate day(int n) {
  model::PartialDate out = ym(2021, 1, 1);
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  while (n >= kDays[out.month - 1]) n -= kDays[out.month++ - 1];
  out.day = static_cast<std::uint8_t>(1 + n);
  return out;
}
std::int64_t number(int n) { return days_of(day(n)).first; }

Due at(std::vector<model::PartialDate> contacts, int today, std::vector<Pause> pauses = {}) {
  const auto out = due(kMonthly, contacts, pauses, day(today));
  EXPECT_THAT(out, testing::IsOk());
  return out.ok() ? *out : Due{};
}

TEST(Cadences, F14AnyContactResets) {
  const std::vector<model::PartialDate> contacts{day(0), day(20)};
  const Due d = at(contacts, 21);
  EXPECT_EQ(d.amber_from, number(48));
  EXPECT_EQ(d.red_from, number(62));
  EXPECT_EQ(d.state, DueState::resting);
  EXPECT_EQ(at(contacts, 47).state, DueState::resting);
  EXPECT_EQ(at(contacts, 48).state, DueState::amber);
  EXPECT_EQ(at(contacts, 61).state, DueState::amber);
  EXPECT_EQ(at(contacts, 62).state, DueState::red);
}

TEST(Cadences, TheOrderOfContactsDoesNotCountAndTheFutureHasNotHappened) {
  EXPECT_EQ(at({day(20), day(0)}, 30).last_contact, number(20));
  EXPECT_EQ(at({day(20), day(31)}, 30).last_contact, number(20));
  EXPECT_EQ(at({day(31)}, 30).state, DueState::no_contact_yet);
  EXPECT_EQ(at({}, 30).state, DueState::no_contact_yet);
}

TEST(Cadences, AMonthCountsFromItsLastDayThatHasBeen) {
  EXPECT_EQ(at({ym(2021, 1)}, 40).last_contact, number(30));
  EXPECT_EQ(at({ym(2021, 1)}, 10).last_contact, number(10));
}

TEST(Cadences, DaysOfAPauseDoNotCount) {
  const std::vector<Pause> pause{{day(10), day(20)}};
  EXPECT_EQ(at({day(0)}, 15, pause).state, DueState::paused);
  EXPECT_EQ(at({day(0)}, 20, pause).state, DueState::resting);
  EXPECT_EQ(at({day(0)}, 30, pause).amber_from, number(38));
  EXPECT_EQ(at({day(0)}, 30, pause).red_from, number(52));
  // Two that overlap are one; one before the contact is past; one after the day of red changes nothing.
  EXPECT_EQ(at({day(0)}, 30, {{day(10), day(20)}, {day(15), day(22)}}).amber_from, number(40));
  EXPECT_EQ(at({day(25)}, 30, pause).amber_from, number(53));
  EXPECT_EQ(at({day(15)}, 30, pause).amber_from, number(48)) << "only the rest of the pause";
  EXPECT_EQ(at({day(0)}, 30, {{day(60), day(70)}}).amber_from, number(28));
}

TEST(Cadences, APauseWithoutEndHasNoDueDay) {
  const Due d = at({day(0)}, 100, {{day(10), {}}});
  EXPECT_EQ(d.state, DueState::paused);
  EXPECT_FALSE(d.amber_from);
  EXPECT_EQ(at({day(0)}, 100, {{day(30), {}}}).amber_from, number(28)) << "it was due before the pause";
}

TEST(Cadences, ThePersonsOwnGoesBeforeTags) {
  const Cadence tags[] = {{30, 60}, {7, 14}};
  EXPECT_EQ(cadence_for(Cadence{90, 120}, tags)->ideal_days, 90);
  EXPECT_EQ(cadence_for({}, tags)->ideal_days, 7);
  EXPECT_FALSE(cadence_for({}, {}));
}

TEST(Cadences, WhatIsNoCadenceIsRefused) {
  const auto with = [](Cadence c) { return due(c, {}, {}, day(1)); };
  EXPECT_THAT(with({0, 5}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(with({6, 5}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(with({5, 40000}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(due(kMonthly, {}, {}, ym(2021, 1)), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(due(kMonthly, {}, {}, ym(0, 1, 1)), Fails(Code::INVALID_ARGUMENT));
  const std::vector<model::PartialDate> no_day{ym(2021, 2, 30)};
  EXPECT_THAT(due(kMonthly, no_day, {}, day(1)), Fails(Code::INVALID_ARGUMENT));
  const std::vector<Pause> backwards{{day(20), day(10)}};
  EXPECT_THAT(due(kMonthly, {}, backwards, day(1)), Fails(Code::INVALID_ARGUMENT));
  const std::vector<Pause> no_pause{{ym(2021, 2, 30), {}}};
  EXPECT_THAT(due(kMonthly, {}, no_pause, day(1)), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::network

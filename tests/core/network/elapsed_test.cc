#include "kith/network/elapsed.h"

#include <gmock/gmock.h>

#include "dates.h"
#include "kith/testing/matchers.h"

namespace kith::network {
namespace {

using testing::Fails;
using testing::IsOk;

TEST(MonthsBetween, ExactDaysGiveOneNumber) {
  EXPECT_EQ(months_between(ym(2020, 1, 10), ym(2022, 1, 10)), (MonthSpan{24, 24}));
  EXPECT_EQ(months_between(ym(2020, 1, 10), ym(2022, 1, 9)), (MonthSpan{23, 23}));
  EXPECT_EQ(months_between(ym(2020, 1, 10), ym(2020, 1, 9)).high, -1);
}

// F2: no day is invented.
TEST(MonthsBetween, F2MarchOf2021IsARange) {
  const MonthSpan age = months_between(ym(2021, 3), ym(2025, 6, 10));
  EXPECT_EQ(age, (MonthSpan{50, 51}));
  EXPECT_EQ(say(age), "4 y 2-3 mo");
}

TEST(MonthsBetween, AYearAloneIsWider) {
  EXPECT_EQ(months_between(ym(2020), ym(2022, 1, 1)), (MonthSpan{12, 24}));
  EXPECT_EQ(months_between(ym(2020, 2), ym(2020, 2)), (MonthSpan{-1, 0}));
}

TEST(MonthsBetween, Words) {
  EXPECT_EQ(say(MonthSpan{5, 5}), "5 mo");
  EXPECT_EQ(say(MonthSpan{5, 6}), "5-6 mo");
  EXPECT_EQ(say(MonthSpan{24, 24}), "2 y");
  EXPECT_EQ(say(MonthSpan{23, 24}), "1 y 11 mo - 2 y");
  EXPECT_EQ(say(MonthSpan{-1, 0}), "0 mo");
}

TEST(DaysOf, AMonthEndsWhereItEnds) {
  EXPECT_EQ(days_of(ym(2024, 2)).last - days_of(ym(2024, 2)).first, 28);
  EXPECT_EQ(days_of(ym(2023, 2)).last - days_of(ym(2023, 2)).first, 27);
  EXPECT_EQ(days_of(ym(2024, 12)).last + 1, days_of(ym(2025, 1)).first);
  EXPECT_EQ(days_of(ym(2023)).last - days_of(ym(2023)).first, 364);
  EXPECT_EQ(days_of(ym(2023, 5, 5)).first, days_of(ym(2023, 5, 5)).last);
}

TEST(CheckDate, NeedsAYearAndARealDay) {
  EXPECT_THAT(check_date(ym(2023, 2, 28), "it"), IsOk());
  EXPECT_THAT(check_date(ym(2023, 2, 29), "it"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(check_date(ym(0, 2, 28), "it"), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::network

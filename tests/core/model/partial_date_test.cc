#include "kith/model/partial_date.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <vector>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::model {
namespace {

using testing::Fails;
using testing::IsOkAnd;

constexpr PartialDate kToday{2024, 3, 1, -1};

PartialDate date(std::string_view text) {
  const auto parsed = parse_date(text, kToday);
  EXPECT_TRUE(parsed.ok()) << text;
  return parsed.ok() ? *parsed : PartialDate{};
}

PartialDate yesterday_of(const PartialDate& today) {
  const auto parsed = parse_date("yesterday", today);
  EXPECT_TRUE(parsed.ok());
  return parsed.ok() ? *parsed : PartialDate{};
}

TEST(ParseDate, WhatIsUnknownStaysUnknown) {
  EXPECT_THAT(parse_date("2021", kToday), IsOkAnd(PartialDate{2021, 0, 0, -1}));
  EXPECT_THAT(parse_date("2021-03", kToday), IsOkAnd(PartialDate{2021, 3, 0, -1}));
  EXPECT_THAT(parse_date("2021-03-09", kToday), IsOkAnd(PartialDate{2021, 3, 9, -1}));
  EXPECT_THAT(parse_date("2021-03-09T18:05", kToday), IsOkAnd(PartialDate{2021, 3, 9, 18 * 60 + 5}));
}

TEST(ParseDate, WhatIsReadIsWrittenTheSame) {
  for (const char* text :
       {"0001", "9999", "2021-01", "2021-12", "2021-03-09", "2024-02-29", "2000-02-29", "2021-12-31",
        "2021-03-09T00:00", "2021-03-09T23:59", "0001-01-01T00:00", "9999-12-31T23:59"}) {
    EXPECT_EQ(format_date(date(text)), text);
  }
}

TEST(ParseDate, TodayIsADayWithoutAMinute) {
  EXPECT_THAT(parse_date("today", {2024, 3, 1, 600}), IsOkAnd(kToday));
  EXPECT_THAT(parse_date("yesterday", {2024, 3, 2, 600}), IsOkAnd(kToday));
}

TEST(ParseDate, YesterdayCrossesMonthsAndYears) {
  EXPECT_EQ(yesterday_of({2024, 3, 1, -1}), (PartialDate{2024, 2, 29, -1}));
  EXPECT_EQ(yesterday_of({2023, 3, 1, -1}), (PartialDate{2023, 2, 28, -1}));
  EXPECT_EQ(yesterday_of({2100, 3, 1, -1}), (PartialDate{2100, 2, 28, -1}));
  EXPECT_EQ(yesterday_of({2000, 3, 1, -1}), (PartialDate{2000, 2, 29, -1}));
  EXPECT_EQ(yesterday_of({2024, 5, 1, -1}), (PartialDate{2024, 4, 30, -1}));
  EXPECT_EQ(yesterday_of({2024, 1, 1, -1}), (PartialDate{2023, 12, 31, -1}));
}

TEST(ParseDate, AnotherFormIsRefused) {
  for (const char* text : {"",
                           " ",
                           "2021 ",
                           " 2021",
                           "21",
                           "202",
                           "20211",
                           "02021",
                           "-2021",
                           "+202",
                           "2021-",
                           "2021-3",
                           "2021-003",
                           "2021/03",
                           "2021-03-",
                           "2021-03-9",
                           "2021-03-009",
                           "20210309",
                           "202103",
                           "2021-0309",
                           "2021-03-09T",
                           "2021-03-09 18:05",
                           "2021-03-09t18:05",
                           "2021-03-09T18",
                           "2021-03-09T18:",
                           "2021-03-09T18:5",
                           "2021-03-09T1805",
                           "2021-03-09T18:05Z",
                           "2021-03-09T18:05:00",
                           "2021-03T18:05",
                           "2021T18:05",
                           "-021",
                           "2021--3",
                           "2021-03--9",
                           "2021-03-09T-1:05",
                           "2021-03-09T18:-5",
                           "+021",
                           "2021-+3",
                           "--03-09",
                           "09.03.2021",
                           "March 2021",
                           "Today",
                           "yesterday ",
                           "tomorrow",
                           "2021-03-09T18:05T18:05",
                           "0x01",
                           "1e10"}) {
    EXPECT_THAT(parse_date(text, kToday), Fails(Code::INVALID_ARGUMENT)) << text;
  }
}

TEST(ParseDate, ADayThatDoesNotExistIsRefused) {
  for (const char* text : {"0000",
                           "0000-03-09",
                           "2021-00",
                           "2021-13",
                           "2021-99",
                           "2021-00-09",
                           "2021-13-01",
                           "2021-03-00",
                           "2021-03-32",
                           "2021-02-29",
                           "2100-02-29",
                           "1900-02-29",
                           "2024-02-30",
                           "2021-04-31",
                           "2021-06-31",
                           "2021-09-31",
                           "2021-11-31",
                           "2021-01-32",
                           "2021-12-32",
                           "2021-02-29T10:00",
                           "2021-03-09T24:00",
                           "2021-03-09T99:00",
                           "2021-03-09T23:60",
                           "2021-03-09T18:99"}) {
    EXPECT_THAT(parse_date(text, kToday), Fails(Code::INVALID_ARGUMENT)) << text;
  }
}

TEST(ParseDate, ARefusalShowsTheForm) {
  const auto refused = parse_date("last spring", kToday);
  ASSERT_THAT(refused, Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused.error().message.text(), ::testing::HasSubstr("YYYY-MM-DD"));
}

TEST(ParseDate, AnyTextIsReadAsARealDateOrRefused) {
  testing::SeededRandom random(8);
  const std::string_view letters = "0123456789-T:";
  int read = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text = "2021-03-09T18:05";
    for (std::uint64_t n = random.below(4); n > 0; --n) {
      text[random.below(text.size())] = letters[random.below(letters.size())];
    }
    text.resize(random.below(text.size() + 1));
    const auto parsed = parse_date(text, kToday);
    if (!parsed.ok()) continue;
    ++read;
    EXPECT_TRUE(is_real(*parsed)) << text;
    EXPECT_EQ(format_date(*parsed), text);
  }
  EXPECT_GT(read, 500) << "the test tests something";
}

TEST(FormatDate, ABirthdayWithoutAYearHasNone) {
  EXPECT_EQ(format_date({0, 4, 12, -1}), "--04-12");
  EXPECT_EQ(format_date({0, 2, 29, -1}), "--02-29");
}

TEST(FormatDate, ADateThatKnowsNothingIsEmpty) { EXPECT_EQ(format_date({}), ""); }

TEST(FormatDate, AMinuteWithoutADayIsNotShown) { EXPECT_EQ(format_date({2021, 3, 0, 60}), "2021-03"); }

TEST(IsReal, PartsMustFitEachOther) {
  for (const PartialDate& real :
       {PartialDate{2021, 0, 0, -1}, PartialDate{2021, 3, 0, -1}, PartialDate{2021, 3, 9, -1},
        PartialDate{2021, 3, 9, 0}, PartialDate{2021, 3, 9, 1439}, PartialDate{0, 4, 12, -1},
        PartialDate{0, 2, 29, -1}, PartialDate{9999, 12, 31, -1}}) {
    EXPECT_TRUE(is_real(real)) << format_date(real);
  }
  for (const PartialDate& unreal :
       {PartialDate{0, 0, 0, -1}, PartialDate{-1, 3, 9, -1}, PartialDate{10000, 3, 9, -1},
        PartialDate{2021, 13, 9, -1}, PartialDate{2021, 3, 32, -1}, PartialDate{2021, 2, 29, -1},
        PartialDate{0, 2, 30, -1}, PartialDate{2021, 3, 9, 1440}, PartialDate{2021, 3, 9, -2},
        PartialDate{2021, 0, 9, -1}, PartialDate{2021, 0, 0, 60}, PartialDate{2021, 3, 0, 60},
        PartialDate{0, 4, 0, -1}, PartialDate{0, 0, 12, -1}}) {
    EXPECT_FALSE(is_real(unreal)) << unreal.year << ' ' << int{unreal.month} << ' ' << int{unreal.day} << ' '
                                  << unreal.minute;
  }
}

TEST(PartialDateTest, TheLatestMinuteIsTheEndOfWhatIsKnown) {
  EXPECT_EQ(latest_minute(date("2021")), earliest_minute(date("2022")) - 1);
  EXPECT_EQ(latest_minute(date("2021-03")), earliest_minute(date("2021-04")) - 1);
  EXPECT_EQ(latest_minute(date("2021-12")), earliest_minute(date("2022")) - 1);
  EXPECT_EQ(latest_minute(date("2024-02-29")), earliest_minute(date("2024-03")) - 1);
  EXPECT_EQ(latest_minute(date("2021-03-09T18:05")), earliest_minute(date("2021-03-09T18:05")));
}

TEST(PartialDateTest, AMomentHasItsMinuteOnTheWall) {
  constexpr std::int64_t kMoment = 1'700'000'000'000;
  PartialDate minute = minute_of_wall_ms(kMoment);
  EXPECT_GE(minute.minute, 0);
  EXPECT_EQ(earliest_minute(minute_of_wall_ms(kMoment + 60'000)), earliest_minute(minute) + 1);
  minute.minute = -1;
  EXPECT_EQ(minute, date_of_wall_ms(kMoment));
}

TEST(EarliestMinute, CountsFromTheFirstOfJanuaryOfTheYearOne) {
  constexpr std::int64_t kDay = 24 * 60;
  EXPECT_EQ(earliest_minute(date("0001-01-01T00:00")), 0);
  EXPECT_EQ(earliest_minute(date("0001-01-02T00:01")), kDay + 1);
  EXPECT_EQ(earliest_minute(date("1970-01-01")), 719162 * kDay);
  EXPECT_EQ(earliest_minute(date("2000-03-01")), 730179 * kDay);
  EXPECT_EQ(earliest_minute(date("2021-03-09T18:05")), 737857 * kDay + 18 * 60 + 5);
}

TEST(EarliestMinute, AnUnknownPartIsTheFirstThatItCanBe) {
  EXPECT_EQ(earliest_minute(date("2021")), earliest_minute(date("2021-01-01T00:00")));
  EXPECT_EQ(earliest_minute(date("2021-03")), earliest_minute(date("2021-03-01T00:00")));
  EXPECT_EQ(earliest_minute(date("2021-03-09")), earliest_minute(date("2021-03-09T00:00")));
}

TEST(EarliestMinute, EveryDayFollowsItsYesterday) {
  PartialDate day{2105, 1, 1, -1};
  while (day.year >= 1895) {
    const PartialDate before = yesterday_of(day);
    ASSERT_TRUE(is_real(before)) << format_date(before);
    ASSERT_EQ(earliest_minute(day) - earliest_minute(before), 24 * 60) << format_date(day);
    day = before;
  }
}

TEST(DateOrder, IsByTheEarliestInstantAndThenTheMoreExactLast) {
  const std::vector<const char*> in_order{
      "2020-12-31T23:59", "2021",       "2021-01",    "2021-01-01", "2021-01-01T00:00",
      "2021-01-01T00:01", "2021-01-02", "2021-03",    "2021-03-09", "2021-03-09T18:05",
      "2021-03-10",       "2021-11",    "2021-11-01", "2022"};
  std::vector<PartialDate> dates;
  for (const char* text : in_order) dates.push_back(date(text));
  std::reverse(dates.begin(), dates.end());
  std::sort(dates.begin(), dates.end());
  for (std::size_t i = 0; i < dates.size(); ++i) EXPECT_EQ(format_date(dates[i]), in_order[i]);
}

TEST(DateOrder, NeverContradictsTheEarliestInstant) {
  testing::SeededRandom random(4);
  const auto any = [&] {
    PartialDate out{static_cast<std::int16_t>(2020 + random.below(3)), 0, 0, -1};
    const std::uint64_t known = random.below(4);
    if (known > 0) out.month = static_cast<std::uint8_t>(1 + random.below(12));
    if (known > 1) out.day = static_cast<std::uint8_t>(1 + random.below(28));
    if (known > 2) out.minute = static_cast<std::int16_t>(random.below(24 * 60));
    return out;
  };
  for (int i = 0; i < 20000; ++i) {
    const PartialDate a = any();
    const PartialDate b = any();
    if (a < b) {
      EXPECT_LE(earliest_minute(a), earliest_minute(b)) << format_date(a) << ' ' << format_date(b);
    }
  }
}

// The time zone of the machine, for one test.
class TimeZone {
 public:
  explicit TimeZone(const char* zone) {
    const char* before = std::getenv("TZ");
    if (before != nullptr) before_ = before;
    setenv("TZ", zone, 1);
    tzset();
  }
  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;
  ~TimeZone() {
    if (before_) {
      setenv("TZ", before_->c_str(), 1);
    } else {
      unsetenv("TZ");
    }
    tzset();
  }

 private:
  std::optional<std::string> before_;
};

TEST(DateOfWallMs, IsTheDayOnTheWallWithoutAMinute) {
  constexpr std::int64_t kOneMinuteToMarch = 1614556740000;  // 2021-02-28T23:59Z
  {
    const TimeZone zone("UTC0");
    EXPECT_EQ(date_of_wall_ms(kOneMinuteToMarch), (PartialDate{2021, 2, 28, -1}));
    EXPECT_EQ(date_of_wall_ms(kOneMinuteToMarch + 60000), (PartialDate{2021, 3, 1, -1}));
    EXPECT_EQ(date_of_wall_ms(0), (PartialDate{1970, 1, 1, -1}));
  }
  {
    const TimeZone zone("EAST-2");
    EXPECT_EQ(date_of_wall_ms(kOneMinuteToMarch), (PartialDate{2021, 3, 1, -1}));
  }
  {
    const TimeZone zone("WEST5");
    EXPECT_EQ(date_of_wall_ms(kOneMinuteToMarch + 60000), (PartialDate{2021, 2, 28, -1}));
  }
}

}  // namespace
}  // namespace kith::model

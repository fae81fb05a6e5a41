#include "kith/interchange/calendar_out.h"

#include "kith/testing/matchers.h"
#include "support.h"

namespace kith::interchange {
namespace {

using testing::Fails;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::IsOk;
using ::testing::Not;
using ::testing::SizeIs;

const CalendarOptions kPlain{"20240601T080000Z", false};
const CalendarOptions kTitled{"20240601T080000Z", true};

CalendarEvent event(model::PartialDate when, const char* uid = "e-1@kith") {
  return {uid, when, 60, "Ask Ilse, about the ship"};
}

std::string calendar(const std::vector<CalendarEvent>& events, const CalendarOptions& options = kPlain) {
  const auto out = write_calendar(events, options);
  EXPECT_THAT(out, IsOk());
  return out.ok() ? out->text : "";
}

TEST(CalendarOut, SaysOnlyThatSomethingIsPlanned) {
  EXPECT_EQ(calendar({event({2024, 6, 7, 14 * 60 + 5}), event({2024, 2, 29, -1}, "e-2@kith")}),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kith//Kith//EN\r\n"
            "BEGIN:VEVENT\r\nUID:e-1@kith\r\nDTSTAMP:20240601T080000Z\r\nDTSTART:20240607T140500\r\nDURATION:PT60M\r\n"
            "SUMMARY:A planned conversation\r\nCLASS:PRIVATE\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:e-2@kith\r\nDTSTAMP:20240601T080000Z\r\nDTSTART;VALUE=DATE:20240229\r\n"
            "SUMMARY:A planned conversation\r\nCLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
            "END:VCALENDAR\r\n");
}

TEST(CalendarOut, ATitleIsWrittenOnlyWhenAskedFor) {
  EXPECT_THAT(calendar({event({2024, 6, 7, -1})}), Not(HasSubstr("Ilse")));
  const std::string titled = calendar({event({2024, 6, 7, -1})}, kTitled);
  EXPECT_THAT(titled, HasSubstr("SUMMARY:Ask Ilse\\, about the ship\r\n"));
  EXPECT_THAT(titled, HasSubstr("CLASS:PRIVATE"));
  CalendarEvent bare = event({2024, 6, 7, -1});
  bare.title.clear();
  EXPECT_THAT(calendar({bare}, kTitled), HasSubstr("SUMMARY:A planned conversation\r\n"));
}

TEST(CalendarOut, WhatHasNoDayIsLeftOutAndListed) {
  const auto out =
      write_calendar({event({2024, 6, 0, -1}, "1"), event({2024, 6, 7, -1}, "2"), event({2024, 0, 0, -1}, "3"),
                      event({0, 6, 7, -1}, "4"), event({}, "5"), event({2023, 2, 29, -1}, "6")},
                     kPlain);
  ASSERT_THAT(out, IsOk());
  EXPECT_THAT(out->text, HasSubstr("UID:2\r\n"));
  for (const char* uid : {"1", "3", "4", "5", "6"}) EXPECT_THAT(out->text, Not(HasSubstr("UID:" + std::string(uid))));
  ASSERT_THAT(out->left_out, SizeIs(5));
  EXPECT_EQ(out->left_out[0].event, 0U);
  EXPECT_THAT(out->left_out[0].reason, HasSubstr("day is not known"));
  EXPECT_THAT(out->left_out[1].reason, HasSubstr("day is not known"));
  EXPECT_THAT(out->left_out[2].reason, HasSubstr("year is not known"));
  EXPECT_THAT(out->left_out[3].reason, HasSubstr("date is none"));
  EXPECT_THAT(out->left_out[4].reason, HasSubstr("date is none"));
}

TEST(CalendarOut, ItsLengthIsThatOfADayAtMost) {
  for (const int minutes : {0, 1441, -5}) {
    CalendarEvent of = event({2024, 6, 7, 0});
    of.minutes = minutes;
    const auto out = write_calendar({of}, kPlain);
    ASSERT_THAT(out, IsOk());
    EXPECT_THAT(out->left_out, SizeIs(1)) << minutes;
  }
  CalendarEvent of = event({2024, 6, 7, 0});
  of.minutes = 1440;
  EXPECT_THAT(calendar({of}), HasSubstr("DTSTART:20240607T000000\r\nDURATION:PT1440M\r\n"));
}

TEST(CalendarOut, LinesAreFoldedAndNoTitleEndsAnEvent) {
  CalendarEvent of = event({2024, 6, 7, -1});
  of.title = "one\r\nEND:VEVENT\nATTENDEE:mailto:x@example.org; two \\ ";
  for (int i = 0; i < 60; ++i) of.title += "\u4f50";
  std::string out = calendar({of}, kTitled);
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find("\r\n", at);
    EXPECT_LE(end - at, 75U);
    at = end + 2;
  }
  for (std::size_t at = 0; (at = out.find("\r\n ", at)) != std::string::npos;) out.erase(at, 3);
  EXPECT_THAT(out, HasSubstr("SUMMARY:one\\nEND:VEVENT\\nATTENDEE:mailto:x@example.org\\; two \\\\ \u4f50"));
  EXPECT_THAT(out, Not(HasSubstr("\r\nATTENDEE")));
}

TEST(CalendarOut, UidsAndStampsThatNoCalendarTakesAreRefused) {
  for (const char* uid : {"", "a b", "a\r\nX:1", "\u00e9", "a;b"}) {
    EXPECT_THAT(write_calendar({event({2024, 6, 7, -1}, uid)}, kPlain), Fails(Code::INVALID_ARGUMENT)) << uid;
  }
  EXPECT_THAT(write_calendar({event({2024, 6, 7, -1}, std::string(255, 'a').c_str())}, kPlain), IsOk());
  EXPECT_THAT(write_calendar({event({2024, 6, 7, -1}, std::string(256, 'a').c_str())}, kPlain),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(write_calendar({event({2024, 6, 7, -1}), event({2024, 6, 8, -1})}, kPlain),
              Fails(Code::INVALID_ARGUMENT));
  for (const char* stamp :
       {"", "20240601T080000", "2024-06-01T08:00Z", "20240632T080000Z", "20240600T080000Z", "20240601T240000Z",
        "20240601T086000Z", "20240601T080061Z", "20240601T08000Z\n", "20240601X080000Z"}) {
    EXPECT_THAT(write_calendar({}, {stamp, false}), Fails(Code::INVALID_ARGUMENT)) << stamp;
  }
  CalendarEvent of = event({2024, 6, 7, -1});
  of.title = "a\x01";
  EXPECT_THAT(write_calendar({of}, kTitled), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(write_calendar({of}, kPlain), IsOk()) << "a title that is not written does not matter";
}

}  // namespace
}  // namespace kith::interchange

#include "kith/interchange/calendar_out.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "content_line.h"
#include "kith/model/partial_date.h"
#include "kith/model/text.h"

namespace kith::interchange {
namespace {

using model::PartialDate;

constexpr std::size_t kUidMost = 255;
constexpr int kMinutesMost = 24 * 60;

bool is_uid(std::string_view uid) {
  constexpr std::string_view kOthers = "-_.@+";
  return !uid.empty() && uid.size() <= kUidMost && std::all_of(uid.begin(), uid.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kOthers.find(c) != std::string_view::npos;
  });
}

// "20240601T080000Z", of a day that exists.
bool is_stamp(std::string_view stamp) {
  constexpr std::string_view kForm = "ddddddddTddddddZ";
  if (stamp.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = stamp[i] >= '0' && stamp[i] <= '9';
    if (kForm[i] == 'd' ? !digit : stamp[i] != kForm[i]) return false;
  }
  const auto number = [&](std::size_t at, std::size_t size) {
    int out = 0;
    for (const char c : stamp.substr(at, size)) out = out * 10 + (c - '0');
    return out;
  };
  const PartialDate day{static_cast<std::int16_t>(number(0, 4)), static_cast<std::uint8_t>(number(4, 2)),
                        static_cast<std::uint8_t>(number(6, 2)), -1};
  return day.year != 0 && day.month != 0 && day.day != 0 && model::is_real(day) && number(9, 2) < 24 &&
         number(11, 2) < 60 && number(13, 2) <= 60;
}

std::string day_text(const PartialDate& date) {
  char out[40];
  std::snprintf(out, sizeof out, "%04d%02d%02d", date.year, date.month, date.day);
  return out;
}

std::string time_text(const PartialDate& date) {
  char out[24];
  std::snprintf(out, sizeof out, "T%02d%02d00", date.minute / 60, date.minute % 60);
  return day_text(date) + out;
}

// Empty when the event can be written.
std::string why_not(const CalendarEvent& event) {
  if (!model::is_real(event.when)) return "its date is none";
  if (event.when.day == 0) return "its day is not known";
  if (event.when.year == 0) return "its year is not known";
  if (event.when.minute >= 0 && (event.minutes < 1 || event.minutes > kMinutesMost)) {
    return "it lasts less than a minute or more than a day";
  }
  return {};
}

void put_event(std::string& out, const CalendarEvent& event, const CalendarOptions& options) {
  const bool timed = event.when.minute >= 0;
  const bool titled = options.show_titles && !event.title.empty();
  put_line(out, "BEGIN:VEVENT");
  put_line(out, "UID:" + event.uid);
  put_line(out, "DTSTAMP:" + options.stamp);
  put_line(out, timed ? "DTSTART:" + time_text(event.when) : "DTSTART;VALUE=DATE:" + day_text(event.when));
  // Without an end a day's event lasts that day (RFC 5545, 3.6.1).
  if (timed) put_line(out, "DURATION:PT" + std::to_string(event.minutes) + "M");
  put_line(out, "SUMMARY:" + escaped(titled ? std::string_view(event.title) : kNeutralTitle));
  put_line(out, "CLASS:PRIVATE");
  // A day that is only planned does not make its owner unavailable.
  put_line(out, timed ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
  put_line(out, "END:VEVENT");
}

}  // namespace

Result<CalendarOut> write_calendar(const std::vector<CalendarEvent>& events, const CalendarOptions& options) {
  if (!is_stamp(options.stamp)) {
    return fail(Code::INVALID_ARGUMENT, "the stamp of a calendar is a moment in UTC, as in 20240601T080000Z");
  }
  std::set<std::string> uids;
  for (const CalendarEvent& event : events) {
    if (!is_uid(event.uid)) {
      return fail(Code::INVALID_ARGUMENT, "the uid of an event is 1 to 255 letters, digits and -_.@+");
    }
    if (!uids.insert(event.uid).second) return fail(Code::INVALID_ARGUMENT, "two events have one uid");
    if (options.show_titles) KITH_CHECK(model::clean_text(event.title, 64 * 1024));
  }
  CalendarOut out;
  put_line(out.text, "BEGIN:VCALENDAR");
  put_line(out.text, "VERSION:2.0");
  put_line(out.text, "PRODID:-//Kith//Kith//EN");
  for (std::size_t i = 0; i < events.size(); ++i) {
    std::string reason = why_not(events[i]);
    if (reason.empty()) {
      put_event(out.text, events[i], options);
    } else {
      out.left_out.push_back({i, std::move(reason)});
    }
  }
  put_line(out.text, "END:VCALENDAR");
  return out;
}

}  // namespace kith::interchange

#include "kith/model/partial_date.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <optional>

namespace kith::model {
namespace {

constexpr std::int16_t kUnknownMinute = -1;

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  // Without a year, 29 February is a birthday like any other.
  return month == 2 && (year == 0 || leap(year)) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Days before the first of January of `year` and before the first of `month` in it.
std::int64_t days_before(int year, int month) {
  const std::int64_t past = year > 0 ? year - 1 : 0;
  std::int64_t days = past * 365 + past / 4 - past / 100 + past / 400;
  for (int m = 1; m < month; ++m) days += days_in(year == 0 ? 1 : year, m);
  return days;
}

// Exactly `width` digits at the front of `text`, taken off it; -1 when there is something else.
int take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return -1;
  int out = 0;
  const char* end = text.data() + width;
  if (text.front() == '-') return -1;
  const auto [at, error] = std::from_chars(text.data(), end, out);
  if (error != std::errc() || at != end) return -1;
  text.remove_prefix(width);
  return out;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<PartialDate> parse_parts(std::string_view text) {
  PartialDate out;
  const int year = take_digits(text, 4);
  if (year < 1) return std::nullopt;
  out.year = static_cast<std::int16_t>(year);
  if (text.empty()) return out;
  const int month = take(text, '-') ? take_digits(text, 2) : -1;
  if (month < 1) return std::nullopt;
  out.month = static_cast<std::uint8_t>(month);
  if (text.empty()) return out;
  const int day = take(text, '-') ? take_digits(text, 2) : -1;
  if (day < 1) return std::nullopt;
  out.day = static_cast<std::uint8_t>(day);
  if (text.empty()) return out;
  const int hour = take(text, 'T') ? take_digits(text, 2) : -1;
  const int minute = hour >= 0 && take(text, ':') ? take_digits(text, 2) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || !text.empty()) return std::nullopt;
  out.minute = static_cast<std::int16_t>(hour * 60 + minute);
  return out;
}

PartialDate day_before(const PartialDate& day) {
  PartialDate out = day;
  if (out.day > 1) {
    --out.day;
    return out;
  }
  if (out.month > 1) {
    --out.month;
  } else {
    out.month = 12;
    --out.year;
  }
  out.day = static_cast<std::uint8_t>(days_in(out.year, out.month));
  return out;
}

}  // namespace

bool is_real(const PartialDate& date) {
  if (date.year < 0 || date.year > 9999 || date.month > 12) return false;
  if (date.month == 0) return date.year != 0 && date.day == 0 && date.minute == kUnknownMinute;
  if (date.day > days_in(date.year, date.month)) return false;
  if (date.day == 0) return date.year != 0 && date.minute == kUnknownMinute;
  return date.minute >= kUnknownMinute && date.minute < 24 * 60;
}

Result<PartialDate> parse_date(std::string_view text, const PartialDate& today) {
  PartialDate now = today;
  now.minute = kUnknownMinute;
  if (text == "today") return now;
  if (text == "yesterday") return day_before(now);
  const auto parsed = parse_parts(text);
  if (!parsed) {
    return fail(Code::INVALID_ARGUMENT,
                "a date is YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM, today or yesterday");
  }
  if (!is_real(*parsed)) return fail(Code::INVALID_ARGUMENT, "there is no such day in the calendar");
  return *parsed;
}

std::string format_date(const PartialDate& date) {
  char out[32] = "";
  int at = 0;
  const auto write = [&](const char* format, int a, int b = 0) {
    at += std::snprintf(out + at, sizeof out - static_cast<std::size_t>(at), format, a, b);
  };
  if (date.year != 0) {
    write("%04d", date.year);
  } else if (date.month != 0) {
    out[at++] = '-';
  }
  if (date.month != 0) write("-%02d", date.month);
  if (date.day != 0) write("-%02d", date.day);
  if (date.minute != kUnknownMinute && date.day != 0) write("T%02d:%02d", date.minute / 60, date.minute % 60);
  return out;
}

std::int64_t earliest_minute(const PartialDate& date) {
  const int month = date.month == 0 ? 1 : date.month;
  const int day = date.day == 0 ? 1 : date.day;
  const int minute = date.minute == kUnknownMinute ? 0 : date.minute;
  return (days_before(date.year, month) + day - 1) * 24 * 60 + minute;
}

std::int64_t latest_minute(const PartialDate& date) {
  if (date.minute != kUnknownMinute) return earliest_minute(date);
  PartialDate next = date;
  if (date.day != 0) return earliest_minute(date) + 24 * 60 - 1;
  if (date.month == 0) {
    next.year = static_cast<std::int16_t>(date.year + 1);
  } else if (date.month == 12) {
    next.year = static_cast<std::int16_t>(date.year + 1);
    next.month = 1;
  } else {
    ++next.month;
  }
  return earliest_minute(next) - 1;
}

PartialDate minute_of_wall_ms(std::int64_t wall_ms) {
  const auto seconds = static_cast<std::time_t>(wall_ms / 1000);
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return {};
  return PartialDate{static_cast<std::int16_t>(local.tm_year + 1900), static_cast<std::uint8_t>(local.tm_mon + 1),
                     static_cast<std::uint8_t>(local.tm_mday),
                     static_cast<std::int16_t>(local.tm_hour * 60 + local.tm_min)};
}

PartialDate date_of_wall_ms(std::int64_t wall_ms) {
  PartialDate out = minute_of_wall_ms(wall_ms);
  out.minute = kUnknownMinute;
  return out;
}

}  // namespace kith::model

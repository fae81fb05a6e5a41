#pragma once
// How long it is between two dates of which only the first parts may be known. The answer is a
// range as wide as what is unknown; no day is invented.
//
// Threads: pure functions.
// Units:   whole months and days; a day number counts from 0001-01-01.
// Errors:  INVALID_ARGUMENT for a date that does not exist or has no year.

#include <cstdint>
#include <string>
#include <string_view>

#include "kith/base/result.h"
#include "kith/model/value.h"

namespace kith::network {

struct MonthSpan {
  int low = 0;
  int high = 0;
  bool operator==(const MonthSpan&) const = default;
};

struct DaySpan {
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool operator==(const DaySpan&) const = default;
};

// The date exists and its year is known. `what` names it in the error.
Result<void> check_date(const model::PartialDate& date, Literal<0> what);
// The same of a date that may be missing, and it does not lie after now.
Result<void> check_past(const std::optional<model::PartialDate>& date, const model::PartialDate& now, Literal<0> what);

// The days that the date can mean.
// REQUIRES: check_date
DaySpan days_of(const model::PartialDate& date);

// Whole months from `from` to `to`: the least and the most that it can be. Negative when `from`
// comes after `to`.
// REQUIRES: check_date of both
MonthSpan months_between(const model::PartialDate& from, const model::PartialDate& to);

// "4 y 2-3 mo", "11 mo", "1 y 11 mo - 2 y"
std::string say(const MonthSpan& months);

}  // namespace kith::network

#pragma once
// Reading and writing dates of which only the first parts may be known.
//
// Threads: pure functions; date_of_wall_ms() reads the time zone of this machine.
// Units:   minutes count from 0001-01-01T00:00 of the calendar on the wall: no zone, no leap second.
// Errors:  INVALID_ARGUMENT with a sentence that says what a date looks like.

#include <string>
#include <string_view>

#include "kith/base/result.h"
#include "kith/model/value.h"

namespace kith::model {

// YYYY[-MM[-DD[THH:MM]]], "today" or "yesterday". The day must exist in that month and year.
Result<PartialDate> parse_date(std::string_view text, const PartialDate& today);

// As parse_date reads it; a birthday without a year is "--MM-DD". Empty for a date that knows nothing.
std::string format_date(const PartialDate& date);

// The earliest instant that the date can mean.
std::int64_t earliest_minute(const PartialDate& date);
// The last minute that it can mean: that of the year, of the month, of the day, or itself.
std::int64_t latest_minute(const PartialDate& date);

// The day on the wall at that moment, in the time zone of this machine; no minute.
PartialDate date_of_wall_ms(std::int64_t wall_ms);
// The same with its minute.
PartialDate minute_of_wall_ms(std::int64_t wall_ms);

// True for a day that exists: the parts that are known fit each other.
bool is_real(const PartialDate& date);

}  // namespace kith::model

#include "kith/network/elapsed.h"

#include <algorithm>

#include "kith/model/partial_date.h"

namespace kith::network {
namespace {

constexpr std::int64_t kMinutesOfDay = 24 * 60;

std::int64_t first_day(const model::PartialDate& date) { return model::earliest_minute(date) / kMinutesOfDay; }

// The first day after all those that the date can mean.
model::PartialDate next_after(const model::PartialDate& date) {
  model::PartialDate out{date.year, date.month, 0, -1};
  if (date.month == 0 || date.month == 12) {
    ++out.year;
    out.month = 1;
  } else {
    ++out.month;
  }
  return out;
}

struct Day {
  int year;
  int month;
  int day;
};

Day earliest(const model::PartialDate& d) {
  return {d.year, d.month == 0 ? 1 : d.month, d.day == 0 ? 1 : d.day};
}

Day latest(const model::PartialDate& d) {
  if (d.day != 0) return earliest(d);
  model::PartialDate month = d;
  if (month.month == 0) month.month = 12;
  return {d.year, month.month, static_cast<int>(first_day(next_after(month)) - first_day(month))};
}

int whole_months(const Day& from, const Day& to) {
  const int months = (to.year - from.year) * 12 + to.month - from.month;
  // Rounded towards the past, also when `to` comes before `from`.
  return months - (to.day < from.day ? 1 : 0);
}

std::string years_and_months(int months) {
  const int years = months / 12;
  const int rest = months % 12;
  if (years == 0) return std::to_string(rest) + " mo";
  return std::to_string(years) + " y" + (rest == 0 ? "" : " " + std::to_string(rest) + " mo");
}

}  // namespace

Result<void> check_date(const model::PartialDate& date, Literal<0> what) {
  if (date.year == 0 || !model::is_real(date)) {
    return fail(Code::INVALID_ARGUMENT, worded("{0} needs a day that exists, known from the year on", what));
  }
  return {};
}

Result<void> check_past(const std::optional<model::PartialDate>& date, const model::PartialDate& now, Literal<0> what) {
  if (!date) return {};
  KITH_CHECK(check_date(*date, what));
  if (months_between(*date, now).high < 0) return fail(Code::INVALID_ARGUMENT, worded("{0} lies after now", what));
  return {};
}

DaySpan days_of(const model::PartialDate& date) {
  const std::int64_t first = first_day(date);
  return {first, date.day != 0 ? first : first_day(next_after(date)) - 1};
}

MonthSpan months_between(const model::PartialDate& from, const model::PartialDate& to) {
  return {whole_months(latest(from), earliest(to)), whole_months(earliest(from), latest(to))};
}

std::string say(const MonthSpan& months) {
  const int low = std::max(months.low, 0);
  const int high = std::max(months.high, low);
  if (low == high) return years_and_months(low);
  if (low / 12 == high / 12) {
    const std::string years = low < 12 ? "" : std::to_string(low / 12) + " y ";
    return years + std::to_string(low % 12) + "-" + std::to_string(high % 12) + " mo";
  }
  return years_and_months(low) + " - " + years_and_months(high);
}

}  // namespace kith::network

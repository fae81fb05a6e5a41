#include "today/today_items.h"

#include <chrono>

#include "kith/engine/next.h"
#include "kith/model/partial_date.h"

namespace kith::engine {

std::int64_t day_of(const model::PartialDate& date) { return network::days_of(date).first; }

std::string date_of(std::int64_t day) {
  using namespace std::chrono;
  static const std::int64_t kFirst = day_of({1, 1, 1});
  const year_month_day date{sys_days{year{1} / 1 / 1} + days{day - kFirst}};
  return model::format_date({static_cast<std::int16_t>(static_cast<int>(date.year())),
                             static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
                             static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))});
}

Sentence days_text(std::int64_t days) { return days == 1 ? worded("1 day") : worded("{0} days", days); }

void say_why(const Sentence& why, api::DueItem* row) {
  fill_said(why, row->mutable_why(), row->mutable_why_sentence());
}

api::DueItem* item(Gathering& all, std::string_view what, const RecordId& person, std::string_view state) {
  api::DueItem* row = all.out.add_items();
  row->set_what(std::string(what));
  row->set_state(std::string(state));
  if (!person.is_zero()) {
    row->set_person(all.people.name(person));
    row->set_person_id(person.hex());
  }
  return row;
}

std::optional<std::string_view> state_of(const Gathering& all, const network::DaySpan& days) {
  if (days.last < all.now) return "overdue";
  if (days.first <= all.now) return "today";
  if (days.first - all.now <= kSoonDays) return "soon";
  return std::nullopt;
}

}  // namespace kith::engine

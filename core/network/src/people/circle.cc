#include "kith/network/circle.h"

#include <algorithm>

namespace kith::network {

std::optional<int> days_between_meetings(Frequency frequency) {
  switch (frequency) {
    case Frequency::daily: return 1;
    case Frequency::weekly: return 7;
    case Frequency::every_two_weeks: return 14;
    case Frequency::monthly: return 30;
    case Frequency::quarterly: return 91;
    case Frequency::yearly: return 365;
    case Frequency::less: break;
  }
  return std::nullopt;
}

MeetingsHeld meetings_held(std::span<const model::PartialDate> meetings, const model::PartialDate& today) {
  MeetingsHeld out;
  const std::int64_t now = days_of(today).first;
  for (const model::PartialDate& meeting : meetings) {
    if (!check_date(meeting, "a meeting")) continue;
    const DaySpan days = days_of(meeting);
    if (days.first > now) continue;
    const std::int64_t day = std::min(days.last, now);
    out.last = std::max(out.last.value_or(day), day);
    ++out.count;
  }
  return out;
}

std::optional<CircleDue> circle_due(const MaybeDate& next, const std::optional<Frequency>& frequency,
                                    const MeetingsHeld& held) {
  if (next && check_date(*next, "the next meeting")) {
    const DaySpan days = days_of(*next);
    if (!held.last || days.first > *held.last) return CircleDue{days, true};
  }
  const auto interval = frequency ? days_between_meetings(*frequency) : std::nullopt;
  if (!held.last || !interval) return std::nullopt;
  const std::int64_t day = *held.last + *interval;
  return CircleDue{{day, day}, false};
}

std::optional<RecordId> whose_turn(std::span<const Seat> seats, std::size_t meetings) {
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const Seat& seat = seats[(meetings + i) % seats.size()];
    if (seat.able) return seat.person;
  }
  return std::nullopt;
}

}  // namespace kith::network

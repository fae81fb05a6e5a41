#pragma once
// When a circle meets next, and who begins the round in which each one in turn tells of new
// challenges.
//
// Threads: pure functions.
// Units:   days; day numbers as in elapsed.h.
// Errors:  none; a date that does not exist, or has no year, is passed over.
// Sources: circles that meet regularly are Kram & Higgins 2008; the days between two meetings, and
//          that the turn goes on by one each time, are ours.

#include <optional>
#include <span>

#include "kith/network/elapsed.h"
#include "kith/network/entities.h"

namespace kith::network {

// Days between two meetings; nothing where "less than once a year" sets none.
std::optional<int> days_between_meetings(Frequency frequency);

// What is logged of its meetings, those after today left out. A meeting of which only the month is
// known was on its last day that is not after today, as contacts are in cadence.h.
struct MeetingsHeld {
  std::size_t count = 0;
  std::optional<std::int64_t> last;
};
MeetingsHeld meetings_held(std::span<const model::PartialDate> meetings, const model::PartialDate& today);

struct CircleDue {
  DaySpan days;
  bool agreed = false;  // the day was set; otherwise it is counted from the last meeting
};
// The day that was set, as long as no meeting on it or later is logged; else the last meeting and the
// interval. Nothing where neither is known.
std::optional<CircleDue> circle_due(const MaybeDate& next, const std::optional<Frequency>& frequency,
                                    const MeetingsHeld& held);

// Whose turn it is: after each meeting the next one's. Who is not `able` is passed over, and nobody
// else's turn moves by it. Nothing where nobody is able.
struct Seat {
  RecordId person;
  bool able = true;
};
std::optional<RecordId> whose_turn(std::span<const Seat> seats, std::size_t meetings);

}  // namespace kith::network

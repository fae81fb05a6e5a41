#pragma once
// Planned conversations as a calendar file (.ics) for other programs. Who looks at the calendar, an
// employer's server among them, reads "A planned conversation" and nothing else: a title of one's own
// is written only when the caller says so with an option made for it. Each event is CLASS:PRIVATE.
//
// An event needs a day. A date that knows a month or a year only is left out and listed, for a
// calendar would have to invent the day. What has a day and no time lasts that day; what has a time
// is "floating": the time on the wall wherever one is, as our dates have it.
//
// Threads: pure functions.
// Owns:    nothing; what is returned holds copies.
// Units:   minutes; lines end in CRLF and have at most 75 bytes.
// Errors:  INVALID_ARGUMENT for a uid or stamp that no calendar takes, or a uid that comes twice.
// Sources: RFC 5545.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kith/base/result.h"
#include "kith/model/value.h"

namespace kith::interchange {

inline constexpr std::string_view kNeutralTitle = "A planned conversation";

struct CalendarEvent {
  // Of letters, digits and -_.@+, the same for the same event each time, so that a calendar changes
  // the event and makes no second one. It should tell nothing: no name, no id of a record.
  std::string uid;
  model::PartialDate when;
  int minutes = 60;   // how long; of an event with a time, 1 to 1440
  std::string title;  // unused unless show_titles
};

struct CalendarOptions {
  std::string stamp;         // when this is written, "20240601T080000Z"
  bool show_titles = false;  // whoever sees the calendar sees the titles
};

struct LeftOutEvent {
  std::size_t event = 0;  // from 0, in the order given
  std::string reason;
};

struct CalendarOut {
  std::string text;
  std::vector<LeftOutEvent> left_out;
};

Result<CalendarOut> write_calendar(const std::vector<CalendarEvent>& events, const CalendarOptions& options);

}  // namespace kith::interchange

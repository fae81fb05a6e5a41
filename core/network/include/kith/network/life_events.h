#pragma once
// Which events of a life and career ask for another look at the network, and in which words.
//
// Threads: pure functions.
// Units:   days.
// Errors:  none; a date that does not exist, or has no year, is passed over.
// Sources: that transfers, promotions and moves change who is there is Kram 1983, Kram & Isabella
//          1985 and Kram & Higgins 2008; the ninety days are ours.

#include <optional>
#include <span>
#include <string_view>

#include "kith/network/entities.h"

namespace kith::network {

// Before an event and after it.
inline constexpr int kEventDays = 90;

enum class EventTime : std::uint8_t { ahead, around_now, past };

// Nothing where it asks for no look: of a kind that need not change who is around, without a date, not
// surely within the days (of which a year alone tells too little), or looked at already. An event that
// has been is looked at by a snapshot on its day or later, one that lies ahead by a snapshot of the
// days before it.
std::optional<EventTime> asks_for_a_look(const LifeEventMark& event, std::span<const model::PartialDate> snapshots,
                                         const model::PartialDate& today);

// What to look at, in a sentence or two; empty for `other`.
Sentence words_of_event(LifeEvent event, EventTime time);

}  // namespace kith::network

#pragma once
// When the next contact with a person is due: an ideal and a greatest interval in days, counted
// again from every logged contact of whatever kind. Nothing is sent to anybody.
//
// A contact of which only the month is known counts from its last day that is not after today: a
// reminder too late is kinder than a wrong one. Days of a pause do not count.
//
// Threads: pure functions.
// Units:   days; day numbers as in elapsed.h.
// Errors:  INVALID_ARGUMENT for intervals below a day or out of order, and for dates that do not exist.
// Sources: ours.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kith/model/value.h"
#include "kith/network/entities.h"

namespace kith::network {

struct Cadence {
  int ideal_days = 0;
  int max_days = 0;
};

struct Pause {
  model::PartialDate from;
  MaybeDate until;  // the first day that counts again; none: until the person says
};

enum class DueState : std::uint8_t { no_contact_yet, paused, resting, amber, red };

struct Due {
  DueState state = DueState::no_contact_yet;
  std::optional<std::int64_t> last_contact;  // day number
  std::optional<std::int64_t> amber_from;    // the next due day
  std::optional<std::int64_t> red_from;
};

// What holds for a person: the own cadence, else the one with the shortest ideal of the tags.
std::optional<Cadence> cadence_for(const std::optional<Cadence>& own, std::span<const Cadence> of_tags);

// `contacts` in any order; those after today have not happened and do not count.
Result<Due> due(const Cadence& cadence, std::span<const model::PartialDate> contacts,
                std::span<const Pause> pauses, const model::PartialDate& today);

}  // namespace kith::network

#pragma once
// When a birthday is next, or was just now. Who was born on 29 February has it on the 28th of other years: the day
// before March, as most of them keep it.
//
// Threads: pure functions.
// Units:   days as in kith/network/elapsed.h; a birthday needs a month and a day, its year is for the age alone.
// Errors:  none.

#include <cstdint>
#include <optional>

#include "kith/model/value.h"

namespace kith::network {

struct NearBirthday {
  std::int64_t day = 0;    // on which it is kept
  std::optional<int> age;  // that it makes, where the year of birth is known
};

// The one from `before` days ago to `after` days from now; both below half a year.
std::optional<NearBirthday> near_birthday(const model::PartialDate& born, const model::PartialDate& today, int before,
                                          int after);

}  // namespace kith::network

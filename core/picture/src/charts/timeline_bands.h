#pragma once
// Phases as stretches of days, with what their dates leave open.
//
// Threads: pure functions.
// Units:   day numbers as in kith/network/elapsed.h.
// Errors:  as timeline.h.

#include <cstdint>
#include <vector>

#include "kith/picture/timeline.h"

namespace kith::picture {

// A phase in days: soft up to `sure_from` and from `sure_to` on.
struct Band {
  network::Phase phase = network::Phase::initiation;
  std::int64_t from = 0;
  std::int64_t sure_from = 0;
  std::int64_t sure_to = 0;
  std::int64_t to = 0;
  bool begins = false;  // the begin is told
  bool ends = false;    // the end is told
  int cycle = 1;
};

// What is not told begins at `first`, and goes on until `today`.
// REQUIRES: check_dates
std::vector<Band> bands_of(const std::vector<network::PhaseSpan>& phases, std::int64_t first, std::int64_t today);

Result<void> check_dates(const TimelineInput& input);

}  // namespace kith::picture

#pragma once
// The phases of relationships over time: one lane each, four bands with their own texture.
//
// What a date leaves open is a soft edge, and an end that is not told is a dashed one. Below a band
// stands the window that was usual in the pairs that were studied, which is no norm. A diamond is a
// psychological turning point, a square an organizational one; job events run through all lanes;
// a new cycle stands a step lower. With an opened sealed answer of the other one, the upper half of
// a lane is mine and the lower one theirs.
//
// Threads: pure functions.
// Errors:  INVALID_ARGUMENT for options that are none, a name that is no text, a date that does not
//          exist or has no year.
// Sources: phases, windows and turning points Kram 1983; the picture is ours.

#include <string>
#include <vector>

#include "kith/network/entities.h"
#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

struct TimelineLane {
  std::string name;
  std::vector<network::PhaseSpan> phases;  // in order
  std::vector<network::PhaseSpan> theirs;  // only from an opened sealed answer
  std::vector<network::TurningPointMark> turning_points;
};

struct TimelineInput {
  std::vector<TimelineLane> lanes;
  std::vector<network::LifeEventMark> events;
  model::PartialDate today;
};

Result<Picture> timeline_of(const TimelineInput& input, const Options& options = {});

}  // namespace kith::picture

#pragma once
// What the signs of a map mean: those that are on it, and no others.
//
// Threads: pure functions.

#include <vector>

#include "drawing/canvas.h"
#include "map/map_people.h"

namespace kith::picture {

// `joined` are the pairs that a bow joins.
std::vector<LegendEntry> map_legend(const MapPeople& people, const std::vector<MapPeople::Knowing>& joined);

}  // namespace kith::picture

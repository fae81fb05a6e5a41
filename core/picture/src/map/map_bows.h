#pragma once
// Which pairs of people a map joins by a bow, and how each bow bends.
//
// Threads: pure functions.
// Units:   points.

#include <vector>

#include "map/map_people.h"

namespace kith::picture {

// At most kMostBows of the pairs of which both stand on the map: first who know each other well, then
// the closest to me. Nothing when bows are not asked for. The order of the input does not matter.
std::vector<MapPeople::Knowing> bows_of(const MapPeople& people);

Style look_of(network::Acquaintance how);

// What a bow had better not run through: people, and words.
struct InTheWay {
  std::vector<Circle> people;
  std::vector<Box> words;
};
// From the person at `a` to the one at `b`: bent towards the middle of the map, so that it is no line
// to me, and as much or as little as it takes to run through as few others as can be.
Bow bow_between(Point a, Point b, Point middle, const InTheWay& others);

// Whether some of the bow is below the box.
bool runs_through(const Bow& bow, const Box& box);

}  // namespace kith::picture

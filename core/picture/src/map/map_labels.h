#pragma once
// The words at the people and at the seats of a map.
//
// Threads: pure functions.
// Units:   points.

#include <optional>
#include <string>
#include <vector>

#include "drawing/canvas.h"
#include "drawing/label_places.h"
#include "map/map_people.h"

namespace kith::picture {

// Where the map is drawn.
struct MapGround {
  std::vector<Point> at;  // of people.places
  Point me;
  double radius = 0;  // of a person
  double label_size = 0;
  double bottom = 0;
};

// A label for each place, apart from all that the canvas keeps free, from each other and, where there
// is room, from the lines to me. None where there is no room.
std::vector<std::optional<Label>> map_labels(const MapPeople& people, const MapGround& ground, const Canvas& canvas);

}  // namespace kith::picture

#pragma once
// The people of a map as the drawing and the lines both need them: checked, named, with their place.
//
// Threads: pure functions.
// Errors:  as map.h.

#include <string>
#include <utility>
#include <vector>

#include "kith/picture/map.h"
#include "map/map_layout.h"

namespace kith::picture {

inline constexpr std::array<std::string_view, 3> kRingWords{"close", "moderate", "distant"};

struct MapPeople {
  const MapInput& input;
  std::vector<std::string> names;          // as they are shown
  std::vector<network::Function> needs;    // the open ones, each once
  std::vector<MapPlace> places;            // who: place in the input; from seats_from on: in needs
  std::size_t seats_from = 0;              // the places before are people, those behind hollow seats
  std::vector<std::size_t> without_place;  // of the input
  std::size_t seats_without_place = 0;
  struct Knowing {
    std::size_t a;
    std::size_t b;
    network::Acquaintance how;
  };
  std::vector<Knowing> knowing;  // each pair once, in the order of the input
};

Result<MapPeople> map_people(const MapInput& input, const Options& options);

std::size_t ring_of(const MapPerson& person);
Sector sector_of(const MapPerson& person);
bool is_inside(const MapPerson& person);
bool is_family_or_friend(const MapPerson& person);

void say_map(const MapPeople& people, std::vector<std::string>& lines);

}  // namespace kith::picture

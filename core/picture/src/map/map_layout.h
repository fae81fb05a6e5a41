#pragma once
// Where on the map somebody stands: ring and angle. No chance: two pooled passes a ring.
//
// Threads: pure functions.
// Units:   points in a square of 360; degrees clockwise from the top.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kith::picture {

inline constexpr std::array<double, 3> kRingRadius{60, 105, 150};
inline constexpr std::array<std::size_t, 3> kRingCapacity{10, 18, 26};
inline constexpr double kNode = 28;
inline constexpr double kNodeGap = 8;
// Between neighbours where the ring has room: a name on two lines stands there.
inline constexpr double kWordGap = 30;

// Clockwise from the top left, in the order of the layout.
enum class Sector : std::uint8_t {
  seniors_inside,
  seniors_outside,
  peers_outside,
  juniors_outside,
  juniors_inside,
  peers_inside,
};
inline constexpr std::size_t kSectors = 6;
inline constexpr double kLeastSector = 20;

struct MapPlace {
  std::size_t who = 0;  // the caller's number, kept
  std::size_t ring = 0;
  Sector sector = Sector::seniors_inside;
  int functions = 0;
  double angle = 0;
};

// Neighbours that want to be closer than `apart` are pooled around their common mean, in one pass.
// REQUIRES: `wants` ascend, and between `low` and `high` there is room for all.
std::vector<double> pooled(const std::vector<double>& wants, double apart, double low, double high);

// The neighbours on a ring are at least so far apart.
double least_angle(std::size_t ring);

// Who finds the own ring full goes to the next one: those with the fewest functions first, then the
// later in `order`. Returns those for whom there was no ring; they are taken out of `places`.
std::vector<std::size_t> move_to_free_rings(std::vector<MapPlace>& places);

// Sets the angles. `places` come ordered by what decides between equals. Who would stand right behind
// somebody of an inner ring moves aside, where there is room, so that both lines to me are seen.
// REQUIRES: no ring holds more than its capacity.
void spread(std::vector<MapPlace>& places);

}  // namespace kith::picture

#include "map/map_layout.h"

#include <algorithm>
#include <cmath>

#include "drawing/numbers.h"

namespace kith::picture {
namespace {

// The sectors of a side from the top down; a side has 180 degrees.
constexpr std::array<std::array<Sector, 3>, 2> kSides{{
    {Sector::seniors_outside, Sector::peers_outside, Sector::juniors_outside},
    {Sector::seniors_inside, Sector::peers_inside, Sector::juniors_inside},
}};
constexpr double kSide = 180;
constexpr double kUsualSector = 60;
// A line to me stays so far from the people of inner rings, where somebody may move so far for it.
constexpr double kLineGap = 2;
constexpr double kMostAside = 20;

using Apart = std::array<double, kRingRadius.size()>;

bool is_right(Sector sector) {
  return std::find(kSides[0].begin(), kSides[0].end(), sector) != kSides[0].end();
}

double angle_between(std::size_t ring, double gap) {
  return 2 * degrees(std::asin((kNode + gap) / (2 * kRingRadius[ring])));
}

// How far apart the neighbours on each ring are: as far as words need it, or what the fuller side has.
Apart apart_on_rings(const std::vector<MapPlace>& places) {
  Apart out{};
  for (std::size_t ring = 0; ring < out.size(); ++ring) {
    std::array<double, 2> held{};
    for (const MapPlace& place : places) {
      if (place.ring == ring) ++held[is_right(place.sector) ? 0 : 1];
    }
    const double fits = kSide / std::max({1.0, held[0], held[1]});
    const double least = least_angle(ring);
    out[ring] = std::clamp(fits, least, std::max(least, angle_between(ring, kWordGap)));
  }
  return out;
}

// Room that the fullest ring needs in this sector.
double demand(const std::vector<MapPlace>& places, Sector sector, const Apart& apart) {
  double out = 0;
  for (std::size_t ring = 0; ring < kRingRadius.size(); ++ring) {
    const auto here = std::count_if(places.begin(), places.end(), [&](const MapPlace& place) {
      return place.ring == ring && place.sector == sector;
    });
    out = std::max(out, static_cast<double>(here) * apart[ring]);
  }
  return out;
}

std::array<double, 3> widths(const std::array<double, 3>& demands) {
  double wanted = 0;
  double spare = 0;
  for (const double d : demands) {
    wanted += std::max(0.0, d - kUsualSector);
    spare += kUsualSector - std::clamp(d, kLeastSector, kUsualSector);
  }
  const double given = std::min(wanted, spare);
  std::array<double, 3> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = kUsualSector;
    if (demands[i] > kUsualSector) {
      out[i] += given * (demands[i] - kUsualSector) / wanted;
    } else if (spare > 0) {
      out[i] -= given * (kUsualSector - std::max(demands[i], kLeastSector)) / spare;
    }
  }
  return out;
}

// The middle of each sector. A sector with many people takes room from its neighbours on the same
// side, who keep 20 degrees; inside stays on the left and outside on the right.
std::array<double, kSectors> sector_centers(const std::vector<MapPlace>& places, const Apart& apart) {
  std::array<double, kSectors> out{};
  for (std::size_t side = 0; side < kSides.size(); ++side) {
    std::array<double, 3> demands{};
    for (std::size_t i = 0; i < 3; ++i) demands[i] = demand(places, kSides[side][i], apart);
    const auto wide = widths(demands);
    double at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const double center = at + wide[i] / 2;
      out[static_cast<std::size_t>(kSides[side][i])] = side == 0 ? center : 360 - center;
      at += wide[i];
    }
  }
  static_assert(kSide == 3 * kUsualSector);
  return out;
}

// Somebody on a ring, and the angle that fits best.
struct Wish {
  MapPlace* place;
  double angle;
};

// The widest empty arc of a ring, cut in its middle, so that pooling never has to go round.
double cut_of(const std::vector<Wish>& ring) {
  std::vector<double> wants;
  for (const Wish& wish : ring) wants.push_back(wish.angle);
  std::sort(wants.begin(), wants.end());
  double widest = -1;
  double cut = 0;
  for (std::size_t i = 0; i < wants.size(); ++i) {
    const double next = i + 1 < wants.size() ? wants[i + 1] : wants.front() + 360;
    if (next - wants[i] > widest) {
      widest = next - wants[i];
      cut = (next + wants[i]) / 2;
    }
  }
  return cut;
}

void pool(std::vector<Wish> ring, double apart) {
  if (ring.empty()) return;
  const double cut = cut_of(ring);
  for (Wish& wish : ring) {
    if (wish.angle < cut) wish.angle += 360;
  }
  std::stable_sort(ring.begin(), ring.end(), [](const Wish& a, const Wish& b) { return a.angle < b.angle; });
  std::vector<double> wants;
  for (const Wish& wish : ring) wants.push_back(wish.angle);
  // From the cut round to the cut, the last one as far from the first as everybody else.
  const std::vector<double> at = pooled(wants, apart, cut, cut + 360 - apart);
  for (std::size_t i = 0; i < ring.size(); ++i) ring[i].place->angle = std::fmod(at[i] + 720, 360);
}

// The line to me would run below somebody of an inner ring.
bool is_behind(const std::vector<MapPlace>& places, std::size_t ring, double angle) {
  return std::any_of(places.begin(), places.end(), [&](const MapPlace& other) {
    if (other.ring >= ring) return false;
    const double between = std::abs(std::remainder(angle - other.angle, 360));
    return between < degrees(std::asin((kNode / 2 + kLineGap) / kRingRadius[other.ring]));
  });
}

// The nearest angle at which nobody is in front, or the same when there is none near.
double stepped_aside(const std::vector<MapPlace>& places, const MapPlace& place) {
  for (double step = 0; step <= kMostAside; ++step) {
    for (const double angle : {place.angle + step, place.angle - step}) {
      if (!is_behind(places, place.ring, angle)) return std::fmod(angle + 360, 360);
    }
  }
  return place.angle;
}

}  // namespace

// Least squares under "each at least so far behind the one before".
std::vector<double> pooled(const std::vector<double>& wants, double apart, double low, double high) {
  struct Block {
    double sum = 0;
    std::size_t count = 0;
    double mean() const { return sum / static_cast<double>(count); }
  };
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < wants.size(); ++i) {
    blocks.push_back({wants[i] - static_cast<double>(i) * apart, 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
      blocks[blocks.size() - 2].sum += blocks.back().sum;
      blocks[blocks.size() - 2].count += blocks.back().count;
      blocks.pop_back();
    }
  }
  std::vector<double> out;
  const double most = high - (static_cast<double>(wants.size()) - 1) * apart;
  for (const Block& block : blocks) {
    const double at = std::clamp(block.mean(), low, std::max(low, most));
    for (std::size_t k = 0; k < block.count; ++k) out.push_back(at + static_cast<double>(out.size()) * apart);
  }
  return out;
}

double least_angle(std::size_t ring) { return angle_between(ring, kNodeGap); }

std::vector<std::size_t> move_to_free_rings(std::vector<MapPlace>& places) {
  std::vector<MapPlace> out;
  std::vector<MapPlace> waiting;
  for (std::size_t ring = 0; ring < kRingRadius.size(); ++ring) {
    for (const MapPlace& place : places) {
      if (place.ring == ring) waiting.push_back(place);
    }
    std::stable_sort(waiting.begin(), waiting.end(),
                     [](const MapPlace& a, const MapPlace& b) { return a.functions > b.functions; });
    const std::size_t here = std::min(waiting.size(), kRingCapacity[ring]);
    for (std::size_t i = 0; i < here; ++i) {
      out.push_back(waiting[i]);
      out.back().ring = ring;
    }
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(here));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const MapPlace& a, const MapPlace& b) { return a.functions > b.functions; });
  places = std::move(out);
  std::vector<std::size_t> left;
  for (const MapPlace& place : waiting) left.push_back(place.who);
  return left;
}

void spread(std::vector<MapPlace>& places) {
  const Apart apart = apart_on_rings(places);
  const auto centers = sector_centers(places, apart);
  for (std::size_t ring = 0; ring < kRingRadius.size(); ++ring) {
    std::vector<Wish> here;
    for (MapPlace& place : places) {
      if (place.ring == ring) here.push_back({&place, centers[static_cast<std::size_t>(place.sector)]});
    }
    pool(here, apart[ring]);
    for (Wish& wish : here) wish.angle = stepped_aside(places, *wish.place);
    pool(here, apart[ring]);
  }
}

}  // namespace kith::picture

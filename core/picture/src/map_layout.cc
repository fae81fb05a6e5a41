#include "map_layout.h"

#include <algorithm>
#include <cmath>

#include "numbers.h"

namespace kith::picture {
namespace {

// The sectors of a side from the top down; a side has 180 degrees.
constexpr std::array<std::array<Sector, 3>, 2> kSides{{
    {Sector::seniors_outside, Sector::peers_outside, Sector::juniors_outside},
    {Sector::seniors_inside, Sector::peers_inside, Sector::juniors_inside},
}};
constexpr double kSide = 180;
constexpr double kUsualSector = 60;

// Room that the fullest ring needs in this sector.
double demand(const std::vector<MapPlace>& places, Sector sector) {
  double out = 0;
  for (std::size_t ring = 0; ring < kRingRadius.size(); ++ring) {
    const auto here = std::count_if(places.begin(), places.end(), [&](const MapPlace& place) {
      return place.ring == ring && place.sector == sector;
    });
    out = std::max(out, static_cast<double>(here) * least_angle(ring));
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

// The widest empty arc of a ring, cut in its middle, so that pooling never has to go round.
double cut_of(const std::vector<MapPlace*>& ring, const std::array<double, kSectors>& centers) {
  std::vector<double> wants;
  for (const MapPlace* place : ring) wants.push_back(centers[static_cast<std::size_t>(place->sector)]);
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

void pool(std::vector<MapPlace*>& ring, std::size_t number, const std::array<double, kSectors>& centers) {
  const double cut = cut_of(ring, centers);
  const auto want = [&](const MapPlace* place) {
    const double center = centers[static_cast<std::size_t>(place->sector)];
    return center < cut ? center + 360 : center;
  };
  std::stable_sort(ring.begin(), ring.end(), [&](const MapPlace* a, const MapPlace* b) { return want(a) < want(b); });
  std::vector<double> wants;
  for (const MapPlace* place : ring) wants.push_back(want(place));
  // From the cut round to the cut, the last one as far from the first as everybody else.
  const double apart = least_angle(number);
  const std::vector<double> at = pooled(wants, apart, cut, cut + 360 - apart);
  for (std::size_t i = 0; i < ring.size(); ++i) ring[i]->angle = std::fmod(at[i] + 720, 360);
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

double least_angle(std::size_t ring) { return 2 * degrees(std::asin((kNode + kNodeGap) / (2 * kRingRadius[ring]))); }

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

std::array<double, kSectors> sector_centers(const std::vector<MapPlace>& places) {
  std::array<double, kSectors> out{};
  for (std::size_t side = 0; side < kSides.size(); ++side) {
    std::array<double, 3> demands{};
    for (std::size_t i = 0; i < 3; ++i) demands[i] = demand(places, kSides[side][i]);
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

void spread(std::vector<MapPlace>& places) {
  const auto centers = sector_centers(places);
  for (std::size_t ring = 0; ring < kRingRadius.size(); ++ring) {
    std::vector<MapPlace*> here;
    for (MapPlace& place : places) {
      if (place.ring == ring) here.push_back(&place);
    }
    if (!here.empty()) pool(here, ring, centers);
  }
}

}  // namespace kith::picture

#include "map/map_bows.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "drawing/canvas.h"
#include "drawing/label_places.h"

namespace kith::picture {
namespace {

// How much of the way to the middle of the map the bow is drawn, and how far to its side in parts of
// its length: two people on opposite sides have the middle between them. The usual bend first.
struct Bend {
  double inwards;
  double aside;
};
constexpr std::array<Bend, 13> kBends{{{0.28, 0}, {0.45, 0}, {0.12, 0}, {0.28, 0.15}, {0.28, -0.15}, {0.6, 0},
                                       {-0.15, 0}, {0.28, 0.3}, {0.28, -0.3}, {0.8, 0}, {-0.35, 0},
                                       {0.28, 0.5}, {0.28, -0.5}}};
constexpr int kParts = 24;
// A bow through a person seems to end there; one below words is interrupted in so many parts.
constexpr int kThroughPerson = 12;

Point on_bow(const Bow& bow, double t) {
  const double a = (1 - t) * (1 - t);
  const double by = 2 * t * (1 - t);
  const double b = t * t;
  return {a * bow.from.x + by * bow.by.x + b * bow.to.x, a * bow.from.y + by * bow.by.y + b * bow.to.y};
}

int parts_within(const Bow& bow, const Box& box) {
  int out = 0;
  for (int i = 0; i < kParts; ++i) {
    const Point from = on_bow(bow, static_cast<double>(i) / kParts);
    if (length_within(box, from, on_bow(bow, static_cast<double>(i + 1) / kParts)) > 0) ++out;
  }
  return out;
}

int cost_of(const Bow& bow, const InTheWay& others) {
  int out = 0;
  for (const Circle& person : others.people) {
    const auto is_end = [&](Point p) { return p.x == person.at.x && p.y == person.at.y; };
    if (is_end(bow.from) || is_end(bow.to)) continue;
    for (int i = 1; i < kParts; ++i) {
      const Point p = on_bow(bow, static_cast<double>(i) / kParts);
      if (distance(person, Box{p.x, p.y, 0, 0, 0}) >= 0) continue;
      out += kThroughPerson;
      break;
    }
  }
  for (const Box& words : others.words) out += parts_within(bow, words);
  return out;
}

}  // namespace

std::vector<MapPeople::Knowing> bows_of(const MapPeople& people) {
  std::vector<MapPeople::Knowing> out;
  if (!people.input.show_who_knows_whom) return out;
  std::vector<std::size_t> ring_at(people.input.people.size(), kRingRadius.size());
  for (std::size_t i = 0; i < people.seats_from; ++i) ring_at[people.places[i].who] = people.places[i].ring;
  const auto id = [&](std::size_t who) { return people.input.people[who].id; };
  for (MapPeople::Knowing pair : people.knowing) {
    if (std::max(ring_at[pair.a], ring_at[pair.b]) == kRingRadius.size()) continue;
    // Whoever was named first: a bow that bends aside bends to the same side.
    if (id(pair.b) < id(pair.a)) std::swap(pair.a, pair.b);
    out.push_back(pair);
  }
  const auto rank = [&](const MapPeople::Knowing& pair) {
    return std::tuple(pair.how != network::Acquaintance::know_well, ring_at[pair.a] + ring_at[pair.b], id(pair.a),
                      id(pair.b));
  };
  std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  out.resize(std::min(out.size(), kMostBows));
  return out;
}

Style look_of(network::Acquaintance how) {
  return {.stroke = Role::line, .stroke_width = 1,
          .dash = how == network::Acquaintance::know_well ? Dash::none : Dash::dotted};
}

bool runs_through(const Bow& bow, const Box& box) { return parts_within(bow, box) > 0; }

Bow bow_between(Point a, Point b, Point middle, const InTheWay& others) {
  Bow best;
  int least = -1;
  const Point half{(a.x + b.x) / 2, (a.y + b.y) / 2};
  for (const Bend& bend : kBends) {
    const Point by{half.x + (middle.x - half.x) * bend.inwards + (b.y - a.y) * bend.aside,
                   half.y + (middle.y - half.y) * bend.inwards - (b.x - a.x) * bend.aside};
    const Bow bow{a, by, b};
    const int now = cost_of(bow, others);
    if (least >= 0 && now >= least) continue;
    best = bow;
    least = now;
  }
  return best;
}

}  // namespace kith::picture

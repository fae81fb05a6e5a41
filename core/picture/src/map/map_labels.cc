#include "map/map_labels.h"

#include <algorithm>
#include <array>
#include <utility>

#include "drawing/label_choice.h"

namespace kith::picture {
namespace {

// What a label costs. A number in place of the name is dearest: it makes a reader look elsewhere.
constexpr double kWithout = 4;
// Each next place round the node is a little worse than the one before.
constexpr double kNextPlace = 0.02;
// Across a line to me: the line is interrupted there, the longer the worse.
constexpr double kAcross = 0.7;
constexpr double kAcrossPoint = 0.02;
// So near to somebody else that it could be theirs.
constexpr double kNear = 5;
constexpr double kNearCost = 0.35;

// One way to write the words of a place; the less it says the more it costs.
struct Way {
  std::vector<std::string> lines;
  double cost;
};

// The longest lines that a label may have, and what it costs beyond the ones before.
constexpr std::array<std::pair<std::size_t, double>, 3> kMost{{{12, 0}, {9, 0.6}, {6, 1.6}}};
constexpr double kOneLine = 0.4;

std::vector<Way> ways_for_name(const std::string& name, bool whole_only) {
  std::vector<Way> out;
  for (const auto& [most, cost] : kMost) {
    if (whole_only && characters_in(name) > most) continue;
    out.push_back({in_lines(name, most), cost});
    out.push_back({{shortened(name, most)}, cost + kOneLine});
  }
  return out;
}

std::vector<Way> ways_for_seat(const std::string& term) {
  std::vector<Way> out{{{"someone for", term}, 0}, {{term}, 0.3}};
  for (const auto& [most, cost] : kMost) out.push_back({in_lines(term, most), 0.4 + cost});
  return out;
}

class Labels {
 public:
  Labels(const MapPeople& people, const MapGround& ground, const Canvas& canvas)
      : people_(people), ground_(ground), canvas_(canvas) {}

  std::vector<std::optional<Label>> place() const {
    const auto order = by_ring();
    std::vector<std::vector<Candidate>> lists;
    for (const std::size_t i : order) lists.push_back(candidates(i));
    const auto chosen = choose(lists, kWithout);
    std::vector<std::optional<Label>> out(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
      if (chosen[k]) out[order[k]] = lists[k][*chosen[k]].label;
    }
    return out;
  }

 private:
  // The close ones first: they have the least room and matter most.
  std::vector<std::size_t> by_ring() const {
    std::vector<std::size_t> out(people_.places.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
    std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(people_.places[a].ring, people_.places[a].sector) <
             std::pair(people_.places[b].ring, people_.places[b].sector);
    });
    return out;
  }

  std::vector<Way> ways(std::size_t i) const {
    const std::size_t who = people_.places[i].who;
    if (i >= people_.seats_from) return ways_for_seat(std::string(network::term_of(people_.needs[who])));
    // Initials with a number are told apart by their end.
    return ways_for_name(people_.names[who], canvas_.options().initials_only);
  }

  std::vector<Candidate> candidates(std::size_t i) const {
    const double size = i < people_.seats_from ? ground_.label_size : kSmallSize;
    std::vector<Candidate> out;
    std::vector<std::vector<std::string>> seen;
    for (const Way& way : ways(i)) {
      if (std::find(seen.begin(), seen.end(), way.lines) != seen.end()) continue;
      add(i, way.lines, size, way.cost, out);
      seen.push_back(way.lines);
    }
    return out;
  }

  void add(std::size_t i, const std::vector<std::string>& lines, double size, double cost,
           std::vector<Candidate>& out) const {
    for (Label& label : places_around(ground_.at[i], people_.places[i].angle, ground_.radius, lines, size)) {
      if (canvas_.fits(label.box, ground_.bottom)) {
        const double here = cost + across(label.box) + near_others(i, label.box);
        out.push_back({std::move(label), here});
      }
      cost += kNextPlace;
    }
  }

  double across(const Box& box) const {
    double out = 0;
    for (std::size_t k = 0; k < people_.seats_from; ++k) {
      const double length = length_within(box, ground_.me, ground_.at[k]);
      if (length > 0) out += kAcross + kAcrossPoint * length;
    }
    return out;
  }

  double near_others(std::size_t i, const Box& box) const {
    double out = 0;
    for (std::size_t k = 0; k < ground_.at.size(); ++k) {
      if (k != i && distance(Circle{ground_.at[k], ground_.radius}, box) < kNear) out += kNearCost;
    }
    return out;
  }

  const MapPeople& people_;
  const MapGround& ground_;
  const Canvas& canvas_;
};

}  // namespace

std::vector<std::optional<Label>> map_labels(const MapPeople& people, const MapGround& ground, const Canvas& canvas) {
  return Labels(people, ground, canvas).place();
}

}  // namespace kith::picture

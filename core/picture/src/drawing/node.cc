#include "drawing/node.h"

#include <algorithm>
#include <array>

#include "drawing/families.h"
#include "drawing/letters.h"
#include "drawing/numbers.h"

namespace kith::picture {
namespace {

constexpr double kPie = 10.0 / 14;
constexpr double kMostRing = 3.25 / 14;
// Five functions given strongly make the ring as thick as it gets.
constexpr double kMuchGiven = 15;
constexpr double kStar = 5.0;

}  // namespace

void draw_node(Canvas& canvas, Point at, double radius, const network::Ledger& functions, bool squared,
               bool connector) {
  const double unit = radius / 14;
  const Style base{.fill = Role::background, .stroke = Role::line, .stroke_width = unit};
  const double given = functions.given.sum();
  const double thick = given > 0 ? radius * kMostRing * (0.3 + 0.7 * std::min(1.0, given / kMuchGiven)) : 0;
  if (squared) {
    const double half = 12 * unit;
    canvas.add(Box{at.x - half, at.y - half, 2 * half, 2 * half, 7 * unit}, base);
    if (given > 0) {
      const double in = half - thick / 2;
      canvas.add(Box{at.x - in, at.y - in, 2 * in, 2 * in, 7 * unit - thick / 2},
                 {.stroke = Role::neutral, .stroke_width = thick});
    }
  } else {
    canvas.add(Circle{at, radius - unit / 2}, base);
    if (given > 0) canvas.add(Slice{at, radius - thick, radius, 0, 360}, {.fill = Role::neutral});
  }
  const double pie = (squared ? 8.5 * unit : radius * kPie) - (squared && given > 0 ? thick / 4 : 0);
  const auto sums = sums_of(functions.received);
  int all = 0;
  for (const int sum : sums) all += sum;
  double from = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] == 0) continue;
    const double to = from + 360.0 * sums[i] / all;
    canvas.add(Slice{at, 0, pie, from, to}, {.fill = kFamilies[i].role, .pattern = kFamilies[i].pattern,
                                             .stroke = Role::background, .stroke_width = 0.75});
    from = to;
  }
  if (all == 0) canvas.add(Circle{at, 2 * unit}, {.fill = Role::line});
  if (connector) {
    canvas.add(star({at.x + 9 * unit, at.y - 9 * unit}, kStar * unit + 0.5),
               {.fill = Role::text, .stroke = Role::background, .stroke_width = 1});
  }
}

void draw_inside_node(Canvas& canvas, Point at, double radius, const std::string& name) {
  const double unit = radius / 14;
  const std::string initials = initials_of(name);
  const auto characters = characters_of(initials);
  // A name that is initials already may end in the number that tells it apart.
  std::vector<std::string> tries;
  if (characters_in(name) <= 4) tries.push_back(name);
  tries.push_back(initials);
  if (!characters.empty()) tries.emplace_back(characters.front());
  for (const std::string& words : tries) {
    for (const double size : {8.0, 7.0, 6.0}) {
      if (width_of(words, size) > kNodeLabelWidth * unit) continue;
      // No larger than the words need, so that of the pie at least a rim is seen.
      const double cover = std::max(0.55 * size, width_of(words, size) / 2 + 0.5 * unit);
      canvas.add(Circle{at, cover}, {.fill = Role::background});
      canvas.text({{at.x, at.y + 0.33 * size}, isolated(words), size, Anchor::middle});
      return;
    }
  }
}

std::vector<LegendEntry> family_legend(const std::vector<const network::Ledger*>& ledgers) {
  std::array<bool, kFamilies.size()> used{};
  bool given = false;
  for (const network::Ledger* ledger : ledgers) {
    const auto sums = sums_of(ledger->received);
    for (std::size_t i = 0; i < sums.size(); ++i) used[i] = used[i] || sums[i] > 0;
    given = given || ledger->given.sum() > 0;
  }
  std::vector<LegendEntry> out;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    out.push_back({LegendEntry::Mark::swatch, std::string(kFamilies[i].words),
                   {.fill = kFamilies[i].role, .pattern = kFamilies[i].pattern}});
  }
  if (given) {
    out.push_back({LegendEntry::Mark::ring, "ring: what I give", {.stroke = Role::neutral, .stroke_width = 2.5}});
  }
  return out;
}

}  // namespace kith::picture

#include "label_places.h"

#include <algorithm>
#include <cmath>

#include "numbers.h"

namespace kith::picture {

std::vector<Text> places_around(Point p, double angle, double radius, const std::string& words, double size) {
  const bool right = std::sin(radians(angle)) >= 0;
  const bool upper = std::cos(radians(angle)) >= 0;
  const double r = radius + 3;
  const double middle = 0.33 * size;
  const double above = p.y - r - 0.3 * size;
  const double below = p.y + r + 0.95 * size;
  const auto side = [&](bool to_right, double y, double off) {
    return Text{{to_right ? p.x + off : p.x - off, y}, words, size, to_right ? Anchor::left : Anchor::right};
  };
  const Text out{{p.x, upper ? above : below}, words, size, Anchor::middle};
  const Text in{{p.x, upper ? below : above}, words, size, Anchor::middle};
  std::vector<Text> all;
  if (std::abs(std::sin(radians(angle))) < 0.35) all.push_back(out);
  const double slope = 0.75 * r;
  for (const bool to_right : {right, !right}) {
    all.push_back(side(to_right, p.y + middle, r));
    for (const bool up : {upper, !upper}) all.push_back(side(to_right, p.y + middle + (up ? -slope : slope), slope));
  }
  all.push_back(out);
  all.push_back(in);
  // Beginning or ending at the node, for the sides of the picture.
  for (const Text& t : {out, in}) {
    Text shifted = t;
    shifted.anchor = right ? Anchor::right : Anchor::left;
    shifted.at.x += right ? radius : -radius;
    all.push_back(shifted);
  }
  return all;
}

bool crosses(const Box& box, Point a, Point b) {
  double from = 0;
  double to = 1;
  const auto cut = [&](double at, double step, double low, double high) {
    if (std::abs(step) < 1e-9) return at >= low && at <= high;
    const auto [first, last] = std::minmax({(low - at) / step, (high - at) / step});
    from = std::max(from, first);
    to = std::min(to, last);
    return from <= to;
  };
  return cut(a.x, b.x - a.x, box.x, box.x + box.width) && cut(a.y, b.y - a.y, box.y, box.y + box.height);
}

}  // namespace kith::picture

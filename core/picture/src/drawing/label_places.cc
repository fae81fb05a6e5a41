#include "drawing/label_places.h"

#include <algorithm>
#include <cmath>

#include "drawing/numbers.h"
#include "kith/picture/words.h"

namespace kith::picture {
namespace {

constexpr double kLine = 1.25;      // in parts of the size, as box_of takes it
constexpr double kBaseLine = 0.95;  // below the upper edge

// A block of words before it has a place.
class Block {
 public:
  Block(const std::vector<std::string>& lines, double size) : lines_(lines), size_(size) {
    for (const std::string& line : lines) width_ = std::max(width_, width_of(line, size));
  }

  double height() const { return kLine * size_ * static_cast<double>(lines_.size()); }

  // The anchor stands at x, the upper edge at y.
  Label at(double x, double y, Anchor anchor) const {
    Label out;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const double base = y + size_ * (kBaseLine + kLine * static_cast<double>(i));
      out.lines.push_back({{x, base}, lines_[i], size_, anchor});
    }
    const double left = anchor == Anchor::left ? x : anchor == Anchor::middle ? x - width_ / 2 : x - width_;
    out.box = {left, y, width_, height(), 0};
    return out;
  }

 private:
  const std::vector<std::string>& lines_;
  double size_;
  double width_ = 0;
};

}  // namespace

std::vector<Label> places_around(Point p, double angle, double radius, const std::vector<std::string>& lines,
                                 double size) {
  const Block block(lines, size);
  const bool right = std::sin(radians(angle)) >= 0;
  const bool upper = std::cos(radians(angle)) >= 0;
  const double r = radius + 2;
  const auto beside = [&](bool to_right, double middle, double off) {
    return block.at(to_right ? p.x + off : p.x - off, middle - block.height() / 2,
                    to_right ? Anchor::left : Anchor::right);
  };
  const auto over = [&](bool up, double x, Anchor anchor) {
    return block.at(x, up ? p.y - r - block.height() : p.y + r, anchor);
  };
  std::vector<Label> all;
  if (std::abs(std::sin(radians(angle))) < 0.35) all.push_back(over(upper, p.x, Anchor::middle));
  // At a slope the near corner of the block touches the node.
  const double slope = 0.72 * r;
  for (const bool to_right : {right, !right}) {
    all.push_back(beside(to_right, p.y, r + 1));
    for (const bool up : {upper, !upper}) {
      const double middle = slope + block.height() / 2 - 0.3 * size;
      all.push_back(beside(to_right, p.y + (up ? -middle : middle), slope + 1));
    }
  }
  for (const bool up : {upper, !upper}) all.push_back(over(up, p.x, Anchor::middle));
  // Beginning or ending at the node, for the sides of the picture.
  for (const double off : {0.0, radius}) {
    for (const bool up : {upper, !upper}) {
      for (const bool to_right : {right, !right}) {
        all.push_back(over(up, p.x + (to_right ? -off : off), to_right ? Anchor::left : Anchor::right));
      }
    }
  }
  return all;
}

double length_within(const Box& box, Point a, Point b) {
  double from = 0;
  double to = 1;
  const auto cut = [&](double at, double step, double low, double high) {
    if (std::abs(step) < 1e-9) return at >= low && at <= high;
    const auto [first, last] = std::minmax({(low - at) / step, (high - at) / step});
    from = std::max(from, first);
    to = std::min(to, last);
    return from <= to;
  };
  const bool runs = cut(a.x, b.x - a.x, box.x, box.x + box.width) && cut(a.y, b.y - a.y, box.y, box.y + box.height);
  const Point whole{b.x - a.x, b.y - a.y};
  return runs ? (to - from) * std::sqrt(whole.x * whole.x + whole.y * whole.y) : 0;
}

}  // namespace kith::picture

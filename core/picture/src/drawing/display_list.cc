#include "kith/picture/display_list.h"

#include <array>
#include <utility>

namespace kith::picture {
namespace {

constexpr std::array<std::string_view, kRoles> kRoleNames{
    "background", "text",       "quiet-text", "career", "psychosocial", "peer-career", "peer-psychosocial",
    "friendship", "neutral",    "line",       "need",   "due",          "overdue"};
constexpr std::array<std::string_view, kPatterns> kPatternNames{"plain", "stripes", "dots", "cross", "bars", "sparse"};
constexpr std::array<std::string_view, 3> kDashNames{"none", "dashed", "dotted"};
constexpr std::array<std::string_view, 3> kAnchorNames{"left", "middle", "right"};

class Mirror {
 public:
  explicit Mirror(double width) : width_(width) {}

  void operator()(Circle& c) const { turn(c.at); }
  void operator()(Slice& s) const {
    turn(s.at);
    const double from = s.from;
    s.from = 360 - s.to;
    s.to = 360 - from;
  }
  void operator()(Line& l) const {
    turn(l.from);
    turn(l.to);
  }
  void operator()(Bow& b) const {
    turn(b.from);
    turn(b.by);
    turn(b.to);
  }
  void operator()(Box& b) const { b.x = width_ - b.x - b.width; }
  void operator()(Polygon& p) const {
    for (Point& point : p.points) turn(point);
  }
  void operator()(Text& t) const {
    turn(t.at);
    if (t.anchor != Anchor::middle) t.anchor = t.anchor == Anchor::left ? Anchor::right : Anchor::left;
  }
  void turn(Point& p) const { p.x = width_ - p.x; }

 private:
  double width_;
};

}  // namespace

std::string_view name_of(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }
std::string_view name_of(Pattern pattern) { return kPatternNames[static_cast<std::size_t>(pattern)]; }
std::string_view name_of(Dash dash) { return kDashNames[static_cast<std::size_t>(dash)]; }
std::string_view name_of(Anchor anchor) { return kAnchorNames[static_cast<std::size_t>(anchor)]; }

void mirror(Picture& picture) {
  const Mirror turn(picture.width);
  for (Shape& shape : picture.shapes) std::visit(turn, shape.form);
  for (Target& target : picture.targets) turn.turn(target.at);
  picture.right_to_left = !picture.right_to_left;
}

}  // namespace kith::picture

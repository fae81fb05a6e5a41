#pragma once
// A picture in the making, and the places that its labels have taken.
//
// Threads: not safe; one canvas a picture.
// Units:   points. Everything is drawn for reading from the left; finish() mirrors.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kith/picture/display_list.h"
#include "kith/picture/options.h"
#include "kith/picture/words.h"

namespace kith::picture {

inline constexpr double kMargin = 12;
inline constexpr double kTitleSize = 15;
inline constexpr double kLabelSize = 10.5;
inline constexpr double kSmallSize = 9.5;
inline constexpr double kLineHeight = 1.25;

struct LegendEntry {
  enum class Mark : std::uint8_t {
    swatch, ring, square, star, line, hollow, dot, diamond, block, edge, none
  } mark = Mark::swatch;
  std::string words;
  Style style;
};

class Canvas {
 public:
  // Draws the title.
  Canvas(std::string title, const Options& options);

  double width() const { return picture_.width; }
  double below_title() const { return 30; }
  const Options& options() const { return options_; }

  void add(Form form, Style style);
  void line(Point from, Point to, Role role, double width = 1, Dash dash = Dash::none);
  // Takes its place too.
  void text(Text text, Role role = Role::text);
  // Cut to `width`, when wider; nothing is drawn when not a letter fits.
  void text_within(Text text, double width, Role role = Role::text);

  // True when the box is inside the picture (down to `bottom`) and runs into nothing kept free.
  bool fits(const Box& box, double bottom) const;
  bool fits(const Text& text, double bottom) const { return fits(box_of(text), bottom); }
  void keep_free(Box box) { boxes_.push_back(box); }
  void keep_free(Circle circle) { circles_.push_back(circle); }

  void target(Target target) { picture_.targets.push_back(target); }
  void say(std::string line) { picture_.lines.push_back(std::move(line)); }
  void row(std::string row) { picture_.rows.push_back(std::move(row)); }

  // In rows from y downwards; returns what is below it.
  double legend(const std::vector<LegendEntry>& entries, double y);
  // Wrapped; returns what is below it.
  double caption(std::string_view words, double y, Role role = Role::quiet_text);

  // `bottom` is where the content ends.
  Picture finish(double bottom);

 private:
  Options options_;
  Picture picture_;
  std::vector<Box> boxes_;
  std::vector<Circle> circles_;
};

// How far the circle stays from the box; below 0 when it runs into it.
double distance(const Circle& circle, const Box& box);

// Five points, the first one up.
Polygon star(Point at, double radius);
Polygon diamond(Point at, double radius);

}  // namespace kith::picture

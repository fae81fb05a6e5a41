#pragma once
// What a picture is made of: shapes in the order in which they are painted, each with a role and
// never a colour, and the same content as lines of text. A face draws the shapes with its own
// palette; svg.h and text.h are two such faces.
//
// No shape says by its colour alone what it says: a pattern, a size, a form or a label says it too.
//
// Threads: plain values, pure functions.
// Units:   points; x to the right, y down; angles in degrees, clockwise from the top.
// Errors:  none.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kith::picture {

enum class Role : std::uint8_t {
  background,
  text,
  quiet_text,
  career,
  psychosocial,
  peer_career,
  peer_psychosocial,
  friendship,
  neutral,  // people, bars and bands that belong to no family of functions
  line,     // rings, axes, frames
  need,
  due,
  overdue,
};
inline constexpr std::size_t kRoles = 13;
std::string_view name_of(Role role);

// What a surface shows besides its role.
enum class Pattern : std::uint8_t { plain, stripes, dots, cross, bars, sparse };
inline constexpr std::size_t kPatterns = 6;
std::string_view name_of(Pattern pattern);

enum class Dash : std::uint8_t { none, dashed, dotted };
std::string_view name_of(Dash dash);

struct Style {
  std::optional<Role> fill = {};
  Pattern pattern = Pattern::plain;
  std::optional<Role> stroke = {};
  double stroke_width = 1;
  Dash dash = Dash::none;
};

struct Point {
  double x = 0;
  double y = 0;
};

struct Circle {
  Point at;
  double radius = 0;
};
// A slice of a pie when `inner` is 0, else of a ring; from 0 to 360 it is whole.
struct Slice {
  Point at;
  double inner = 0;
  double outer = 0;
  double from = 0;
  double to = 360;
};
struct Line {
  Point from;
  Point to;
};
// One bow from a to b, drawn towards `by`.
struct Bow {
  Point from;
  Point by;
  Point to;
};
struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double corner = 0;
};
struct Polygon {
  std::vector<Point> points;
};

// Where the point stands in the text, whichever way the text is read.
enum class Anchor : std::uint8_t { left, middle, right };
std::string_view name_of(Anchor anchor);
struct Text {
  Point at;  // on the base line
  std::string words;
  double size = 11;
  Anchor anchor = Anchor::left;
  bool bold = false;
};

using Form = std::variant<Circle, Slice, Line, Bow, Box, Polygon, Text>;
struct Shape {
  Form form;
  Style style;
};

// Where a finger may land. `about` is the place of a person in the input.
struct Target {
  std::size_t about = 0;
  Point at;
  double radius = 22;  // where two overlap, the nearer centre is meant
};

struct Picture {
  double width = 360;
  double height = 360;
  bool right_to_left = false;
  std::string title;
  std::vector<Shape> shapes;
  std::vector<Target> targets;
  std::vector<std::string> lines;  // the same content for a screen reader, in reading order
  std::vector<std::string> rows;   // drawn with letters, 80 columns at most; empty: `lines` will do
};

// The same picture as in a mirror. Words are not mirrored, their anchors are.
void mirror(Picture& picture);

}  // namespace kith::picture

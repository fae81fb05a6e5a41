#include "drawing/canvas.h"

#include <algorithm>
#include <cmath>

#include "drawing/numbers.h"

namespace kith::picture {
Canvas::Canvas(std::string title, const Options& options) : options_(options) {
  picture_.width = options.width;
  picture_.title = std::move(title);
  text_within({{kMargin, 20}, picture_.title, kTitleSize, Anchor::left, true}, width() - 2 * kMargin);
}

void Canvas::add(Form form, Style style) { picture_.shapes.push_back({std::move(form), style}); }

void Canvas::line(Point from, Point to, Role role, double width, Dash dash) {
  add(Line{from, to}, {.stroke = role, .stroke_width = width, .dash = dash});
}

void Canvas::text(Text text, Role role) {
  // Words of a language that is read from the left keep their order.
  if (options_.right_to_left) text.words = isolated(text.words, true);
  keep_free(box_of(text));
  add(std::move(text), {.fill = role});
}

void Canvas::text_within(Text text, double width, Role role) {
  text.words = fitted(text.words, text.size, width, text.bold);
  if (!text.words.empty()) this->text(std::move(text), role);
}

bool Canvas::fits(const Box& box, double bottom) const {
  if (box.x < 1 || box.x + box.width > width() - 1 || box.y < 1 || box.y + box.height > bottom) return false;
  return std::none_of(boxes_.begin(), boxes_.end(), [&](const Box& b) { return overlap(b, box); }) &&
         std::none_of(circles_.begin(), circles_.end(), [&](const Circle& c) { return distance(c, box) < 0; });
}

double Canvas::legend(const std::vector<LegendEntry>& entries, double y) {
  constexpr double kMark = 13;
  constexpr double kRow = 17;
  using Mark = LegendEntry::Mark;
  double x = kMargin;
  for (const LegendEntry& entry : entries) {
    const double before = entry.mark == Mark::none ? 0 : kMark + 4;
    const double wide = before + width_of(entry.words, kSmallSize);
    if (x > kMargin && x + wide > width() - kMargin) {
      x = kMargin;
      y += kRow;
    }
    const Point middle{x + kMark / 2, y + kRow / 2};
    switch (entry.mark) {
      case Mark::swatch: add(Box{x, y + 3, kMark, 11, 2}, entry.style); break;
      case Mark::ring: add(Circle{middle, 4.75}, entry.style); break;
      case Mark::hollow: add(Circle{middle, 5.5}, entry.style); break;
      case Mark::dot: add(Circle{middle, 3}, entry.style); break;
      case Mark::square: add(Box{x + 1, y + 3, 11, 11, 3}, entry.style); break;
      case Mark::star: add(star(middle, 6), entry.style); break;
      case Mark::diamond: add(diamond(middle, 5), entry.style); break;
      case Mark::block: add(Box{middle.x - 3.5, middle.y - 3.5, 7, 7, 0}, entry.style); break;
      case Mark::edge: add(Line{{middle.x, y + 2}, {middle.x, y + kRow - 2}}, entry.style); break;
      case Mark::line: add(Line{{x, middle.y}, {x + kMark, middle.y}}, entry.style); break;
      case Mark::none: break;
    }
    text_within({{x + before, y + 12}, entry.words, kSmallSize}, width() - kMargin - x - before, Role::quiet_text);
    x += wide + 12;
  }
  return entries.empty() ? y : y + kRow + 2;
}

double Canvas::caption(std::string_view words, double y, Role role) {
  const double most = width() - 2 * kMargin;
  std::string now;
  const auto flush = [&] {
    if (now.empty()) return;
    text_within({{kMargin, y + kSmallSize}, now, kSmallSize}, most, role);
    y += kSmallSize * kLineHeight + 1;
    now.clear();
  };
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    const std::string longer = now.empty() ? std::string(word) : now + " " + std::string(word);
    if (!now.empty() && width_of(longer, kSmallSize) > most) {
      flush();
      now = word;
    } else {
      now = longer;
    }
  }
  flush();
  return y + 2;
}

Picture Canvas::finish(double bottom) {
  picture_.height = bottom + 8;
  // Words above all else: what runs through them is interrupted there, and not they.
  std::stable_partition(picture_.shapes.begin(), picture_.shapes.end(),
                        [](const Shape& shape) { return !std::holds_alternative<Text>(shape.form); });
  if (options_.right_to_left) mirror(picture_);
  return std::move(picture_);
}

double distance(const Circle& circle, const Box& box) {
  const double dx = circle.at.x - std::clamp(circle.at.x, box.x, box.x + box.width);
  const double dy = circle.at.y - std::clamp(circle.at.y, box.y, box.y + box.height);
  return std::sqrt(dx * dx + dy * dy) - circle.radius;
}

Polygon star(Point at, double radius) {
  Polygon out;
  for (int i = 0; i < 10; ++i) out.points.push_back(on_circle(at, i % 2 == 0 ? radius : radius * 0.45, 36.0 * i));
  return out;
}

Polygon diamond(Point at, double radius) {
  return {{{at.x, at.y - radius}, {at.x + radius, at.y}, {at.x, at.y + radius}, {at.x - radius, at.y}}};
}

}  // namespace kith::picture

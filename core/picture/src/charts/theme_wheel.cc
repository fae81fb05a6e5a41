#include "kith/picture/theme_wheel.h"

#include <algorithm>
#include <array>
#include <string>

#include "drawing/canvas.h"
#include "drawing/numbers.h"

namespace kith::picture {
namespace {

using network::CareerStage;
using network::PeerType;

constexpr std::size_t kStages = 4;
constexpr std::size_t kTypes = 3;
constexpr double kRadius = 132;
constexpr double kInner = 24;
constexpr double kDot = 8.5;
constexpr double kSmallDot = 4;
constexpr double kMostScale = 1.5;

class Wheel {
 public:
  Wheel(const ThemeWheelInput& input, const Options& options)
      : input_(input),
        canvas_("Themes with peers", options),
        scale_(std::min(options.width / kLeastWidth, kMostScale)),
        center_{options.width / 2, canvas_.below_title() + 8 + kRadius * scale_} {}

  Picture draw() {
    draw_ground();
    int number = 0;
    for (std::size_t stage = 0; stage < kStages; ++stage) {
      for (std::size_t type = 0; type < kTypes; ++type) draw_cell(stage, type, number);
    }
    double y = center_.y + kRadius * scale_ + 12;
    y = canvas_.legend({{LegendEntry::Mark::ring, "touched lately", {.stroke = Role::neutral, .stroke_width = 3}},
                        {LegendEntry::Mark::ring, "open: a prompt", {.stroke = Role::line, .stroke_width = 1}},
                        {LegendEntry::Mark::none, "from inside: information, collegial, special peer", {}}},
                       y);
    y = draw_list(y + 4);
    say();
    return canvas_.finish(y);
  }

 private:
  static auto themes(std::size_t stage, std::size_t type) {
    return network::themes_of(static_cast<CareerStage>(stage), static_cast<PeerType>(type));
  }
  static std::string stage_words(std::size_t stage) {
    return std::string(network::term(static_cast<CareerStage>(stage)).term);
  }
  static std::string type_words(std::size_t type) {
    return std::string(network::term(static_cast<PeerType>(type)).term);
  }
  bool listed(std::size_t stage) const { return !input_.stage || static_cast<std::size_t>(*input_.stage) == stage; }
  bool touched(std::size_t stage, std::size_t type, std::size_t theme) const {
    return std::any_of(input_.touched.begin(), input_.touched.end(), [&](const TouchedTheme& t) {
      return static_cast<std::size_t>(t.stage) == stage && static_cast<std::size_t>(t.type) == type &&
             t.theme == theme;
    });
  }
  double boundary(std::size_t ring) const {
    return (kInner + (kRadius - kInner) * static_cast<double>(ring) / kTypes) * scale_;
  }

  void draw_ground() {
    for (std::size_t ring = 0; ring <= kTypes; ++ring) {
      canvas_.add(Circle{center_, boundary(ring)}, {.stroke = Role::line, .stroke_width = 0.75});
    }
    for (const double angle : {0.0, 90.0, 180.0, 270.0}) {
      canvas_.line(on_circle(center_, boundary(0), angle), on_circle(center_, boundary(kTypes), angle), Role::line,
                   0.75);
    }
    if (input_.stage) {
      const double from = 90.0 * static_cast<double>(*input_.stage);
      canvas_.add(Slice{center_, boundary(0), boundary(kTypes), from, from + 90},
                  {.stroke = Role::text, .stroke_width = 2});
    }
    for (std::size_t stage = 0; stage < kStages; ++stage) {
      const bool right = stage < 2;
      const bool upper = stage == 0 || stage == 3;
      const bool own = input_.stage && static_cast<std::size_t>(*input_.stage) == stage;
      canvas_.text({{right ? canvas_.width() - kMargin : kMargin,
                     center_.y + (upper ? -kRadius * scale_ + 8 : kRadius * scale_ + 1)},
                    stage_words(stage), kLabelSize, right ? Anchor::right : Anchor::left, own},
                   own ? Role::text : Role::quiet_text);
    }
  }

  void draw_cell(std::size_t stage, std::size_t type, int& number) {
    const auto all = themes(stage, type);
    const double radius = (boundary(type) + boundary(type + 1)) / 2;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double part = (static_cast<double>(i) + 0.5) / static_cast<double>(all.size());
      const Point at = on_circle(center_, radius, 90.0 * (static_cast<double>(stage) + part));
      const bool filled = touched(stage, type, i);
      if (!listed(stage)) {
        const Style open{.fill = Role::background, .stroke = Role::line};
        canvas_.add(Circle{at, kSmallDot}, filled ? Style{.fill = Role::neutral} : open);
        continue;
      }
      // Filled but for the middle, where its number stands.
      canvas_.add(Circle{at, kDot + (filled ? 1.5 : 0)},
                  filled ? Style{.fill = Role::neutral}
                         : Style{.fill = Role::background, .stroke = Role::line, .stroke_width = 1.2});
      if (filled) canvas_.add(Circle{at, kDot - 2}, {.fill = Role::background});
      canvas_.text({{at.x, at.y + 2.8}, std::to_string(++number), 8, Anchor::middle});
    }
  }

  double draw_list(double y) {
    int number = 0;
    for (std::size_t stage = 0; stage < kStages; ++stage) {
      if (!listed(stage)) continue;
      canvas_.text({{kMargin, y + 11}, stage_words(stage), kLabelSize, Anchor::left, true});
      y += 17;
      for (std::size_t type = 0; type < kTypes; ++type) {
        const auto all = themes(stage, type);
        for (std::size_t i = 0; i < all.size(); ++i) {
          const bool done = touched(stage, type, i);
          const std::string kind = i == 0 ? type_words(type) : "";
          const double right = kind.empty() ? 0 : width_of(kind, kSmallSize) + 8;
          canvas_.text({{kMargin + 18, y + 10}, std::to_string(++number), kSmallSize, Anchor::right}, Role::quiet_text);
          canvas_.text_within({{kMargin + 24, y + 10}, std::string(all[i]) + (done ? " (lately)" : ""), kSmallSize},
                              canvas_.width() - 2 * kMargin - 24 - right, done ? Role::quiet_text : Role::text);
          if (!kind.empty()) {
            canvas_.text({{canvas_.width() - kMargin, y + 10}, kind, kSmallSize, Anchor::right}, Role::quiet_text);
          }
          y += 14;
        }
      }
    }
    return y;
  }

  void say() {
    const std::string own = input_.stage ? ": " + stage_words(static_cast<std::size_t>(*input_.stage)) : " not told";
    canvas_.say("Themes with peers, my stage" + own + ".");
    for (std::size_t stage = 0; stage < kStages; ++stage) {
      canvas_.say(stage_words(stage) + ":");
      for (std::size_t type = 0; type < kTypes; ++type) {
        const auto all = themes(stage, type);
        std::string line;
        for (std::size_t i = 0; i < all.size(); ++i) {
          line += (line.empty() ? "" : "; ") + std::string(all[i]);
          if (touched(stage, type, i)) line += ", touched lately";
        }
        canvas_.say("  " + type_words(type) + ": " + line + ".");
      }
    }
  }

  const ThemeWheelInput& input_;
  Canvas canvas_;
  double scale_;
  Point center_;
};

}  // namespace

Result<Picture> theme_wheel_of(const ThemeWheelInput& input, const Options& options) {
  KITH_CHECK(check(options));
  for (const TouchedTheme& theme : input.touched) {
    if (theme.theme >= network::themes_of(theme.stage, theme.type).size()) {
      return fail(Code::INVALID_ARGUMENT, "there is no such theme for this stage and type of peer");
    }
  }
  return Wheel(input, options).draw();
}

}  // namespace kith::picture

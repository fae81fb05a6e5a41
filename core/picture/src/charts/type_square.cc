#include "kith/picture/type_square.h"

#include <algorithm>
#include <string>

#include "drawing/canvas.h"

namespace kith::picture {
namespace {

using network::NetworkType;

constexpr double kMostSide = 420;

std::string two_digits(double number) {
  const int hundredths = static_cast<int>(number * 100 + 0.5);
  return hundredths == 100 ? "1.00" : (hundredths < 10 ? "0.0" : "0.") + std::to_string(hundredths);
}

class Square {
 public:
  Square(const TypeSquareInput& input, const Options& options)
      : input_(input),
        canvas_("What type my network is", options),
        side_(std::min(options.width - 2 * kMargin, kMostSide)),
        left_((options.width - side_) / 2),
        top_(canvas_.below_title() + 20) {}

  Picture draw() {
    draw_ground();
    draw_trail();
    draw_now();
    double y = top_ + side_ + 8;
    const bool turned = canvas_.options().right_to_left;
    canvas_.text({{left_ + side_ / 2, y + 10},
                  std::string("more diverse ") + (turned ? "\xe2\x86\x90" : "\xe2\x86\x92"), kSmallSize, Anchor::middle},
                 Role::quiet_text);
    // The word on the other axis stands above it: text is never turned.
    canvas_.text({{left_, top_ - 7}, "\xe2\x86\x91 stronger ties", kSmallSize}, Role::quiet_text);
    y = draw_legend(y + 18);
    y = canvas_.caption(input_.now.why, y, Role::text);
    y = canvas_.caption("The four types are the paper's; where one ends and another begins is our cut, not theirs.",
                        y);
    say();
    return canvas_.finish(y);
  }

 private:
  double x(double diversity) const { return left_ + diversity * side_; }
  double y(double strength) const { return top_ + (1 - strength) * side_; }

  void draw_ground() {
    const double band = input_.cuts.between_within;
    const Style faint{.fill = Role::line, .pattern = Pattern::sparse};
    const double from_x = x(std::max(0.0, input_.cuts.diversity - band));
    const double to_x = x(std::min(1.0, input_.cuts.diversity + band));
    const double from_y = y(std::min(1.0, input_.cuts.strength + band));
    const double to_y = y(std::max(0.0, input_.cuts.strength - band));
    canvas_.add(Box{from_x, top_, to_x - from_x, side_, 0}, faint);
    canvas_.add(Box{left_, from_y, from_x - left_, to_y - from_y, 0}, faint);
    canvas_.add(Box{to_x, from_y, left_ + side_ - to_x, to_y - from_y, 0}, faint);
    canvas_.add(Box{left_, top_, side_, side_, 2}, {.stroke = Role::line});
    corner(NetworkType::traditional, true, false);
    corner(NetworkType::entrepreneurial, true, true);
    corner(NetworkType::receptive, false, false);
    corner(NetworkType::opportunistic, false, true);
  }

  void corner(NetworkType type, bool strong, bool diverse) {
    const bool here = std::find(input_.now.types.begin(), input_.now.types.end(), type) != input_.now.types.end();
    canvas_.text({{diverse ? left_ + side_ - 8 : left_ + 8, strong ? top_ + 18 : top_ + side_ - 9},
                  std::string(network::term(type).term), kLabelSize, diverse ? Anchor::right : Anchor::left, here},
                 here ? Role::text : Role::quiet_text);
  }

  void draw_trail() {
    std::optional<Point> before;
    const auto to = [&](Point next) {
      if (before) canvas_.line(*before, next, Role::neutral, 1.2);
      before = next;
    };
    int number = 0;
    for (const TypePlace& place : input_.before) {
      ++number;
      if (!place.strength || !place.diversity) continue;
      const Point at{x(*place.diversity), y(*place.strength)};
      to(at);
      canvas_.add(Circle{at, 3.2}, {.fill = Role::background, .stroke = Role::neutral, .stroke_width = 1.5});
      Text text{{at.x + 6, at.y - 4}, std::to_string(number), kSmallSize};
      if (canvas_.fits(text, top_ + side_)) canvas_.text(std::move(text), Role::quiet_text);
    }
    if (before && input_.now.strength && input_.now.diversity) {
      to({x(*input_.now.diversity), y(*input_.now.strength)});
    }
  }

  void draw_now() {
    const auto& now = input_.now;
    if (now.strength && now.diversity) {
      const Point at{x(*now.diversity), y(*now.strength)};
      const Style style{.fill = Role::text, .stroke = Role::background, .stroke_width = 1.5};
      // Without a type it is a place only: hollow.
      const Style hollow{.fill = Role::background, .stroke = Role::text, .stroke_width = 2};
      canvas_.add(Circle{at, 6.5}, now.types.empty() ? hollow : style);
      return;
    }
    const double half = 7;
    const double from_x = now.diversity ? x(*now.diversity) - half : left_ + 3;
    const double to_x = now.diversity ? x(*now.diversity) + half : left_ + side_ - 3;
    const double from_y = now.strength ? y(*now.strength) - half : top_ + 3;
    const double to_y = now.strength ? y(*now.strength) + half : top_ + side_ - 3;
    canvas_.add(Box{from_x, from_y, to_x - from_x, to_y - from_y, 4},
                {.stroke = Role::text, .stroke_width = 1.5, .dash = Dash::dashed});
  }

  double draw_legend(double y) {
    using Mark = LegendEntry::Mark;
    std::vector<LegendEntry> entries;
    const auto& now = input_.now;
    if (now.strength && now.diversity) {
      const Style hollow{.stroke = Role::text, .stroke_width = 2};
      entries.push_back({now.types.empty() ? Mark::ring : Mark::dot, "now",
                         now.types.empty() ? hollow : Style{.fill = Role::text}});
    } else {
      entries.push_back({Mark::square, "now, as far as known",
                         {.stroke = Role::text, .stroke_width = 1.5, .dash = Dash::dashed}});
    }
    if (!input_.before.empty()) {
      entries.push_back({Mark::ring, "earlier, 1 the oldest", {.stroke = Role::neutral, .stroke_width = 1.5}});
    }
    entries.push_back({Mark::swatch, "between", {.fill = Role::line, .pattern = Pattern::sparse}});
    return canvas_.legend(entries, y);
  }

  static std::string say_place(const std::optional<double>& strength, const std::optional<double>& diversity) {
    return "strength " + (strength ? two_digits(*strength) : "not known") + ", diversity " +
           (diversity ? two_digits(*diversity) : "not known");
  }

  void say() {
    const auto& now = input_.now;
    std::string types;
    for (const NetworkType type : now.types) {
      types += (types.empty() ? "" : " and ") + std::string(network::term(type).term);
    }
    canvas_.say("Type of my network: " +
                (now.types.empty() ? "none yet" : now.types.size() == 1 ? types : "between " + types) + ".");
    canvas_.say("Now: " + say_place(now.strength, now.diversity) + ".");
    if (!now.why.empty()) canvas_.say("Why: " + now.why + ".");
    for (std::size_t i = 0; i < input_.before.size(); ++i) {
      canvas_.say("Reassessment " + std::to_string(i + 1) + ": " +
                  say_place(input_.before[i].strength, input_.before[i].diversity) + ".");
    }
    canvas_.say("The cuts are ours, not the paper's.");
  }

  const TypeSquareInput& input_;
  Canvas canvas_;
  double side_;
  double left_;
  double top_;
};

bool within(const std::optional<double>& number) { return !number || (*number >= 0 && *number <= 1); }

}  // namespace

Result<Picture> type_square_of(const TypeSquareInput& input, const Options& options) {
  KITH_CHECK(check(options));
  bool good = within(input.now.strength) && within(input.now.diversity) && within(input.cuts.strength) &&
              within(input.cuts.diversity) && within(input.cuts.between_within);
  for (const TypePlace& place : input.before) good = good && within(place.strength) && within(place.diversity);
  if (!good) return fail(Code::INVALID_ARGUMENT, "a place or a cut of the type lies outside 0 to 1");
  return Square(input, options).draw();
}

}  // namespace kith::picture

#include "kith/picture/then_and_now.h"

#include <algorithm>
#include <cmath>

#include "charts/then_and_now_people.h"
#include "drawing/canvas.h"
#include "drawing/node.h"
#include "drawing/numbers.h"
#include "map/map_people.h"

namespace kith::picture {
namespace {

constexpr std::array<double, 3> kHalfRadius{56, 98, 140};
constexpr std::array<std::size_t, 3> kHalfCapacity{6, 11, 16};
constexpr double kHalfNode = 20;
constexpr double kHalfGap = 4;
constexpr double kFan = 80;         // degrees above and below the middle
constexpr double kFromMiddle = 24;  // of the picture to the middle of a half
constexpr double kMostSmallNodeScale = 1.5;
constexpr Style kThenOnlyRing{.stroke = Role::text, .stroke_width = 1.5, .dash = Dash::dashed};
constexpr Style kEndedRing{.stroke = Role::text, .stroke_width = 1.5, .dash = Dash::dotted};

class ThenAndNow {
 public:
  ThenAndNow(std::vector<Somebody> all, const Options& options)
      : all_(std::move(all)),
        canvas_("Then and now", options),
        scale_(options.width / kLeastWidth),
        radius_(kHalfNode / 2 * std::min(scale_, kMostSmallNodeScale)),
        middle_{options.width / 2, canvas_.below_title() + 30 + 142 * scale_},
        bottom_(middle_.y + 158 * scale_),
        then_(all_.size()),
        now_(all_.size()) {}

  Picture draw() {
    place(true);
    place(false);
    draw_ground();
    for (std::size_t i = 0; i < all_.size(); ++i) draw_line(i);
    for (std::size_t i = 0; i < all_.size(); ++i) draw_nodes(i);
    for (std::size_t i = 0; i < all_.size(); ++i) label(i);
    double y = draw_legend(bottom_ + 4);
    if (left_out_ > 0) {
      y = canvas_.caption("and " + std::to_string(left_out_) + " more places, for which there is no room", y);
    }
    say();
    return canvas_.finish(y);
  }

 private:
  Point center(bool left) const { return {middle_.x + (left ? -kFromMiddle : kFromMiddle), middle_.y}; }

  // Everybody keeps the height in both halves as far as there is room for it.
  void place(bool left) {
    std::array<std::vector<std::size_t>, 3> rings;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const MapPerson* person = left ? all_[i].then : all_[i].now;
      if (person == nullptr) continue;
      std::size_t ring = ring_of(*person);
      while (ring < rings.size() && rings[ring].size() == kHalfCapacity[ring]) ++ring;
      if (ring == rings.size()) {
        ++left_out_;
      } else {
        rings[ring].push_back(i);
      }
    }
    for (std::size_t ring = 0; ring < rings.size(); ++ring) {
      std::vector<double> wants;
      for (const std::size_t i : rings[ring]) {
        wants.push_back(kFan * ((2.0 * static_cast<double>(i) + 1) / static_cast<double>(all_.size()) - 1));
      }
      const double apart = 2 * degrees(std::asin((kHalfNode + kHalfGap) / (2 * kHalfRadius[ring])));
      const auto angles = pooled(wants, apart, -kFan, kFan);
      for (std::size_t k = 0; k < angles.size(); ++k) {
        // 0 is level with the middle; below it is positive.
        const double angle = left ? 270 - angles[k] : 90 + angles[k];
        (left ? then_ : now_)[rings[ring][k]] = on_circle(center(left), kHalfRadius[ring] * scale_, angle);
      }
    }
  }

  void draw_ground() {
    for (const bool left : {true, false}) {
      for (const double radius : kHalfRadius) {
        canvas_.add(half_ring(left, radius), {.stroke = Role::line, .stroke_width = 0.75, .dash = Dash::dotted});
      }
    }
    const double y = canvas_.below_title() + 10;
    canvas_.text({{kMargin, y}, "then", kLabelSize, Anchor::left, true});
    canvas_.text({{canvas_.width() - kMargin, y}, "now", kLabelSize, Anchor::right, true});
    canvas_.text({{middle_.x, y}, "seniors", kSmallSize, Anchor::middle}, Role::quiet_text);
    canvas_.text({{middle_.x, bottom_ - 3}, "juniors", kSmallSize, Anchor::middle}, Role::quiet_text);
    for (const auto& place : {then_, now_}) {
      for (const auto& at : place) {
        if (at) canvas_.keep_free(Circle{*at, radius_ + 1});
      }
    }
  }
  // A half ring as a slice without width.
  Slice half_ring(bool left, double radius) const {
    const double r = radius * scale_;
    return {center(left), r, r, left ? 270 - kFan - 6 : 90 - kFan - 6, left ? 270 + kFan + 6 : 90 + kFan + 6};
  }

  void draw_line(std::size_t i) {
    if (!then_[i] || !now_[i]) return;
    switch (all_[i].change) {
      case Change::inward: return canvas_.line(*then_[i], *now_[i], Role::text, 3);
      case Change::outward:
      case Change::eased: return canvas_.line(*then_[i], *now_[i], Role::neutral, 1.5, Dash::dashed);
      default: return canvas_.line(*then_[i], *now_[i], Role::neutral, 1);
    }
  }

  void draw_nodes(std::size_t i) {
    const Somebody& who = all_[i];
    const auto node = [&](const MapPerson& person, Point at) {
      draw_node(canvas_, at, radius_, person.functions, is_family_or_friend(person), person.connector);
    };
    if (then_[i]) node(*who.then, *then_[i]);
    if (now_[i]) node(*who.now, *now_[i]);
    if (now_[i] && who.change == Change::came) {
      canvas_.add(Circle{*now_[i], radius_ + 0.5}, {.stroke = Role::text, .stroke_width = 2.25});
    }
    if (then_[i] && !now_[i]) {
      canvas_.add(Circle{*then_[i], radius_ + 0.5}, who.change == Change::ended ? kEndedRing : kThenOnlyRing);
    }
  }

  // Once each: where the person is now, else where the person was.
  void label(std::size_t i) {
    const bool left = !now_[i];
    const auto& at = left ? then_[i] : now_[i];
    if (!at) return;
    const double off = radius_ + 3;
    const double size = scale_ > 1.5 ? kLabelSize : kSmallSize;
    const std::string& name = all_[i].name;
    std::vector<std::string> tries;
    for (const std::size_t most : {std::size_t{12}, std::size_t{9}, std::size_t{6}}) {
      if (canvas_.options().initials_only && characters_in(name) > most) break;
      tries.push_back(shortened(name, most));
    }
    if (!canvas_.options().initials_only) tries.push_back(isolated(initials_of(name)));
    for (const std::string& words : tries) {
      for (const bool to_left : {left, !left}) {
        Text side{{to_left ? at->x - off : at->x + off, at->y + 0.33 * size}, words, size,
                  to_left ? Anchor::right : Anchor::left};
        Text above{{at->x, at->y - off - 0.3 * size}, words, size, Anchor::middle};
        Text below{{at->x, at->y + off + 0.95 * size}, words, size, Anchor::middle};
        for (Text& text : std::array<Text, 3>{side, above, below}) {
          if (!canvas_.fits(text, bottom_)) continue;
          return canvas_.text(std::move(text));
        }
      }
    }
    draw_inside_node(canvas_, *at, radius_, name);
  }

  double draw_legend(double y) {
    using Mark = LegendEntry::Mark;
    std::vector<const network::Ledger*> ledgers;
    for (const Somebody& who : all_) {
      if (who.then != nullptr) ledgers.push_back(&who.then->functions);
      if (who.now != nullptr) ledgers.push_back(&who.now->functions);
    }
    auto entries = family_legend(ledgers);
    entries.push_back({Mark::line, "stayed", {.stroke = Role::neutral, .stroke_width = 1}});
    entries.push_back({Mark::line, "moved inward", {.stroke = Role::text, .stroke_width = 3}});
    entries.push_back({Mark::line, "outward, eased",
                       {.stroke = Role::neutral, .stroke_width = 1.5, .dash = Dash::dashed}});
    entries.push_back({Mark::hollow, "came", {.stroke = Role::text, .stroke_width = 2.25}});
    entries.push_back({Mark::hollow, "then only", kThenOnlyRing});
    const bool any_ended =
        std::any_of(all_.begin(), all_.end(), [](const Somebody& who) { return who.change == Change::ended; });
    if (any_ended) entries.push_back({Mark::hollow, "ended", kEndedRing});
    return canvas_.legend(entries, y);
  }

  void say() {
    const auto count = [&](bool then) {
      return std::to_string(std::count_if(all_.begin(), all_.end(), [&](const Somebody& who) {
        return (then ? who.then : who.now) != nullptr;
      }));
    };
    canvas_.say("Then " + count(true) + ", now " + count(false) + " in my network.");
    for (std::size_t change = 0; change < kChangeWords.size(); ++change) {
      std::string names;
      for (const Somebody& who : all_) {
        if (static_cast<std::size_t>(who.change) != change) continue;
        names += (names.empty() ? "" : ", ") + who.name;
        if (who.then == nullptr || who.now == nullptr || ring_of(*who.then) == ring_of(*who.now)) continue;
        names += " (" + std::string(kRingWords[ring_of(*who.then)]) + ", now " +
                 std::string(kRingWords[ring_of(*who.now)]) + ")";
      }
      if (!names.empty()) canvas_.say(std::string(kChangeWords[change]) + ": " + names + ".");
    }
  }

  std::vector<Somebody> all_;
  Canvas canvas_;
  double scale_;
  double radius_;
  Point middle_;
  double bottom_;
  std::vector<std::optional<Point>> then_;
  std::vector<std::optional<Point>> now_;
  std::size_t left_out_ = 0;
};

}  // namespace

Result<Picture> then_and_now_of(const ThenAndNowInput& input, const Options& options) {
  KITH_CHECK(check(options));
  KITH_TRY(std::vector<Somebody> all, everybody(input, options));
  return ThenAndNow(std::move(all), options).draw();
}

}  // namespace kith::picture

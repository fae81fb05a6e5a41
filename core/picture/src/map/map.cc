#include "kith/picture/map.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "drawing/canvas.h"
#include "drawing/node.h"
#include "drawing/numbers.h"
#include "kith/network/ties.h"
#include "map/map_bows.h"
#include "map/map_labels.h"
#include "map/map_legend.h"
#include "map/map_people.h"

namespace kith::picture {
namespace {

constexpr double kSquare = 360;
constexpr double kMostNodeScale = 1.6;
constexpr double kMostTextScale = 1.25;
constexpr double kMe = 13;
// From here on names are written a little smaller.
constexpr std::size_t kManyPlaces = 15;
// With more bows than these only so much of a line to me is drawn.
constexpr std::size_t kManyBows = 8;
constexpr double kStub = 14;

class Map {
 public:
  Map(const MapPeople& people, const Options& options)
      : people_(people),
        canvas_("My network", options),
        scale_(options.width / kSquare),
        knowing_(bows_of(people)) {
    ground_.me = {options.width / 2, canvas_.below_title() + 168 * scale_};
    ground_.radius = kNode / 2 * std::min(scale_, kMostNodeScale);
    const double size = people_.places.size() > kManyPlaces ? kSmallSize : kLabelSize;
    ground_.label_size = size * std::min(scale_, kMostTextScale);
    ground_.bottom = ground_.me.y + 172 * scale_;
    for (const MapPlace& place : people_.places) {
      ground_.at.push_back(on_circle(ground_.me, kRingRadius[place.ring] * scale_, place.angle));
    }
  }

  Picture draw() {
    keep_people_free();
    label_corners();
    // Chosen before anything is drawn, and whether or not bows are: showing them moves no name.
    labels_ = map_labels(people_, ground_, canvas_);
    draw_rings();
    draw_bows();
    draw_lines();
    clear_below_labels();
    draw_people();
    label_people();
    label_rings();
    Picture out = canvas_.finish(draw_names(canvas_.legend(map_legend(people_, knowing_), ground_.bottom + 6)));
    say_map(people_, out.lines);
    return out;
  }

 private:
  const MapPerson& person(std::size_t place) const { return people_.input.people[people_.places[place].who]; }

  void keep_people_free() {
    canvas_.keep_free(Circle{ground_.me, kMe + 1});
    for (std::size_t i = 0; i < ground_.at.size(); ++i) {
      const Point at = ground_.at[i];
      canvas_.keep_free(Circle{at, ground_.radius + 1});
      const bool connector = i < people_.seats_from && person(i).connector;
      if (connector) canvas_.keep_free(Circle{{at.x + ground_.radius * 0.64, at.y - ground_.radius * 0.64}, 6});
    }
  }

  void label_corners() {
    const double top = canvas_.below_title() + 8;
    const double right = canvas_.width() - kMargin;
    const auto corner = [&](double x, double y, Anchor anchor, const char* words) {
      canvas_.text({{x, y}, words, kSmallSize, anchor}, Role::quiet_text);
    };
    corner(kMargin, top, Anchor::left, "seniors, inside");
    corner(right, top, Anchor::right, "seniors, outside");
    corner(kMargin, ground_.bottom - 3, Anchor::left, "juniors, inside");
    corner(right, ground_.bottom - 3, Anchor::right, "juniors, outside");
  }

  void draw_rings() {
    for (const double radius : kRingRadius) {
      canvas_.add(Circle{ground_.me, radius * scale_},
                  {.stroke = Role::line, .stroke_width = 0.75, .dash = Dash::dotted});
    }
  }

  void draw_bows() {
    InTheWay others{{{ground_.me, kMe + 3}}, {}};
    for (const Point at : ground_.at) others.people.push_back({at, ground_.radius});
    for (const auto& label : labels_) {
      if (label) others.words.push_back(label->box);
    }
    std::vector<std::size_t> place_of(people_.input.people.size(), 0);
    for (std::size_t i = 0; i < people_.seats_from; ++i) place_of[people_.places[i].who] = i;
    for (const auto& pair : knowing_) {
      bows_.push_back(bow_between(ground_.at[place_of[pair.a]], ground_.at[place_of[pair.b]], ground_.me, others));
      canvas_.add(bows_.back(), look_of(pair.how));
    }
  }

  void draw_lines() {
    for (std::size_t i = 0; i < people_.seats_from; ++i) {
      const MapPerson& p = person(i);
      const double often = p.frequency ? network::rate_of(*p.frequency) : 0;
      const Dash unsaid = p.frequency ? Dash::none : Dash::dotted;
      canvas_.line(begin_of_line(ground_.at[i]), ground_.at[i], p.past_due ? Role::due : Role::neutral,
                   0.75 + 3.5 * often, p.past_due ? Dash::dashed : unsaid);
    }
  }

  // Among many bows only its end at the person is drawn: everybody here is tied to me, and in the
  // middle lines and bows could not be told apart.
  Point begin_of_line(Point to) const {
    if (knowing_.size() <= kManyBows) return ground_.me;
    const Point whole{ground_.me.x - to.x, ground_.me.y - to.y};
    const double part = (ground_.radius + kStub) / std::sqrt(whole.x * whole.x + whole.y * whole.y);
    return {to.x + whole.x * part, to.y + whole.y * part};
  }

  // A line does not run on between the letters of a name: it ends before and goes on behind it.
  void clear_below_labels() {
    for (const auto& label : labels_) {
      if (label && line_below(label->box)) clear(label->box);
    }
  }

  bool line_below(const Box& box) const {
    for (std::size_t i = 0; i < people_.seats_from; ++i) {
      if (length_within(box, begin_of_line(ground_.at[i]), ground_.at[i]) > 0) return true;
    }
    return std::any_of(bows_.begin(), bows_.end(), [&](const Bow& bow) { return runs_through(bow, box); });
  }

  void clear(const Box& box) {
    canvas_.add(Box{box.x, box.y, box.width, box.height, 3}, {.fill = Role::background});
  }

  void draw_people() {
    canvas_.add(Circle{ground_.me, kMe}, {.fill = Role::background, .stroke = Role::text, .stroke_width = 1.5});
    canvas_.text({{ground_.me.x, ground_.me.y + 3.5}, "me", kLabelSize, Anchor::middle, true});
    for (std::size_t i = 0; i < ground_.at.size(); ++i) {
      const Point at = ground_.at[i];
      if (i >= people_.seats_from) {
        canvas_.add(Circle{at, ground_.radius - 1}, {.fill = Role::background, .stroke = Role::need,
                                                     .stroke_width = 1.5, .dash = Dash::dashed});
        continue;
      }
      const MapPerson& p = person(i);
      draw_node(canvas_, at, ground_.radius, p.functions, is_family_or_friend(p), p.connector);
      canvas_.target({people_.places[i].who, at, std::max(22.0, ground_.radius)});
    }
  }

  void label_people() {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const bool seat = i >= people_.seats_from;
      if (labels_[i]) {
        for (Text& line : labels_[i]->lines) canvas_.text(std::move(line), seat ? Role::quiet_text : Role::text);
        continue;
      }
      const std::string number = std::to_string(below_.size() + 1);
      draw_inside_node(canvas_, ground_.at[i], ground_.radius, number);
      const std::size_t who = people_.places[i].who;
      const std::string words = seat ? "someone for " + std::string(network::term_of(people_.needs[who]))
                                     : people_.names[who];
      below_.push_back({LegendEntry::Mark::none, number + "  " + words, {}});
    }
  }

  // Where there is room, rather apart from lines and bows.
  void label_rings() {
    for (std::size_t ring = 0; ring < kRingRadius.size(); ++ring) {
      for (const bool apart : {true, false}) {
        if (label_ring(ring, apart)) break;
      }
    }
  }

  bool label_ring(std::size_t ring, bool apart) {
    for (int step = 0; step < 72; ++step) {
      const double angle = (step % 2 == 0 ? 0 : 180) + step / 2 * 5;
      const Point p = on_circle(ground_.me, kRingRadius[ring] * scale_, angle);
      Text text{{p.x, p.y + 3}, std::string(kRingWords[ring]), kSmallSize, Anchor::middle};
      const Box box = box_of(text);
      if (!canvas_.fits(box, ground_.bottom) || (apart && line_below(box))) continue;
      if (!apart) clear(box);
      canvas_.text(std::move(text), Role::quiet_text);
      return true;
    }
    return false;
  }

  // What has no room on the map itself: names by their number, and how much is not drawn.
  double draw_names(double y) {
    if (!below_.empty()) y = canvas_.legend(below_, canvas_.caption("Numbered for want of room:", y));
    if (!people_.without_place.empty()) {
      const std::string more = std::to_string(people_.without_place.size());
      y = canvas_.caption("and " + more + " more, for whom there is no room", y);
    }
    if (people_.seats_without_place > 0) {
      const std::string more = std::to_string(people_.seats_without_place);
      y = canvas_.caption("and " + more + " more empty seats, for which there is no room", y);
    }
    if (people_.input.show_who_knows_whom && knowing_.size() < people_.knowing.size()) {
      y = canvas_.caption(std::to_string(knowing_.size()) + " of " + std::to_string(people_.knowing.size()) +
                              " bows are drawn: who knows whom well and is close to me comes first.", y);
    }
    return y;
  }

  const MapPeople& people_;
  Canvas canvas_;
  double scale_;
  std::vector<MapPeople::Knowing> knowing_;  // who are joined by a bow
  MapGround ground_;
  std::vector<Bow> bows_;
  std::vector<std::optional<Label>> labels_;  // of people_.places
  std::vector<LegendEntry> below_;            // names that have a number on the map
};

}  // namespace

Result<Picture> map_of(const MapInput& input, const Options& options) {
  KITH_CHECK(check(options));
  KITH_TRY(const MapPeople people, map_people(input, options));
  return Map(people, options).draw();
}

}  // namespace kith::picture

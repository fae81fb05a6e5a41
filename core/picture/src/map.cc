#include "kith/picture/map.h"

#include <algorithm>
#include <cmath>

#include "canvas.h"
#include "families.h"
#include "kith/network/ties.h"
#include "label_places.h"
#include "map_people.h"
#include "node.h"
#include "numbers.h"

namespace kith::picture {
namespace {

constexpr double kSquare = 360;
constexpr double kMostNodeScale = 1.6;
constexpr double kMostTextScale = 1.25;
constexpr double kMe = 13;
constexpr std::size_t kLabelCharacters = 12;

class Map {
 public:
  Map(const MapPeople& people, const Options& options)
      : people_(people),
        canvas_("My network", options),
        scale_(options.width / kSquare),
        label_size_(kLabelSize * std::min(scale_, kMostTextScale)),
        radius_(kNode / 2 * std::min(scale_, kMostNodeScale)),
        center_{options.width / 2, canvas_.below_title() + 168 * scale_},
        bottom_(center_.y + 172 * scale_) {}

  Picture draw() {
    for (const MapPlace& place : people_.places) {
      at_.push_back(on_circle(center_, kRingRadius[place.ring] * scale_, place.angle));
    }
    draw_rings();
    draw_bows();
    draw_lines();
    draw_people();
    label_corners();
    label_people();
    label_rings();
    Picture out = canvas_.finish(draw_legend());
    say_map(people_, out.lines);
    return out;
  }

 private:
  const MapPerson& person(std::size_t place) const { return people_.input.people[people_.places[place].who]; }

  void draw_rings() {
    for (const double radius : kRingRadius) {
      canvas_.add(Circle{center_, radius * scale_}, {.stroke = Role::line, .stroke_width = 0.75, .dash = Dash::dotted});
    }
  }

  bool bows_shown() const {
    return people_.input.show_who_knows_whom && people_.input.people.size() <= kMostPeopleWithBows &&
           !people_.knowing.empty();
  }

  void draw_bows() {
    if (!bows_shown()) return;
    std::vector<std::size_t> place_of(people_.input.people.size(), 0);
    for (std::size_t i = 0; i < people_.seats_from; ++i) place_of[people_.places[i].who] = i;
    for (const auto& pair : people_.knowing) {
      const Point a = at_[place_of[pair.a]];
      const Point b = at_[place_of[pair.b]];
      // Bent towards the middle, so that it is no spoke.
      const Point by{(a.x + b.x) / 2 * 0.72 + center_.x * 0.28, (a.y + b.y) / 2 * 0.72 + center_.y * 0.28};
      const bool well = pair.how == network::Acquaintance::know_well;
      canvas_.add(Bow{a, by, b},
                  {.stroke = Role::line, .stroke_width = 1, .dash = well ? Dash::none : Dash::dotted});
    }
  }

  void draw_lines() {
    for (std::size_t i = 0; i < people_.seats_from; ++i) {
      const MapPerson& p = person(i);
      const double often = p.frequency ? network::rate_of(*p.frequency) : 0;
      const Dash unsaid = p.frequency ? Dash::none : Dash::dotted;
      canvas_.line(center_, at_[i], p.past_due ? Role::due : Role::neutral, 0.75 + 3.5 * often,
                   p.past_due ? Dash::dashed : unsaid);
    }
  }

  void draw_people() {
    canvas_.add(Circle{center_, kMe}, {.fill = Role::background, .stroke = Role::text, .stroke_width = 1.5});
    canvas_.text({{center_.x, center_.y + 3.5}, "me", kLabelSize, Anchor::middle, true});
    canvas_.keep_free(Circle{center_, kMe + 1});
    for (std::size_t i = 0; i < at_.size(); ++i) {
      canvas_.keep_free(Circle{at_[i], radius_ + 1});
      if (i >= people_.seats_from) {
        canvas_.add(Circle{at_[i], radius_ - 1}, {.fill = Role::background, .stroke = Role::need,
                                                  .stroke_width = 1.5, .dash = Dash::dashed});
        continue;
      }
      const MapPerson& p = person(i);
      draw_node(canvas_, at_[i], radius_, p.functions, is_family_or_friend(p), p.connector);
      if (p.connector) canvas_.keep_free(Circle{{at_[i].x + radius_ * 0.64, at_[i].y - radius_ * 0.64}, 6});
      canvas_.target({people_.places[i].who, at_[i], std::max(22.0, radius_)});
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
    corner(kMargin, bottom_ - 3, Anchor::left, "juniors, inside");
    corner(right, bottom_ - 3, Anchor::right, "juniors, outside");
  }

  // Rather apart from the lines to me, but rather across one than shorter.
  bool label(std::size_t i, const std::string& words, double size, Role role) {
    for (const bool apart : {true, false}) {
      for (Text& text : places_around(at_[i], people_.places[i].angle, radius_, words, size)) {
        if (!canvas_.fits(text, bottom_) || (apart && on_a_line(box_of(text)))) continue;
        canvas_.text(std::move(text), role);
        return true;
      }
    }
    return false;
  }

  bool on_a_line(const Box& box) const {
    for (std::size_t i = 0; i < people_.seats_from; ++i) {
      if (crosses(box, center_, at_[i])) return true;
    }
    return false;
  }

  // The close ones first: they have the least room and matter most.
  std::vector<std::size_t> by_ring() const {
    std::vector<std::size_t> out(at_.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
    std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(people_.places[a].ring, people_.places[a].sector) <
             std::pair(people_.places[b].ring, people_.places[b].sector);
    });
    return out;
  }

  void label_people() {
    for (const std::size_t i : by_ring()) {
      if (i < people_.seats_from) {
        label_person(i);
      } else {
        label_seat(i);
      }
    }
  }

  void label_person(std::size_t i) {
    const std::string& name = people_.names[people_.places[i].who];
    std::string before;
    for (const std::size_t most : {kLabelCharacters, std::size_t{9}, std::size_t{6}}) {
      // Initials with a number are told apart by their end.
      if (canvas_.options().initials_only && characters_in(name) > most) break;
      const std::string words = shortened(name, most);
      if (words != before && label(i, words, label_size_, Role::text)) return;
      before = words;
    }
    if (!canvas_.options().initials_only && label(i, isolated(initials_of(name)), label_size_, Role::text)) return;
    draw_inside_node(canvas_, at_[i], radius_, name);
  }

  void label_seat(std::size_t i) {
    const std::string term(network::term_of(people_.input.open_needs[people_.places[i].who]));
    for (const std::string& words : {"someone for " + term, term, shortened(term, kLabelCharacters)}) {
      if (label(i, words, kSmallSize, Role::quiet_text)) return;
    }
    draw_inside_node(canvas_, at_[i], radius_, "?");
  }

  // Where there is room; the legend says it in any case.
  void label_rings() {
    for (std::size_t ring = 0; ring < kRingRadius.size(); ++ring) {
      for (const double angle : {0.0, 180.0, 60.0, 300.0, 120.0, 240.0, 90.0, 270.0, 20.0, 340.0, 160.0, 200.0}) {
        const Point p = on_circle(center_, kRingRadius[ring] * scale_, angle);
        Text text{{p.x, p.y + 3}, std::string(kRingWords[ring]), kSmallSize, Anchor::middle};
        if (!canvas_.fits(text, bottom_)) continue;
        canvas_.text(std::move(text), Role::quiet_text);
        break;
      }
    }
  }

  double draw_legend() {
    using Mark = LegendEntry::Mark;
    std::vector<const network::Ledger*> ledgers;
    bool squared = false;
    bool connector = false;
    bool due = false;
    for (std::size_t i = 0; i < people_.seats_from; ++i) {
      const MapPerson& p = person(i);
      ledgers.push_back(&p.functions);
      squared = squared || is_family_or_friend(p);
      connector = connector || p.connector;
      due = due || p.past_due;
    }
    std::vector<LegendEntry> entries = family_legend(ledgers);
    if (squared) entries.push_back({Mark::square, "family, friends", {.stroke = Role::line}});
    if (connector) entries.push_back({Mark::star, "connector", {.fill = Role::text}});
    if (!ledgers.empty()) {
      entries.push_back({Mark::line, "wider: more often", {.stroke = Role::neutral, .stroke_width = 3}});
    }
    if (due) {
      entries.push_back({Mark::line, "past due", {.stroke = Role::due, .stroke_width = 2, .dash = Dash::dashed}});
    }
    if (bows_shown()) entries.push_back({Mark::line, "know each other", {.stroke = Role::line}});
    if (people_.places.size() > people_.seats_from) {
      entries.push_back({Mark::hollow, "empty seat",
                         {.stroke = Role::need, .stroke_width = 1.5, .dash = Dash::dashed}});
    }
    double y = canvas_.legend(entries, bottom_ + 6);
    if (!people_.without_place.empty()) {
      const std::string more = std::to_string(people_.without_place.size());
      y = canvas_.caption("and " + more + " more, for whom there is no room", y);
    }
    return y;
  }

  const MapPeople& people_;
  Canvas canvas_;
  double scale_;
  double label_size_;
  double radius_;
  Point center_;
  double bottom_;
  std::vector<Point> at_;
};

}  // namespace

Result<Picture> map_of(const MapInput& input, const Options& options) {
  KITH_CHECK(check(options));
  KITH_TRY(const MapPeople people, map_people(input, options));
  return Map(people, options).draw();
}

}  // namespace kith::picture

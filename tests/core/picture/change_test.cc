// Then and now, and the theme wheel.

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "kith/picture/then_and_now.h"
#include "kith/picture/theme_wheel.h"
#include "made_up.h"

namespace kith::picture {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using network::CareerStage;
using network::Closeness;
using network::PeerType;
using testing::Fails;

MapPerson changed_person(std::size_t n, const std::string& name, Closeness closeness) {
  MapPerson out;
  out.id = record(n);
  out.name = name;
  out.closeness = closeness;
  return out;
}

// The round bodies of people.
std::vector<Circle> nodes(const Picture& p, double radius) {
  std::vector<Circle> out;
  for (const Shape& s : p.shapes) {
    const Circle* c = std::get_if<Circle>(&s.form);
    if (c != nullptr && s.style.fill == Role::background && std::abs(c->radius - radius) < 0.5) out.push_back(*c);
  }
  return out;
}

TEST(ThenAndNow, LabelsAndPeopleStandApart) {
  for (std::size_t n = 0; n <= 26; ++n) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      MadeUp made(seed * 100 + n);
      ThenAndNowInput input{made.map(n).people, {}, {}};
      for (MapPerson p : input.then) {
        if (made.below(4) == 0) input.eased.push_back(p.id);
        if (made.below(4) == 0) continue;
        p.closeness = made.maybe<Closeness>(4);
        input.now.push_back(p);
      }
      for (std::size_t i = made.below(4); i > 0 && input.now.size() < 26; --i) {
        input.now.push_back(changed_person(60000 + i, made.name(), Closeness::close));
      }
      for (const Options& options : {Options{}, Options{.width = 800}, Options{.initials_only = true},
                                     Options{.right_to_left = true}}) {
        SCOPED_TRACE("people " + std::to_string(n) + " seed " + std::to_string(seed));
        const Picture p = good(then_and_now_of(input, options));
        expect_labels_apart(p);
        EXPECT_THAT(all_words(p), Not(HasSubstr("no room")));
        const double radius = 10 * std::min(options.width / 360, 1.5);
        const auto all = nodes(p, radius - radius / 28);
        for (std::size_t i = 0; i < all.size(); ++i) {
          EXPECT_TRUE(all[i].at.x > radius && all[i].at.x < p.width - radius && all[i].at.y > radius);
          for (std::size_t k = 0; k < i; ++k) {
            EXPECT_GE(std::hypot(all[i].at.x - all[k].at.x, all[i].at.y - all[k].at.y), 2 * radius);
          }
        }
      }
    }
  }
}

TEST(ThenAndNow, SaysWhatBecameOfEverybody) {
  const ThenAndNowInput input{{changed_person(1, "Ana", Closeness::close), changed_person(2, "Bo", Closeness::distant),
                               changed_person(3, "Cem", Closeness::close), changed_person(4, "Dana", Closeness::close),
                               changed_person(5, "Eva", Closeness::close)},
                              {changed_person(1, "Ana", Closeness::very_close), changed_person(2, "Bo", Closeness::close),
                               changed_person(3, "Cem", Closeness::less_close), changed_person(6, "Fred", Closeness::close)},
                              {record(4), record(99)}};
  const Picture p = good(then_and_now_of(input));
  EXPECT_THAT(p.lines, ElementsAre("Then 5, now 4 in my network.", "Stayed: Ana.",
                                   "Moved inward: Bo (distant, now close).",
                                   "Moved outward: Cem (close, now moderate).",
                                   "Eased, valued, asked now and then: Dana.", "Came: Fred.", "Gone: Eva."));
  std::vector<std::pair<double, Dash>> lines;
  for (const Shape& s : p.shapes) {
    const Line* line = std::get_if<Line>(&s.form);
    if (line != nullptr && line->to.x - line->from.x > 60) lines.emplace_back(s.style.stroke_width, s.style.dash);
  }
  EXPECT_THAT(lines, ElementsAre(std::pair(1.0, Dash::none), std::pair(3.0, Dash::none),
                                 std::pair(1.5, Dash::dashed)));
}

TEST(ThenAndNow, WithWhomItEndedIsNeitherGoneNorEased) {
  const ThenAndNowInput input{{changed_person(1, "Ana", Closeness::close), changed_person(2, "Bo", Closeness::close)},
                              {},
                              {record(1)},
                              {record(1), record(99)}};
  const Picture p = good(then_and_now_of(input));
  EXPECT_THAT(p.lines, ElementsAre("Then 2, now 0 in my network.", "Gone: Bo.", "Ended: Ana."));
  EXPECT_THAT(all_words(p), HasSubstr("ended"));
  const ThenAndNowInput none{input.then, {}, {}};
  EXPECT_THAT(all_words(good(then_and_now_of(none))), Not(HasSubstr("ended"))) << "no word for what there is not";
  const ThenAndNowInput again{input.then, input.then, {}, {record(1)}};
  EXPECT_THAT(good(then_and_now_of(again)).lines, Contains("Stayed: Ana, Bo.")) << "who is on the map has not ended";
}

TEST(ThenAndNow, WhoStaysStaysLevel) {
  const std::vector<MapPerson> people{changed_person(1, "Ana", Closeness::close), changed_person(2, "Bo", Closeness::distant)};
  const Picture p = good(then_and_now_of({people, people, {}}));
  for (const Shape& s : p.shapes) {
    const Line* line = std::get_if<Line>(&s.form);
    if (line == nullptr || line->to.x - line->from.x < 60) continue;
    EXPECT_NEAR(line->from.y, line->to.y, 1e-9);
    EXPECT_NEAR(line->from.x + line->to.x, 360, 1e-9);
  }
}

TEST(ThenAndNow, WhoFindsNoRoomIsCountedAndStillNamed) {
  ThenAndNowInput input;
  for (std::size_t i = 0; i < 35; ++i) input.now.push_back(changed_person(i, "Ana" + std::to_string(i), Closeness::close));
  const Picture p = good(then_and_now_of(input));
  EXPECT_EQ(nodes(p, 10 - 10.0 / 28).size(), kMostPeopleInHalf);
  EXPECT_THAT(all_words(p), HasSubstr("and 2 more"));
  for (std::size_t i = 0; i < 35; ++i) EXPECT_THAT(p.lines[1], HasSubstr("Ana" + std::to_string(i)));
}

TEST(ThenAndNow, WrongInputIsRefused) {
  const MapPerson ana = changed_person(1, "Ana", Closeness::close);
  MapPerson wrong = ana;
  wrong.functions.received.of.fill(4);
  MapPerson given = ana;
  given.functions.given.of.fill(4);
  EXPECT_THAT(then_and_now_of({{ana, ana}, {}, {}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(then_and_now_of({{}, {ana, ana}, {}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(then_and_now_of({{wrong}, {}, {}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(then_and_now_of({{}, {given}, {}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(then_and_now_of({{}, {changed_person(1, "\xff", Closeness::close)}, {}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(then_and_now_of({}, {.width = 1}), Fails(Code::INVALID_ARGUMENT));
}

TEST(ThemeWheel, ShowsEveryThemeAndFillsWhatWasTouched) {
  const auto filled = [](const Picture& p) {
    return std::count_if(p.shapes.begin(), p.shapes.end(), [](const Shape& s) {
      return std::holds_alternative<Circle>(s.form) && s.style.fill == Role::neutral;
    });
  };
  const Picture none = good(theme_wheel_of({}));
  EXPECT_EQ(filled(none), 0);
  // All twenty-eight are numbered and listed while no stage is declared.
  for (const char* words : {"28", "Learning the ropes", "Assessing one's career and life"}) {
    EXPECT_THAT(all_words(none), HasSubstr(words));
  }
  const Picture some = good(theme_wheel_of({CareerStage::advancement,
                                            {{CareerStage::advancement, PeerType::special_peer, 1},
                                             {CareerStage::establishment, PeerType::special_peer, 1}}}));
  EXPECT_EQ(filled(some), 2);
  EXPECT_THAT(some.lines, Contains("  special peer: Sense of competence and potential; Commitment, touched lately; "
                                   "Conformity vs. individuality; Work/family conflicts."));
  std::string drawn;
  for (const Text& text : texts_of(some)) drawn += text.words + "\n";
  EXPECT_THAT(drawn, HasSubstr("Gaining visibility\n"));
  EXPECT_THAT(drawn, Not(HasSubstr("Networking")));
}

TEST(ThemeWheel, LabelsStandApart) {
  for (const Options& options : {Options{}, Options{.width = 900}, Options{.right_to_left = true}}) {
    expect_labels_apart(good(theme_wheel_of({}, options)));
    for (std::size_t stage = 0; stage < 4; ++stage) {
      expect_labels_apart(good(theme_wheel_of({static_cast<CareerStage>(stage), {}}, options)));
    }
  }
}

TEST(ThemeWheel, AThemeThatIsNotThereIsRefused) {
  EXPECT_THAT(theme_wheel_of({{}, {{CareerStage::late_career, PeerType::information_peer, 1}}}),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(theme_wheel_of({}, {.width = 1}), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::picture

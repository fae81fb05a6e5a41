// Maps of many people with long names in five scripts: what holds for three people holds for 26.

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "kith/picture/map.h"
#include "kith/picture/svg.h"
#include "made_up.h"

namespace kith::picture {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using network::Acquaintance;
using network::Closeness;
using network::Function;
using network::Seniority;
using network::SocialSystem;

constexpr std::size_t kMany = 26;
constexpr std::size_t kLeastShown = 4;  // of a name that is cut, besides a blank and the ellipsis
constexpr double kMe = 13;

// No two begin with the same characters.
const std::vector<std::string>& long_names() {
  static const std::vector<std::string> names{
      "Wilhelmina Featherstonehaugh-Quist", "Александра Константиновна Преображенская",
      "عبد الرحمن بن محمد الصالح", "欧阳诗涵明月", "सत्यनारायण विश्वनाथन शर्मा",
      "Maximiliano Etxeberria Goikoetxea", "Вячеслав Щербаков-Задорожный", "מרים אברהמוביץ בן־שמעון",
      "山田太郎左衛門之助", "लक्ष्मीनारायण त्रिपाठी", "Ngozi Oluwaseun Adebayo-Williams",
      "Святослав Игоревич Оболенский", "فاطمة الزهراء المنصوري", "司馬相如長卿先生", "प्रियदर्शिनी भट्टाचार्य",
      "Þorgerður Hallgrímsdóttir", "Екатерина Владимировна Ломоносова", "نور الدين عبد الحميد الخطيب",
      "上官婉儿昭容", "रविशंकर सुब्रमण्यम अय्यर", "Siobhán Ní Dhubhghaill", "Жанна Олександрівна Шевченко",
      "שירה לוי־רוזנצווייג", "诸葛亮孔明军师", "अनुराधा कृष्णमूर्ति", "Bartholomew Montgomery Wadsworth"};
  return names;
}

MapInput many(std::size_t people, std::uint64_t seed) {
  MapInput out = MadeUp(seed).map(people);
  for (std::size_t i = 0; i < people; ++i) out.people[i].name = long_names()[(i + seed) % long_names().size()];
  return out;
}

// `count` pairs, all different, of which the first `well` know each other well.
void add_ties(MapInput& input, std::size_t count, std::size_t well) {
  input.who_knows_whom.clear();
  for (std::size_t apart = 1; apart < input.people.size(); ++apart) {
    for (std::size_t i = 0; i + apart < input.people.size(); ++i) {
      if (input.who_knows_whom.size() == count) return;
      const bool so = input.who_knows_whom.size() < well;
      input.who_knows_whom.push_back({input.people[i].id, input.people[i + apart].id,
                                      so ? Acquaintance::know_well : Acquaintance::know_of});
    }
  }
}

MapPerson someone(std::size_t n, Closeness closeness, SocialSystem system) {
  MapPerson out;
  out.id = record(n);
  out.name = "Ana";
  out.closeness = closeness;
  out.seniority = Seniority::peer;
  out.system = system;
  return out;
}

template <typename F>
std::vector<F> all_of(const Picture& picture) {
  std::vector<F> out;
  for (const Shape& shape : picture.shapes) {
    if (const F* form = std::get_if<F>(&shape.form)) out.push_back(*form);
  }
  return out;
}

// People and seats.
std::vector<Point> nodes_of(const Picture& picture) {
  std::vector<Point> out = seats_of(picture);
  for (const Target& target : picture.targets) out.push_back(target.at);
  return out;
}

Point middle_of(const Picture& picture) {
  for (const Text& text : texts_of(picture)) {
    if (bare_of(text.words) == "me") return {text.at.x, text.at.y - 3.5};
  }
  return {};
}

double apart(const Box& box, Point p) {
  return std::hypot(p.x - std::clamp(p.x, box.x, box.x + box.width),
                    p.y - std::clamp(p.y, box.y, box.y + box.height));
}

bool is_number(const std::string& words) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Point on(const Line& line, double t) {
  return {line.from.x + t * (line.to.x - line.from.x), line.from.y + t * (line.to.y - line.from.y)};
}
Point on(const Bow& bow, double t) {
  const double a = (1 - t) * (1 - t);
  const double by = 2 * t * (1 - t);
  return {a * bow.from.x + by * bow.by.x + t * t * bow.to.x, a * bow.from.y + by * bow.by.y + t * t * bow.to.y};
}
template <typename F>
double nearest(const F& form, const Box& box) {
  double out = 1e9;
  for (int i = 0; i <= 100; ++i) out = std::min(out, apart(box, on(form, i / 100.0)));
  return out;
}

std::string without(std::string from, const std::string& what) {
  for (auto at = from.find(what); at != std::string::npos; at = from.find(what)) from.erase(at, what.size());
  return from;
}

// Whether the words, on one line or on two, are the name, or begin as it does and say enough of it.
bool says(const std::string& name, const std::string& words) {
  const std::string begin = without(without(words, "…"), " ");
  const std::string whole = without(name, " ");
  return begin == whole || (whole.starts_with(begin) && characters_in(begin) >= kLeastShown);
}

bool is_named(const Picture& picture, const std::string& name) {
  const auto texts = texts_of(picture);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string words = bare_of(texts[i].words);
    if (says(name, words)) return true;
    if (i + 1 < texts.size() && says(name, words + bare_of(texts[i + 1].words))) return true;
    // Below the map, behind its number.
    const std::size_t from = words.find_first_not_of("0123456789 ");
    if (from != 0 && from != std::string::npos && says(name, words.substr(from))) return true;
  }
  return false;
}

void expect_labels_clear_of_people(const Picture& picture, double radius) {
  for (const Text& text : texts_of(picture)) {
    const Box box = box_of(text);
    for (const Point node : nodes_of(picture)) {
      if (is_number(bare_of(text.words)) && std::abs(text.at.x - node.x) < 1e-6 && apart(box, node) < 1) continue;
      EXPECT_GE(apart(box, node), radius) << text.words << " over a person or a seat";
    }
    EXPECT_TRUE(bare_of(text.words) == "me" || apart(box, middle_of(picture)) >= kMe) << text.words << " over me";
  }
}

// A line or a bow that runs below a name is covered there.
void expect_lines_interrupted(const Picture& picture) {
  const auto boxes = all_of<Box>(picture);
  for (const Text& text : texts_of(picture)) {
    const std::string words = bare_of(text.words);
    if (words == "me" || is_number(words)) continue;
    const Box box = box_of(text);
    const bool covered = std::any_of(boxes.begin(), boxes.end(), [&](const Box& other) {
      return other.x <= box.x + 1e-6 && other.y <= box.y + 1e-6 && other.x + other.width >= box.x + box.width - 1e-6 &&
             other.y + other.height >= box.y + box.height - 1e-6;
    });
    if (covered) continue;
    for (const Line& line : all_of<Line>(picture)) EXPECT_GT(nearest(line, box), 0) << text.words << " on a line";
    for (const Bow& bow : all_of<Bow>(picture)) EXPECT_GT(nearest(bow, box), 0) << text.words << " on a bow";
  }
}

// Two names one above the other are not read as the two lines of one.
void expect_names_told_apart(const Picture& picture) {
  std::vector<Text> names;
  for (const Shape& shape : picture.shapes) {
    const Text* text = std::get_if<Text>(&shape.form);
    if (text != nullptr && shape.style.fill == Role::text && !text->bold) names.push_back(*text);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    Box box = box_of(names[i]);
    box.y -= 2.9;
    box.height += 5.8;
    // The next one may be the second line of the same name.
    for (std::size_t k = i + 2; k < names.size(); ++k) {
      EXPECT_FALSE(overlap(box, box_of(names[k]))) << names[i].words << " and " << names[k].words;
    }
  }
}

// Around its number the pie of a person is still seen.
void expect_pies_seen(const Picture& picture) {
  for (const Shape& shape : picture.shapes) {
    const Circle* circle = std::get_if<Circle>(&shape.form);
    if (circle == nullptr || shape.style.fill != Role::background || shape.style.stroke) continue;
    EXPECT_LE(circle->radius, 7);
  }
}

TEST(MapOfMany, EveryNameStandsApartAndIsReadable) {
  for (std::size_t people = 1; people <= kMany; ++people) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
      SCOPED_TRACE("people " + std::to_string(people) + " seed " + std::to_string(seed));
      const MapInput input = many(people, seed * 100 + people);
      const Options options{.width = seed % 4 == 0 ? 820.0 : 360.0, .right_to_left = seed % 3 == 0};
      const Picture p = good(map_of(input, options));
      expect_labels_apart(p);
      expect_labels_clear_of_people(p, 14 * std::min(options.width / 360, 1.6));
      expect_lines_interrupted(p);
      expect_pies_seen(p);
      expect_names_told_apart(p);
      for (const MapPerson& person : input.people) {
        EXPECT_TRUE(is_named(p, person.name)) << person.name;
        EXPECT_THAT(p.lines, Contains(HasSubstr(person.name)));
      }
    }
  }
}

TEST(MapOfMany, FewNamesAreNumbered) {
  std::size_t numbered = 0;
  std::size_t all = 0;
  for (std::size_t people = 1; people <= kMany; ++people) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      const Picture p = good(map_of(many(people, seed * 100 + people)));
      const auto texts = texts_of(p);
      const auto here = std::count_if(texts.begin(), texts.end(),
                                      [](const Text& text) { return is_number(bare_of(text.words)); });
      EXPECT_TRUE(here == 0 || people > 6) << people << " people, seed " << seed;
      numbered += static_cast<std::size_t>(here);
      all += people;
    }
  }
  EXPECT_LE(numbered, all / 12);
}

TEST(MapOfMany, EachOpenNeedHasASeatForAnyNumberOfPeople) {
  for (const std::size_t people : {std::size_t{0}, std::size_t{3}, std::size_t{14}, kMany}) {
    for (std::size_t needs = 0; needs <= network::kFunctionCount; ++needs) {
      MapInput input = many(people, 7 * needs + people);
      input.open_needs.clear();
      for (std::size_t i = 0; i < needs; ++i) input.open_needs.push_back(static_cast<Function>(i));
      if (needs > 0) input.open_needs.push_back(Function{});  // twice is once
      const Picture p = good(map_of(input));
      SCOPED_TRACE(std::to_string(people) + " people, " + std::to_string(needs) + " needs");
      EXPECT_EQ(seats_of(p).size(), needs);
      EXPECT_EQ(std::count_if(p.lines.begin(), p.lines.end(),
                              [](const std::string& line) { return line.starts_with("Empty seat: "); }),
                static_cast<std::ptrdiff_t>(needs));
      expect_labels_apart(p);
      expect_labels_clear_of_people(p, 13);
    }
  }
}

TEST(MapOfMany, SeatsWithoutRoomAreCounted) {
  MapInput input;
  for (std::size_t i = 0; i < kMostPeopleOnMap - 1; ++i) {
    input.people.push_back(someone(i, Closeness::close, SocialSystem::my_unit));
  }
  input.open_needs = {Function::ROLE, Function::SPON, Function::EMOT};
  const Picture p = good(map_of(input));
  EXPECT_EQ(seats_of(p).size(), 1U);
  EXPECT_THAT(all_words(p), HasSubstr("and 2 more empty seats"));
}

TEST(MapOfMany, BowsAreLimitedAndTheWordsSayTheRest) {
  MapInput input = many(kMany, 5);
  for (const std::size_t ties : {kMostBows, kMostBows + 1, std::size_t{60}, std::size_t{200}}) {
    add_ties(input, ties, 10);
    const Picture p = good(map_of(input));
    EXPECT_EQ(all_of<Bow>(p).size(), kMostBows);
    const std::string rest = std::to_string(kMostBows) + " of " + std::to_string(ties) + " bows are drawn";
    EXPECT_EQ(all_words(p).find(rest) != std::string::npos, ties > kMostBows);
    EXPECT_EQ(std::count_if(p.lines.begin(), p.lines.end(),
                            [](const std::string& line) { return line.find(" know ") != std::string::npos; }),
              static_cast<std::ptrdiff_t>(ties));
    // Who know each other well come first.
    std::size_t well = 0;
    for (const Shape& shape : p.shapes) {
      well += std::holds_alternative<Bow>(shape.form) && shape.style.dash == Dash::none ? 1 : 0;
    }
    EXPECT_EQ(well, 10U);
  }
}

// Without the lines for a screen reader, which keep the order of the input.
std::string shapes_of(const std::string& svg) { return svg.substr(svg.find("</desc>")); }

TEST(MapOfMany, TheOrderOfTheInputDoesNotChooseTheBows) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    MapInput input = many(kMany, seed);
    add_ties(input, 60, 40);
    const std::string before = svg_of(good(map_of(input)));
    std::reverse(input.who_knows_whom.begin(), input.who_knows_whom.end());
    for (auto& pair : input.who_knows_whom) std::swap(pair.a, pair.b);
    const Picture after = good(map_of(input));
    EXPECT_EQ(all_of<Bow>(after).size(), kMostBows);
    EXPECT_EQ(shapes_of(before), shapes_of(svg_of(after)));
  }
}

TEST(MapOfMany, ABowPassesBesideMe) {
  // On opposite sides: the middle of the bow would be me.
  MapInput input{{someone(0, Closeness::distant, SocialSystem::my_unit),
                  someone(1, Closeness::distant, SocialSystem::school)},
                 {{record(0), record(1), Acquaintance::know_well}}, {}, true};
  const Picture p = good(map_of(input));
  const Point me = middle_of(p);
  ASSERT_EQ(all_of<Bow>(p).size(), 1U);
  EXPECT_GT(nearest(all_of<Bow>(p)[0], Box{me.x, me.y, 0, 0, 0}), kMe);
}

TEST(MapOfMany, BesideManyBowsOnlyTheEndOfALineIsDrawn) {
  MapInput input = many(kMany, 8);
  const auto lines_from_me = [&](std::size_t ties) {
    add_ties(input, ties, ties);
    const Picture p = good(map_of(input));
    const auto lines = all_of<Line>(p);
    EXPECT_GE(lines.size(), kMany);
    const Point me = middle_of(p);
    return std::count_if(lines.begin(), lines.end(),
                         [&](const Line& line) { return nearest(line, Box{me.x, me.y, 0, 0, 0}) < kMe; });
  };
  EXPECT_EQ(lines_from_me(8), static_cast<std::ptrdiff_t>(kMany));
  EXPECT_EQ(lines_from_me(9), 0);
}

TEST(MapOfMany, ShowingBowsMovesNobodyAndNoName) {
  const auto names = [](const Picture& p) {
    std::vector<std::string> out;
    for (const Shape& shape : p.shapes) {
      const Text* text = std::get_if<Text>(&shape.form);
      if (text == nullptr || shape.style.fill != Role::text) continue;
      out.push_back(text->words + " " + std::to_string(text->at.x) + " " + std::to_string(text->at.y));
    }
    return out;
  };
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    MapInput input = many(kMany, seed);
    add_ties(input, 60, 30);
    const Picture with = good(map_of(input));
    input.show_who_knows_whom = false;
    const Picture without_bows = good(map_of(input));
    EXPECT_EQ(all_of<Bow>(with).size(), kMostBows);
    EXPECT_EQ(names(with), names(without_bows));
  }
}

TEST(MapOfMany, WhoStandsBehindSomebodyMovesAside) {
  const Picture p = good(map_of({{someone(0, Closeness::close, SocialSystem::my_unit),
                                  someone(1, Closeness::less_close, SocialSystem::my_unit),
                                  someone(2, Closeness::distant, SocialSystem::my_unit)}, {}, {}, true}));
  for (const Line& line : all_of<Line>(p)) {
    for (const Point node : nodes_of(p)) {
      if (std::hypot(node.x - line.to.x, node.y - line.to.y) < 1) continue;
      EXPECT_GE(nearest(line, Box{node.x, node.y, 0, 0, 0}), 14);
    }
  }
}

}  // namespace
}  // namespace kith::picture

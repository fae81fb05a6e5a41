#include "kith/picture/map.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "kith/picture/svg.h"
#include "made_up.h"

namespace kith::picture {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using network::Closeness;
using network::Function;
using network::Seniority;
using network::SocialSystem;
using testing::Fails;

constexpr double kCenterX = 180;
constexpr double kCenterY = 198;

MapPerson person(std::size_t n, const std::string& name, std::optional<Closeness> closeness = Closeness::close,
                 std::optional<Seniority> seniority = Seniority::senior, SocialSystem system = SocialSystem::my_unit) {
  MapPerson out;
  out.id = record(n);
  out.name = name;
  out.closeness = closeness;
  out.seniority = seniority;
  out.system = system;
  return out;
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }
double ring_of(const Picture& p, std::size_t who) {
  for (const Target& t : p.targets) {
    if (t.about == who) return distance(t.at, {kCenterX, kCenterY});
  }
  return -1;
}
Point place_of(const Picture& p, std::size_t who) {
  for (const Target& t : p.targets) {
    if (t.about == who) return t.at;
  }
  return {};
}

template <typename F>
std::size_t forms(const Picture& p) {
  return static_cast<std::size_t>(std::count_if(p.shapes.begin(), p.shapes.end(), [](const Shape& s) {
    return std::holds_alternative<F>(s.form);
  }));
}

TEST(Map, LabelsAndPeopleStandApartInEveryNetwork) {
  for (std::size_t people = 0; people <= 26; ++people) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
      MadeUp made(seed * 100 + people);
      const MapInput input = made.map(people);
      const Options options{.width = seed % 4 == 0 ? 820.0 : 360.0,
                            .initials_only = seed % 5 == 0,
                            .right_to_left = seed % 3 == 0};
      SCOPED_TRACE("people " + std::to_string(people) + " seed " + std::to_string(seed));
      const Picture p = good(map_of(input, options));
      expect_labels_apart(p);
      ASSERT_EQ(p.targets.size(), people);
      const double scale = options.width / 360;
      const double node = 28 * std::min(scale, 1.6);
      for (std::size_t i = 0; i < people; ++i) {
        const Point at = p.targets[i].at;
        EXPECT_TRUE(at.x >= node / 2 && at.x <= p.width - node / 2 && at.y >= node / 2 && at.y <= p.height - node / 2);
        for (std::size_t k = 0; k < i; ++k) EXPECT_GE(distance(at, p.targets[k].at), node);
      }
      // One label a person at least.
      EXPECT_GE(texts_of(p).size(), people + 2);
    }
  }
}

TEST(Map, ALineOfALabelHasAtMostTwelveCharacters) {
  MapInput input;
  for (std::size_t i = 0; i < 6; ++i) {
    const SocialSystem system = i % 2 == 0 ? SocialSystem::my_unit : SocialSystem::school;
    input.people.push_back(person(i, "Bartholomew Featherstonehaugh", Closeness::distant,
                                  static_cast<Seniority>(i % 3), system));
  }
  std::multiset<std::string> labels;
  for (const Text& text : texts_of(good(map_of(input, {.width = 800})))) {
    if (text.words.starts_with("Bar") || text.words.starts_with("Fea")) labels.insert(text.words);
  }
  EXPECT_EQ(labels.size(), 12U);
  EXPECT_EQ(labels.count("Bartholomew"), 6U);
  EXPECT_EQ(labels.count("Featherston…"), 6U);
}

TEST(Map, NeighboursOnARingKeepTheirGap) {
  MapInput input;
  for (std::size_t i = 0; i < 54; ++i) input.people.push_back(person(i, "Ana"));
  const Picture p = good(map_of(input));
  ASSERT_EQ(p.targets.size(), 54U);
  std::array<int, 3> rings{};
  for (std::size_t i = 0; i < 54; ++i) {
    const double r = ring_of(p, i);
    ++rings[r < 80 ? 0 : r < 130 ? 1 : 2];
    for (std::size_t k = 0; k < i; ++k) EXPECT_GE(distance(place_of(p, i), place_of(p, k)), 35.99);
  }
  EXPECT_THAT(rings, ::testing::ElementsAre(10, 18, 26));
}

TEST(Map, WhoFindsNoRoomIsCountedAndStillNamed) {
  MapInput input;
  for (std::size_t i = 0; i < 57; ++i) input.people.push_back(person(i, "Ana" + std::to_string(i)));
  input.who_knows_whom = {{record(0), record(56), network::Acquaintance::know_well}};
  const Picture p = good(map_of(input));
  EXPECT_EQ(forms<Bow>(p), 0U);
  EXPECT_THAT(p.lines, Contains("  Ana0 and Ana56 know each other well."));
  EXPECT_EQ(p.targets.size(), kMostPeopleOnMap);
  EXPECT_THAT(all_words(p), HasSubstr("and 3 more"));
  for (std::size_t i = 0; i < 57; ++i) EXPECT_THAT(p.lines, Contains(HasSubstr("Ana" + std::to_string(i) + ":")));
}

TEST(Map, TheFewestFunctionsGoToTheNextRing) {
  MapInput input;
  for (std::size_t i = 0; i < 11; ++i) {
    input.people.push_back(person(i, "Ana"));
    if (i != 4) input.people.back().functions.received[Function::COAC] = 2;
  }
  const Picture p = good(map_of(input));
  for (std::size_t i = 0; i < 11; ++i) EXPECT_NEAR(ring_of(p, i), i == 4 ? 105 : 60, 1e-6) << i;
}

TEST(Map, ClosenessIsTheRing) {
  const Picture p = good(map_of({{person(0, "Ana", Closeness::very_close), person(1, "Bo", Closeness::close),
                                  person(2, "Cem", Closeness::less_close), person(3, "Dana", Closeness::distant),
                                  person(4, "Eva", std::nullopt)}, {}, {}, true}));
  EXPECT_NEAR(ring_of(p, 0), 60, 1e-6);
  EXPECT_NEAR(ring_of(p, 1), 60, 1e-6);
  EXPECT_NEAR(ring_of(p, 2), 105, 1e-6);
  EXPECT_NEAR(ring_of(p, 3), 150, 1e-6);
  EXPECT_NEAR(ring_of(p, 4), 150, 1e-6);
  EXPECT_THAT(p.lines, Contains("Closeness not told, 1 person:"));
}

TEST(Map, SeniorsAtTheTopMyOrganizationOnTheLeft) {
  const auto at = [](Seniority seniority, SocialSystem system, bool rtl = false) {
    return place_of(good(map_of({{person(0, "Ana", Closeness::distant, seniority, system)}, {}, {}, true},
                                {.right_to_left = rtl})), 0);
  };
  const Point senior_in = at(Seniority::senior, SocialSystem::my_unit);
  EXPECT_LT(senior_in.x, kCenterX);
  EXPECT_LT(senior_in.y, kCenterY - 100);
  EXPECT_GT(at(Seniority::senior, SocialSystem::profession).x, kCenterX);
  EXPECT_GT(at(Seniority::junior, SocialSystem::my_organization).y, kCenterY + 100);
  const Point peer_out = at(Seniority::peer, SocialSystem::another_employer);
  EXPECT_NEAR(peer_out.x, kCenterX + 150, 1e-6);
  EXPECT_NEAR(peer_out.y, kCenterY, 1e-6);
  // Family stands outside in the middle, whatever the age.
  EXPECT_NEAR(at(Seniority::senior, SocialSystem::family).y, kCenterY, 1e-6);
  EXPECT_GT(at(Seniority::senior, SocialSystem::my_unit, true).x, kCenterX);
}

TEST(Map, ACrowdedSectorTakesRoomFromItsNeighboursButNotTheOtherSide) {
  MapInput input;
  for (std::size_t i = 0; i < 6; ++i) input.people.push_back(person(i, "Ana", Closeness::distant));
  input.people.push_back(person(6, "Bo", Closeness::distant, Seniority::peer));
  const Picture p = good(map_of(input));
  // Six at 13.8 degrees need 83: the peers of the side move down from the middle, and all stay left.
  EXPECT_GT(place_of(p, 6).y, kCenterY + 10);
  for (std::size_t i = 0; i < 7; ++i) EXPECT_LT(place_of(p, i).x, kCenterX);
}

TEST(Map, ANewPersonElsewhereMovesNobody) {
  MapInput input{{person(0, "Ana"), person(1, "Bo", Closeness::distant, Seniority::junior)}, {}, {}, true};
  const Picture before = good(map_of(input));
  input.people.push_back(person(2, "Cem", Closeness::less_close, Seniority::peer, SocialSystem::school));
  const Picture after = good(map_of(input));
  for (const std::size_t who : {0U, 1U}) {
    EXPECT_NEAR(distance(place_of(before, who), place_of(after, who)), 0, 1e-9);
  }
}

TEST(Map, TheOrderOfTheInputDoesNotMatter) {
  MapInput input = MadeUp(7).map(17);
  MapInput turned = input;
  std::reverse(turned.people.begin(), turned.people.end());
  const Picture a = good(map_of(input));
  const Picture b = good(map_of(turned));
  for (std::size_t i = 0; i < 17; ++i) {
    EXPECT_NEAR(distance(place_of(a, i), place_of(b, 16 - i)), 0, 1e-9);
  }
}

TEST(Map, ANeedShowsAHollowSeatWhereFewerPeopleAre) {
  MapInput input{{person(0, "Ana"), person(1, "Bo", Closeness::close, Seniority::peer)}, {}, {Function::ROLE}, true};
  const auto seat = [&] {
    const auto seats = seats_of(good(map_of(input)));
    EXPECT_EQ(seats.size(), 1U);
    return seats.empty() ? Point{} : seats.front();
  };
  EXPECT_THAT(all_words(good(map_of(input))), HasSubstr("someone for\nrole modeling"));
  EXPECT_THAT(good(map_of(input)).lines, Contains("Empty seat: role modeling."));
  EXPECT_GT(seat().x, kCenterX);  // a peer is inside already
  input.people.push_back(person(2, "Cem", Closeness::close, Seniority::peer, SocialSystem::school));
  input.people.push_back(person(3, "Dana", Closeness::close, Seniority::peer, SocialSystem::school));
  EXPECT_LT(seat().x, kCenterX);
}

TEST(Map, ANeedForACareerFunctionLooksAmongSeniors) {
  const Picture p = good(map_of({{person(0, "Ana")}, {}, {Function::SPON}, true}));
  const auto seats = seats_of(p);
  ASSERT_EQ(seats.size(), 1U);
  EXPECT_GT(seats[0].x, kCenterX);  // seniors inside are there already
  EXPECT_LT(seats[0].y, kCenterY);
}

TEST(Map, BowsAreShownOncePerPairAndWhenAskedFor) {
  MapInput input;
  for (std::size_t i = 0; i < 16; ++i) input.people.push_back(person(i, "Ana", Closeness::distant, Seniority::peer));
  input.who_knows_whom = {{record(0), record(1), network::Acquaintance::know_well},
                          {record(1), record(0), network::Acquaintance::know_well},
                          {record(2), record(3), network::Acquaintance::know_of},
                          {record(4), record(5), network::Acquaintance::none},
                          {record(6), record(6), network::Acquaintance::know_well},
                          {record(7), record(99), network::Acquaintance::know_well}};
  EXPECT_EQ(forms<Bow>(good(map_of(input))), 2U);
  EXPECT_THAT(all_words(good(map_of(input))), AllOf(HasSubstr("know each other well\n"),
                                                    HasSubstr("know of each other\n"), Not(HasSubstr("bows"))));
  input.show_who_knows_whom = false;
  EXPECT_EQ(forms<Bow>(good(map_of(input))), 0U);
  EXPECT_THAT(good(map_of(input)).lines, Not(Contains("Who knows whom:")));
}

TEST(Map, TheLineIsAsWideAsOftenAndDashedWhenDue) {
  MapInput input{{person(0, "Ana"), person(1, "Bo"), person(2, "Cem")}, {}, {}, true};
  input.people[0].frequency = network::Frequency::daily;
  input.people[1].frequency = network::Frequency::yearly;
  input.people[1].past_due = true;
  const Picture p = good(map_of(input));
  std::vector<Style> lines;
  for (const Shape& s : p.shapes) {
    if (std::holds_alternative<Line>(s.form) && lines.size() < 3) lines.push_back(s.style);
  }
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_GT(lines[0].stroke_width, lines[1].stroke_width);
  EXPECT_EQ(lines[0].dash, Dash::none);
  EXPECT_EQ(lines[1].dash, Dash::dashed);
  EXPECT_EQ(lines[1].stroke, Role::due);
  EXPECT_EQ(lines[2].dash, Dash::dotted);  // not told
}

TEST(Map, APieHoldsWhatIReceiveAndARingWhatIGive) {
  MapInput input{{person(0, "Ana")}, {}, {}, true};
  input.people[0].functions.received[Function::COAC] = 3;
  input.people[0].functions.received[Function::FRIE] = 1;
  input.people[0].functions.given[Function::INFO] = 2;
  const Picture p = good(map_of(input));
  std::vector<std::pair<Role, double>> slices;
  for (const Shape& s : p.shapes) {
    if (const Slice* slice = std::get_if<Slice>(&s.form)) slices.emplace_back(*s.style.fill, slice->to - slice->from);
  }
  EXPECT_THAT(slices, ::testing::ElementsAre(std::pair(Role::neutral, 360.0), std::pair(Role::career, 270.0),
                                             std::pair(Role::friendship, 90.0)));
  EXPECT_THAT(p.lines, Contains("  Ana: senior, inside; I receive coaching, friendship; I give information sharing."));
}

TEST(Map, NobodyYetIsAMapToo) {
  const Picture p = good(map_of({}));
  EXPECT_THAT(p.lines, ::testing::ElementsAre("Map: nobody yet."));
  expect_labels_apart(p);
}

TEST(Map, WrongInputIsRefused) {
  EXPECT_THAT(map_of({{person(0, "Ana"), person(0, "Bo")}, {}, {}, true}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(map_of({{person(0, "\xff")}, {}, {}, true}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(map_of({}, {.width = 10}), Fails(Code::INVALID_ARGUMENT));
  MapInput input{{person(0, "Ana")}, {}, {}, true};
  input.people[0].functions.given[Function::ROLE] = 4;
  EXPECT_THAT(map_of(input), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::picture

#include "kith/picture/heat_map.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "made_up.h"

namespace kith::picture {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using network::Function;
using testing::Fails;

network::Intensities of(std::initializer_list<std::pair<Function, int>> all) {
  network::Intensities out;
  for (const auto& [f, i] : all) out[f] = static_cast<std::uint8_t>(i);
  return out;
}

std::size_t frames(const Picture& p, Dash dash) {
  return static_cast<std::size_t>(std::count_if(p.shapes.begin(), p.shapes.end(), [&](const Shape& s) {
    return std::holds_alternative<Box>(s.form) && s.style.stroke == Role::need && s.style.stroke_width == 1.75 &&
           s.style.dash == dash;
  }));
}

TEST(HeatMap, LabelsStandApart) {
  for (std::size_t people = 0; people <= 26; ++people) {
    for (const double width : {360.0, 759.0, 760.0, 1200.0}) {
      MadeUp made(people);
      HeatMapInput input;
      for (std::size_t i = 0; i < people; ++i) input.people.push_back({made.name(), made.intensities()});
      input.needs = made.intensities();
      const Picture p = good(heat_map_of(input, {.width = width, .right_to_left = people % 2 == 0}));
      expect_labels_apart(p);
      for (const std::string& row : p.rows) EXPECT_LE(columns_of(row), 80);
    }
  }
}

TEST(HeatMap, GapsAreFramedAndSortedAndOneSourceIsDotted) {
  const HeatMapInput input{{{"Ana", of({{Function::COAC, 3}, {Function::SPON, 1}})}, {"Bo", of({{Function::COAC, 1}})}},
                           of({{Function::SPON, 2}, {Function::ROLE, 3}, {Function::COAC, 2}})};
  for (const double width : {360.0, 800.0}) {
    const Picture p = good(heat_map_of(input, {.width = width}));
    // With those of the legend. Sponsorship is a gap first, and hangs on one only as well.
    EXPECT_EQ(frames(p, Dash::none), 2U + 1);
    EXPECT_EQ(frames(p, Dash::dotted), 0U + 1);
  }
  const Picture p = good(heat_map_of(input));
  EXPECT_THAT(p.lines, ElementsAre("Who gives me what: 2 people.", "  Ana: sponsorship 1, coaching 3.",
                                   "  Bo: coaching 1.", "Only Ana gives sponsorship.",
                                   "Gap: role modeling, need 3, nobody.", "Gap: sponsorship, need 2, best supply 1."));
  HeatMapInput enough = input;
  enough.needs = {};
  EXPECT_EQ(frames(good(heat_map_of(enough)), Dash::dotted), 1U + 1);
}

TEST(HeatMap, NoHeadOfATableIsCut) {
  for (const Text& text : texts_of(good(heat_map_of({}, {.width = kTableFrom})))) {
    EXPECT_EQ(text.words.find("…"), std::string::npos) << text.words;
  }
}

TEST(HeatMap, PeopleStandByTheirTotal) {
  const Picture p = good(heat_map_of({{{"Ana", of({{Function::COAC, 1}})}, {"Bo", of({{Function::COAC, 3}})}}, {}}));
  EXPECT_THAT(p.lines[1], HasSubstr("Bo"));
  EXPECT_THAT(p.rows[1], ::testing::StartsWith("Bo"));
}

TEST(HeatMap, ASquareGrowsWithTheIntensity) {
  const auto side = [](int intensity) {
    const Picture p = good(heat_map_of({{{"Ana", of({{Function::COAC, intensity}})}}, {}}));
    for (const Shape& s : p.shapes) {
      const Box* box = std::get_if<Box>(&s.form);
      if (box != nullptr && s.style.fill == Role::career && box->width == box->height) return box->width;
    }
    return 0.0;
  };
  EXPECT_EQ(side(0), 0);
  EXPECT_LT(side(1), side(2));
  EXPECT_LT(side(2), side(3));
}

TEST(HeatMap, WrongInputIsRefused) {
  EXPECT_THAT(heat_map_of({{{"Ana", of({{Function::COAC, 4}})}}, {}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(heat_map_of({{}, of({{Function::COAC, 4}})}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(heat_map_of({{{"\xff", {}}}, {}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(heat_map_of({}, {.width = 0}), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::picture

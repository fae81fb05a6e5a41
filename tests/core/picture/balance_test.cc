// Pictures of give and take: reciprocity, the type square, the compare card.

#include <gmock/gmock.h>

#include <algorithm>

#include "kith/picture/compare_card.h"
#include "kith/picture/reciprocity.h"
#include "kith/picture/type_square.h"
#include "made_up.h"

namespace kith::picture {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using network::Function;
using testing::Fails;

network::Intensities of(std::initializer_list<std::pair<Function, int>> all) {
  network::Intensities out;
  for (const auto& [f, i] : all) out[f] = static_cast<std::uint8_t>(i);
  return out;
}

std::vector<std::pair<Circle, Style>> circles(const Picture& p) {
  std::vector<std::pair<Circle, Style>> out;
  for (const Shape& s : p.shapes) {
    if (const Circle* c = std::get_if<Circle>(&s.form)) out.emplace_back(*c, s.style);
  }
  return out;
}

TEST(Reciprocity, LabelsStandApart) {
  for (std::size_t n = 0; n <= 26; ++n) {
    MadeUp made(n);
    std::vector<ReciprocityRow> rows;
    for (std::size_t i = 0; i < n; ++i) {
      rows.push_back({made.name(), {}});
      if (made.often()) rows.back().functions.given = made.intensities();
      if (made.often()) rows.back().functions.received = made.intensities();
    }
    // Everything felt at its strongest: the widest bars there are.
    if (n == 26) rows[3].functions.given.of.fill(3);
    for (const double width : {360.0, 900.0}) {
      const Picture p = good(reciprocity_of(rows, {.width = width, .right_to_left = n % 2 == 1}));
      expect_labels_apart(p);
      for (const std::string& row : p.rows) EXPECT_LE(columns_of(row), 80) << row;
    }
  }
}

TEST(Reciprocity, ByTotalWithPlainWordsForWhatGoesEachWay) {
  const Picture p = good(reciprocity_of({{"Ana", {of({{Function::COAC, 3}}), {}}},
                                         {"Bo", {of({{Function::INFO, 2}}), of({{Function::INFO, 2}})}},
                                         {"Cem", {}}}));
  EXPECT_THAT(p.lines, ElementsAre("Giving and receiving: 3 people.",
                                   "  Bo: I give 2 (information sharing), I receive 2 (information sharing); alike "
                                   "each way.",
                                   "  Ana: I give 0, I receive 3 (coaching); complementary now.",
                                   "  Cem: I give 0, I receive 0; nothing noted."));
  for (const Shape& s : p.shapes) {
    EXPECT_NE(s.style.fill, Role::overdue);
    EXPECT_NE(s.style.fill, Role::due);
  }
}

TEST(Reciprocity, OneScaleAndTheDotLeansToWhatIsMore) {
  const Picture p = good(reciprocity_of({{"Ana", {of({{Function::COAC, 3}}), of({{Function::INFO, 1}})}}}));
  std::vector<Box> bars;
  for (const Shape& s : p.shapes) {
    const Box* box = std::get_if<Box>(&s.form);
    if (box != nullptr && box->height == 14) bars.push_back(*box);
  }
  ASSERT_EQ(bars.size(), 2U);
  EXPECT_NEAR(bars[1].width / bars[0].width, 3.0, 1e-9);
  EXPECT_LT(bars[0].x + bars[0].width, 180);  // given on the left
  EXPECT_GT(bars[1].x, 180);
  EXPECT_GT(circles(p).front().first.at.x, 180);
}

TEST(Reciprocity, WrongInputIsRefused) {
  EXPECT_THAT(reciprocity_of({{"Ana", {of({{Function::COAC, 4}}), {}}}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(reciprocity_of({{"Ana", {{}, of({{Function::COAC, 4}})}}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(reciprocity_of({{"\xff", {}}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(reciprocity_of({}, {.width = 1}), Fails(Code::INVALID_ARGUMENT));
}

TypeSquareInput at(std::optional<double> strength, std::optional<double> range, std::optional<double> density) {
  return {good(network::type_of(5, strength, range, density)), {}, {}};
}
// The place of now: the largest circle.
std::optional<std::pair<Circle, Style>> now_of(const Picture& p) {
  for (const auto& c : circles(p)) {
    if (c.first.radius == 6.5) return c;
  }
  return std::nullopt;
}

TEST(TypeSquare, DiversityToTheRightAndStrengthUp) {
  const Picture weak = good(type_square_of(at(0.2, 0.1, 0.9)));
  const Picture strong = good(type_square_of(at(0.9, 0.9, 0.1)));
  ASSERT_TRUE(now_of(weak) && now_of(strong));
  EXPECT_LT(now_of(weak)->first.at.x, now_of(strong)->first.at.x);
  EXPECT_GT(now_of(weak)->first.at.y, now_of(strong)->first.at.y);
  EXPECT_THAT(weak.lines, Contains("Type of my network: receptive."));
  EXPECT_THAT(strong.lines, Contains("Type of my network: entrepreneurial."));
  EXPECT_THAT(all_words(strong), HasSubstr("our cut"));
  std::vector<std::string> bold;
  for (const Text& text : texts_of(strong)) {
    if (text.bold && text.size < 12) bold.push_back(text.words);
  }
  EXPECT_THAT(bold, ElementsAre("entrepreneurial"));
}

TEST(TypeSquare, ABoxAndNoDotWhileAnInputIsMissing) {
  const auto dashed = [](const Picture& p) {
    Box out;
    for (const Shape& s : p.shapes) {
      const Box* box = std::get_if<Box>(&s.form);
      if (box != nullptr && s.style.dash == Dash::dashed && box->width > 12 && out.width == 0) out = *box;
    }
    return out;
  };
  const Picture no_diversity = good(type_square_of(at(0.6, std::nullopt, 0.5)));
  EXPECT_FALSE(now_of(no_diversity));
  EXPECT_GT(dashed(no_diversity).width, 200);
  EXPECT_LT(dashed(no_diversity).height, 20);
  const Picture no_strength = good(type_square_of(at(std::nullopt, 0.5, 0.5)));
  EXPECT_GT(dashed(no_strength).height, 200);
  EXPECT_LT(dashed(no_strength).width, 20);
  const Picture nothing = good(type_square_of(at({}, {}, {})));
  EXPECT_GT(dashed(nothing).height, 200);
  EXPECT_THAT(nothing.lines, Contains("Now: strength not known, diversity not known."));
  EXPECT_EQ(dashed(good(type_square_of(at(0.6, 0.5, 0.5)))).width, 0);
}

TEST(TypeSquare, BetweenNamesBothAndTooFewLeavesTheDotHollow) {
  const Picture between = good(type_square_of(at(0.52, 0.9, 0.1)));
  EXPECT_THAT(between.lines, Contains("Type of my network: between opportunistic and entrepreneurial."));
  const Picture few = good(type_square_of({good(network::type_of(2, 0.9, 0.9, 0.1)), {}, {}}));
  ASSERT_TRUE(now_of(few));
  EXPECT_EQ(now_of(few)->second.fill, Role::background);
  EXPECT_EQ(now_of(between)->second.fill, Role::text);
}

TEST(TypeSquare, TheTrailLeadsToNow) {
  TypeSquareInput input = at(0.8, 0.8, 0.2);
  input.before = {{0.2, 0.2}, {std::nullopt, 0.3}, {0.5, 0.5}};
  const Picture p = good(type_square_of(input));
  std::size_t lines = 0;
  for (const Shape& s : p.shapes) {
    const Line* line = std::get_if<Line>(&s.form);
    if (line != nullptr && s.style.stroke == Role::neutral) ++lines;
  }
  EXPECT_EQ(lines, 2U);  // the half known one is passed over, and named
  EXPECT_THAT(p.lines, Contains("Reassessment 2: strength not known, diversity 0.30."));
}

TEST(TypeSquare, LabelsStandApart) {
  for (std::uint64_t seed = 1; seed < 40; ++seed) {
    MadeUp made(seed);
    const auto part = [&] { return static_cast<double>(made.below(101)) / 100; };
    TypeSquareInput input{good(network::type_of(static_cast<int>(made.below(9)), part(), part(), part())), {}, {}};
    for (std::size_t i = made.below(12); i > 0; --i) input.before.push_back({part(), part()});
    expect_labels_apart(good(type_square_of(input, {.width = seed % 2 == 0 ? 360.0 : 700.0})));
  }
}

TEST(TypeSquare, WrongInputIsRefused) {
  TypeSquareInput input;
  input.now.strength = 1.5;
  EXPECT_THAT(type_square_of(input), Fails(Code::INVALID_ARGUMENT));
  input = {};
  input.now.diversity = -0.1;
  EXPECT_THAT(type_square_of(input), Fails(Code::INVALID_ARGUMENT));
  input = {};
  input.before = {{0.5, 0.0 / 0.0}};
  EXPECT_THAT(type_square_of(input), Fails(Code::INVALID_ARGUMENT));
  input = {};
  input.cuts.strength = 2;
  EXPECT_THAT(type_square_of(input), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(type_square_of({}, {.width = 1}), Fails(Code::INVALID_ARGUMENT));
}

TEST(CompareCard, NeedsBothAccounts) {
  EXPECT_THAT(compare_card_of({"Ana", {}, of({{Function::COAC, 1}})}), Fails(Code::NOT_FOUND));
  EXPECT_THAT(compare_card_of({"Ana", of({{Function::COAC, 1}}), {}}), Fails(Code::NOT_FOUND));
}

TEST(CompareCard, TheThreeLargestGapsAreLabelled) {
  const Picture p = good(compare_card_of(
      {"Ana", of({{Function::COAC, 3}, {Function::SPON, 1}, {Function::ROLE, 2}, {Function::COUN, 1}}),
       of({{Function::COAC, 3}, {Function::SPON, 3}, {Function::EXPO, 3}, {Function::COUN, 2}})}));
  EXPECT_THAT(p.lines, ElementsAre("Two views, opened together: Ana and me.",
                                   "  sponsorship: I receive 1, Ana gives 3; apart by 2, one of the largest "
                                   "gaps.",
                                   "  exposure and visibility: I receive 0, Ana gives 3; apart by 3, one of the "
                                   "largest gaps.",
                                   "  coaching: I receive 3, Ana gives 3; alike.",
                                   "  role modeling: I receive 2, Ana gives 0; apart by 2, one of the largest "
                                   "gaps.",
                                   "  counseling: I receive 1, Ana gives 2; apart by 1."));
  std::size_t labels = 0;
  for (const Text& text : texts_of(p)) labels += text.words.starts_with("apart by") ? 1 : 0;
  EXPECT_EQ(labels, 3U);
}

TEST(CompareCard, WhereBothAgreeNothingIsAGap) {
  const auto same = of({{Function::COAC, 2}});
  const Picture p = good(compare_card_of({"Ana", same, same}));
  EXPECT_THAT(all_words(p), Not(HasSubstr("apart by")));
  EXPECT_THAT(good(compare_card_of({"Ana", network::Intensities{}, network::Intensities{}})).lines,
              Contains("Neither names a function."));
}

TEST(CompareCard, LabelsStandApart) {
  for (std::uint64_t seed = 1; seed < 60; ++seed) {
    MadeUp made(seed);
    const CompareCardInput input{made.name(), made.intensities(), made.intensities()};
    expect_labels_apart(good(compare_card_of(input, {.width = seed % 2 == 0 ? 360.0 : 800.0,
                                                     .initials_only = seed % 3 == 0,
                                                     .right_to_left = seed % 5 == 0})));
  }
}

TEST(CompareCard, WrongInputIsRefused) {
  const auto fine = of({{Function::COAC, 2}});
  const auto wrong = of({{Function::COAC, 4}});
  EXPECT_THAT(compare_card_of({"Ana", wrong, fine}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(compare_card_of({"Ana", fine, wrong}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(compare_card_of({"\xff", fine, fine}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(compare_card_of({"Ana", fine, fine}, {.width = 1}), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::picture

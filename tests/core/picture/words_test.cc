#include "kith/picture/words.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"

namespace kith::picture {
namespace {

using ::testing::ElementsAre;
using testing::Fails;
using Names = std::vector<std::string>;

Names shown(const Names& names, const Options& options = {}) {
  const auto out = shown_names(names, options);
  EXPECT_THAT(out, testing::IsOk());
  return out.ok() ? *out : Names{};
}

TEST(Words, AreShortenedAtACharacterOfTheReader) {
  EXPECT_EQ(shortened("Bartholomew", 12), "Bartholomew");
  EXPECT_EQ(shortened("Bartholomew Quist", 12), "Bartholomew…");
  EXPECT_EQ(shortened("e\u0301e\u0301e\u0301", 2), "e\u0301…");  // accents written apart
  EXPECT_EQ(shortened("👩‍👩‍👧👍🏽ab", 2), "👩‍👩‍👧…");
  EXPECT_EQ(shortened("", 3), "");
  EXPECT_EQ(shortened("abc", 0), "");
  EXPECT_EQ(characters_in(shortened("学习中文学习中文学习中文学习", 12)), 12U);
}

TEST(Words, FitWhereTheyAreSaidToFit) {
  for (double width = 0; width < 120; width += 3) {
    const std::string out = fitted("Bartholomew Quist", 10, width);
    EXPECT_LE(width_of(out, 10), width);
    EXPECT_NE(out, "…");
  }
  EXPECT_EQ(fitted("Ana", 10, 1000), "Ana");
  EXPECT_EQ(fitted("Ana", 10, 3), "");
}

TEST(Words, WideLettersAreWideAndMarksAreNot) {
  EXPECT_GT(width_of("中", 10), 10.0);
  EXPECT_GT(width_of("😀", 10), 13.0);
  EXPECT_EQ(width_of("e\u0301", 10), width_of("e", 10));
  EXPECT_GT(width_of("W", 10), width_of("i", 10));
  EXPECT_GT(width_of("Ana", 10, true), width_of("Ana", 10));
  EXPECT_EQ(columns_of("中a"), 3);
  EXPECT_EQ(to_columns("Ana", 5), "Ana  ");
  EXPECT_EQ(columns_of(to_columns("学习中文", 5)), 5);
}

// Measured in DejaVu Sans and in the Noto fonts.
TEST(Words, NoLetterIsWiderThanItIsTakenFor) {
  const std::pair<const char*, double> widest[] = {{"&", 0.78}, {"#", 0.84},  {"W", 0.99}, {"%", 0.95}, {"{", 0.64},
                                                   {"Œ", 1.07}, {"Ŵ", 0.99},  {"Ǆ", 1.42}, {"Щ", 1.09}, {"Ѹ", 1.22},
                                                   {"ص", 1.31}, {"ښ", 1.21}, {"ש", 0.86}, {"½", 0.97}, {"…", 1.0},
                                                   {"Ж", 1.08}, {"Њ", 1.04}, {"М", 0.91}, {"Ы", 0.88}, {"Ф", 0.86},
                                                   {"О", 0.79}, {"щ", 0.94}, {"ж", 0.9},  {"њ", 0.9},  {"ф", 0.85},
                                                   {"ы", 0.79}, {"м", 0.75}, {"औ", 1.02}, {"ख", 0.82}, {"क", 0.76}};
  for (const auto& [letter, width] : widest) EXPECT_GE(width_of(letter, 1), width) << letter;
  EXPECT_GE(width_of("का", 1), 0.76 + 0.26);  // the vowel stands beside its letter
}

TEST(Words, ANameInAnotherScriptIsNotTakenForMuchWiderThanItIs) {
  const std::pair<const char*, double> names[] = {{"Преображенская", 8.9}, {"Екатерина", 5.5}, {"रविशंकर", 3.08}};
  for (const auto& [name, width] : names) EXPECT_LE(width_of(name, 1), width * 1.6) << name;
}

TEST(Words, LinesAreBrokenWhereAReaderBreaksThem) {
  EXPECT_THAT(in_lines("Bartholomew", 12), ElementsAre("Bartholomew"));
  EXPECT_THAT(in_lines("Bartholomew Quist", 12), ElementsAre("Bartholomew", "Quist"));
  EXPECT_THAT(in_lines("Bartholomew Featherstonehaugh", 9), ElementsAre("Bartholo…", "Feathers…"));
  EXPECT_THAT(in_lines("Karl-Heinz von der Mühlen", 12), ElementsAre("Karl-Heinz", "von der Müh…"));
  EXPECT_THAT(in_lines("山田太郎左衛門之助", 6), ElementsAre("山田太郎", "左衛門之助"));
  EXPECT_THAT(in_lines("WWWWWWWWWWWWWWWW", 6), ElementsAre("WWWWW…"));
  // Each line is closed again.
  EXPECT_THAT(in_lines("\u2068عبد الرحمن بن محمد\u2069", 10),
              ElementsAre("\u2068عبد الرحمن\u2069", "\u2068بن محمد\u2069"));
}

TEST(Words, ABoxIsWhereItsAnchorSays) {
  const Text text{{100, 50}, "Ana", 10, Anchor::middle, false};
  const Box box = box_of(text);
  EXPECT_DOUBLE_EQ(box.x + box.width / 2, 100);
  EXPECT_LT(box.y, 50);
  EXPECT_GT(box.y + box.height, 50);
  EXPECT_DOUBLE_EQ(box_of({{100, 50}, "Ana", 10, Anchor::left, false}).x, 100);
  const Box right = box_of({{100, 50}, "Ana", 10, Anchor::right, false});
  EXPECT_DOUBLE_EQ(right.x + right.width, 100);
  EXPECT_TRUE(overlap(box, right));
  EXPECT_FALSE(overlap({0, 0, 10, 10, 0}, {10, 0, 10, 10, 0}));
}

TEST(Words, InitialsAreTheFirstAndTheLast) {
  EXPECT_EQ(initials_of("Jonas Berg"), "JB");
  EXPECT_EQ(initials_of("Ana"), "A");
  EXPECT_EQ(initials_of("Ana Maria de Silva"), "AS");
  EXPECT_EQ(initials_of("李 明"), "李明");
  EXPECT_EQ(initials_of("👩‍👩‍👧 Team"), "👩‍👩‍👧T");
}

TEST(Words, EqualInitialsAreNumbered) {
  EXPECT_THAT(shown({"Jonas Berg", "Ana", "Judit Bako"}, {.initials_only = true}), ElementsAre("JB1", "A", "JB2"));
}

TEST(Words, NamesStandOnOneLineAndTurnNobodyElse) {
  EXPECT_THAT(shown({" Ana\n\tBerg ", "", "  "}), ElementsAre("Ana Berg", "no name", "no name"));
  EXPECT_THAT(shown({"Ana\u202eBerg\u2066"}), ElementsAre("AnaBerg"));
  EXPECT_THAT(shown({"أمل"}), ElementsAre("\u2068أمل\u2069"));
  EXPECT_THAT(shown({"Ana"}, {.right_to_left = true}), ElementsAre("\u2068Ana\u2069"));
  // Shortened, it is closed again.
  EXPECT_EQ(shortened("\u2068عبد الرحمن بن محمد\u2069", 5), "\u2068عبد…\u2069");
}

TEST(Words, WhatIsNoTextIsRefused) {
  EXPECT_THAT(shown_names({"\xff"}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(shown_names({"a\x1b[31m"}, {}), Fails(Code::INVALID_ARGUMENT));
}

TEST(Options, AWidthThatIsNoneIsRefused) {
  EXPECT_THAT(check(Options{}), testing::IsOk());
  EXPECT_THAT(check(Options{.width = 359}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(check(Options{.width = 4001}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(check(Options{.width = 0.0 / 0.0}), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::picture

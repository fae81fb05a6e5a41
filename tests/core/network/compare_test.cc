#include "kith/network/compare.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"

namespace kith::network {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Fails;
using testing::IsOk;

Ledger ledger(std::initializer_list<std::pair<Function, std::uint8_t>> received,
              std::initializer_list<std::pair<Function, std::uint8_t>> given) {
  Ledger out;
  for (const auto& [f, n] : received) out.received[f] = n;
  for (const auto& [f, n] : given) out.given[f] = n;
  return out;
}

std::vector<std::string> rows_of(const Comparison& comparison) {
  std::vector<std::string> out;
  for (const ComparedRow& row : comparison.rows) {
    out.push_back(row.what + ": " + row.mine + "/" + row.theirs + " gap " + std::to_string(row.gap));
  }
  return out;
}

TEST(F15_Comparison, SeparationAgainstCultivationIsOnePhaseApart) {
  const auto found = compare(Phase::separation, Phase::cultivation);
  ASSERT_THAT(found, IsOk());
  EXPECT_EQ(found->gap, 1);
  EXPECT_EQ(found->words, "you are 1 phase apart");
  EXPECT_THAT(rows_of(*found), ElementsAre("phase: separation/cultivation gap 1"));
  for (const std::string_view question : found->questions) EXPECT_THAT(question, HasSubstr("?"));
  EXPECT_EQ(compare(Phase::initiation, Phase::redefinition)->words, "you are 3 phases apart");
  EXPECT_EQ(compare(Phase::initiation, Phase::initiation)->gap, 0);
}

TEST(F15_Comparison, WhatIReceiveStandsBesideWhatTheOtherGives) {
  const Ledger mine = ledger({{Function::COAC, 3}, {Function::ROLE, 1}}, {{Function::INFO, 2}});
  const Ledger theirs = ledger({{Function::INFO, 2}}, {{Function::COAC, 1}, {Function::SPON, 1}});
  const auto found = compare(mine, theirs);
  ASSERT_THAT(found, IsOk());
  EXPECT_THAT(rows_of(*found),
              ElementsAre("coaching, from them to me: 3/1 gap 2", "sponsorship, from them to me: 0/1 gap 1",
                          "role modeling, from them to me: 1/0 gap 1", "information sharing, from me to them: 2/2 gap 0"));
  EXPECT_EQ(found->gap, 2);
  EXPECT_EQ(found->words, "you see 3 functions differently, most of all coaching, from them to me");
}

TEST(F15_Comparison, IsTheSameGapFromBothSides) {
  for (int a = 0; a < 4; ++a) {
    for (int b = 0; b < 4; ++b) {
      const Usefulness mine{static_cast<std::uint8_t>(a)};
      const Usefulness theirs{static_cast<std::uint8_t>(b)};
      EXPECT_EQ(compare(mine, theirs)->gap, compare(theirs, mine)->gap);
      EXPECT_EQ(compare(mine, theirs)->gap, std::abs(a - b));
      Ledger one;
      Ledger other;
      one.received[Function::PFBK] = mine.of;
      other.given[Function::PFBK] = theirs.of;
      EXPECT_EQ(compare(one, other)->gap, compare(other, one)->gap);
      EXPECT_EQ(compare(one, other)->gap, std::abs(a - b));
    }
  }
}

TEST(F15_Comparison, AnAnswerHasOneTextAndComesBackFromIt) {
  const std::vector<Answer> answers = {
      Phase::initiation, Phase::redefinition, Usefulness{0}, Usefulness{3}, Ledger(),
      Passage{"We met at the fair.\nIt rained."}, ledger({{Function::COAC, 2}, {Function::FRIE, 3}}, {{Function::SPON, 1}})};
  for (const Answer& answer : answers) {
    const auto back = answer_from(question_of(answer), text_of(answer));
    ASSERT_THAT(back, IsOk()) << text_of(answer);
    EXPECT_EQ(*back, answer);
    EXPECT_TRUE(is_question(question_of(answer)));
  }
  EXPECT_EQ(text_of(answers.back()), "COAC:received:2 FRIE:received:3 SPON:given:1");
  EXPECT_EQ(text_of(Ledger()), "none");
}

TEST(F15_Comparison, TwoStoriesAreReadAndNotMeasured) {
  const auto found = compare(Passage{"It began with a talk."}, Passage{"You came late, and stayed."});
  ASSERT_THAT(found, IsOk());
  EXPECT_EQ(found->gap, 0);
  EXPECT_TRUE(found->rows.empty());
  EXPECT_EQ(found->words, "two accounts of the same story");
  for (const std::string_view question : found->questions) {
    EXPECT_THAT(std::string(question), HasSubstr("?"));
    EXPECT_EQ(question.find_first_of("0123456789"), std::string_view::npos);
  }
  EXPECT_THAT(compare(Passage{"It began."}, Usefulness{1}), Fails(Code::INVALID_ARGUMENT));
}

TEST(F15_Comparison, OtherWordsAreNoAnswer) {
  const std::pair<std::string_view, std::string_view> wrong[] = {
      {"phase", "friendship"}, {"phase", ""}, {"useful", "4"}, {"useful", "22"}, {"useful", ""}, {"mood", "1"},
      {"functions", ""}, {"functions", "COAC:received:9"}, {"functions", "COAC:received:0"},
      {"functions", "FRIE:received:1 COAC:received:2"}, {"functions", "COAC:received:1 COAC:received:2"},
      {"functions", "COAC:received:1 "}, {"functions", "SPON:given:1 COAC:received:2"}};
  for (const auto& [question, text] : wrong) {
    EXPECT_THAT(answer_from(question, text), Fails(Code::INVALID_ARGUMENT)) << question << " " << text;
  }
  const std::string wrong_passages[] = {"", " \n", std::string(kMaxPassageBytes + 1, 'a'), "a\tb", "a\rb",
                                        "a\x1b[2Jb", "a\xc2\x9bz", std::string("a\0b", 3), "\xff\xfe", "caf\xc3"};
  for (const std::string& text : wrong_passages) {
    EXPECT_THAT(answer_from("story", text), Fails(Code::INVALID_ARGUMENT)) << text;
  }
  EXPECT_THAT(answer_from("story", std::string(kMaxPassageBytes, 'a')), IsOk());
  EXPECT_FALSE(is_question("mood"));
  EXPECT_THAT(compare(Phase::initiation, Usefulness{1}), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::network

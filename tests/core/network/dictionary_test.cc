// The dictionary: every list is in the order of its enumeration, codes are unique and read back,
// and the numbers that programs use are those that the papers report.
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "kith/network/entities.h"
#include "kith/network/facts.h"
#include "kith/network/themes.h"
#include "kith/testing/matchers.h"

namespace kith::network {
namespace {

using testing::Fails;
using ::testing::HasSubstr;
using testing::IsOkAnd;
using ::testing::SizeIs;

template <typename E>
class Terms : public ::testing::Test {};
using Enumerations =
    ::testing::Types<PairRole, TieKind, Benefit, SupportKind, Outcome, SeparationKind, SeparationTiming, Origin,
                     Initiative, PeerType, Degree, CareerStage, CareerPoint, Rung, DeveloperSource, Polarity, LifeTask,
                     StructuralTie, Seniority, LifeEvent, Horizon, GoalKind, GoalStatus, CandidateState, Decision,
                     SocialSystem, Closeness, Frequency, Acquaintance, Feeling, Phase, CareFlag>;
TYPED_TEST_SUITE(Terms, Enumerations);

TYPED_TEST(Terms, EachRowStandsAtItsValueAndReadsBack) {
  std::set<std::string_view> codes;
  const auto rows = terms<TypeParam>();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(rows[i].value), i) << rows[i].code;
    EXPECT_FALSE(rows[i].term.empty()) << rows[i].code;
    EXPECT_TRUE(codes.insert(rows[i].code).second) << rows[i].code;
    EXPECT_THAT(from_code<TypeParam>(rows[i].code), IsOkAnd(rows[i].value));
    EXPECT_EQ(term(rows[i].value).code, rows[i].code);
  }
  EXPECT_THAT(from_code<TypeParam>("no such word"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(from_code<TypeParam>("no such word").error().message.text(), HasSubstr(std::string(rows.back().code)));
}

TEST(Dictionary, EveryEnumeratorHasARow) {
  EXPECT_THAT(terms<PairRole>(), SizeIs(5));
  EXPECT_THAT(terms<Outcome>(), SizeIs(4));
  EXPECT_THAT(terms<Origin>(), SizeIs(10));
  EXPECT_THAT(terms<CareerStage>(), SizeIs(4));
  EXPECT_THAT(terms<Rung>(), SizeIs(4));
  EXPECT_THAT(terms<DeveloperSource>(), SizeIs(13));
  EXPECT_THAT(terms<StructuralTie>(), SizeIs(8));
  EXPECT_THAT(terms<SocialSystem>(), SizeIs(8));
  EXPECT_THAT(terms<Closeness>(), SizeIs(4));
  EXPECT_THAT(terms<Frequency>(), SizeIs(7));
  EXPECT_THAT(terms<CareFlag>(), SizeIs(10));
  EXPECT_THAT(terms<LifeEvent>(), SizeIs(10));
  EXPECT_THAT(terms<Feeling>(), SizeIs(7));
}

TEST(Dictionary, ThePapersTermsAreExact) {
  EXPECT_EQ(term(PeerType::collegial_peer).term, "collegial peer");
  EXPECT_EQ(term(Rung::subsection_manager).term, "subsection manager");
  EXPECT_EQ(term(Outcome::ended_in_hostility).term, "ended with hostility and resentment");
  EXPECT_EQ(term(SeparationKind::psychological).term, "psychological (emotional)");
}

TEST(DictionaryFunctions, SixteenRowsFifteenCodes) {
  std::set<Function> codes;
  int mentoring = 0;
  int peer = 0;
  for (const FunctionRow& row : function_rows()) {
    codes.insert(row.function);
    (row.list == RelationshipList::mentoring ? mentoring : peer) += 1;
  }
  EXPECT_EQ(mentoring, 9);
  EXPECT_EQ(peer, 7);
  EXPECT_EQ(codes.size(), kFunctionCount);
}

// The enumeration follows the codes that lie in records.
TEST(DictionaryFunctions, CodesAreThoseOfRecords) {
  const char* codes[] = {"SPON", "EXPO", "COAC", "PROT", "CHAL", "ROLE", "ACCO", "COUN",
                         "FRIE", "INFO", "STRA", "JFBK", "CONF", "EMOT", "PFBK"};
  const Function functions[] = {Function::SPON, Function::EXPO, Function::COAC, Function::PROT, Function::CHAL,
                                Function::ROLE, Function::ACCO, Function::COUN, Function::FRIE, Function::INFO,
                                Function::STRA, Function::JFBK, Function::CONF, Function::EMOT, Function::PFBK};
  for (std::size_t i = 0; i < kFunctionCount; ++i) {
    EXPECT_EQ(code_of(functions[i]), codes[i]);
    EXPECT_THAT(function_from_code(codes[i]), IsOkAnd(functions[i]));
  }
  EXPECT_THAT(function_from_code("coac"), Fails(Code::INVALID_ARGUMENT));
}

TEST(DictionaryFunctions, FamiliesAndAttributes) {
  EXPECT_EQ(family_of(Function::CHAL), Family::career);
  EXPECT_EQ(family_of(Function::ROLE), Family::psychosocial);
  EXPECT_EQ(family_of(Function::JFBK), Family::career);
  EXPECT_EQ(family_of(Function::PFBK), Family::psychosocial);
  EXPECT_EQ(attribute_of(RelationshipList::mentoring), Attribute::complementarity);
  EXPECT_EQ(attribute_of(RelationshipList::peer), Attribute::mutuality);
}

model::PartialDate year(int y) { return {static_cast<std::int16_t>(y), 0, 0, -1}; }

TEST(LedgerOfMarks, TheLatestMarkCountsAndOfEquallyLateTheStrongest) {
  const DatedFunctionMark marks[] = {
      {Function::COAC, true, 3, year(2022)},  {Function::COAC, true, 1, year(2023)},
      {Function::COUN, true, 1, year(2023)},  {Function::COUN, true, 2, year(2023)},
      {Function::ROLE, true, 3, std::nullopt}, {Function::ROLE, true, 0, year(2020)},
      {Function::FRIE, false, 2, std::nullopt},
  };
  const auto ledger = ledger_of(marks);
  ASSERT_TRUE(ledger.ok());
  EXPECT_EQ(ledger->received[Function::COAC], 1);
  EXPECT_EQ(ledger->received[Function::COUN], 2);
  EXPECT_EQ(ledger->received[Function::ROLE], 0);
  EXPECT_EQ(ledger->given[Function::FRIE], 2);
  EXPECT_EQ(ledger->received[Function::FRIE], 0);
}

TEST(LedgerOfMarks, WhatIsNoMarkIsRefused) {
  const DatedFunctionMark strong[] = {{Function::COAC, true, 4, year(2022)}};
  EXPECT_THAT(ledger_of(strong), Fails(Code::INVALID_ARGUMENT));
  const DatedFunctionMark no_day[] = {{Function::COAC, true, 1, model::PartialDate{2022, 2, 30, -1}}};
  EXPECT_THAT(ledger_of(no_day), Fails(Code::INVALID_ARGUMENT));
  const DatedFunctionMark no_year[] = {{Function::COAC, true, 1, model::PartialDate{0, 2, 3, -1}}};
  EXPECT_THAT(ledger_of(no_year), Fails(Code::INVALID_ARGUMENT));
  Intensities too_strong;
  too_strong[Function::FRIE] = 4;
  EXPECT_THAT(check(too_strong), Fails(Code::INVALID_ARGUMENT));
}

TEST(TurningPoints, FourteenInFourPhasesAndOneOfEachInOwnWords) {
  int count[4] = {};
  std::set<std::string_view> codes;
  for (std::size_t i = 0; i < turning_points().size(); ++i) {
    const TurningPointRow& row = turning_points()[i];
    EXPECT_EQ(static_cast<std::size_t>(row.point), i);
    ++count[static_cast<std::size_t>(row.phase)];
    codes.insert(row.code);
    EXPECT_EQ(row.source() == Source::ours, is_other(row.point)) << row.code;
    EXPECT_EQ(row.code[0], "ICSR"[static_cast<std::size_t>(row.phase)]) << row.code;
    EXPECT_THAT(turning_point_from_code(row.code), IsOkAnd(row.point));
  }
  EXPECT_THAT(count, ::testing::ElementsAre(4, 4, 5, 5));
  EXPECT_EQ(codes.size(), kTurningPoints);
  EXPECT_THAT(turning_point_from_code("S5"), Fails(Code::INVALID_ARGUMENT));
}

TEST(Facts, CodesAreUniqueAndRangesAreRanges) {
  std::set<std::string_view> codes;
  for (const Fact& row : facts()) {
    EXPECT_TRUE(codes.insert(row.code).second) << row.code;
    EXPECT_LE(row.low, row.high) << row.code;
    EXPECT_EQ(&fact(row.code), &row);
  }
  EXPECT_THAT(disagreements(), SizeIs(8));
}

TEST(Facts, TheWindowsThatTheAssessorUsesAreThePapers) {
  for (const auto& [phase, code] : {std::pair(Phase::initiation, "k83.window.initiation"),
                                    std::pair(Phase::cultivation, "k83.window.cultivation"),
                                    std::pair(Phase::separation, "k83.window.separation")}) {
    EXPECT_EQ(definition_of(phase).window.least, fact(code).low);
    EXPECT_EQ(definition_of(phase).window.most, fact(code).high);
  }
  EXPECT_EQ(definition_of(Phase::redefinition).window.most, kOpenEnd);
}

TEST(Facts, OurSumsAreSums) {
  const Fact& i = fact("k83.window.initiation");
  const Fact& c = fact("k83.window.cultivation");
  const Fact& s = fact("k83.window.separation");
  EXPECT_EQ(fact("sum.two").low, i.low + c.low);
  EXPECT_EQ(fact("sum.two").high, i.high + c.high);
  EXPECT_EQ(fact("sum.three").low, i.low + c.low + s.low);
  EXPECT_EQ(fact("sum.three").high, i.high + c.high + s.high);
}

TEST(Themes, TwentyEightByStage) {
  std::size_t by_stage[4] = {};
  for (const auto& stage : terms<CareerStage>()) {
    for (const auto& type : terms<PeerType>()) {
      by_stage[static_cast<std::size_t>(stage.value)] += themes_of(stage.value, type.value).size();
    }
    EXPECT_FALSE(process_of(stage.value).empty());
  }
  EXPECT_THAT(by_stage, ::testing::ElementsAre(7U, 8U, 7U, 6U));
}

TEST(Themes, WhatATypeNeedsItMayHave) {
  for (const auto& type : terms<PeerType>()) {
    EXPECT_EQ(primary_functions(type.value) & allowed_functions(type.value), primary_functions(type.value));
  }
  // Figure and text disagree: strategizing is in the text only.
  EXPECT_FALSE(has(primary_functions(PeerType::special_peer), Function::STRA));
  EXPECT_TRUE(has(allowed_functions(PeerType::special_peer), Function::STRA));
  EXPECT_FALSE(has(allowed_functions(PeerType::information_peer), Function::PFBK));
  EXPECT_EQ(usual_degree(PeerType::collegial_peer), Degree::moderate);
}

TEST(Themes, AgeOnlySuggestsAndBothReadingsAreKept) {
  using enum CareerStage;
  EXPECT_EQ(stages_suggested_by(37).by_sample_band, std::vector{middle_career});
  EXPECT_EQ(stages_suggested_by(37).by_decade, advancement);
  EXPECT_EQ(stages_suggested_by(50).by_sample_band, std::vector{late_career});
  EXPECT_EQ(stages_suggested_by(50).by_decade, middle_career);
  EXPECT_EQ(stages_suggested_by(30).by_sample_band, (std::vector{establishment, advancement}));
  EXPECT_EQ(stages_suggested_by(57).by_decade, late_career);
  EXPECT_TRUE(stages_suggested_by(19).by_sample_band.empty());
  EXPECT_FALSE(stages_suggested_by(19).by_decade);
}

TEST(Steps, FiveEachWithQuestions) {
  for (std::size_t i = 0; i < kSteps; ++i) {
    EXPECT_EQ(static_cast<std::size_t>(steps()[i].step), i);
    EXPECT_GE(steps()[i].questions.size(), 3U) << steps()[i].name;
  }
  EXPECT_EQ(steps()[0].name, "Know Thyself");
}

}  // namespace
}  // namespace kith::network

// The eleven cases that the assessor has to get right, one test each, in their order. Case 11 is in
// review_test.cc: it is about a map of nobody.
#include <gmock/gmock.h>

#include "dates.h"
#include "kith/network/kind_hint.h"
#include "kith/network/kram_1983.h"
#include "kith/testing/matchers.h"

namespace kith::network {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using enum TurningPoint;

const MentorPair& row(int relationship) { return kram_1983()[static_cast<std::size_t>(relationship - 1)]; }

Assessment assess(const PhaseQuestion& question) {
  const auto out = assess_phase(question);
  EXPECT_THAT(out, testing::IsOk());
  return out.ok() ? *out : Assessment{};
}

// Everything that it says, as one text.
std::string all_words(const Assessment& a) {
  std::string out = a.questions[0] + " " + a.questions[1] + " " + a.timing.why;
  for (const std::string& line : a.reasons) out += " " + line;
  for (const std::string& line : a.would_change) out += " " + line;
  return out;
}

void expect_unknown(const Assessment& a) {
  EXPECT_FALSE(a.phase);
  EXPECT_FALSE(a.or_else);
  EXPECT_EQ(a.strength, Strength::none);
  EXPECT_THAT(a.evidence, IsEmpty());
  EXPECT_FALSE(a.questions[0].empty());
  EXPECT_FALSE(a.questions[1].empty());
  EXPECT_THAT(a.would_change, Not(IsEmpty()));
}

PhaseQuestion with(std::vector<TurningPointMark> marks, int now) {
  PhaseQuestion out;
  out.now = month(now);
  out.marks = std::move(marks);
  return out;
}

TEST(AssessorAcceptance, Case1RowElevenOfTheTableIsUnknown) {
  PhaseQuestion told = told_by(row(11), ym(2026, 1, 1));
  const Assessment a = assess(told);
  expect_unknown(a);
  EXPECT_THAT(a.reasons, Contains(HasSubstr("no start and no events")));
  EXPECT_THAT(a.offered_marks, IsEmpty());
  EXPECT_EQ(shape_like(shape_of(row(11))), ShapedLike::peer);
  EXPECT_THAT(kind_hint(shape_of(row(11)), {})->why, HasSubstr("by level"));

  told.was_once_above_me = true;
  const Assessment asked = assess(told);
  expect_unknown(asked);
  EXPECT_THAT(asked.offered_marks, ElementsAre(TP_RED_4));
  EXPECT_THAT(asked.questions[0], HasSubstr("When"));
  EXPECT_THAT(asked.questions[1], HasSubstr("what comes back"));
  // Even when the person takes the offer: never redefinition by this alone.
  told.marks = {{TP_RED_4, month(12), ""}};
  EXPECT_FALSE(assess(told).phase);
}

TEST(AssessorAcceptance, Case2RowTenRetiredAsksForTheDate) {
  PhaseQuestion told = told_by(row(10), month(40));
  const Assessment a = assess(told);
  expect_unknown(a);
  EXPECT_TRUE(a.notes.contains(PhaseNote::change_without_date));
  EXPECT_THAT(a.questions[0], HasSubstr("When"));
  // A start alone does not make it a cultivation: something certainly changed.
  told.start = month(0);
  EXPECT_FALSE(assess(told).phase);
  told.start.reset();

  ASSERT_EQ(told.changes.size(), 1U);
  EXPECT_EQ(told.changes[0].type, StructuralTie::retired);
  told.changes[0].when = month(30);
  const Assessment dated = assess(told);
  EXPECT_EQ(dated.phase, Phase::separation);
  EXPECT_EQ(dated.strength, Strength::weak);
}

TEST(AssessorAcceptance, Case3RowEighteenLeftAndItsLevelIsDerived) {
  EXPECT_FALSE(row(18).senior_level);
  EXPECT_EQ(row(18).senior_level_printed, "Left company");
  EXPECT_EQ(row(18).senior_level_derived, 4);
  PhaseQuestion told = told_by(row(18), month(40));
  expect_unknown(assess(told));
  EXPECT_FALSE(told.level_difference) << "what is derived was not told";
  ASSERT_EQ(told.changes.size(), 1U);
  EXPECT_EQ(told.changes[0].type, StructuralTie::left_company);
  told.changes[0].when = month(30);
  EXPECT_EQ(assess(told).phase, Phase::separation);
  EXPECT_EQ(assess(told).strength, Strength::weak);
}

TEST(AssessorAcceptance, Case4RowFifteenNoPhaseAndNoRemark) {
  const Assessment a = assess(told_by(row(15), month(0)));
  expect_unknown(a);
  EXPECT_THAT(a.offered_flags, IsEmpty());
  const std::string words = all_words(a);
  for (const char* word : {"sex", "male", "woman", "women", "man ", "role", "gender", "age "}) {
    EXPECT_THAT(words, Not(HasSubstr(word)));
  }
}

TEST(AssessorAcceptance, Case5AbandonedTooEarly) {
  PhaseQuestion q = with({{TP_CUL_1, month(0), ""}, {TP_SEP_3, month(10), ""}}, 34);
  q.feelings = {Feeling::anger};
  q.readiness.said = Readiness::Said::not_yet;
  const Assessment a = assess(q);
  EXPECT_EQ(a.phase, Phase::separation);
  EXPECT_EQ(a.strength, Strength::weak);
  EXPECT_EQ(a.months_in_phase, (MonthSpan{24, 24}));
  EXPECT_TRUE(a.notes.contains(PhaseNote::at_the_end_of_window));
  EXPECT_EQ(a.timing.clear(), SeparationTiming::premature);
  EXPECT_THAT(a.offered_flags, ElementsAre(CareFlag::abandoned_too_early));
}

TEST(AssessorAcceptance, Case6BlockedMoves) {
  const Assessment a = assess(with({{TP_CUL_1, {}, ""}, {TP_SEP_4, {}, "locked in here"}}, 34));
  EXPECT_EQ(a.phase, Phase::separation);
  EXPECT_EQ(a.strength, Strength::weak);
  EXPECT_THAT(a.offered_flags, ElementsAre(CareFlag::blocked_moves));
  EXPECT_TRUE(kCareFlagsArePrivate);
  EXPECT_THAT(all_words(a), Not(HasSubstr("locked in here"))) << "a private note is not repeated";
}

TEST(AssessorAcceptance, Case7FriendshipAfterSeparation) {
  PhaseQuestion q =
      with({{TP_CUL_1, {}, ""}, {TP_SEP_3, {}, ""}, {TP_RED_3, {}, ""}, {TP_RED_4, {}, ""}}, 34);
  q.support_each_other = true;
  const Assessment a = assess(q);
  EXPECT_EQ(a.phase, Phase::redefinition);
  EXPECT_EQ(a.strength, Strength::fair);
  EXPECT_EQ(a.outcome, Outcome::friendship);
  EXPECT_THAT(a.evidence, ElementsAre(TP_RED_3, TP_RED_4));
}

TEST(AssessorAcceptance, Case8Cultivation) {
  PhaseQuestion q =
      with({{TP_INI_2, month(3), ""}, {TP_CUL_1, month(10), ""}, {TP_CUL_3, month(20), ""}}, 30);
  q.start = month(0);
  const Assessment a = assess(q);
  EXPECT_EQ(a.phase, Phase::cultivation);
  EXPECT_EQ(a.strength, Strength::fair);
  EXPECT_THAT(a.evidence, ElementsAre(TP_CUL_1, TP_CUL_3));
  EXPECT_EQ(a.months_in_phase, (MonthSpan{20, 20}));
}

TEST(AssessorAcceptance, Case9LongInCultivationIsNotMoved) {
  PhaseQuestion q = with({{TP_CUL_1, month(8), ""}, {TP_CUL_3, month(10), ""}}, 100);
  q.start = month(0);
  const Assessment a = assess(q);
  EXPECT_EQ(a.phase, Phase::cultivation);
  EXPECT_EQ(a.strength, Strength::fair);
  EXPECT_EQ(a.months_in_phase, (MonthSpan{92, 92}));
  EXPECT_TRUE(a.notes.contains(PhaseNote::past_window));
}

TEST(AssessorAcceptance, Case10OnlyAStart) {
  const auto after = [](int months) {
    PhaseQuestion q = with({}, months);
    q.start = month(0);
    const Assessment a = assess(q);
    EXPECT_EQ(a.strength, Strength::time_only) << months;
    return std::pair(a.phase, a.or_else);
  };
  using Two = std::pair<std::optional<Phase>, std::optional<Phase>>;
  EXPECT_EQ(after(3), Two(Phase::initiation, std::nullopt));
  EXPECT_EQ(after(9), Two(Phase::initiation, Phase::cultivation));
  EXPECT_EQ(after(40), Two(Phase::cultivation, std::nullopt));
  EXPECT_EQ(after(80), Two(std::nullopt, std::nullopt));
  // The limits themselves.
  EXPECT_EQ(after(5), Two(Phase::initiation, std::nullopt));
  EXPECT_EQ(after(6), Two(Phase::initiation, Phase::cultivation));
  EXPECT_EQ(after(12), Two(Phase::initiation, Phase::cultivation));
  EXPECT_EQ(after(13), Two(Phase::cultivation, std::nullopt));
  EXPECT_EQ(after(72), Two(Phase::cultivation, std::nullopt));
  EXPECT_EQ(after(73), Two(std::nullopt, std::nullopt));
}

}  // namespace
}  // namespace kith::network

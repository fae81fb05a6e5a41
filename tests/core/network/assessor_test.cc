// The assessor beyond its acceptance cases: cycles, vague dates, what it refuses, and what holds for
// any input.
#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "dates.h"
#include "kith/network/phase_assessor.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::network {
namespace {

using testing::Fails;
using ::testing::IsEmpty;
using enum TurningPoint;

PhaseQuestion with(std::vector<TurningPointMark> marks, int now = 100) {
  PhaseQuestion out;
  out.now = month(now);
  out.marks = std::move(marks);
  return out;
}

Assessment assess(const PhaseQuestion& question) {
  const auto out = assess_phase(question);
  EXPECT_THAT(out, testing::IsOk());
  return out.ok() ? *out : Assessment{};
}

TEST(Assessor, ThreeDistinctMarksAreStrongAndOneTwiceIsOne) {
  EXPECT_EQ(assess(with({{TP_CUL_1, month(1), ""}, {TP_CUL_2, month(2), ""}, {TP_CUL_3, month(3), ""}})).strength,
            Strength::strong);
  EXPECT_EQ(assess(with({{TP_CUL_1, month(1), ""}, {TP_CUL_1, month(2), ""}})).strength, Strength::weak);
}

TEST(Assessor, CultivationAfterSeparationIsANewCycle) {
  const Assessment a =
      assess(with({{TP_CUL_1, month(1), ""}, {TP_SEP_3, month(20), ""}, {TP_CUL_2, month(30), ""}}));
  EXPECT_EQ(a.phase, Phase::cultivation);
  EXPECT_EQ(a.cycle, 2);
  EXPECT_EQ(a.strength, Strength::weak) << "marks of the first cycle do not count in the second";
}

TEST(Assessor, ASignOfRedefinitionStopsTheCycle) {
  const Assessment a = assess(with({{TP_CUL_1, month(1), ""},
                                    {TP_SEP_3, month(20), ""},
                                    {TP_RED_1, month(25), ""},
                                    {TP_CUL_2, month(30), ""}}));
  EXPECT_EQ(a.phase, Phase::separation);
  EXPECT_EQ(a.cycle, 1);
  EXPECT_TRUE(a.notes.contains(PhaseNote::return_after_redefinition));
  EXPECT_TRUE(a.notes.contains(PhaseNote::one_sign_of_redefinition));
}

TEST(Assessor, TheSameSignTwiceIsNoRedefinition) {
  const Assessment a =
      assess(with({{TP_SEP_3, month(20), ""}, {TP_RED_1, month(25), ""}, {TP_RED_1, month(30), ""}}));
  EXPECT_EQ(a.phase, Phase::separation);
  EXPECT_TRUE(a.notes.contains(PhaseNote::before_cultivation));
}

TEST(Assessor, SignsOfRedefinitionAloneAreNotEnough) {
  const Assessment a = assess(with({{TP_RED_1, month(25), ""}, {TP_RED_2, month(30), ""}}));
  EXPECT_FALSE(a.phase);
  EXPECT_TRUE(a.notes.contains(PhaseNote::redefinition_signs_too_soon));
}

TEST(Assessor, SeparationAfterRedefinitionIsOnlyNoted) {
  const Assessment a = assess(with({{TP_SEP_3, month(20), ""},
                                    {TP_RED_1, month(25), ""},
                                    {TP_RED_2, month(30), ""},
                                    {TP_SEP_1, month(40), ""}}));
  EXPECT_EQ(a.phase, Phase::redefinition);
  EXPECT_TRUE(a.notes.contains(PhaseNote::separation_after_redefinition));
  EXPECT_FALSE(a.outcome) << "nothing was said of it";
}

TEST(Assessor, TheEndIsDecisiveBecauseThePersonSaysIt) {
  PhaseQuestion q = with({{TP_CUL_1, month(1), ""}});
  q.ended = true;
  EXPECT_EQ(assess(q).phase, Phase::redefinition);
  EXPECT_EQ(assess(q).strength, Strength::stated);
  EXPECT_EQ(assess(q).outcome, Outcome::ended);
  q.hostile = true;
  EXPECT_EQ(assess(q).outcome, Outcome::ended_in_hostility);
}

// The paper's range for a separation is 6 to 24 months, and it tells of one of three years: a note, and nothing moves.
TEST(Assessor, ARedefinitionAfterALongSeparationCarriesItsNote) {
  const auto after = [](int months) {
    return assess(with({{TP_CUL_1, month(1), ""},
                        {TP_SEP_3, month(20), ""},
                        {TP_RED_1, month(20 + months - 1), ""},
                        {TP_RED_2, month(20 + months), ""}}));
  };
  EXPECT_FALSE(after(23).notes.contains(PhaseNote::separation_past_window));
  const Assessment late = after(36);
  EXPECT_EQ(late.phase, Phase::redefinition);
  EXPECT_TRUE(late.notes.contains(PhaseNote::separation_past_window));
  EXPECT_THAT(late.reasons, ::testing::Contains(::testing::HasSubstr("moves nothing")));
  Assessment separation = assess(with({{TP_SEP_3, month(20), ""}, {TP_RED_1, month(60), ""}}));
  EXPECT_FALSE(separation.notes.contains(PhaseNote::separation_past_window)) << "that one is not over";
}

TEST(Assessor, AnEndThatIsNotedMayBeTakenUpAgain) {
  PhaseQuestion question = with({{TP_CUL_1, month(1), ""}});
  question.ended = true;
  EXPECT_THAT(assess(question).would_change, ::testing::Contains(::testing::HasSubstr("take it up again")));
}

TEST(Assessor, SupportFromADistanceIsAnOutcome) {
  PhaseQuestion q = with({{TP_SEP_3, month(20), ""}, {TP_RED_1, month(25), ""}, {TP_RED_2, month(30), ""}});
  q.still_received = set_of({Function::SPON});
  EXPECT_EQ(assess(q).outcome, Outcome::support_from_a_distance);
  q.still_received = set_of({Function::SPON, Function::FRIE});
  EXPECT_EQ(assess(q).outcome, Outcome::friendship);
}

// An undated C beside a dated C and S belongs to the first cycle: nobody said that it came back.
TEST(Assessor, AMarkWithoutDateStartsNoCycle) {
  const Assessment a =
      assess(with({{TP_CUL_1, month(1), ""}, {TP_SEP_3, month(20), ""}, {TP_CUL_3, {}, ""}}));
  EXPECT_EQ(a.phase, Phase::separation);
  EXPECT_EQ(a.cycle, 1);
  EXPECT_TRUE(a.notes.contains(PhaseNote::undated_marks));
}

TEST(Assessor, DatesTooVagueForOneAnswerGiveNone) {
  // S3 in May 2005, C2 some time in 2005: before it, or a return after it.
  const Assessment a =
      assess(with({{TP_CUL_1, ym(2003), ""}, {TP_SEP_3, ym(2005, 5), ""}, {TP_CUL_2, ym(2005), ""}}, 120));
  EXPECT_FALSE(a.phase);
  EXPECT_EQ(a.strength, Strength::none);
  EXPECT_TRUE(a.notes.contains(PhaseNote::vague_order));
  // Vague dates that allow one answer only are no trouble.
  EXPECT_EQ(assess(with({{TP_CUL_1, ym(2003), ""}, {TP_SEP_3, ym(2005), ""}}, 120)).phase, Phase::separation);
}

TEST(Assessor, AVagueStartGivesAllPhasesThatItAllows) {
  PhaseQuestion q = with({});
  q.start = ym(2020, 1);
  q.now = ym(2020, 7, 10);  // 5 or 6 months
  EXPECT_EQ(assess(q).phase, Phase::initiation);
  EXPECT_EQ(assess(q).or_else, Phase::cultivation);
  q.now = ym(2026, 2, 10);  // 72 or 73: the second says nothing
  EXPECT_FALSE(assess(q).phase);
}

TEST(Assessor, InitiationRunsFromTheStart) {
  PhaseQuestion q = with({{TP_INI_2, month(5), ""}}, 8);
  q.start = month(0);
  const Assessment a = assess(q);
  EXPECT_EQ(a.phase, Phase::initiation);
  EXPECT_EQ(a.months_in_phase, (MonthSpan{8, 8}));
  EXPECT_THAT(a.notes, IsEmpty());
}

TEST(Assessor, AnEventBeforeTheStartIsNoted) {
  PhaseQuestion q = with({{TP_CUL_1, month(5), ""}});
  q.start = month(9);
  EXPECT_TRUE(assess(q).notes.contains(PhaseNote::mark_before_start));
  q.start = month(5);
  EXPECT_FALSE(assess(q).notes.contains(PhaseNote::mark_before_start));
}

TEST(Assessor, WhatLiesAfterNowIsRefused) {
  EXPECT_THAT(assess_phase(with({{TP_CUL_1, month(101), ""}})), Fails(Code::INVALID_ARGUMENT));
  PhaseQuestion q = with({});
  q.start = month(101);
  EXPECT_THAT(assess_phase(q), Fails(Code::INVALID_ARGUMENT));
  q.start.reset();
  q.changes = {{StructuralTie::retired, month(101)}};
  EXPECT_THAT(assess_phase(q), Fails(Code::INVALID_ARGUMENT));
  q.changes = {{StructuralTie::same_level, month(1)}};
  EXPECT_THAT(assess_phase(q), Fails(Code::INVALID_ARGUMENT)) << "no change of the tie";
  EXPECT_THAT(assess_phase(with({{TP_CUL_1, ym(2001, 2, 29), ""}})), Fails(Code::INVALID_ARGUMENT));
  q = with({});
  q.now = {};
  EXPECT_THAT(assess_phase(q), Fails(Code::INVALID_ARGUMENT));
}

TEST(Assessor, ReadyInTimeIsNotAbandoned) {
  PhaseQuestion q = with({{TP_CUL_1, month(1), ""}, {TP_SEP_3, month(20), ""}});
  q.feelings = {Feeling::anger};
  EXPECT_THAT(assess(q).offered_flags, ::testing::ElementsAre(CareFlag::abandoned_too_early))
      << "readiness not told";
  q.readiness = {Readiness::Said::since, month(18)};
  EXPECT_EQ(assess(q).timing.clear(), SeparationTiming::timely);
  EXPECT_THAT(assess(q).offered_flags, IsEmpty());
}

TEST(SeparationTimings, SixMonthsAreTimely) {
  const auto timing = [](int change, int ready) {
    return separation_timing(month(change), {Readiness::Said::since, month(ready)}, month(100))->clear();
  };
  using enum SeparationTiming;
  EXPECT_EQ(timing(20, 20), timely);
  EXPECT_EQ(timing(20, 26), timely);
  EXPECT_EQ(timing(20, 27), premature);
  EXPECT_EQ(timing(26, 20), timely);
  EXPECT_EQ(timing(27, 20), late);
}

TEST(SeparationTimings, WhatIsNotToldIsNotGuessed) {
  const auto now = month(100);
  EXPECT_THAT(separation_timing(month(20), {}, now)->possible, IsEmpty());
  EXPECT_THAT(separation_timing({}, {Readiness::Said::not_yet, {}}, now)->possible, IsEmpty());
  EXPECT_THAT(separation_timing(month(96), {Readiness::Said::not_yet, {}}, now)->possible, IsEmpty());
  EXPECT_THAT(separation_timing(month(20), {Readiness::Said::since, {}}, now)->possible, IsEmpty());
  EXPECT_EQ(separation_timing({}, {Readiness::Said::since, month(90)}, now)->clear(), SeparationTiming::late);
  EXPECT_THAT(separation_timing({}, {Readiness::Said::since, month(95)}, now)->possible, IsEmpty());
  EXPECT_THAT(separation_timing(month(101), {}, now), Fails(Code::INVALID_ARGUMENT));
  // A year alone allows two.
  EXPECT_EQ(separation_timing(ym(2003, 1, 1), {Readiness::Said::since, ym(2003)}, now)->possible.size(), 2U);
}

// For any marks: the order of the input does not count, there are two questions, the answer is one
// of the phases with evidence of that phase only, and a stated end always wins.
TEST(AssessorProperties, HoldForAnyMarks) {
  testing::SeededRandom random(5);
  std::mt19937_64 shuffle(7);
  for (int round = 0; round < 3000; ++round) {
    PhaseQuestion q;
    q.now = month(120);
    if (random.below(2) == 0) q.start = month(static_cast<int>(random.below(20)));
    for (std::uint64_t n = random.below(7); n > 0; --n) {
      const int m = static_cast<int>(random.below(120));
      MaybeDate when = month(m);
      const std::uint64_t exact = random.below(4);
      if (exact == 0) when.reset();
      if (exact == 1) when->day = 0;
      if (exact == 2) when->day = when->month = 0;
      q.marks.push_back({static_cast<TurningPoint>(random.below(kTurningPoints)), when, ""});
    }
    const Assessment a = assess(q);
    std::shuffle(q.marks.begin(), q.marks.end(), shuffle);
    const Assessment b = assess(q);
    ASSERT_EQ(a.phase, b.phase);
    ASSERT_EQ(a.cycle, b.cycle);
    ASSERT_EQ(a.strength, b.strength);
    ASSERT_EQ(a.notes, b.notes);
    ASSERT_FALSE(a.questions[0].empty() || a.questions[1].empty());
    ASSERT_FALSE(a.would_change.empty());
    for (const TurningPoint point : a.evidence) ASSERT_EQ(row_of(point).phase, a.phase);
    if (a.phase && a.strength != Strength::time_only) {
      ASSERT_FALSE(a.evidence.empty());
    }
    q.ended = true;
    ASSERT_EQ(assess(q).strength, Strength::stated);
  }
}

}  // namespace
}  // namespace kith::network

// Who I am in a relationship decides what is asked: no sentence of another role's.
#include <gmock/gmock.h>

#include <set>

#include "kith/network/care.h"
#include "kith/network/own_side.h"
#include "kith/network/phase_assessor.h"
#include "kith/testing/matchers.h"
#include "networks.h"

namespace kith::network {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using enum TurningPoint;

PhaseQuestion in_phase(Phase phase, TieKind kind) {
  PhaseQuestion out;
  out.kind = kind;
  out.now = ym(2026);
  out.start = ym(2020);
  if (phase >= Phase::initiation) out.marks.push_back({TP_INI_2, ym(2020), ""});
  if (phase >= Phase::cultivation) out.marks.push_back({TP_CUL_1, ym(2021), ""});
  if (phase >= Phase::separation) out.marks.push_back({TP_SEP_1, ym(2024), ""});
  if (phase >= Phase::redefinition) {
    out.marks.push_back({TP_RED_1, ym(2025), ""});
    out.marks.push_back({TP_RED_3, ym(2025, 6), ""});
  }
  return out;
}

std::set<std::string> everything_asked(TieKind kind) {
  std::set<std::string> out;
  for (const auto& phase : terms<Phase>()) {
    for (const bool told : {false, true}) {
      PhaseQuestion q = in_phase(phase.value, kind);
      if (told) q.readiness = {Readiness::Said::since, ym(2024, 2)};
      const Assessment a = *assess_phase(q);
      EXPECT_EQ(a.phase, phase.value);
      out.insert(a.questions.begin(), a.questions.end());
      out.insert(a.timing.why);
    }
    Relationship tie;
    tie.kind = kind;
    for (const std::string& prompt : own_prompts(tie, phase.value)) out.insert(prompt);
  }
  PhaseQuestion by_time;
  by_time.kind = kind;
  by_time.now = ym(2026);
  by_time.start = ym(2025, 8);
  const Assessment a = *assess_phase(by_time);
  out.insert(a.questions.begin(), a.questions.end());
  return out;
}

TEST(Sides, ASeniorGetsNoProtegesQuestion) {
  const auto asked = everything_asked(TieKind::protege);
  for (const char* junior : {"Do you still want guidance", "Were you ready", "go your own way", "you are not ready",
                             "you have not said whether you were ready", "Have your first hopes turned",
                             "who are you at work", "confidence, competence"}) {
    EXPECT_THAT(asked, Not(Contains(HasSubstr(junior)))) << junior;
  }
  for (const char* senior : {"let go", "your own career", "What do you gain", "develop next", "go on in the other's work"}) {
    EXPECT_THAT(asked, Contains(HasSubstr(senior))) << senior;
  }
}

TEST(Sides, AProtegeGetsNoSeniorsQuestion) {
  const auto asked = everything_asked(TieKind::mentor);
  for (const char* senior : {"let go", "your own career", "What do you gain", "develop next", "for the other"}) {
    EXPECT_THAT(asked, Not(Contains(HasSubstr(senior)))) << senior;
  }
  EXPECT_THAT(asked, Contains(HasSubstr("Do you still want guidance")));
}

// The readiness that counts is the junior's.
TEST(Sides, ASeniorsReadinessSetsNoTiming) {
  PhaseQuestion q = in_phase(Phase::separation, TieKind::protege);
  q.marks.push_back({TP_SEP_3, ym(2024, 2), ""});
  q.readiness.said = Readiness::Said::not_yet;
  const Assessment senior = *assess_phase(q);
  EXPECT_THAT(senior.timing.possible, IsEmpty());
  EXPECT_THAT(senior.timing.why, HasSubstr("the other's to say"));
  EXPECT_THAT(senior.offered_flags, Not(Contains(CareFlag::abandoned_too_early)));
  q.kind = TieKind::mentor;
  const Assessment junior = *assess_phase(q);
  EXPECT_THAT(junior.timing.possible, ElementsAre(SeparationTiming::premature));
  EXPECT_THAT(junior.offered_flags, Contains(CareFlag::abandoned_too_early));
}

TEST(Sides, PhasesAreOfMentorRelationshipsAndThePlaceIsOfPeers) {
  for (const auto& kind : terms<TieKind>()) {
    const bool mentoring = kind.value == TieKind::mentor || kind.value == TieKind::protege;
    EXPECT_EQ(has_phases(kind.value), mentoring) << kind.code;
    EXPECT_EQ(has_peer_place(kind.value), kind.value == TieKind::peer) << kind.code;
    const Assessment a = *assess_phase(in_phase(Phase::cultivation, kind.value));
    EXPECT_EQ(a.phase.has_value(), mentoring) << kind.code;
    EXPECT_EQ(a.notes.contains(PhaseNote::no_phases), !mentoring) << kind.code;
  }
  PhaseQuestion unknown = in_phase(Phase::cultivation, TieKind::mentor);
  unknown.kind.reset();
  EXPECT_FALSE(assess_phase(unknown)->phase) << "of a newer version";
  EXPECT_FALSE(has_peer_place(std::nullopt));
}

TEST(Sides, APeerOfTwentySevenYearsHasNoMentorsPhase) {
  PhaseQuestion q;
  q.kind = TieKind::peer;
  q.start = ym(1999);
  q.now = ym(2026);
  const Assessment a = *assess_phase(q);
  EXPECT_FALSE(a.phase);
  EXPECT_EQ(a.strength, Strength::none);
  EXPECT_THAT(a.reasons, ElementsAre(HasSubstr("phases are told of mentor relationships")));
}

TEST(Sides, WhatItBringsIsAskedOnlyWhereNothingIsNoted) {
  Relationship tie;
  tie.kind = TieKind::protege;
  EXPECT_THAT(own_prompts(tie, Phase::cultivation), Contains(HasSubstr("what does it bring to you: ")));
  tie.benefits = {Benefit::respect};
  EXPECT_THAT(own_prompts(tie, Phase::cultivation), Not(Contains(HasSubstr("what does it bring to you: "))));
  EXPECT_THAT(own_prompts(tie, Phase::cultivation), Not(Contains(HasSubstr("develop next"))));
  EXPECT_THAT(own_prompts(tie, Phase::redefinition), Contains(HasSubstr("develop next")));
  for (const TieKind kind : {TieKind::peer, TieKind::family_or_friend, TieKind::outside_contact}) {
    tie.kind = kind;
    EXPECT_THAT(own_prompts(tie, std::nullopt), IsEmpty());
  }
}

TEST(Sides, EachTaskSaysItsSourceAndThatTheQuestionIsOurs) {
  for (const TieKind kind : {TieKind::mentor, TieKind::protege}) {
    Relationship tie;
    tie.kind = kind;
    const auto prompts = own_prompts(tie, std::nullopt);
    for (std::size_t i = 0; i < own_tasks(my_side(kind)).size(); ++i) {
      EXPECT_THAT(prompts[i], ::testing::AllOf(HasSubstr("Kram 1983"), HasSubstr("our question")));
    }
  }
}

// One sentence and one question each, by the side; about what was noted, and never a verdict.
TEST(CareWords, EachOfTheTenHasASentenceAndAQuestionForBothSides) {
  for (const auto& flag : terms<CareFlag>()) {
    for (const Side side : {Side::junior, Side::senior, Side::equal, Side::neither}) {
      const CareWords words = care_words(flag.value, side);
      EXPECT_EQ(words.flag, flag.value);
      EXPECT_TRUE(words.says.starts_with("you noted")) << words.says;
      EXPECT_TRUE(words.question.ends_with("?")) << words.question;
      for (const char* verdict : {"should", "must", "always", "never", "fault", "wrong", "toxic", " bad"}) {
        EXPECT_THAT(std::string(words.says) + std::string(words.question), Not(HasSubstr(verdict)));
      }
    }
  }
  EXPECT_NE(care_words(CareFlag::senior_threatened, Side::senior).says,
            care_words(CareFlag::senior_threatened, Side::junior).says);
}

TEST(Structure, AReportingLineThatEndedTellsWhenTheStructureChangedAndOffersThePoint) {
  PhaseQuestion q = in_phase(Phase::separation, TieKind::mentor);
  q.readiness = {Readiness::Said::since, ym(2024, 2)};
  EXPECT_THAT(assess_phase(q)->timing.possible, ElementsAre(SeparationTiming::late));
  q.changes = {{StructuralTie::direct_report, ym(2024, 3)}};
  EXPECT_THAT(assess_phase(q)->timing.possible, ElementsAre(SeparationTiming::timely));
  PhaseQuestion cultivating = in_phase(Phase::cultivation, TieKind::mentor);
  cultivating.changes = q.changes;
  const Assessment a = *assess_phase(cultivating);
  EXPECT_EQ(a.phase, Phase::cultivation) << "it may have changed nothing between the two";
  EXPECT_THAT(a.offered_marks, ElementsAre(TP_SEP_3));
}

TEST(Structure, ARetirementIsCalledOne) {
  PhaseQuestion q = in_phase(Phase::cultivation, TieKind::mentor);
  q.changes = {{StructuralTie::retired, ym(2025)}};
  const Assessment a = *assess_phase(q);
  EXPECT_EQ(a.phase, Phase::separation);
  EXPECT_THAT(a.evidence_words, ElementsAre(HasSubstr("a retirement")));
  EXPECT_THAT(a.reasons, Not(Contains(HasSubstr("promotion"))));
  EXPECT_THAT(a.evidence_words[0], HasSubstr("our rule"));
}

TEST(Structure, AnotherEventIsToldInItsOwnWords) {
  PhaseQuestion q = in_phase(Phase::cultivation, TieKind::mentor);
  q.marks.push_back({TP_SEP_OTHER, ym(2025), "we fell silent after the merger"});
  const Assessment a = *assess_phase(q);
  EXPECT_EQ(a.phase, Phase::separation);
  EXPECT_THAT(a.evidence_words, ElementsAre("SX: we fell silent after the merger"));
}

// Two years are the low end of a phase that is over; this one is under way.
TEST(NotMoreThanThePapers, AShortPhaseUnderWayIsNotCalledShort) {
  for (const auto& phase : terms<Phase>()) {
    PhaseQuestion q = in_phase(phase.value, TieKind::mentor);
    q.now = ym(2025, 7);
    const Assessment a = *assess_phase(q);
    EXPECT_THAT(a.reasons, Not(Contains(HasSubstr("shorter"))));
  }
}

}  // namespace
}  // namespace kith::network

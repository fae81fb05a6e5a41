// The cases that the phase assessor has to get right, asked of an engine with what a person would
// have noted. Month 0 is January 2024. Cases 1 to 4 begin with rows of a table of 1983.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string month(int since_zero) {
  const int number = since_zero % 12 + 1;
  return std::to_string(2024 + since_zero / 12) + (number < 10 ? "-0" : "-") + std::to_string(number) + "-01";
}

struct D4_Assessor : OneNetwork {
  // Two people as a row of the table has them: ages and levels, and nothing else.
  void row(int my_age, int my_level, int age, int level) {
    must(engine::profile_edit(*amara, profile_request({{"birth_year", std::to_string(2024 - my_age)},
                                                       {"level", std::to_string(my_level)}})));
    add_tie(amara, "Lena Moreau", "mentor");
    FieldTexts told{{"birth_year", std::to_string(2024 - age)}};
    if (level > 0) told.emplace_back("level", std::to_string(level));
    must(engine::person_edit(*amara, describe_request("Lena", told)));
  }
  void turn(const std::string& point, const std::string& when = "", const std::string& note = "") {
    FieldTexts fields{{"person", "Lena"}, {"point", point}};
    if (!when.empty()) fields.emplace_back("when", when);
    if (!note.empty()) fields.emplace_back("note", note);
    add_fact(amara, "turn", fields);
  }
  void told(const FieldTexts& fields) { must(engine::relationship_set(*amara, tie_request("Lena", "", fields))); }
  void begun(int at) {
    api::RelationshipSetRequest tie = tie_request("Lena", "");
    tie.set_since(month(at));
    must(engine::relationship_set(*amara, tie));
  }
  void now(int at) { set_day(clock, 2024 + at / 12, static_cast<unsigned>(at % 12 + 1), 1); }
  api::PhaseReply assessed() { return must(engine::phase_assess(*amara, person_request("Lena"))); }
};

void expect_unknown(const api::PhaseReply& found) {
  EXPECT_EQ(found.phase() + found.or_else(), "");
  EXPECT_EQ(found.strength(), "none");
  EXPECT_THAT(list_of(found.evidence()), IsEmpty());
  EXPECT_EQ(found.questions_size(), 2);
  EXPECT_GT(found.would_change_size(), 0);
}

std::string all_words(const api::PhaseReply& found) {
  std::string out = found.timing_why() + found.outcome();
  for (const auto* lines : {&found.evidence(), &found.notes(), &found.reasons(), &found.would_change(),
                            &found.questions(), &found.offered_flags(), &found.offered_marks()}) {
    for (const std::string& line : *lines) out += "\n" + line;
  }
  return out;
}

TEST_F(D4_Assessor, Case1RowElevenIsUnknownAndNeverRedefinition) {
  row(32, 3, 41, 3);
  const api::PhaseReply first = assessed();
  expect_unknown(first);
  EXPECT_THAT(list_of(first.reasons()), Contains(HasSubstr("no start and no events")));
  EXPECT_THAT(first.hint(), HasSubstr("shaped like a peer by level"));
  EXPECT_THAT(list_of(first.offered_marks()), IsEmpty());

  told({{"was_above_me", "yes"}});
  const api::PhaseReply asked = assessed();
  expect_unknown(asked);
  EXPECT_THAT(list_of(asked.offered_marks()), ElementsAre(HasSubstr("R4")));
  EXPECT_THAT(list_of(asked.questions()), ElementsAre(HasSubstr("When"), HasSubstr("what comes back")));
  EXPECT_THAT(rows(engine::fact_list(*amara, facts_of("turn"))), IsEmpty()) << "an offer is no mark";
  turn("R4", "2020-05");
  EXPECT_EQ(assessed().phase(), "");
}

TEST_F(D4_Assessor, Case2RowTenAsksWhenItChanged) {
  row(35, 3, 65, 0);
  const std::string change = add_fact(amara, "structure", {{"person", "Lena"}, {"type", "retired"}});
  const api::PhaseReply undated = assessed();
  expect_unknown(undated);
  EXPECT_THAT(undated.questions(0), HasSubstr("When did the tie at work change"));
  EXPECT_THAT(list_of(undated.notes()), Contains(HasSubstr("when is not known")));
  must(engine::fact_edit(*amara, fact_edit_request("structure", change, {{"from", "2023-03"}})));
  EXPECT_EQ(assessed().phase() + ", " + assessed().strength(), "separation, weak");
}

TEST_F(D4_Assessor, Case3RowEighteenThatLeftTheCompany) {
  row(26, 2, 44, 0);
  EXPECT_THAT(assessed().hint(), HasSubstr("not known well enough")) << "a level that was not told is not derived";
  const std::string change = add_fact(amara, "structure", {{"person", "Lena"}, {"type", "left_company"}});
  expect_unknown(assessed());
  must(engine::fact_edit(*amara, fact_edit_request("structure", change, {{"from", "2023-03"}})));
  EXPECT_EQ(assessed().phase() + ", " + assessed().strength(), "separation, weak");
}

TEST_F(D4_Assessor, Case4RowFifteenWithoutARemark) {
  row(26, 3, 48, 4);
  const api::PhaseReply found = assessed();
  expect_unknown(found);
  EXPECT_THAT(list_of(found.offered_flags()), IsEmpty());
  for (const char* word : {"sex", "male", "woman", "women", "man ", "role", "gender", "age "}) {
    EXPECT_THAT(all_words(found), Not(HasSubstr(word)));
  }
}

TEST_F(D4_Assessor, Case5AbandonedTooEarly) {
  row(30, 2, 45, 3);
  now(34);
  turn("C1", month(0));
  turn("S3", month(10));
  told({{"feeling", "anger"}, {"ready", "not_yet"}});
  const api::PhaseReply found = assessed();
  EXPECT_EQ(found.phase() + ", " + found.strength(), "separation, weak");
  EXPECT_EQ(found.months(), "2 y");
  EXPECT_THAT(list_of(found.notes()), Contains("at the end of the range that was reported for this phase; that moves nothing"));
  EXPECT_THAT(list_of(found.timing()), ElementsAre("premature"));
  EXPECT_THAT(list_of(found.offered_flags()), ElementsAre(HasSubstr("abandoned too early")));
  EXPECT_THAT(rows(engine::fact_list(*amara, facts_of("flag"))), IsEmpty()) << "offered, not noted";
}

TEST_F(D4_Assessor, Case6BlockedMovesAndNobodyIsTold) {
  row(30, 2, 45, 3);
  turn("C1");
  turn("S4", "", "locked in here");
  const api::PhaseReply found = assessed();
  EXPECT_EQ(found.phase() + ", " + found.strength(), "separation, weak");
  EXPECT_THAT(list_of(found.offered_flags()), ElementsAre(HasSubstr("blocked")));
  EXPECT_THAT(all_words(found), Not(HasSubstr("locked in here"))) << "a private note is not repeated";
}

TEST_F(D4_Assessor, Case7FriendshipAfterSeparation) {
  row(30, 2, 45, 3);
  for (const char* point : {"C1", "S3", "R3", "R4"}) turn(point);
  told({{"support_each_other", "yes"}});
  const api::PhaseReply found = assessed();
  EXPECT_EQ(found.phase() + ", " + found.strength(), "redefinition, fair");
  EXPECT_THAT(found.outcome(), HasSubstr("friendship"));
  EXPECT_THAT(list_of(found.evidence()), ElementsAre(HasSubstr("R3"), HasSubstr("R4")));
  EXPECT_EQ(values_of(must(engine::relationship_show(*amara, person_request("Lena"))), "outcome"), Texts())
      << "nothing is edited";
}

TEST_F(D4_Assessor, Case8Cultivation) {
  row(30, 2, 45, 3);
  now(30);
  begun(0);
  turn("I2", month(3));
  turn("C1", month(10));
  turn("C3", month(20));
  const api::PhaseReply found = assessed();
  EXPECT_EQ(found.phase() + ", " + found.strength() + ", " + found.months(), "cultivation, fair, 1 y 8 mo");
  EXPECT_THAT(list_of(found.evidence()), ElementsAre(HasSubstr("C1"), HasSubstr("C3")));
}

TEST_F(D4_Assessor, Case9LongInCultivationIsNotMoved) {
  row(30, 2, 45, 3);
  now(100);
  begun(0);
  turn("C1", month(8));
  turn("C3", month(10));
  const api::PhaseReply found = assessed();
  EXPECT_EQ(found.phase() + ", " + found.strength() + ", " + found.months(), "cultivation, fair, 7 y 8 mo");
  EXPECT_THAT(list_of(found.notes()), Contains(HasSubstr("longer in this phase")));
}

TEST_F(D4_Assessor, Case10OnlyAStart) {
  row(30, 2, 45, 3);
  begun(0);
  const auto after = [&](int months) {
    now(months);
    const api::PhaseReply found = assessed();
    EXPECT_EQ(found.strength(), "time_only") << months;
    return found.phase() + "/" + found.or_else();
  };
  EXPECT_EQ(after(3), "initiation/");
  EXPECT_EQ(after(9), "initiation/cultivation");
  EXPECT_EQ(after(40), "cultivation/");
  EXPECT_EQ(after(80), "/");
}

TEST_F(D4_Assessor, Case11AnEmptyMapIsOfferedTheFirstStep) {
  const api::NetworkReply map = must(engine::network_show(*amara));
  EXPECT_EQ(map.people_size(), 0);
  EXPECT_EQ(map.next_step(), "Know Thyself");
  EXPECT_THAT(map.next_step_why(), AllOf(HasSubstr("empty"), Not(HasSubstr("should")), Not(HasSubstr("!"))));
  const api::ReviewList steps = must(engine::review_list(*amara));
  EXPECT_EQ(steps.suggested(), "know_thyself");
  EXPECT_EQ(steps.items_size(), 0);
}

TEST_F(D4_Assessor, APhaseThatThePersonDeclaredStandsBesideIt) {
  row(30, 2, 45, 3);
  add_fact(amara, "span", {{"person", "Lena"}, {"phase", "cultivation"}, {"from", "2022-03"}, {"to", "2023"}});
  const api::PhaseReply found = assessed();
  EXPECT_THAT(list_of(found.declared()), ElementsAre("cultivation from 2022-03 to 2023"));
  EXPECT_EQ(found.phase(), "") << "what is declared is no evidence";
}

TEST_F(D4_Assessor, SomebodyOfWhomNothingIsSaidHasNoPhase) {
  amara.add_person("Lena Moreau");
  EXPECT_THAT(engine::phase_assess(*amara, person_request("Lena")), Fails(Code::NOT_FOUND));
}

}  // namespace
}  // namespace kith::testing

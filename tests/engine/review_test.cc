// The five steps as reviews that can be left and gone on with, and the network reassessed.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

struct F13_Reviews : OneNetwork {
  // The software executive before: a boss, a vice president, three subordinates and a peer.
  void executive() {
    const auto add = [&](const char* name, const char* kind, const char* system, const char* source) {
      add_tie(amara, name, kind);
      must(engine::person_edit(*amara, describe_request(name, {{"system", system}, {"source", source}})));
    };
    add("Ruth Adeyemi", "mentor", "my_unit", "boss");
    add("Vera Holm", "mentor", "my_organization", "senior_executive");
    for (const char* name : {"Sami Koskinen", "Sol Reyes", "Sten Dahl"}) {
      add(name, "protege", "my_unit", "junior_colleague");
    }
    add("Paul Okoro", "peer", "my_organization", "peer");
  }
  void after() {
    add_tie(amara, "Farid Haddad", "peer");
    must(engine::person_edit(*amara, describe_request("Farid", {{"system", "family"}, {"source", "family_member"}})));
    add_tie(amara, "Sarah Lindt", "peer");
    must(engine::person_edit(*amara,
                             describe_request("Sarah", {{"system", "another_employer"}, {"source", "search_firm"}})));
  }
  static api::SnapshotRequest deciding(const FieldTexts& decisions, const std::string& when = "") {
    return reassess_request(when, decisions);
  }
  api::SnapshotComparison compare(const std::string& before, const std::string& after = "") {
    return compare_snapshots(amara, before, after);
  }
  api::ReviewReply answer(const std::string& step, std::uint32_t question, const std::string& text) {
    return must(engine::review_answer(*amara, review_request(step, question, text)));
  }
};

api::MeasureChange measure_of(const api::SnapshotComparison& of, const std::string& term) {
  for (const api::MeasureChange& row : of.measures()) {
    if (row.term() == term) return row;
  }
  ADD_FAILURE() << "there is no measure " << term;
  return {};
}

TEST_F(F13_Reviews, EachOfTheFiveStepsCanBeLeftAndGoneOnWith) {
  const std::pair<const char*, int> steps[] = {{"know_thyself", 8}, {"know_your_context", 5}, {"enlist_developers", 4},
                                               {"regularly_reassess", 3}, {"develop_others", 3}};
  for (const auto& [step, questions] : steps) {
    const api::ReviewReply fresh = must(engine::review_show(*amara, review_request(step)));
    EXPECT_EQ(fresh.questions_size(), questions) << step;
    EXPECT_EQ(fresh.next(), 1U) << step;
    EXPECT_EQ(fresh.id() + fresh.state(), "") << "looking begins nothing";
    const api::ReviewReply begun = answer(step, 1, std::string("first of ") + step);
    EXPECT_EQ(begun.state(), "open");
    EXPECT_EQ(begun.next(), 2U);
    answer(step, 3, "third");
  }
  amara.restart();
  for (const auto& [step, questions] : steps) {
    const api::ReviewReply open = must(engine::review_show(*amara, review_request(step)));
    EXPECT_EQ(open.questions(0).answer(), std::string("first of ") + step);
    EXPECT_EQ(open.questions(2).answer(), "third");
    EXPECT_EQ(open.next(), 2U) << "the first one that is left";
  }
  EXPECT_EQ(must(engine::review_list(*amara)).items_size(), 5);
}

TEST_F(F13_Reviews, AFinishedOneIsKeptAndTheNextBeginsEmpty) {
  const std::string first = answer("4", 1, "all of them").id();
  answer("Regularly Reassess", 2, "nobody");
  EXPECT_EQ(answer("regularly_reassess", 3, "somebody outside").next(), 0U);
  must(engine::review_finish(*amara, review_request("4")));
  clock.advance(1000);
  const api::ReviewReply next = must(engine::review_show(*amara, review_request("4")));
  EXPECT_EQ(next.id() + next.questions(0).answer(), "");
  EXPECT_NE(answer("4", 1, "half of them").id(), first);
  const api::ReviewList all = must(engine::review_list(*amara));
  ASSERT_EQ(all.items_size(), 2);
  EXPECT_EQ(all.items(0).state() + ": " + all.items(0).questions(1).answer(), "done: nobody");
  EXPECT_EQ(all.items(1).state() + ": " + all.items(1).questions(0).answer(), "open: half of them");
}

TEST_F(F13_Reviews, WhatCannotBeAnsweredIsRefused) {
  EXPECT_THAT(engine::review_answer(*amara, review_request("4", 4, "more")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::review_answer(*amara, review_request("4", 0, "more")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::review_answer(*amara, review_request("6", 1, "more")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::review_answer(*amara, review_request("4", 1, "")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::review_finish(*amara, review_request("4")), Fails(Code::NOT_FOUND));
  EXPECT_EQ(must(engine::review_list(*amara)).items_size(), 0);
  answer("4", 1, "all of them");
  EXPECT_EQ(answer("4", 1, "").questions(0).answer(), "") << "an answer can be taken back";
}

TEST_F(F13_Reviews, TheSoftwareExecutiveBeforeAndAfter) {
  executive();
  const std::string before = must(engine::reassess_save(*amara)).id();
  set_day(clock, 2024, 7, 1);
  after();
  must(engine::reassess_save(
      *amara, deciding({{"Sol", "ease"}, {"Farid", "add"}, {"Sarah", "add"}, {"Ruth", "keep"}, {"Vera", "deepen"}})));

  const api::SnapshotComparison change = compare(before);
  EXPECT_LE(measure_of(change, "range").before(), 2);
  EXPECT_EQ(measure_of(change, "range").after(), measure_of(change, "range").before() + 2);
  EXPECT_EQ(measure_of(change, "E-I index").before(), -1) << "nobody outside of the employer";
  EXPECT_GT(measure_of(change, "E-I index").after(), -1);
  EXPECT_FALSE(measure_of(change, "density").has_before()) << "who knows whom is not told";
  EXPECT_FALSE(measure_of(change, "density").has_after());
  EXPECT_THAT(list_of(change.new_systems()), UnorderedElementsAre("another employer", "family"));
  EXPECT_THAT(list_of(change.came()), UnorderedElementsAre("Farid Haddad", "Sarah Lindt"));
  EXPECT_THAT(list_of(must(engine::network_show(*amara)).types()), IsEmpty());
}

TEST_F(F13_Reviews, SomebodyEasedStaysListedAndIsNotGone) {
  executive();
  const std::string before = must(engine::reassess_save(*amara)).id();
  set_day(clock, 2024, 7, 1);
  const std::string decided = must(engine::reassess_save(*amara, deciding({{"Sol", "ease"}}))).id();
  const api::NetworkReply map = must(engine::network_show(*amara));
  EXPECT_EQ(map.people_size(), 5);
  ASSERT_EQ(map.valued_size(), 1);
  EXPECT_EQ(map.valued(0).name(), "Sol Reyes");
  EXPECT_THAT(list_of(compare(before, decided).valued()), ElementsAre("Sol Reyes"));
  const api::SnapshotComparison now = compare(before);
  EXPECT_THAT(list_of(now.valued()), ElementsAre("Sol Reyes")) << "against the map of today as well";
  EXPECT_THAT(list_of(now.gone()), IsEmpty());

  must(engine::reassess_save(*amara, deciding({{"Sol", "keep"}})));
  EXPECT_EQ(must(engine::network_show(*amara)).people_size(), 6) << "a decision can be taken back";
  EXPECT_THAT(list_of(compare(before).valued()), IsEmpty());
  EXPECT_THAT(list_of(compare(decided).valued()), IsEmpty()) << "nor against the day it was decided";
}

TEST_F(F13_Reviews, SomebodyEasedWithoutASnapshotIsNotGoneEither) {
  executive();
  must(engine::relationship_set(*amara, tie_request("Vera", "", {{"valued", "yes"}})));
  const std::string before = must(engine::reassess_save(*amara)).id();
  must(engine::relationship_set(*amara, tie_request("Sol", "", {{"valued", "yes"}})));
  set_day(clock, 2024, 7, 1);
  const std::string later = must(engine::reassess_save(*amara)).id();
  for (const std::string& after : {std::string(), later}) {
    EXPECT_THAT(list_of(compare(before, after).valued()), ElementsAre("Sol Reyes")) << "Vera was eased before already";
    EXPECT_THAT(list_of(compare(before, after).gone()), IsEmpty());
  }
}

TEST_F(F13_Reviews, ASnapshotKeepsTheNetworkAsItWas) {
  executive();
  const std::string before = must(engine::reassess_save(*amara, deciding({{"Ruth", "keep"}}))).id();
  must(engine::person_edit(*amara, describe_request("Ruth", {{"system", "community"}})));
  must(engine::person_remove(*amara, person_request("Paul")));
  const api::SnapshotList all = must(engine::reassess_list(*amara));
  ASSERT_EQ(all.items_size(), 1);
  EXPECT_EQ(all.items(0).when(), "2024-01-01");
  EXPECT_EQ(all.items(0).people(), 6U);
  EXPECT_EQ(all.items(0).decisions(0).person() + " " + all.items(0).decisions(0).decision(), "Ruth Adeyemi keep");
  const api::SnapshotComparison change = compare("2024-01-01");
  EXPECT_EQ(measure_of(change, "size").before(), 6);
  EXPECT_EQ(measure_of(change, "size").after(), 5);
  EXPECT_THAT(list_of(change.gone()), ElementsAre("(removed)"));
  EXPECT_THAT(list_of(change.new_systems()), ElementsAre("community"));
  must(engine::reassess_remove(*amara, id_request(before)));
  EXPECT_EQ(must(engine::reassess_list(*amara)).items_size(), 0);
}

TEST_F(F13_Reviews, WhatCannotBeDecidedIsRefusedAndChangesNothing) {
  const auto nobody = engine::reassess_save(*amara);
  EXPECT_THAT(nobody, Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(nobody.error().message.text(), HasSubstr("empty"));
  executive();
  EXPECT_THAT(engine::reassess_save(*amara, deciding({{"Sol", "discard"}})), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::reassess_save(*amara, deciding({{"Sol", "ease"}, {"Sol", "keep"}})),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::reassess_save(*amara, deciding({{"Sol", "ease"}, {"Nobody", "keep"}})), Fails(Code::NOT_FOUND));
  EXPECT_EQ(must(engine::reassess_list(*amara)).items_size(), 0);
  EXPECT_EQ(must(engine::network_show(*amara)).valued_size(), 0);
  api::SnapshotCompareRequest request;
  request.set_before("2019");
  EXPECT_THAT(engine::reassess_compare(*amara, request), Fails(Code::NOT_FOUND));
}

}  // namespace
}  // namespace kith::testing

// A reassessment of a day that is past, and one that decides that it has ended.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

struct Reassessing : OneNetwork {
  api::SnapshotSaved save(const std::string& when, const FieldTexts& decisions = {},
                          std::source_location where = std::source_location::current()) {
    return must(engine::reassess_save(*amara, reassess_request(when, decisions)), where);
  }
  api::SnapshotComparison compare(const std::string& before, const std::string& after = "") {
    return compare_snapshots(amara, before, after);
  }
  api::Relationship tie(const std::string& name) {
    return must(engine::relationship_show(*amara, person_request(name)));
  }
};

using Snapshots = Reassessing;

TEST_F(Snapshots, AsOfADayThatIsPastStoreWhatWasTrueThen) {
  add_tie(amara, "Lena Moreau", "mentor", {{"closeness", "very_close"}}, "2020-03");
  add_tie(amara, "Bo Lind", "peer", {}, "2022-05");
  add_tie(amara, "Cy Park", "peer", {}, "2023-08");
  add_tie(amara, "Di Roy", "peer");
  add_fact(amara, "mark", {{"person", "Lena"}, {"function", "COAC"}, {"direction", "received"}, {"intensity", "2"}, {"when", "2021"}});
  add_fact(amara, "mark", {{"person", "Lena"}, {"function", "SPON"}, {"direction", "received"}, {"intensity", "3"}});
  must(engine::relationship_set(*amara, tie_request("Bo", "", {{"outcome", "ended"}})));
  must(engine::log_add(*amara, log_request({"Bo"}, "2023-02-01")));
  const api::SnapshotSaved saved = save("2022-12");
  EXPECT_EQ(saved.when(), "2022-12");
  EXPECT_EQ(saved.people(), 2U);
  EXPECT_THAT(list_of(saved.left_out()),
              AllOf(Contains(HasSubstr("Di Roy")), Contains(HasSubstr("1 mark")), Contains(HasSubstr("How close")),
                    Contains(HasSubstr("eased or ended")), Not(Contains(HasSubstr("Cy Park")))));
  const api::SnapshotComparison change = compare("2022-12");
  EXPECT_THAT(list_of(change.came()), UnorderedElementsAre("Cy Park", "Di Roy"));
  EXPECT_THAT(list_of(change.ended()), ElementsAre("Bo Lind"));
  EXPECT_THAT(list_of(change.gone()), IsEmpty());
  EXPECT_EQ(change.support_growth(), 3.0) << "the mark without a date is of now";
}

TEST_F(Snapshots, AsOfTodayIsAsItStands) {
  add_tie(amara, "Lena Moreau", "mentor", {{"closeness", "very_close"}});
  for (const char* when : {"", "2024-01-01", "today", "2024-01"}) {
    const api::SnapshotSaved saved = save(when);
    EXPECT_EQ(saved.people(), 1U) << when;
    EXPECT_EQ(saved.when(), "2024-01-01") << "a month that is not over is today";
    EXPECT_THAT(list_of(saved.left_out()), IsEmpty()) << when;
  }
}

TEST_F(Snapshots, AsOfADayAheadOrOfWhichNothingIsKnownAreRefused) {
  add_tie(amara, "Lena Moreau", "mentor");
  EXPECT_THAT(said_of(engine::reassess_save(*amara, reassess_request("2024-01-02"))), HasSubstr("lies ahead"));
  EXPECT_THAT(engine::reassess_save(*amara, reassess_request("2025")), Fails(Code::INVALID_ARGUMENT));
  const auto undated = engine::reassess_save(*amara, reassess_request("2023-05"));
  EXPECT_THAT(undated, Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(said_of(undated), AllOf(HasSubstr("it cannot be said"), HasSubstr("not noted of Lena Moreau")));
  EXPECT_EQ(steps_after(undated), "SINCE_SET");
  api::RelationshipSetRequest since = tie_request("Lena", "");
  since.set_since("2023-06");
  must(engine::relationship_set(*amara, since));
  EXPECT_THAT(said_of(engine::reassess_save(*amara, reassess_request("2023-05"))), HasSubstr("began later"));
  EXPECT_EQ(must(engine::reassess_list(*amara)).items_size(), 0);
  EXPECT_EQ(save("2023-06").people(), 1U);
}

TEST_F(Snapshots, AnEndThatIsOnlyWrittenDownProvesNothingOfBefore) {
  add_tie(amara, "Lena Moreau", "mentor", {}, "2020");
  add_tie(amara, "Bo Lind", "peer", {{"outcome", "ended"}}, "2010");
  save("", {{"Bo", "end"}});
  const auto nobody = engine::reassess_save(*amara, reassess_request("2018"));
  EXPECT_THAT(said_of(nobody), HasSubstr("Of Bo Lind no date says when it ended"));
  EXPECT_EQ(steps_after(nobody), "") << "no beginning is missing";
  add_tie(amara, "Cy Park", "peer", {}, "2010");
  save("", {{"Cy", "end"}});
  EXPECT_EQ(save("2018").people(), 1U) << "that one went on until it was decided";
}

TEST_F(Snapshots, OfOneDayStandAsTheyWereMade) {
  std::vector<std::uint32_t> people;
  for (const char* name : {"Lena Moreau", "Bo Lind", "Cy Park", "Di Roy", "Ed Sen"}) {
    add_tie(amara, name, "peer");
    clock.advance(1000);
    save("");
  }
  for (const api::Snapshot& row : rows(engine::reassess_list(*amara))) people.push_back(row.people());
  EXPECT_THAT(people, ElementsAre(1U, 2U, 3U, 4U, 5U));
  EXPECT_THAT(list_of(compare("2024-01-01").came()), IsEmpty()) << "the last of that day";
}

TEST_F(Snapshots, AsOfThenDecisionsAreKeptAndChangeNothingToday) {
  add_tie(amara, "Lena Moreau", "mentor", {}, "2020");
  add_tie(amara, "Bo Lind", "peer", {}, "2020");
  add_tie(amara, "Cy Park", "peer", {}, "2023-08");
  EXPECT_THAT(said_of(engine::reassess_save(*amara, reassess_request("2022-12", {{"Cy", "keep"}}))), HasSubstr("not surely"));
  EXPECT_THAT(list_of(save("2022-12", {{"Bo", "end"}}).left_out()), Contains(HasSubstr("is not changed by it")));
  EXPECT_EQ(must(engine::network_show(*amara)).people_size(), 3);
  EXPECT_EQ(save("2023-02").people(), 1U) << "it had been decided by then";
  EXPECT_EQ(save("2022-11").people(), 2U);
  EXPECT_THAT(list_of(compare("2022-12").ended()), IsEmpty()) << "and stands on the map again";
}

struct Review : Reassessing {
  void SetUp() override {
    Reassessing::SetUp();
    for (const char* name : {"Lena Moreau", "Bo Lind", "Cy Park", "Di Roy"}) add_tie(amara, name, "peer");
  }
};

TEST_F(Review, CanDecideThatItHasEnded) {
  const std::string before = save("").id();
  must(engine::relationship_set(*amara, tie_request("Cy", "", {{"valued", "yes"}})));
  must(engine::relationship_set(*amara, tie_request("Di", "", {{"outcome", "ended_in_hostility"}})));
  set_day(clock, 2024, 7, 1);
  const std::string decided = save("", {{"Bo", "end"}, {"Cy", "end"}, {"Di", "end"}}).id();
  EXPECT_THAT(values_of(tie("Bo"), "outcome"), ElementsAre("ended"));
  EXPECT_THAT(values_of(tie("Cy"), "outcome"), ElementsAre("ended"));
  EXPECT_THAT(values_of(tie("Cy"), "valued"), IsEmpty());
  EXPECT_THAT(values_of(tie("Di"), "outcome"), ElementsAre("ended_in_hostility")) << "as it was said";
  const api::NetworkReply map = must(engine::network_show(*amara));
  EXPECT_EQ(map.people_size(), 1);
  EXPECT_EQ(map.valued_size(), 0);
  for (const std::string& after : {std::string(), decided}) {
    const api::SnapshotComparison change = compare(before, after);
    EXPECT_THAT(list_of(change.ended()), UnorderedElementsAre("Bo Lind", "Cy Park", "Di Roy"));
    EXPECT_THAT(list_of(change.valued()), IsEmpty());
    EXPECT_THAT(list_of(change.gone()), IsEmpty());
  }
  EXPECT_EQ(must(engine::reassess_list(*amara)).items(1).decisions(0).decision(), "end");
}

TEST_F(Review, NothingIsDueAnyMoreWithWhomItEnded) {
  must(engine::relationship_set(*amara, tie_request("Bo", "", {{"ideal_days", "28"}})));
  must(engine::log_add(*amara, log_request({"Bo"}, "2023-01-01")));
  EXPECT_EQ(must(engine::today_show(*amara)).items_size(), 1);
  save("", {{"Bo", "end"}});
  EXPECT_EQ(must(engine::today_show(*amara)).items_size(), 0);
}

TEST_F(Review, WhoWasEasedBeforeAndEndedSinceIsEnded) {
  const std::string first = save("", {{"Bo", "ease"}, {"Cy", "ease"}}).id();
  clock.advance(1000);
  set_day(clock, 2024, 3, 1);
  const std::string eased = save("").id();
  EXPECT_THAT(list_of(compare(first).valued()), UnorderedElementsAre("Bo Lind", "Cy Park"));
  set_day(clock, 2024, 7, 1);
  const std::string ended = save("", {{"Bo", "end"}}).id();
  for (const std::string& before : {first, eased}) {
    for (const std::string& after : {std::string(), ended}) {
      const api::SnapshotComparison change = compare(before, after);
      EXPECT_THAT(list_of(change.ended()), ElementsAre("Bo Lind")) << before << after;
      EXPECT_THAT(list_of(change.valued()), Not(Contains("Bo Lind")));
      EXPECT_THAT(list_of(change.gone()), IsEmpty());
    }
  }
  EXPECT_THAT(list_of(compare(ended).ended()), ElementsAre("Bo Lind")) << "on the day that it was decided";
  set_day(clock, 2024, 8, 1);
  const std::string later = save("").id();
  EXPECT_THAT(list_of(compare(later).ended()), IsEmpty()) << "it had ended before already";
  must(engine::relationship_set(*amara, tie_request("Bo", "", {{"outcome", "friendship"}})));
  EXPECT_THAT(list_of(compare(first).ended()), IsEmpty()) << "back on the map";
  EXPECT_THAT(list_of(compare(later).came()), ElementsAre("Bo Lind"));
}

TEST_F(Review, WhoHasDiedIsNeitherEndedNorAskedNowAndThen) {
  const std::string first = save("", {{"Bo", "ease"}}).id();
  for (const char* name : {"Bo", "Cy"}) {
    must(engine::person_edit(*amara, describe_request(name, {{"deceased", "yes"}})));
  }
  const api::SnapshotComparison change = compare(first);
  EXPECT_THAT(list_of(change.valued()), IsEmpty());
  EXPECT_THAT(list_of(change.ended()), IsEmpty());
  EXPECT_THAT(list_of(change.gone()), UnorderedElementsAre("Bo Lind", "Cy Park"));
  EXPECT_THAT(said_of(engine::reassess_save(*amara, reassess_request("", {{"Cy", "end"}}))), HasSubstr("nothing left to decide"));
}

TEST_F(Review, WhatHasEndedIsNotKeptOrEasedByADecision) {
  save("", {{"Bo", "end"}});
  for (const char* decision : {"keep", "deepen", "ease", "add"}) {
    EXPECT_THAT(said_of(engine::reassess_save(*amara, reassess_request("", {{"Bo", decision}}))), HasSubstr("it has ended with Bo Lind"))
        << decision;
  }
  save("", {{"Bo", "end"}});
  amara.add_person("Ed Sen");
  EXPECT_THAT(engine::reassess_save(*amara, reassess_request("", {{"Ed", "end"}})), Fails(Code::NOT_FOUND));
  EXPECT_EQ(must(engine::reassess_list(*amara)).items_size(), 2);
}

TEST_F(Review, ThenAndNowSaysWhoEnded) {
  save("");
  save("", {{"Bo", "end"}, {"Cy", "ease"}});
  api::PictureRequest request;
  request.set_picture("then-and-now");
  const api::Picture drawn = must(engine::picture_draw(*amara, request));
  EXPECT_THAT(list_of(drawn.lines()), AllOf(Contains("Ended: Bo Lind."), Contains(HasSubstr("now and then: Cy Park"))));
}

}  // namespace
}  // namespace kith::testing

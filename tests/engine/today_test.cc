// What is due today: contacts by their intervals, my own action items, meetings, the yearly look.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr unsigned kJan = 1;
constexpr unsigned kFeb = 2;
constexpr unsigned kMar = 3;

// "contact Lena Moreau amber 2024-02-18", in their order.
Texts due_of(Person& person) {
  Texts out;
  for (const api::DueItem& row : rows(engine::today_show(*person))) {
    std::string line = row.what();
    for (const std::string* part : {&row.person(), &row.state(), &row.due()}) line += part->empty() ? "" : " " + *part;
    out.push_back(line);
  }
  return out;
}

void talked(Person& person, const std::string& with, const std::string& when) {
  must(engine::log_add(*person, log_request({with}, when)));
}

struct F14_Cadence : OneNetwork {
  void day(unsigned month, unsigned of_month) { set_day(clock, 2024, month, of_month); }
  void every(const std::string& ideal, const std::string& most) {
    add_tie(amara, "Lena Moreau", "mentor", {{"ideal_days", ideal}, {"max_days", most}});
  }
};

TEST_F(F14_Cadence, ACallOnDayTwentyMovesDueToDayFortyEight) {
  every("28", "42");
  talked(amara, "Lena", "2024-01-01");
  day(kJan, 21);
  talked(amara, "Lena", "2024-01-21");
  EXPECT_THAT(due_of(amara), IsEmpty());
  day(kFeb, 10);  // day 40: more than a week before
  EXPECT_THAT(due_of(amara), IsEmpty());
  day(kFeb, 11);
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau soon 2024-02-18"));
  day(kFeb, 17);  // day 47
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau soon 2024-02-18"));
  day(kFeb, 18);  // day 48
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau amber 2024-02-18"));
  EXPECT_EQ(must(engine::today_show(*amara)).items(0).why(),
            "last contact 28 days ago; you want one every 28 days, at most 42 days");
  EXPECT_EQ(must(engine::today_show(*amara)).day(), "2024-02-18");
  day(kMar, 2);  // day 61
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau amber 2024-02-18"));
  day(kMar, 3);  // day 62
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau red 2024-02-18"));
  talked(amara, "Lena", "2024-03-03");
  EXPECT_THAT(due_of(amara), IsEmpty()) << "any contact resets it";
}

TEST_F(F14_Cadence, AFriendIsNotInArrears) {
  every("28", "42");
  talked(amara, "Lena", "2024-01-01");
  day(kMar, 3);
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau red 2024-01-29"));
  must(engine::relationship_set(*amara, tie_request("Lena", "", {{"outcome", "friendship"}})));
  const api::DueItem row = must(engine::today_show(*amara)).items(0);
  EXPECT_EQ(row.state(), "amber");
  EXPECT_THAT(row.why(), ::testing::HasSubstr("before it became a friendship"));
  EXPECT_EQ(row.why_sentence().english(), row.why());
  // Within it what would be said of anybody, and within that the days.
  EXPECT_EQ(row.why_sentence().values(0).values(1).english(), "28 days");
  EXPECT_EQ(steps_in(row.next()), "RELATIONSHIP_SET Lena Moreau ideal_days");
}

TEST_F(F14_Cadence, WithoutAnIntervalNothingIsDue) {
  add_tie(amara, "Lena Moreau", "mentor");
  talked(amara, "Lena", "2023-01-01");
  EXPECT_THAT(due_of(amara), IsEmpty());
  EXPECT_THAT(engine::relationship_set(*amara, tie_request("Lena", "", {{"ideal_days", "9"}, {"max_days", "8"}})),
              Fails(Code::INVALID_ARGUMENT));
  must(engine::relationship_set(*amara, tie_request("Lena", "", {{"ideal_days", "9"}})));
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau red 2023-01-10"));
}

TEST_F(F14_Cadence, SomebodyWithoutAContactIsSaidToHaveNone) {
  every("28", "42");
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau no_contact_yet"));
}

TEST_F(F14_Cadence, NothingIsDueInAPauseAndItsDaysDoNotCount) {
  every("28", "42");
  talked(amara, "Lena", "2024-01-01");
  add_fact(amara, "pause", {{"person", "Lena"}, {"from", "2024-01-11"}, {"until", "2024-02-10"}});
  day(kFeb, 9);
  EXPECT_THAT(due_of(amara), IsEmpty());
  day(kFeb, 27);  // 10 days before the pause and 17 after it
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau soon 2024-02-28"));
  day(kFeb, 28);
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau amber 2024-02-28"));
  add_fact(amara, "pause", {{"person", "Lena"}, {"from", "2024-02-28"}});
  EXPECT_THAT(due_of(amara), IsEmpty()) << "a pause without an end";
}

TEST_F(F14_Cadence, ATagHasAnIntervalAndAPersonsOwnGoesBeforeIt) {
  add_tie(amara, "Lena Moreau", "mentor");
  add_tie(amara, "Bo Lindqvist", "peer", {{"ideal_days", "300"}});
  amara.add_person("Tomo Abe");
  for (const char* name : {"Lena", "Bo", "Tomo"}) {
    must(engine::person_edit(*amara, describe_request(name, {{"tag", "mentors"}})));
    talked(amara, name, "2023-12-01");
  }
  EXPECT_THAT(due_of(amara), IsEmpty());
  const std::string tag = add_fact(amara, "cadence", {{"tag", "mentors"}, {"ideal_days", "20"}, {"max_days", "60"}});
  EXPECT_THAT(due_of(amara),
              ElementsAre("contact Lena Moreau amber 2023-12-21", "contact Tomo Abe amber 2023-12-21"));
  add_fact(amara, "cadence", {{"tag", "others"}, {"ideal_days", "1"}, {"max_days", "1"}});
  EXPECT_EQ(due_of(amara).size(), 2U) << "a tag that nobody has";
  must(engine::fact_remove(*amara, fact_id("cadence", tag)));
  EXPECT_THAT(due_of(amara), IsEmpty());
}

TEST_F(OneNetwork, TodayHasTheNextMeetingThatWasAgreed) {
  amara.add_person("Lena Moreau");
  api::LogAddRequest talk = log_request({"Lena"}, "2023-12-20");
  put_fields({{"next_date", "2024-01-08"}}, talk.mutable_fields());
  must(engine::log_add(*amara, talk));
  EXPECT_THAT(due_of(amara), ElementsAre("meeting Lena Moreau soon 2024-01-08"));
  set_day(clock, 2024, kJan, 8);
  EXPECT_THAT(due_of(amara), ElementsAre("meeting Lena Moreau today 2024-01-08"));
  set_day(clock, 2024, kJan, 9);
  EXPECT_THAT(due_of(amara), IsEmpty());
}

TEST_F(OneNetwork, TodayAsksForALookAYearAfterTheLastOne) {
  add_tie(amara, "Lena Moreau", "mentor");
  EXPECT_THAT(due_of(amara), IsEmpty());
  must(engine::reassess_save(*amara));
  set_day(clock, 2024, 12, 30);
  EXPECT_THAT(due_of(amara), IsEmpty());
  set_day(clock, 2024, 12, 31);
  EXPECT_THAT(due_of(amara), ElementsAre("review amber 2024-12-31"));
  must(engine::reassess_save(*amara));
  EXPECT_THAT(due_of(amara), IsEmpty());
}

TEST_F(OneNetwork, ALookAtAPastDayIsNoneAtTheNetworkOfNow) {
  add_tie(amara, "Lena Moreau", "mentor", {}, "2019-03");
  must(engine::reassess_save(*amara, reassess_request("2020")));
  EXPECT_THAT(due_of(amara), IsEmpty()) << "it is asked for a year after a look at what is now";
  must(engine::reassess_save(*amara));
  set_day(clock, 2024, 12, 31);
  must(engine::reassess_save(*amara, reassess_request("2024-06")));
  EXPECT_THAT(due_of(amara), ElementsAre("review amber 2024-12-31"));
}

struct TodayOfAPair : Paired {
  TodayOfAPair() { set_day(clock, 2024, 1, 1); }
};

TEST_F(TodayOfAPair, HasMyActionItemsOnlyTheMostUrgentFirst) {
  must(engine::action_add(*amara, action_request("send the outline", "Jonas", "me", "2024-01-05")));
  must(engine::action_add(*amara, action_request("read the outline", "Jonas", "Jonas", "2024-01-01")));
  must(engine::action_add(*amara, action_request("book a room", "Jonas", "me", "2023-12-30")));
  must(engine::action_add(*amara, action_request("think it over", "Jonas")));
  must(engine::action_add(*amara, action_request("plan the summer", "Jonas", "me", "2024-06")));
  settle();
  EXPECT_THAT(due_of(amara), ElementsAre("action Jonas Berg overdue 2023-12-30", "action Jonas Berg soon 2024-01-05",
                                         "action Jonas Berg open"));
  EXPECT_THAT(due_of(jonas), ElementsAre("action Amara Osei today 2024-01-01"));
  const api::DueItem late = must(engine::today_show(*amara)).items(0);
  EXPECT_EQ(late.text(), "book a room");
  must(engine::action_done(*amara, id_request(late.id())));
  EXPECT_THAT(due_of(amara), ElementsAre("action Jonas Berg soon 2024-01-05", "action Jonas Berg open"));
}

TEST_F(TodayOfAPair, HasTheNextDateOfTheAgreementOnBothSides) {
  must(engine::agreement_set(*amara, agreement_request("Jonas", {{"next_date", "2024-01-03"}})));
  settle();
  EXPECT_THAT(due_of(amara), ElementsAre("meeting Jonas Berg soon 2024-01-03"));
  EXPECT_THAT(due_of(jonas), ElementsAre("meeting Amara Osei soon 2024-01-03"));
}

TEST_F(TodayOfAPair, NoMeetingIsAskedForWithWhoeverDiedOrAfterHostility) {
  must(engine::agreement_set(*amara, agreement_request("Jonas", {{"next_date", "2024-01-03"}})));
  must(engine::relationship_set(*amara, tie_request("Jonas", "mentor", {{"outcome", "ended_in_hostility"}})));
  EXPECT_THAT(due_of(amara), IsEmpty());
  must(engine::relationship_set(*amara, tie_request("Jonas", "mentor", {{"outcome", "friendship"}})));
  EXPECT_THAT(due_of(amara), ElementsAre("meeting Jonas Berg soon 2024-01-03"));
  must(engine::person_edit(*amara, describe_request("Jonas", {{"deceased", "yes"}})));
  EXPECT_THAT(due_of(amara), IsEmpty());
}

TEST_F(TodayOfAPair, NothingOfAPairThatHasEndedIsDue) {
  must(engine::agreement_set(*amara, agreement_request("Jonas", {{"next_date", "2024-01-03"}})));
  must(engine::action_add(*amara, action_request("send the outline", "Jonas", "me", "2024-01-05")));
  settle();
  EXPECT_EQ(due_of(amara).size(), 2U);
  must(engine::pair_end(*jonas, end_request("Amara")));
  settle();
  EXPECT_THAT(due_of(amara), IsEmpty());
  EXPECT_THAT(texts(engine::action_list(*amara)), ElementsAre("send the outline")) << "it is kept all the same";
}

struct Birthdays : OneNetwork {
  void SetUp() override {
    OneNetwork::SetUp();
    amara.add_person("Lena Moreau");
    amara.add_person("Bo Lind");
  }
  void born(const std::string& who, const std::string& when) {
    api::PersonEditRequest edit;
    edit.set_person(who);
    edit.set_birthday(when);
    must(engine::person_edit(*amara, edit));
  }
  void day(int year, unsigned month, unsigned of_month) { set_day(clock, year, month, of_month); }
};

TEST_F(Birthdays, AreSaidWithTheDaysAround) {
  born("Lena", "1980-04-12");
  born("Bo", "--04-15");
  day(2024, 4, 4);
  EXPECT_THAT(due_of(amara), IsEmpty());
  day(2024, 4, 5);
  EXPECT_THAT(due_of(amara), ElementsAre("birthday Lena Moreau soon 2024-04-12"));
  EXPECT_EQ(must(engine::today_show(*amara)).items(0).why(), "in 7 days; 44 years");
  day(2024, 4, 12);
  EXPECT_THAT(due_of(amara), ElementsAre("birthday Lena Moreau today 2024-04-12", "birthday Bo Lind soon 2024-04-15"));
  day(2024, 4, 14);
  EXPECT_THAT(due_of(amara), ElementsAre("birthday Bo Lind soon 2024-04-15", "birthday Lena Moreau past 2024-04-12"));
  day(2024, 4, 18);
  EXPECT_THAT(due_of(amara), IsEmpty());
}

TEST_F(Birthdays, OverTheEndOfAYearAndOnTheDayThatMostYearsDoNotHave) {
  born("Lena", "1980-01-02");
  born("Bo", "2000-02-29");
  day(2023, 12, 30);
  EXPECT_THAT(due_of(amara), ElementsAre("birthday Lena Moreau soon 2024-01-02"));
  day(2024, 2, 29);
  EXPECT_THAT(due_of(amara), ElementsAre("birthday Bo Lind today 2024-02-29"));
  day(2025, 2, 28);
  EXPECT_THAT(due_of(amara), ElementsAre("birthday Bo Lind today 2025-02-28"));
}

TEST_F(Birthdays, WithoutAYearAreTypedAsCardsHaveThem) {
  born("Bo", "--0412");
  EXPECT_EQ(must(engine::person_show(*amara, person_request("Bo"))).birthday(), "--04-12");
  for (const char* none : {"--04", "--13-01", "--02-30", "--04-12T10:00", "--"}) {
    api::PersonEditRequest edit;
    edit.set_person("Bo");
    edit.set_birthday(none);
    EXPECT_THAT(engine::person_edit(*amara, edit), Fails(Code::INVALID_ARGUMENT)) << none;
  }
}

TEST_F(F14_Cadence, NobodyIsDueWhoHasDiedOrWithWhomItEndedInHostility) {
  every("28", "42");
  talked(amara, "Lena", "2024-01-01");
  day(kMar, 10);
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau red 2024-01-29"));
  must(engine::relationship_set(*amara, tie_request("Lena", "mentor", {{"outcome", "ended_in_hostility"}})));
  EXPECT_THAT(due_of(amara), IsEmpty());
  must(engine::relationship_set(*amara, tie_request("Lena", "mentor", {{"outcome", "friendship"}})));
  EXPECT_THAT(due_of(amara), ElementsAre("contact Lena Moreau amber 2024-01-29"));
  api::PersonEditRequest edit;
  edit.set_person("Lena");
  edit.set_birthday("1980-03-11");
  api::FactField* field = edit.add_fields();
  field->set_name("deceased");
  field->add_values("yes");
  must(engine::person_edit(*amara, edit));
  EXPECT_THAT(due_of(amara), IsEmpty());
}

}  // namespace
}  // namespace kith::testing

// What may be forgotten: an offer before the next talk, the round of a circle, a look after an event.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// The rows of one kind, as "Lena Moreau soon 2024-01-08 how we ship".
Texts rows_about(Person& person, const std::string& what) {
  Texts out;
  for (const api::DueItem& row : rows(engine::today_show(*person))) {
    if (row.what() != what) continue;
    std::string line;
    for (const std::string* part : {&row.person(), &row.state(), &row.due(), &row.text()}) {
      if (!part->empty()) line += (line.empty() ? "" : " ") + *part;
    }
    out.push_back(line);
  }
  return out;
}

std::string why_of(Person& person, const std::string& what) {
  for (const api::DueItem& row : rows(engine::today_show(*person))) {
    if (row.what() == what) return row.why();
  }
  return "there is no " + what;
}

struct Today : OneNetwork {
  void day(int year, unsigned month, unsigned of_month) { set_day(clock, year, month, of_month); }
  void talk(const FieldTexts& fields, const std::string& when, const Texts& with = {}) {
    api::LogAddRequest request;
    for (const std::string& name : with) request.add_with(name);
    request.set_when(when);
    put_fields(fields, request.mutable_fields());
    must(engine::log_add(*amara, request));
  }
  void offer(const std::string& person, const std::string& what) {
    add_fact(amara, "offer", {{"person", person}, {"what", what}});
  }
  void ended(const std::string& name, const std::string& outcome = "ended") {
    must(engine::relationship_set(*amara, tie_request(name, "", {{"outcome", outcome}})));
  }
  void died(const std::string& name) {
    must(engine::person_edit(*amara, describe_request(name, {{"deceased", "yes"}})));
  }
};

TEST_F(Today, AnOfferStandsWithItsPersonAndBeforeTheNextTalk) {
  amara.add_person("Lena Moreau");
  amara.add_person("Bo Lind");
  offer("Lena", "how we ship");
  offer("Lena", "my notes on pricing");
  offer("Bo", "a tour of the plant");
  EXPECT_THAT(list_of(must(engine::person_show(*amara, person_request("Lena"))).offers()),
              ElementsAre("how we ship", "my notes on pricing"));
  EXPECT_THAT(rows_about(amara, "offer"), IsEmpty()) << "no talk is coming";
  talk({{"next_date", "2024-01-20"}}, "2023-12-20", {"Lena"});
  EXPECT_THAT(rows_about(amara, "offer"), IsEmpty()) << "not soon";
  day(2024, 1, 13);
  EXPECT_THAT(rows_about(amara, "offer"), ElementsAre("Lena Moreau soon 2024-01-20 how we ship",
                                                      "Lena Moreau soon 2024-01-20 my notes on pricing"));
  EXPECT_EQ(why_of(amara, "offer"), "you wanted to offer this; the talk is on 2024-01-20");
  day(2024, 1, 21);
  EXPECT_THAT(rows_about(amara, "offer"), IsEmpty());
}

TEST_F(Today, AnOfferComesWithAContactThatIsDueToo) {
  add_tie(amara, "Lena Moreau", "mentor", {{"ideal_days", "28"}, {"max_days", "42"}});
  offer("Lena", "how we ship");
  EXPECT_THAT(rows_about(amara, "contact"), ElementsAre("Lena Moreau no_contact_yet"));
  EXPECT_THAT(rows_about(amara, "offer"), IsEmpty()) << "no talk of a day is coming";
  talk({}, "2024-01-01", {"Lena"});
  day(2024, 1, 23);
  EXPECT_THAT(rows_about(amara, "offer"), ElementsAre("Lena Moreau soon 2024-01-29 how we ship"));
  EXPECT_EQ(why_of(amara, "offer"), "you wanted to offer this; a contact is due on 2024-01-29");
  day(2024, 2, 1);
  EXPECT_EQ(why_of(amara, "offer"), "you wanted to offer this; a contact is due since 2024-01-29");
  talk({{"next_date", "2024-02-03"}}, "2024-01-02", {"Lena"});
  EXPECT_EQ(rows_about(amara, "offer").size(), 1U) << "with the first of two talks";
}

TEST_F(Today, NothingIsOfferedToWhomItEndedWithOrWhoDied) {
  add_tie(amara, "Lena Moreau", "mentor");
  add_tie(amara, "Bo Lind", "peer");
  for (const char* name : {"Lena", "Bo"}) {
    offer(name, "how we ship");
    talk({{"next_date", "2024-01-03"}}, "2023-12-20", {name});
  }
  EXPECT_EQ(rows_about(amara, "offer").size(), 2U);
  ended("Lena");
  died("Bo");
  EXPECT_THAT(rows_about(amara, "offer"), IsEmpty());
  EXPECT_THAT(rows_about(amara, "meeting"), ElementsAre("Lena Moreau soon 2024-01-03")) << "and no meeting with the dead";
}

struct Circles : Today {
  void SetUp() override {
    Today::SetUp();
    for (const char* name : {"Lena Moreau", "Bo Lind", "Cy Park"}) add_tie(amara, name, "peer");
  }
  std::string circle(const FieldTexts& more = {}) {
    FieldTexts fields{{"name", "Leads"}, {"member", "Lena"}, {"member", "Bo"}, {"senior", "Cy"}};
    fields.insert(fields.end(), more.begin(), more.end());
    return add_fact(amara, "circle", fields);
  }
};

TEST_F(Circles, AreDueOnTheDayThatWasSetThenByTheirInterval) {
  const std::string id = circle({{"frequency", "monthly"}, {"next_date", "2024-01-10"}, {"check_in", "What is stuck?"}});
  EXPECT_THAT(rows_about(amara, "circle"), IsEmpty());
  day(2024, 1, 4);
  EXPECT_THAT(rows_about(amara, "circle"), ElementsAre("soon 2024-01-10 Leads"));
  EXPECT_EQ(why_of(amara, "circle"),
            "the day was agreed; check-in round: new challenges, each in turn; Lena Moreau begins; then: What is stuck?");
  day(2024, 1, 12);
  EXPECT_THAT(rows_about(amara, "circle"), ElementsAre("overdue 2024-01-10 Leads"));
  talk({{"circle", "Leads"}}, "2024-01-12");
  EXPECT_THAT(rows_about(amara, "circle"), IsEmpty()) << "it met";
  day(2024, 2, 5);
  EXPECT_THAT(rows_about(amara, "circle"), ElementsAre("soon 2024-02-11 Leads"));
  EXPECT_THAT(why_of(amara, "circle"),
              AllOf(HasSubstr("it meets once a month, 30 days after the last time (our count)"), HasSubstr("Bo Lind begins")));
  day(2024, 2, 11);
  EXPECT_THAT(rows_about(amara, "circle"), ElementsAre("today 2024-02-11 Leads"));
  EXPECT_EQ(rows(engine::today_show(*amara)).at(0).id(), id);
}

TEST_F(Circles, TheDayAgreedInATalkIsOneMeetingAndNotOneWithEach) {
  circle({{"frequency", "less"}});
  talk({{"circle", "leads"}, {"next_date", "2024-01-03"}}, "2023-12-20");
  EXPECT_THAT(rows_about(amara, "circle"), ElementsAre("soon 2024-01-03 Leads"));
  EXPECT_THAT(rows_about(amara, "meeting"), IsEmpty());
}

TEST_F(Circles, OneOfTwoThatAreCalledAlikeIsMeantByItsId) {
  circle();
  const std::string other = circle();
  api::LogAddRequest request;
  request.set_when("2023-12-20");
  put_fields({{"circle", "Leads"}}, request.mutable_fields());
  EXPECT_THAT(engine::log_add(*amara, request), Fails(Code::AMBIGUOUS));
  request.clear_fields();
  put_fields({{"circle", other}}, request.mutable_fields());
  must(engine::log_add(*amara, request));
}

TEST_F(Circles, TheTurnGoesRoundAndIsNobodysWhoIsPast) {
  circle({{"frequency", "daily"}});
  Texts begin;
  const auto who_begins = [this] {
    const std::string why = why_of(amara, "circle");
    const auto at = why.find("each in turn; ");
    return at == std::string::npos ? why : why.substr(at + 14);
  };
  for (int n = 0; n < 4; ++n) {
    talk({{"circle", "Leads"}}, "2023-12-2" + std::to_string(n));
    begin.push_back(who_begins());
  }
  EXPECT_THAT(begin, ElementsAre("Bo Lind begins", "Cy Park begins", "you begin", "Lena Moreau begins"))
      << "the senior one and me as well";
  died("Lena");
  EXPECT_EQ(who_begins(), "Bo Lind begins");
  ended("Bo");
  EXPECT_EQ(who_begins(), "Cy Park begins");
  must(engine::person_remove(*amara, person_request("Cy")));
  EXPECT_EQ(who_begins(), "you begin");
}

TEST_F(Circles, ATalkOfOneIsWithItsMembersUnlessSaidOtherwise) {
  const std::string id = circle();
  died("Bo");
  talk({{"circle", "Leads"}}, "2023-12-20");
  talk({{"circle", id}}, "2023-12-21", {"Bo"});
  const api::LogList log = must(engine::log_list(*amara));
  EXPECT_THAT(list_of(log.items(1).with()), ElementsAre("Lena Moreau", "Cy Park")) << "nobody who has died";
  EXPECT_THAT(list_of(log.items(0).with()), ElementsAre("Bo Lind"));
  EXPECT_THAT(values_of(log.items(0), "circle"), ElementsAre(id));
  const auto& fields = log.items(0).fields();
  EXPECT_TRUE(std::any_of(fields.begin(), fields.end(), [](const auto& field) { return field.text() == "Leads"; }))
      << "shown by its name";
  api::LogAddRequest nobody;
  nobody.set_when("2023-12-20");
  EXPECT_THAT(engine::log_add(*amara, nobody), Fails(Code::INVALID_ARGUMENT));
  put_fields({{"circle", "Others"}}, nobody.mutable_fields());
  EXPECT_FALSE(engine::log_add(*amara, nobody).ok());
  for (const char* name : {"Lena", "Bo", "Cy"}) must(engine::person_remove(*amara, person_request(name)));
  nobody.clear_fields();
  put_fields({{"circle", "Leads"}}, nobody.mutable_fields());
  EXPECT_THAT(said_of(engine::log_add(*amara, nobody)), HasSubstr("nobody of this circle"));
}

struct LifeEvents : Today {
  void event(const std::string& what, const std::string& when, const std::string& note = "") {
    FieldTexts fields{{"what", what}, {"when", when}};
    if (!note.empty()) fields.emplace_back("note", note);
    add_fact(amara, "event", fields);
  }
};

TEST_F(LifeEvents, AskForALookUntilThereIsOne) {
  add_tie(amara, "Lena Moreau", "mentor");
  event("move_abroad", "2023-12-01", "to Porto");
  event("promotion", "2023-06-01");
  event("other", "2023-12-24");
  EXPECT_THAT(rows_about(amara, "event"), ElementsAre("open 2023-12-01 move abroad: to Porto"));
  EXPECT_THAT(why_of(amara, "event"), AllOf(HasSubstr("at home"), HasSubstr("our rule"),
                                            HasSubstr("of the last 90 days")));
  for (const api::DueItem& row : rows(engine::today_show(*amara))) {
    if (row.what() == "event") {
      EXPECT_EQ(steps_in(row.next()), "SNAPSHOT_SAVE");
    }
  }
  must(engine::reassess_save(*amara));
  EXPECT_THAT(rows_about(amara, "event"), IsEmpty());
}

TEST_F(LifeEvents, ThatLieAheadAskToo) {
  add_tie(amara, "Lena Moreau", "mentor");
  event("retirement", "2024-03-31");
  EXPECT_THAT(rows_about(amara, "event"), ElementsAre("open 2024-03-31 retirement"));
  EXPECT_THAT(why_of(amara, "event"), AllOf(HasSubstr("pass on what you know"), HasSubstr("in the next 90 days")));
  day(2024, 3, 25);
  EXPECT_THAT(rows_about(amara, "event"), ElementsAre("soon 2024-03-31 retirement"));
  must(engine::reassess_save(*amara));
  EXPECT_THAT(rows_about(amara, "event"), IsEmpty());
  day(2024, 3, 31);
  EXPECT_THAT(rows_about(amara, "event"), ElementsAre("today 2024-03-31 retirement")) << "it is another network now";
  EXPECT_THAT(why_of(amara, "event"), Not(HasSubstr("before")));
}

}  // namespace
}  // namespace kith::testing

// What was removed lies in a bin for thirty days and comes back as itself.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60 * 1000;

Texts binned(Person& person) {
  Texts out;
  for (const api::Removed& row : rows(engine::bin_list(*person))) out.push_back(row.kind() + " " + row.text());
  return out;
}

std::string newest(Person& person) { return must(engine::bin_list(*person)).items(0).id(); }

TEST_F(OneNetwork, ANoteIsRemovedListedAndRestoredAsItself) {
  amara.add_person("Lena Moreau");
  const std::string note = amara.add_note("On listening", "Lena");
  const std::string before = amara.everything();
  must(engine::note_remove(*amara, id_request(note)));
  EXPECT_THAT(binned(amara), ElementsAre("note On listening"));
  const api::Removed row = must(engine::bin_list(*amara)).items(0);
  EXPECT_EQ(row.until_ms() - row.removed_ms(), static_cast<double>(30 * kDay));
  EXPECT_EQ(row.removed_ms(), static_cast<double>(clock.wall_ms()));
  amara.restart();
  EXPECT_EQ(must(engine::bin_restore(*amara, id_request(newest(amara)))).id(), note);
  EXPECT_THAT(binned(amara), IsEmpty());
  EXPECT_EQ(must(engine::note_show(*amara, id_request(note))).text(), "On listening");
  EXPECT_EQ(must(engine::note_show(*amara, id_request(note))).about(), "Lena Moreau");
}

TEST_F(OneNetwork, APersonComesBackWithTheRelationshipAndTheFacts) {
  const std::string lena = add_tie(amara, "Lena Moreau", "mentor", {{"closeness", "close"}}, "2021-03");
  must(engine::person_edit(*amara, describe_request(lena, {{"tag", "mentors"}})));
  const std::string turn = add_fact(amara, "turn", {{"person", lena}, {"point", "C1"}, {"when", "2022"}});
  must(engine::log_add(*amara, log_request({lena}, "2023-05")));
  const std::string before = must(engine::person_show(*amara, person_request(lena))).SerializeAsString();
  const std::string tie = must(engine::relationship_show(*amara, person_request(lena))).SerializeAsString();
  must(engine::person_remove(*amara, person_request(lena)));
  EXPECT_THAT(rows(engine::person_list(*amara)), IsEmpty());
  EXPECT_THAT(binned(amara), ElementsAre("person Lena Moreau")) << "one entry for both";
  EXPECT_EQ(must(engine::fact_show(*amara, fact_id("turn", turn))).person(), "");
  must(engine::bin_restore(*amara, id_request(newest(amara))));
  EXPECT_EQ(must(engine::person_show(*amara, person_request(lena))).SerializeAsString(), before);
  EXPECT_EQ(must(engine::relationship_show(*amara, person_request(lena))).SerializeAsString(), tie);
  EXPECT_EQ(must(engine::fact_show(*amara, fact_id("turn", turn))).person(), "Lena Moreau");
}

TEST_F(OneNetwork, AFactComesBackWithEveryField) {
  add_tie(amara, "Lena Moreau", "mentor");
  add_tie(amara, "Bo Lindqvist", "peer");
  const std::string circle = add_fact(
      amara, "circle", {{"name", "Team leads"}, {"member", "Lena"}, {"member", "Bo"}, {"check_in", "How are you?"}});
  const std::string before = must(engine::fact_show(*amara, fact_id("circle", circle))).fields(1).SerializeAsString();
  must(engine::fact_remove(*amara, fact_id("circle", circle)));
  EXPECT_THAT(binned(amara), ElementsAre("circle Team leads"));
  must(engine::bin_restore(*amara, id_request(newest(amara))));
  EXPECT_EQ(must(engine::fact_show(*amara, fact_id("circle", circle))).fields(1).SerializeAsString(), before);
  EXPECT_THAT(values_of(must(engine::fact_show(*amara, fact_id("circle", circle))), "member"), SizeIs(2));
}

TEST_F(OneNetwork, AfterThirtyDaysItIsGone) {
  const std::string note = amara.add_note("On listening");
  must(engine::note_remove(*amara, id_request(note)));
  const std::string entry = newest(amara);
  clock.advance(30 * kDay);
  EXPECT_THAT(binned(amara), SizeIs(1)) << "the thirtieth day";
  clock.advance(kDay);
  EXPECT_THAT(binned(amara), IsEmpty());
  EXPECT_THAT(engine::bin_restore(*amara, id_request(entry)), Fails(Code::NOT_FOUND));
  // The next removal takes the old entry away for good: turning the clock back finds nothing.
  must(engine::note_remove(*amara, id_request(amara.add_note("On patience"))));
  clock.set_wall(clock.wall_ms() - 2 * kDay);
  EXPECT_THAT(binned(amara), ElementsAre("note On patience"));
}

TEST_F(OneNetwork, ABinEntryIsNotFoundBySearch) {
  amara.add_person("Lena Moreau");
  const std::string note = amara.add_note("On listening", "Lena");
  const auto found = [&] { return rows(engine::search_find(*amara, search_request("listening"))).size(); };
  EXPECT_EQ(found(), 1U);
  must(engine::note_remove(*amara, id_request(note)));
  EXPECT_EQ(found(), 0U);
  EXPECT_EQ(must(engine::timeline_list(*amara)).found(), 1) << "the person alone";
  must(engine::bin_restore(*amara, id_request(newest(amara))));
  EXPECT_EQ(found(), 1U);
}

TEST_F(OneNetwork, TheBinIsEmptiedAtOnceAndTheNewestStandsFirst) {
  const std::string first = amara.add_note("On listening");
  const std::string second = amara.add_note("On patience");
  must(engine::note_remove(*amara, id_request(first)));
  clock.advance(kDay);
  must(engine::note_remove(*amara, id_request(second)));
  EXPECT_THAT(binned(amara), ElementsAre("note On patience", "note On listening"));
  EXPECT_THAT(engine::bin_restore(*amara, id_request(first)), Fails(Code::NOT_FOUND)) << "not the id of an entry";
  must(engine::bin_empty(*amara));
  EXPECT_THAT(binned(amara), IsEmpty());
  amara.restart();
  EXPECT_THAT(binned(amara), IsEmpty());
}

using BinOfAPair = Paired;

TEST_F(BinOfAPair, WhatStoodInThePairComesBackForBoth) {
  const std::string line = must(engine::agenda_add(*amara, agenda_request("the reorganization", "Jonas"))).id();
  settle();
  must(engine::agenda_remove(*amara, id_request(line)));
  settle();
  EXPECT_THAT(texts(engine::agenda_list(*jonas)), IsEmpty());
  EXPECT_THAT(binned(amara), ElementsAre("agenda the reorganization"));
  EXPECT_THAT(binned(jonas), IsEmpty()) << "a bin is one person's own";
  EXPECT_EQ(must(engine::bin_restore(*amara, id_request(newest(amara)))).id(), line);
  settle();
  for (Person* person : {&amara, &jonas}) {
    const api::AgendaList list = must(engine::agenda_list(**person));
    ASSERT_EQ(list.items_size(), 1) << person->name;
    EXPECT_EQ(list.items(0).id() + list.items(0).text(), line + "the reorganization");
    EXPECT_EQ(list.items(0).removed_by(), "");
  }
}

TEST_F(BinOfAPair, ASharedGoalKeepsItsFields) {
  api::GoalAddRequest goal = goal_request("lead a project", "Jonas");
  put_fields({{"horizon", "two_years"}}, goal.mutable_fields());
  const std::string id = must(engine::goal_add(*amara, goal)).id();
  settle();
  must(engine::goal_remove(*amara, id_request(id)));
  must(engine::bin_restore(*amara, id_request(newest(amara))));
  settle();
  const api::GoalList there = must(engine::goal_list(*jonas));
  ASSERT_EQ(there.items_size(), 1);
  EXPECT_EQ(there.items(0).text(), "lead a project");
  EXPECT_THAT(values_of(there.items(0), "horizon"), ElementsAre("two_years"));
}

TEST_F(BinOfAPair, WhatIsPutBackWhileTheOtherChangesItIsWholeAndBothDecideAboutTheWords) {
  const std::string line = must(engine::agenda_add(*amara, agenda_request("the budget", "Jonas"))).id();
  settle();
  must(engine::agenda_remove(*amara, id_request(line)));
  must(engine::agenda_edit(*jonas, text_request(line, "the budget for spring")));
  clock.advance(1000);
  must(engine::bin_restore(*amara, id_request(newest(amara))));
  settle();
  for (Person* person : {&amara, &jonas}) {
    const api::AgendaList list = must(engine::agenda_list(**person));
    ASSERT_EQ(list.items_size(), 1) << person->name;
    EXPECT_EQ(list.items(0).text() + ", " + list.items(0).state(), "the budget, open");
    EXPECT_EQ(list.items(0).author() + list.items(0).removed_by(), "Amara Osei");
    const api::ConflictList both = must(engine::conflict_list(**person));
    ASSERT_EQ(both.items_size(), 1) << person->name;
    EXPECT_EQ(both.items(0).field() + ": " + both.items(0).kept(), "text: the budget for spring");
  }
  must(engine::conflict_keep(*jonas, id_request(must(engine::conflict_list(*jonas)).items(0).id())));
  settle();
  for (Person* person : {&amara, &jonas}) {
    EXPECT_THAT(texts(engine::agenda_list(**person)), ElementsAre("the budget for spring"));
    EXPECT_EQ(must(engine::conflict_list(**person)).items_size(), 0);
  }
}

TEST_F(BinOfAPair, WhatTheOtherWroteInMeanwhileIsNotPutBackAsItWas) {
  const std::string line = must(engine::agenda_add(*amara, agenda_request("the budget", "Jonas"))).id();
  settle();
  must(engine::agenda_remove(*amara, id_request(line)));
  must(engine::agenda_edit(*jonas, text_request(line, "the budget for spring")));
  settle();
  EXPECT_EQ(must(engine::bin_restore(*amara, id_request(newest(amara)))).id(), line);
  settle();
  for (Person* person : {&amara, &jonas}) {
    const api::AgendaList list = must(engine::agenda_list(**person));
    ASSERT_EQ(list.items_size(), 1) << person->name;
    EXPECT_EQ(list.items(0).text() + list.items(0).removed_by(), "the budget for spring");
    EXPECT_EQ(must(engine::conflict_list(**person)).items_size(), 0);
  }
  EXPECT_THAT(binned(amara), IsEmpty());
}

TEST_F(BinOfAPair, WhatWasNeverSentIsStillBySomebodyWhenItComesBack) {
  const std::string line = must(engine::agenda_add(*amara, agenda_request("the budget", "Jonas"))).id();
  must(engine::agenda_remove(*amara, id_request(line)));
  amara.restart();
  EXPECT_EQ(must(engine::bin_restore(*amara, id_request(newest(amara)))).id(), line);
  settle();
  for (Person* person : {&amara, &jonas}) {
    const api::AgendaList list = must(engine::agenda_list(**person));
    ASSERT_EQ(list.items_size(), 1) << person->name;
    EXPECT_EQ(list.items(0).author(), "Amara Osei");
    EXPECT_EQ(list.items(0).mine(), person == &amara);
  }
}

TEST_F(BinOfAPair, APassageThatWasWithdrawnIsInNoBin) {
  const std::string note = amara.add_note("He listens well.");
  const std::string copy = must(engine::share_add(*amara, share_request(note, "Jonas", ""))).id();
  must(engine::share_withdraw(*amara, id_request(copy)));
  EXPECT_THAT(binned(amara), IsEmpty());
}

}  // namespace
}  // namespace kith::testing

// What a pair works on together: agenda lines, goals and action items.

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Tasks : Paired {
  std::string ida_id = amara.add_person("Ida Falk");
};

api::ActionEditRequest edit_of(const std::string& id) {
  api::ActionEditRequest out;
  out.set_id(id);
  return out;
}

TEST_F(Tasks, BothEditTheAgendaAndSeeTheSame) {
  const std::string line = must(engine::agenda_add(*amara, agenda_request("the budget", "Jonas"))).id();
  settle();
  must(engine::agenda_edit(*jonas, text_request(line, "the budget for spring")));
  must(engine::agenda_add(*jonas, agenda_request("his own line", "Amara")));
  must(engine::agenda_done(*jonas, id_request(line)));
  settle();
  for (Person* person : {&amara, &jonas}) {
    EXPECT_EQ(texts(engine::agenda_list(**person)), (Texts{"his own line", "the budget for spring"}));
  }
  for (const api::AgendaLine& row : rows(engine::agenda_list(*amara, list_with("Jonas")))) {
    EXPECT_EQ(row.mine(), row.id() == line) << "who made it, not who edited it";
    EXPECT_EQ(row.author(), row.id() == line ? "Amara Osei" : "Jonas Berg");
    EXPECT_EQ(row.author_id(), row.id() == line ? must(engine::vault_me(*amara)).id() : jonas_id);
    EXPECT_EQ(row.state(), row.id() == line ? "done" : "open");
    EXPECT_EQ(row.person() + row.person_id(), "Jonas Berg" + jonas_id);
    EXPECT_FALSE(row.unsent() || !row.removed_by().empty());
  }
  EXPECT_THAT(texts(engine::agenda_list(*amara, list_with("Ida"))), IsEmpty());
  must(engine::agenda_remove(*jonas, id_request(line)));
  settle();
  EXPECT_EQ(texts(engine::agenda_list(*amara)), Texts{"his own line"});
}

TEST_F(Tasks, AGoalWithAPersonIsSeenByBothAndAPrivateOneIsNot) {
  const std::string goal = must(engine::goal_add(*amara, goal_request("lead a meeting", "Jonas"))).id();
  must(engine::goal_add(*amara, goal_request("a goal of my own")));
  settle();
  EXPECT_EQ(texts(engine::goal_list(*jonas)), Texts{"lead a meeting"});
  EXPECT_EQ(texts(engine::goal_list(*amara, list_with("Jonas"))), Texts{"lead a meeting"});
  must(engine::goal_done(*jonas, id_request(goal)));
  settle();
  EXPECT_EQ(must(engine::goal_list(*amara, list_with("Jonas"))).items(0).state(), "done");
}

TEST_F(Tasks, AnActionItemIsOwedByTheSamePersonOnBothSides) {
  const std::string hers = must(engine::action_add(*amara, action_request("send the draft", "Jonas"))).id();
  const std::string his =
      must(engine::action_add(*amara, action_request("read the draft", "Jonas", "Jonas", "2030-05"))).id();
  settle();
  const auto row = [](Person& person, const std::string& id) {
    for (const api::Action& item : rows(engine::action_list(*person))) {
      if (item.id() == id) return item;
    }
    return api::Action();
  };
  EXPECT_EQ(row(amara, hers).owner() + ", " + row(jonas, hers).owner(), "Amara Osei, Amara Osei");
  EXPECT_EQ(row(amara, his).owner() + ", " + row(jonas, his).owner(), "Jonas Berg, Jonas Berg");
  EXPECT_EQ(row(amara, his).owner_id(), jonas_id);
  EXPECT_EQ(row(jonas, his).owner_id(), must(engine::vault_me(*jonas)).id());
  EXPECT_EQ(row(jonas, his).due(), "2030-05");

  api::ActionEditRequest edit = edit_of(his);
  edit.set_owner("Amara");
  edit.set_due("");
  edit.set_text("read the whole draft");
  must(engine::action_edit(*jonas, edit));
  must(engine::action_done(*jonas, id_request(hers)));
  settle();
  EXPECT_EQ(row(amara, his).owner() + row(amara, his).due(), "Amara Osei");
  EXPECT_EQ(row(amara, his).text(), "read the whole draft");
  EXPECT_EQ(row(amara, hers).state(), "done");
  must(engine::action_remove(*amara, id_request(hers)));
  settle();
  EXPECT_EQ(texts(engine::action_list(*jonas)), Texts{"read the whole draft"});
}

TEST_F(Tasks, WhatCannotBeKeptIsRefusedAndChangesNothing) {
  const std::string action = must(engine::action_add(*amara, action_request("send the draft", "Jonas"))).id();
  const std::string line = must(engine::agenda_add(*amara, agenda_request("the budget", "Jonas"))).id();
  settle();
  const std::string before = amara.everything();
  const auto add = [&](const std::string& text, const std::string& with, const std::string& owner,
                       const std::string& due) {
    return engine::action_add(*amara, action_request(text, with, owner, due));
  };
  EXPECT_THAT(add(" ", "Jonas", "", ""), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(add("text", "", "", ""), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(add("text", "Nobody", "", ""), Fails(Code::NOT_FOUND));
  EXPECT_THAT(add("text", "Ida", "", ""), Fails(Code::UNVERIFIED_KEY));
  EXPECT_THAT(add("text", "Jonas", "Ida", ""), Fails(Code::INVALID_ARGUMENT)) << "owed by nobody of the pair";
  EXPECT_THAT(add("text", "Jonas", "", "2030-02-31"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::agenda_add(*amara, agenda_request("", "Jonas")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::agenda_add(*amara, agenda_request("text", "")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::goal_add(*amara, goal_request("", "Jonas")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::goal_add(*amara, goal_request("text", "Nobody")), Fails(Code::NOT_FOUND));

  EXPECT_THAT(engine::action_edit(*amara, edit_of(action)), Fails(Code::INVALID_ARGUMENT))
      << "nothing to change";
  api::ActionEditRequest edit = edit_of(action);
  edit.set_text("another");
  edit.set_due("soon");
  EXPECT_THAT(engine::action_edit(*amara, edit), Fails(Code::INVALID_ARGUMENT));
  edit = edit_of(action);
  edit.set_owner("Ida");
  EXPECT_THAT(engine::action_edit(*amara, edit), Fails(Code::INVALID_ARGUMENT));

  // An id of another kind is no id here.
  EXPECT_THAT(engine::goal_edit(*amara, goal_edit_request(line, "another")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::goal_done(*amara, id_request(action)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::agenda_done(*amara, id_request(action)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::agenda_remove(*amara, id_request(ida_id)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::action_remove(*amara, id_request(line)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::agenda_edit(*amara, text_request(line, "\t")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::agenda_edit(*amara, text_request("no id", "text")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(Tasks, WhatOneRemovedWhileTheOtherWroteStaysWholeAndSaysSoToBoth) {
  const std::string line = must(engine::agenda_add(*amara, agenda_request("the budget", "Jonas"))).id();
  settle();
  must(engine::agenda_remove(*amara, id_request(line)));
  const double removed_ms = static_cast<double>(clock.wall_ms());
  must(engine::agenda_edit(*jonas, text_request(line, "the budget for spring")));
  settle();
  const api::AgendaList here = must(engine::agenda_list(*amara));
  const api::AgendaList there = must(engine::agenda_list(*jonas));
  ASSERT_EQ(here.items_size(), 1);
  ASSERT_EQ(there.items_size(), 1);
  EXPECT_EQ(there.items(0).text(), "the budget for spring") << "nothing that a person typed is lost";
  EXPECT_EQ(here.items(0).removed_by() + ", " + there.items(0).removed_by(), "you, Amara Osei");
  for (const api::AgendaLine* row : {&here.items(0), &there.items(0)}) {
    EXPECT_EQ(row->text() + ", " + row->state(), "the budget for spring, open");
    EXPECT_TRUE(row->mine() == (row == &here.items(0))) << "who made it is known all the same";
    EXPECT_NEAR(row->removed_ms(), removed_ms, 1000);
  }
}

struct RemovedMeanwhile : Paired {
  std::string action;

  // She removes what he marks as done, before either knows.
  void SetUp() override {
    Paired::SetUp();
    action = must(engine::action_add(*amara, action_request("send the draft", "Jonas", "Jonas", "2030-05"))).id();
    settle();
    must(engine::action_remove(*amara, id_request(action)));
    must(engine::action_done(*jonas, id_request(action)));
    settle();
  }
  void expect_whole(const std::string& by_amara, const std::string& by_jonas) {
    for (Person* person : {&amara, &jonas}) {
      const auto all = rows(engine::action_list(**person));
      ASSERT_EQ(all.size(), 1U) << person->name;
      EXPECT_EQ(all[0].id() + ", " + all[0].text(), action + ", send the draft");
      EXPECT_EQ(all[0].state() + ", " + all[0].owner() + ", " + all[0].due(), "done, Jonas Berg, 2030-05");
      EXPECT_EQ(all[0].author(), "Amara Osei");
      EXPECT_EQ(all[0].removed_by(), person == &amara ? by_amara : by_jonas);
    }
  }
  std::string conflict_of(Person& person) {
    const auto all = rows(engine::conflict_list(*person));
    EXPECT_EQ(all.size(), 1U);
    return all.size() == 1 ? all[0].id() : std::string();
  }
};

TEST_F(RemovedMeanwhile, AnActionItemStaysWholeOnBothSides) {
  expect_whole("you", "Amara Osei");
  amara.restart();
  jonas.restart();
  expect_whole("you", "Amara Osei");
}

TEST_F(RemovedMeanwhile, WhoeverKeepsItKeepsAllOfItForBoth) {
  for (Person* person : {&amara, &jonas}) {
    EXPECT_EQ(must(engine::conflict_keep(**person, id_request(conflict_of(*person)))).id(), action);
    settle();
    expect_whole("", "");
    for (Person* both : {&amara, &jonas}) EXPECT_THAT(rows(engine::conflict_list(**both)), IsEmpty());
    if (person == &jonas) return;
    must(engine::action_remove(*amara, id_request(action)));  // once more, for him to keep it
    must(engine::action_done(*jonas, id_request(action)));
    api::ActionEditRequest edit = edit_of(action);
    edit.set_due("2030-06");
    must(engine::action_edit(*jonas, edit));
    edit.set_due("2030-05");
    must(engine::action_edit(*jonas, edit));
    settle();
  }
}

TEST_F(RemovedMeanwhile, WhoeverLetsItGoLetsItGoForBothAndHasItInTheBin) {
  EXPECT_EQ(must(engine::conflict_dismiss(*jonas, id_request(conflict_of(jonas)))).id(), action);
  settle();
  for (Person* person : {&amara, &jonas}) {
    EXPECT_THAT(rows(engine::action_list(**person)), IsEmpty());
    EXPECT_THAT(rows(engine::conflict_list(**person)), IsEmpty());
  }
  EXPECT_EQ(texts(engine::bin_list(*jonas)), Texts{"send the draft"});
  must(engine::bin_restore(*jonas, id_request(must(engine::bin_list(*jonas)).items(0).id())));
  settle();
  expect_whole("", "");
}

TEST_F(RemovedMeanwhile, WhoeverWritesInItAgainHasKeptIt) {
  api::ActionEditRequest edit = edit_of(action);
  edit.set_text("send the draft");
  must(engine::action_edit(*amara, edit));
  settle();
  expect_whole("", "");
}

}  // namespace
}  // namespace kith::testing

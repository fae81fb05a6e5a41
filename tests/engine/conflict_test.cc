// Values that both wrote at the same time: one shows, the other is kept until a person decides.

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::IsEmpty;

struct Conflicts : Paired {
  std::string goal;

  // Both rewrite one goal before either has seen the other's words.
  void write_at_the_same_time() {
    if (goal.empty()) goal = must(engine::goal_add(*amara, goal_request("run a workshop", "Jonas"))).id();
    settle();
    must(engine::goal_edit(*amara, goal_edit_request(goal, "run one in May")));
    clock.advance(1000);
    must(engine::goal_edit(*jonas, goal_edit_request(goal, "run two")));
    settle();
  }
  api::Conflict only_one(Person& person) {
    const api::ConflictList list = must(engine::conflict_list(*person));
    EXPECT_EQ(list.items_size(), 1);
    return list.items_size() == 1 ? list.items(0) : api::Conflict();
  }
  void expect_settled(const std::string& text) {
    for (Person* person : {&amara, &jonas}) {
      EXPECT_THAT(rows(engine::conflict_list(**person)), IsEmpty());
      EXPECT_EQ(texts(engine::goal_list(**person)), Texts{text});
    }
  }
};

TEST_F(Conflicts, BothSeeTheSameValueAndTheOtherOneIsKept) {
  write_at_the_same_time();
  const api::Conflict here = only_one(amara);
  const api::Conflict there = only_one(jonas);
  EXPECT_EQ(here.id(), there.id());
  EXPECT_EQ(here.shown(), "run two") << "the later one shows";
  EXPECT_EQ(here.kept(), "run one in May");
  EXPECT_EQ(there.shown() + there.kept(), here.shown() + here.kept());
  EXPECT_EQ(here.record_id(), goal);
  EXPECT_EQ(here.kind() + ", " + here.field(), "goal, text");
  EXPECT_EQ(here.person() + ", " + there.person(), "Jonas Berg, Amara Osei");
  EXPECT_TRUE(here.mine());
  EXPECT_FALSE(there.mine());
  EXPECT_EQ(here.author() + ", " + there.author(), "Amara Osei, Amara Osei") << "who wrote the kept one";
  EXPECT_EQ(there.author_id(), amara_id);
  const api::StatusResult status = must(engine::vault_status(*amara));
  EXPECT_EQ(status.conflicts(), 1U);
  EXPECT_EQ(steps_in(status.next()), "CONFLICT_LIST");
  EXPECT_EQ(steps_in(must(engine::vault_next(*amara)).next()), "CONFLICT_LIST");
}

TEST_F(Conflicts, KeepingShowsTheKeptValueOnBothSides) {
  write_at_the_same_time();
  const std::string id = only_one(amara).id();
  EXPECT_EQ(must(engine::conflict_keep(*amara, id_request(id))).id(), goal);
  settle();
  expect_settled("run one in May");
  EXPECT_THAT(engine::conflict_keep(*amara, id_request(id)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::conflict_dismiss(*jonas, id_request(id)), Fails(Code::NOT_FOUND));
}

TEST_F(Conflicts, DismissingLeavesTheShownValueOnBothSides) {
  write_at_the_same_time();
  EXPECT_EQ(must(engine::conflict_dismiss(*jonas, id_request(only_one(jonas).id()))).id(), goal);
  settle();
  expect_settled("run two");
}

TEST_F(Conflicts, AnIdThatIsNoneChangesNothing) {
  write_at_the_same_time();
  const std::string before = amara.everything();
  const std::string unknown(40, '0');
  for (const std::string& id : {std::string(), std::string("abc"), std::string(40, 'x')}) {
    EXPECT_THAT(engine::conflict_keep(*amara, id_request(id)), Fails(Code::INVALID_ARGUMENT)) << id;
    EXPECT_THAT(engine::conflict_dismiss(*amara, id_request(id)), Fails(Code::INVALID_ARGUMENT)) << id;
  }
  for (const std::string& id : {unknown, goal, std::string(42, '0')}) {
    EXPECT_THAT(engine::conflict_keep(*amara, id_request(id)), Fails(Code::NOT_FOUND)) << id;
  }
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(Conflicts, TwoFieldsOfOneRecordAreNoConflict) {
  const std::string action = must(engine::action_add(*amara, action_request("send it", "Jonas"))).id();
  settle();
  api::ActionEditRequest owner;
  owner.set_id(action);
  owner.set_owner("Jonas");
  must(engine::action_edit(*amara, owner));
  api::ActionEditRequest due;
  due.set_id(action);
  due.set_due("2030-05");
  must(engine::action_edit(*jonas, due));
  settle();
  EXPECT_THAT(rows(engine::conflict_list(*amara)), IsEmpty());
  const api::Action row = must(engine::action_list(*jonas)).items(0);
  EXPECT_EQ(row.owner() + ", " + row.due(), "Jonas Berg, 2030-05");
}

TEST_F(Conflicts, ARemovalWhileTheOtherWroteIsOneInWordsOfItsOwn) {
  const std::string id = must(engine::goal_add(*amara, goal_request("run a workshop", "Jonas"))).id();
  settle();
  must(engine::goal_remove(*amara, id_request(id)));
  must(engine::goal_done(*jonas, id_request(id)));
  settle();
  const api::Conflict here = only_one(amara);
  const api::Conflict there = only_one(jonas);
  for (const api::Conflict* row : {&here, &there}) {
    EXPECT_TRUE(row->removal());
    EXPECT_EQ(row->record_id() + ", " + row->kind() + ", " + row->text(), id + ", goal, run a workshop");
    EXPECT_EQ(row->field() + row->shown() + row->kept(), "") << "no value lost";
    EXPECT_EQ(row->author(), "Amara Osei");
    EXPECT_GT(row->removed_ms(), 0);
  }
  EXPECT_EQ(here.id(), there.id());
  EXPECT_THAT(here.says(), ::testing::StartsWith("You removed it while Jonas Berg changed it."));
  EXPECT_THAT(there.says(), ::testing::StartsWith("It was removed by Amara Osei while you changed it."));
  EXPECT_EQ(there.says_sentence().english(), there.says());
  EXPECT_EQ(there.says_sentence().values(0).values(0).english(), "Amara Osei");
  EXPECT_EQ(steps_in(must(engine::vault_status(*jonas)).next()), "CONFLICT_LIST");
}

// She keeps it and he lets it go, before either knows: what one kept was not seen by the other.
TEST_F(Conflicts, KeepingAndLettingGoAtTheSameTimeConverge) {
  const std::string id = must(engine::goal_add(*amara, goal_request("run a workshop", "Jonas"))).id();
  settle();
  must(engine::goal_remove(*amara, id_request(id)));
  must(engine::goal_done(*jonas, id_request(id)));
  settle();
  must(engine::conflict_keep(*amara, id_request(only_one(amara).id())));
  must(engine::conflict_dismiss(*jonas, id_request(only_one(jonas).id())));
  settle();
  for (Person* person : {&amara, &jonas}) {
    const auto all = rows(engine::goal_list(**person));
    ASSERT_EQ(all.size(), 1U) << person->name;
    EXPECT_EQ(all[0].text() + ", " + all[0].state(), "run a workshop, done") << "whole, whoever decided what";
  }
  must(engine::conflict_dismiss(*amara, id_request(only_one(amara).id())));
  settle();
  for (Person* person : {&amara, &jonas}) {
    EXPECT_THAT(rows(engine::goal_list(**person)), IsEmpty());
    EXPECT_THAT(rows(engine::conflict_list(**person)), IsEmpty());
  }
}

TEST_F(Conflicts, TheOwnerOfAnActionItemIsReadByName) {
  const std::string action = must(engine::action_add(*amara, action_request("send it", "Jonas"))).id();
  settle();
  api::ActionEditRequest edit;
  edit.set_id(action);
  for (const char* owner : {"Jonas", "me"}) {  // there and back is a change too
    edit.set_owner(owner);
    must(engine::action_edit(*amara, edit));
  }
  clock.advance(1000);
  must(engine::action_edit(*jonas, edit));
  settle();
  for (Person* person : {&amara, &jonas}) {
    const api::Conflict row = only_one(*person);
    EXPECT_EQ(row.field(), "owner");
    EXPECT_EQ(row.shown() + ", " + row.kept(), "Jonas Berg, Amara Osei");
  }
}

}  // namespace
}  // namespace kith::testing

// Before a text leaves for the partner: does it name somebody else, or a private tag?

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kNamesDana[] = "Dana thinks so too.";

struct F6_ShareCheck : Paired {
  void SetUp() override {
    pair();
    const std::string dana = amara.add_person("Dana van Rijn");
    must(engine::person_edit(*amara, describe_request(dana, {{"nickname", "Sparrow"}, {"tag", "rivals"}})));
    settle();
  }
  // Refused with a warning that says this; nothing lies in the pair, and nothing waits to be sent.
  template <typename T>
  void expect_refused(const Result<T>& done, const std::string& warning,
                      std::source_location where = std::source_location::current()) {
    SCOPED_TRACE(where.line());
    ASSERT_THAT(done, Fails(Code::INVALID_ARGUMENT));
    EXPECT_THAT(done.error().message.text(), HasSubstr(warning));
    EXPECT_THAT(done.error().message.text(), HasSubstr("Nothing was shared"));
    EXPECT_EQ(must(engine::vault_status(*amara)).pending(), 0U);
  }
  std::string jonas_reads() {
    settle();
    std::string out = jonas.everything();
    const auto agreement = engine::agreement_show(*jonas, list_with("Amara"));
    return agreement.ok() ? out + agreement->SerializeAsString() : out;
  }
  Texts found(const std::string& text, const std::string& with = "") {
    api::ShareCheckRequest request;
    request.set_text(text);
    request.set_with(with);
    Texts out;
    for (const api::Mention& row : rows(engine::share_check(*amara, request))) {
      out.push_back(row.how() + " " + row.what());
    }
    return out;
  }
};

TEST_F(F6_ShareCheck, APassageThatNamesDanaIsRefusedAndAnywaySendsIt) {
  const std::string note = amara.add_note("He listens well. Dana thinks so too.", "Jonas");
  settle();
  expect_refused(engine::share_add(*amara, share_request(note, "Jonas", kNamesDana)),
                 "You mention Dana van Rijn, who is in your network.");
  expect_refused(engine::share_add(*amara, share_request(note, "Jonas", "")), "Dana");
  EXPECT_THAT(jonas_reads(), ::testing::Not(HasSubstr("Dana")));
  must(engine::share_add(*amara, share_request(note, "Jonas", "He listens well.")));
  api::ShareRequest anyway = share_request(note, "Jonas", kNamesDana);
  anyway.set_anyway(true);
  must(engine::share_add(*amara, anyway));
  settle();
  EXPECT_THAT(texts(engine::share_list(*jonas)), ElementsAre(kNamesDana, "He listens well."));
}

TEST_F(F6_ShareCheck, ANicknameATagAndInitialsAreMentions) {
  EXPECT_THAT(found("as the sparrow said"), ElementsAre("nickname Dana van Rijn"));
  EXPECT_THAT(found("one of my rivals"), ElementsAre("tag rivals"));
  EXPECT_THAT(found("With thanks\nDR"), ElementsAre("initials Dana van Rijn"));
  EXPECT_THAT(found("Dana's plan"), ElementsAre("name Dana van Rijn"));
  EXPECT_THAT(found("the van is late"), IsEmpty()) << "a particle names nobody";
  for (const auto& [text, warning] : {std::pair("as the Sparrow said", "You mention Dana van Rijn"),
                                      std::pair("one of my rivals", "You mention a private tag: rivals"),
                                      std::pair("With thanks\nD. R.", "You mention Dana van Rijn")}) {
    const std::string note = amara.add_note(text);
    settle();
    expect_refused(engine::share_add(*amara, share_request(note, "Jonas", "")), warning);
  }
}

TEST_F(F6_ShareCheck, TheAudienceItselfIsNoMention) {
  EXPECT_THAT(found("Jonas listens well"), ElementsAre("name Jonas Berg"));
  EXPECT_THAT(found("Jonas listens well", "Jonas"), IsEmpty());
  const std::string note = amara.add_note("Jonas listens well.");
  must(engine::share_add(*amara, share_request(note, "Jonas", "")));
  settle();
  EXPECT_THAT(texts(engine::share_list(*jonas)), ElementsAre("Jonas listens well."));
}

TEST_F(F6_ShareCheck, WhereTheMentionStandsIsSaid) {
  api::ShareCheckRequest request;
  const std::string text = "Ask Dana first";
  request.set_text(text);
  const api::ShareCheckReply reply = must(engine::share_check(*amara, request));
  ASSERT_EQ(reply.items_size(), 1);
  const auto begin = static_cast<std::size_t>(reply.items(0).begin());
  EXPECT_EQ(text.substr(begin, static_cast<std::size_t>(reply.items(0).end()) - begin), "Dana");
  EXPECT_EQ(reply.warning(), "You mention Dana van Rijn, who is in your network.");
  EXPECT_EQ(reply.warning_sentence().english(), reply.warning());
  EXPECT_EQ(reply.warning_sentence().values(0).english(), "Dana van Rijn");
}

TEST_F(F6_ShareCheck, AnAgendaLineAGoalAnActionAndTheAgreementAreLookedAtToo) {
  const std::string named = "talk about Dana";
  const std::string warning = "You mention Dana van Rijn";
  api::AgendaAddRequest agenda = agenda_request(named, "Jonas");
  api::GoalAddRequest goal = goal_request(named, "Jonas");
  api::ActionAddRequest action = action_request(named, "Jonas");
  api::AgreementRequest agreement = agreement_request("Jonas", {{"ending", named}});
  expect_refused(engine::agenda_add(*amara, agenda), warning);
  expect_refused(engine::goal_add(*amara, goal), warning);
  expect_refused(engine::action_add(*amara, action), warning);
  expect_refused(engine::agreement_set(*amara, agreement), warning);
  EXPECT_THAT(jonas_reads(), ::testing::Not(HasSubstr(named)));
  agenda.set_anyway(true);
  goal.set_anyway(true);
  action.set_anyway(true);
  agreement.set_anyway(true);
  must(engine::agenda_add(*amara, agenda));
  must(engine::goal_add(*amara, goal));
  must(engine::action_add(*amara, action));
  must(engine::agreement_set(*amara, agreement));
  settle();
  EXPECT_THAT(texts(engine::agenda_list(*jonas)), ElementsAre(named));
  EXPECT_THAT(texts(engine::goal_list(*jonas)), ElementsAre(named));
  EXPECT_THAT(texts(engine::action_list(*jonas)), ElementsAre(named));
  EXPECT_THAT(values_of(must(engine::agreement_show(*jonas, list_with("Amara"))), "ending"), ElementsAre(named));
}

TEST_F(F6_ShareCheck, AnEditIsLookedAtAsWell) {
  const std::string line = must(engine::agenda_add(*amara, agenda_request("the room", "Jonas"))).id();
  const std::string goal = must(engine::goal_add(*amara, goal_request("a workshop", "Jonas"))).id();
  const std::string action = must(engine::action_add(*amara, action_request("book it", "Jonas"))).id();
  settle();
  expect_refused(engine::agenda_edit(*amara, text_request(line, kNamesDana)), "Dana");
  api::GoalEditRequest edit = goal_edit_request(goal, kNamesDana);
  expect_refused(engine::goal_edit(*amara, edit), "Dana");
  api::ActionEditRequest task;
  task.set_id(action);
  task.set_text(kNamesDana);
  expect_refused(engine::action_edit(*amara, task), "Dana");
  task.set_anyway(true);
  must(engine::action_edit(*amara, task));
  edit.set_anyway(true);
  must(engine::goal_edit(*amara, edit));
  settle();
  EXPECT_THAT(texts(engine::action_list(*jonas)), ElementsAre(kNamesDana));
  EXPECT_THAT(texts(engine::goal_list(*jonas)), ElementsAre(kNamesDana));
}

TEST_F(F6_ShareCheck, WhatStaysMineIsNotLookedAt) {
  must(engine::goal_add(*amara, goal_request("learn from Dana")));
  amara.add_note(kNamesDana);
  EXPECT_THAT(texts(engine::goal_list(*amara)), ElementsAre("learn from Dana"));
}

}  // namespace
}  // namespace kith::testing

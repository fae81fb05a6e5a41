// A candidate who is enlisted goes on the map; an answer of a review becomes a candidate, a goal, a need
// or a note.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Texts map_of(Person& who) {
  Texts out;
  const api::NetworkReply map = must(engine::network_show(*who));
  for (const api::NetworkPerson& row : map.people()) {
    out.push_back(row.name() + ", " + row.kind());
  }
  return out;
}

struct Candidates : OneNetwork {
  std::string candidate(const FieldTexts& more) {
    FieldTexts fields = {{"state", "idea"}};
    fields.insert(fields.end(), more.begin(), more.end());
    return add_fact(amara, "candidate", fields);
  }
  Result<api::Changed> enlist(const std::string& id, const FieldTexts& more = {}) {
    FieldTexts fields = {{"state", "enlisted"}};
    fields.insert(fields.end(), more.begin(), more.end());
    return engine::fact_edit(*amara, fact_edit_request("candidate", id, fields));
  }
  api::Fact shown(const std::string& id) { return must(engine::fact_show(*amara, fact_id("candidate", id))); }
};

TEST_F(Candidates, EnlistedOnesGoOnTheMap) {
  const std::string id = candidate({{"who", "Lena Moreau"}, {"kind", "mentor"}});
  EXPECT_THAT(map_of(amara), IsEmpty());
  must(enlist(id));
  EXPECT_THAT(map_of(amara), ElementsAre("Lena Moreau, mentor"));
  EXPECT_EQ(shown(id).person(), "Lena Moreau") << "the candidate names the person now";
  must(enlist(id));
  EXPECT_EQ(must(engine::person_list(*amara)).items_size(), 1) << "once is enough";
}

TEST_F(Candidates, SomebodyWhoIsKnownGetsARelationship) {
  const std::string bo = amara.add_person("Bo Lindqvist");
  must(enlist(candidate({{"who", "the one from the fair"}, {"person", "Bo"}}), {{"kind", "peer"}}));
  EXPECT_THAT(map_of(amara), ElementsAre("Bo Lindqvist, peer"));
  amara.add_person("Tomo Abe");
  must(enlist(candidate({{"who", "tomo abe"}, {"kind", "boss"}})));
  EXPECT_EQ(must(engine::person_list(*amara)).items_size(), 2) << "of that name there is somebody already";
  EXPECT_THAT(map_of(amara), UnorderedElementsAre("Bo Lindqvist, peer", "Tomo Abe, boss"));
}

TEST_F(Candidates, WhoIsOnTheMapStaysAsIs) {
  add_tie(amara, "Lena Moreau", "mentor", {{"closeness", "close"}});
  must(enlist(candidate({{"who", "Lena"}, {"person", "Lena"}})));
  must(enlist(candidate({{"who", "Lena Moreau"}, {"kind", "peer"}})));
  EXPECT_THAT(map_of(amara), ElementsAre("Lena Moreau, mentor"));
}

TEST_F(Candidates, WhoWasEasedIsActiveAgain) {
  add_tie(amara, "Lena Moreau", "mentor", {{"valued", "yes"}});
  must(enlist(candidate({{"who", "Lena Moreau"}})));
  EXPECT_THAT(map_of(amara), ElementsAre("Lena Moreau, mentor"));
  EXPECT_EQ(must(engine::network_show(*amara)).valued_size(), 0);
}

TEST_F(Candidates, WhatIsOverIsRefusedWithASentence) {
  add_tie(amara, "Lena Moreau", "mentor", {{"outcome", "ended"}});
  const std::string lena = candidate({{"who", "Lena Moreau"}});
  EXPECT_THAT(said_of(enlist(lena)), HasSubstr("it has ended with Lena Moreau"));
  EXPECT_EQ(steps_after(enlist(lena)), "OUTCOME_CLEAR Lena Moreau");
  add_tie(amara, "Tomo Abe", "peer");
  must(engine::person_edit(*amara, describe_request("Tomo", {{"deceased", "yes"}})));
  EXPECT_THAT(said_of(enlist(candidate({{"who", "Tomo Abe"}}))), HasSubstr("Tomo Abe has died"));
  EXPECT_THAT(values_of(shown(lena), "state"), ElementsAre("idea"));
}

TEST_F(Candidates, WithoutAKindNothingChanges) {
  const std::string id = candidate({{"who", "Lena Moreau"}});
  const auto refused = enlist(id, {{"offer", "a workshop"}});
  EXPECT_THAT(refused, Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(said_of(refused), HasSubstr("add the kind"));
  EXPECT_THAT(values_of(shown(id), "state"), ElementsAre("idea"));
  EXPECT_THAT(values_of(shown(id), "offer"), IsEmpty());
  EXPECT_THAT(engine::fact_add(*amara, fact_request("candidate", {{"who", "Bo"}, {"state", "enlisted"}})),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(must(engine::person_list(*amara)).items_size(), 0);
  EXPECT_EQ(rows(engine::fact_list(*amara, facts_of("candidate"))).size(), 1U);
  amara.add_person("Lena Moreau");
  amara.add_person("Lena Moreau");
  EXPECT_THAT(enlist(id, {{"kind", "mentor"}}), Fails(Code::AMBIGUOUS));
  EXPECT_THAT(map_of(amara), IsEmpty());
}

TEST_F(Candidates, AreEnlistedWhenTheyAreNoted) {
  add_fact(amara, "candidate", {{"who", "Lena Moreau"}, {"state", "enlisted"}, {"kind", "mentor"}});
  EXPECT_THAT(map_of(amara), ElementsAre("Lena Moreau, mentor"));
}

struct MadeOfAnswers : OneNetwork {
  static api::ReviewRequest making(const std::string& make, std::uint32_t question, const std::string& text,
                                   const FieldTexts& fields = {}) {
    api::ReviewRequest out = review_request("1", question, text);
    out.set_make(make);
    put_fields(fields, out.mutable_fields());
    return out;
  }
  api::ReviewReply make(const std::string& what, std::uint32_t question, const std::string& text,
                        const FieldTexts& fields = {}) {
    return must(engine::review_answer(*amara, making(what, question, text, fields)));
  }
  std::size_t facts(const std::string& kind) { return rows(engine::fact_list(*amara, facts_of(kind))).size(); }
};

TEST_F(MadeOfAnswers, AGoalANeedACandidateAndANote) {
  const api::ReviewReply goal = make("goal", 3, "Lead a team", {{"horizon", "two_years"}, {"goal_kind", "promotion"}});
  EXPECT_EQ(goal.made(), "goal");
  EXPECT_EQ(goal.questions(2).answer(), "Lead a team") << "it is an answer all the same";
  const api::Goal kept = must(engine::goal_list(*amara)).items(0);
  EXPECT_EQ(kept.id() + kept.text() + kept.state(), goal.made_id() + "Lead a teamopen");
  EXPECT_THAT(values_of(kept, "horizon"), ElementsAre("two_years"));

  const api::ReviewReply need = make("need", 5, "Speaking in front of many", {{"function", "COAC"}});
  const api::Fact coaching = must(engine::fact_show(*amara, fact_id("need", need.made_id())));
  EXPECT_THAT(values_of(coaching, "importance"), ElementsAre("2"));
  EXPECT_THAT(values_of(coaching, "note"), ElementsAre("Speaking in front of many"));

  const api::ReviewReply who = make("candidate", 7, "Lena Moreau\nWe taught together.", {{"function", "COAC"}});
  const api::Fact candidate = must(engine::fact_show(*amara, fact_id("candidate", who.made_id())));
  EXPECT_THAT(values_of(candidate, "who"), ElementsAre("Lena Moreau"));
  EXPECT_THAT(values_of(candidate, "why"), ElementsAre("We taught together."));
  EXPECT_THAT(values_of(candidate, "state"), ElementsAre("idea"));

  make("note", 1, "Teaching");
  EXPECT_THAT(texts(engine::note_list(*amara)), ElementsAre("Teaching"));
  EXPECT_EQ(must(engine::review_answer(*amara, review_request("1", 2, "Where it is unclear"))).made(), "");
}

TEST_F(MadeOfAnswers, ALongLineIsCutAsANameAndStandsWholeInTheReasons) {
  const std::string line(600, 'a');
  const api::ReviewReply who = make("candidate", 7, line + "\nmore");
  const api::Fact candidate = must(engine::fact_show(*amara, fact_id("candidate", who.made_id())));
  EXPECT_THAT(values_of(candidate, "who"), ElementsAre(std::string(512, 'a')));
  EXPECT_THAT(values_of(candidate, "why"), ElementsAre(line + "\nmore"));
  const api::ReviewReply named = make("candidate", 8, "knows many", {{"who", "Bo"}});
  EXPECT_THAT(values_of(must(engine::fact_show(*amara, fact_id("candidate", named.made_id()))), "why"),
              ElementsAre("knows many"));
}

TEST_F(MadeOfAnswers, AnEnlistedOneGoesOnTheMapAtOnce) {
  make("candidate", 7, "Lena Moreau", {{"state", "enlisted"}, {"kind", "mentor"}});
  EXPECT_THAT(map_of(amara), ElementsAre("Lena Moreau, mentor"));
}

TEST_F(MadeOfAnswers, AnAnswerThatIsKeptIsMadeLater) {
  must(engine::review_answer(*amara, review_request("1", 3, "Lead a team")));
  EXPECT_EQ(make("goal", 3, "").questions(2).answer(), "Lead a team");
  EXPECT_THAT(texts(engine::goal_list(*amara)), ElementsAre("Lead a team"));
  must(engine::review_finish(*amara, review_request("1")));
  EXPECT_EQ(make("note", 3, "").state(), "done") << "of a finished one too, which stays finished";
  EXPECT_THAT(texts(engine::note_list(*amara)), ElementsAre("Lead a team"));
  EXPECT_EQ(must(engine::review_list(*amara)).items_size(), 1);
  EXPECT_THAT(engine::review_answer(*amara, making("note", 4, "")), Fails(Code::INVALID_ARGUMENT)) << "none is kept";
}

TEST_F(MadeOfAnswers, BadInputChangesNothing) {
  const std::pair<std::string, FieldTexts> wrong[] = {
      {"wish", {}}, {"goal", {{"horizon", "soon"}}}, {"goal", {{"function", "COAC"}}}, {"need", {}},
      {"need", {{"function", "LUCK"}}}, {"need", {{"function", "COAC"}, {"importance", "9"}}},
      {"candidate", {{"state", "enlisted"}}}, {"note", {{"why", "so"}}}, {"", {{"function", "COAC"}}}};
  for (const auto& [what, fields] : wrong) {
    EXPECT_THAT(engine::review_answer(*amara, making(what, 3, "Lead a team", fields)), Fails(Code::INVALID_ARGUMENT))
        << what;
  }
  EXPECT_THAT(engine::review_answer(*amara, making("goal", 3, "  ")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(must(engine::review_list(*amara)).items_size(), 0) << "nor the answer";
  EXPECT_EQ(must(engine::goal_list(*amara)).items_size() + must(engine::note_list(*amara)).items_size(), 0);
  EXPECT_EQ(facts("need") + facts("candidate"), 0U);
  make("need", 3, "first", {{"function", "COAC"}});
  EXPECT_THAT(engine::review_answer(*amara, making("need", 3, "second", {{"function", "COAC"}})),
              Fails(Code::ALREADY_EXISTS));
  EXPECT_EQ(must(engine::review_show(*amara, review_request("1"))).questions(2).answer(), "first");
}

TEST_F(MadeOfAnswers, TheNextStepGoesOn) {
  const auto next = [&] { return must(engine::review_list(*amara)).suggested(); };
  const char* steps[] = {"know_thyself", "know_your_context", "enlist_developers", "regularly_reassess",
                         "develop_others"};
  for (const char* step : steps) {
    EXPECT_EQ(next(), step);
    must(engine::review_answer(*amara, review_request(step, 1, "told")));
    EXPECT_EQ(next(), step) << "what is begun is gone on with";
    must(engine::review_finish(*amara, review_request(step)));
    clock.advance(1000);
  }
  EXPECT_EQ(next(), "regularly_reassess");
  EXPECT_EQ(must(engine::network_show(*amara)).next_step(), "Regularly Reassess");
  EXPECT_EQ(must(engine::network_show(*amara)).next_step_why(), must(engine::review_list(*amara)).why());
}

}  // namespace
}  // namespace kith::testing

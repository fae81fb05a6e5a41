// What stays mine, what the partner has, what the relay has: a test for each row of the privacy
// matrix that can be shown today. Amara writes one of everything, each with a word that stands
// nowhere else; then both vaults and all that the relay was handed are searched for it.
//
// An agreed phase is one that both sealed alike.

#include "kith/vault/vault.h"
#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct PrivacyMatrix : Paired {
  void SetUp() override {
    pair();
    settle();
  }

  // Every row of every table, as the vault of this person holds it on the disk once it is opened.
  std::string rows_of(Person& person) {
    person.close();
    std::string out;
    {
      auto opened = vault::Vault::open(person.options.folder, passphrase());
      EXPECT_THAT(opened, IsOk());
      if (!opened.ok()) return out;
      EXPECT_THAT((*opened)->visit_rows([&](changelog::Table, BytesView key, BytesView value) {
        out += std::string(as_text(key)) + std::string(as_text(value));
        return true;
      }), IsOk());
    }
    person.restart();
    return out;
  }
  // Whatever a person can ask for: the lists, the export, the facts, what is computed.
  static std::string answers_of(Person& person) {
    std::string out = person.everything() + must(engine::vault_export(*person)).SerializeAsString();
    for (const char* kind : {"structure", "turn", "span", "mark", "need", "knows", "flag", "candidate", "offer",
                             "circle", "event", "pause", "cadence"}) {
      out += must(engine::fact_list(*person, facts_of(kind))).SerializeAsString();
    }
    out += must(engine::profile_show(*person)).SerializeAsString();
    out += must(engine::network_show(*person)).SerializeAsString();
    out += must(engine::network_functions(*person)).SerializeAsString();
    out += must(engine::review_list(*person)).SerializeAsString();
    out += must(engine::story_list(*person)).SerializeAsString();
    out += must(engine::reassess_list(*person)).SerializeAsString();
    out += must(engine::today_show(*person)).SerializeAsString();
    out += must(engine::bin_list(*person)).SerializeAsString();
    out += must(engine::timeline_list(*person)).SerializeAsString();
    return out;
  }
  // Everything that any device ever handed to the relay, and all that it keeps.
  std::string relay_has() const {
    std::string out(as_text(relay.wire));
    for (const auto& [id, space] : relay.spaces) {
      for (const Bytes& entry : space.entries) out += as_text(entry);
    }
    for (const auto& [place, content] : relay.mailboxes) out += as_text(content);
    return out;
  }
  void expect_mine_alone(const Texts& canaries, std::source_location where = std::source_location::current()) {
    SCOPED_TRACE(where.line());
    settle();
    const std::string answers = answers_of(jonas);
    const std::string mine = rows_of(amara);
    const std::string theirs = rows_of(jonas);
    const std::string relays = relay_has();
    for (const std::string& canary : canaries) {
      EXPECT_NE(mine.find(canary), std::string::npos) << canary << ": Amara has it, so that looking can find it";
      EXPECT_EQ(answers.find(canary), std::string::npos) << canary;
      EXPECT_EQ(theirs.find(canary), std::string::npos) << canary;
      EXPECT_EQ(relays.find(canary), std::string::npos) << canary;
    }
  }
  void expect_of_the_pair(const Texts& canaries) {
    settle();
    const std::string mine = rows_of(amara);
    const std::string theirs = rows_of(jonas);
    const std::string relays = relay_has();
    for (const std::string& canary : canaries) {
      EXPECT_NE(mine.find(canary), std::string::npos) << canary;
      EXPECT_NE(theirs.find(canary), std::string::npos) << canary;
      EXPECT_EQ(relays.find(canary), std::string::npos) << canary;
    }
  }

  // ---- one of everything that is mine ----
  void write_my_network() {
    add_tie(amara, "Canaryperson Moreau", "mentor", {{"closeness", "very_close"}, {"vote", "2"}, {"ideal_days", "28"}});
    must(engine::relationship_set(*amara, tie_request("Jonas", "protege", {{"closeness", "less_close"}})));
    must(engine::person_edit(*amara, describe_request("Jonas", {{"tag", "canarytag"}, {"nickname", "canarynick"},
                                                                {"system", "another_employer"}})));
    must(engine::profile_edit(*amara, profile_request({{"strength", "canarystrength"},
                                                       {"weakness", "canaryweakness"}})));
    add_fact(amara, "structure", {{"person", "Jonas"}, {"type", "indirect_report"}, {"note", "canarystructure"}});
    add_fact(amara, "mark", {{"person", "Jonas"}, {"function", "COAC"}, {"direction", "given"}, {"intensity", "3"},
                             {"note", "canarymark"}});
    add_fact(amara, "need", {{"function", "ROLE"}, {"importance", "3"}, {"note", "canaryneed"}});
    add_fact(amara, "knows", {{"person", "Jonas"}, {"other", "Canaryperson"}, {"how", "know_well"}});
    add_fact(amara, "candidate", {{"who", "canarycandidate"}, {"why", "canarywhy"}, {"state", "enlisted"},
                                 {"person", "Canaryperson"}});
    add_fact(amara, "offer", {{"person", "Jonas"}, {"what", "canaryoffer"}});
    add_fact(amara, "circle", {{"name", "canarycircle"}, {"member", "Jonas"}, {"check_in", "canarycheckin"}});
    add_fact(amara, "event", {{"what", "move_abroad"}, {"note", "canaryevent"}});
    add_fact(amara, "pause", {{"person", "Jonas"}, {"from", "2023-11-20"}});
    add_fact(amara, "cadence", {{"tag", "canarycadence"}, {"ideal_days", "28"}, {"max_days", "42"}});
    must(engine::review_answer(*amara, review_request("know_thyself", 1, "canaryreview")));
    must(engine::story_answer(*amara, story_request("Canaryperson", 4, "canarystory")));
    api::SnapshotRequest snapshot;
    api::PersonDecision* decision = snapshot.add_decisions();
    decision->set_person("Jonas");
    decision->set_decision("deepen");
    must(engine::reassess_save(*amara, snapshot));
  }
  void write_what_i_feel() {
    api::LogAddRequest talk = log_request({"Jonas"}, "2023-11-01", "canarytalk");
    talk.set_next("canarynext");
    put_fields({{"theme", "canarytheme"}, {"before", "anxiety"}, {"after", "gratitude"}}, talk.mutable_fields());
    must(engine::log_add(*amara, talk));
    amara.add_note("canarynote", "Jonas");
    must(engine::goal_add(*amara, goal_request("canarygoal")));
    must(engine::relationship_set(*amara, tie_request("Jonas", "protege", {{"feeling", "resentment"}})));
    add_fact(amara, "flag", {{"person", "Jonas"}, {"flag", "single_sponsor"}, {"note", "canaryflag"}});
    add_fact(amara, "turn", {{"person", "Jonas"}, {"point", "S4"}, {"note", "canaryturn"}});
  }
};

TEST_F(PrivacyMatrix, PeopleFunctionsNeedsMapAndMeasuresAreMine) {
  write_my_network();
  expect_mine_alone({"Canaryperson", "very_close", "less_close", "canarytag", "canarynick", "another_employer",
                     "canarystrength", "canaryweakness", "indirect_report", "canarystructure", "canarymark",
                     "canaryneed", "know_well", "canarycandidate", "canarywhy", "enlisted", "canaryoffer",
                     "canarycircle", "canarycheckin", "move_abroad", "canaryevent", "canarycadence", "canaryreview",
                     "canarystory",                      "deepen"});
}

TEST_F(PrivacyMatrix, NotesFeelingsCareFlagsAndTurningPointsAreMine) {
  write_what_i_feel();
  expect_mine_alone({"canarytalk", "canarynext", "canarytheme", "anxiety", "gratitude", "canarynote", "canarygoal",
                     "resentment", "single_sponsor", "canaryflag", "canaryturn"});
}

using F4_TwoConfidentialViews = PrivacyMatrix;

TEST_F(F4_TwoConfidentialViews, ThePartnerCannotTellThatTheyExist) {
  const std::string before = answers_of(jonas);
  const std::string rows = rows_of(jonas);
  write_my_network();
  write_what_i_feel();
  for (int i = 0; i < 40; ++i) amara.add_note("One more private note, number " + std::to_string(i), "Jonas");
  settle();
  EXPECT_EQ(answers_of(jonas), before) << "F4: the same bytes, the same counts";
  EXPECT_EQ(rows_of(jonas), rows) << "not one row of the vault is another";
}

TEST_F(PrivacyMatrix, MyPhaseViewIsMine) {
  add_fact(amara, "span", {{"person", "Jonas"}, {"phase", "cultivation"}, {"from", "2022"}, {"note", "canaryspan"}});
  must(engine::relationship_set(*amara, tie_request("Jonas", "protege", {{"outcome", "from_a_distance"}})));
  must(engine::phase_assess(*amara, person_request("Jonas")));
  expect_mine_alone({"cultivation", "canaryspan", "from_a_distance"});
}

TEST_F(PrivacyMatrix, ASealedPhaseViewIsThePartnersOnceBothHaveSealed) {
  api::CompareSealRequest answer;
  answer.set_with("Jonas");
  answer.set_phase("redefinition");
  answer.set_announce(true);
  must(engine::compare_seal(*amara, answer));
  expect_mine_alone({"redefinition"});
  answer.set_with("Amara");
  answer.set_phase("initiation");
  must(engine::compare_seal(*jonas, answer));
  expect_of_the_pair({"redefinition", "initiation"});
}

TEST_F(PrivacyMatrix, AnAgreedPhaseIsOfThePairOnlyOnceBothConfirmedIt) {
  api::CompareSealRequest answer;
  answer.set_phase("redefinition");
  answer.set_with("Jonas");
  must(engine::compare_seal(*amara, answer));
  expect_mine_alone({"redefinition"});
  answer.set_with("Amara");
  must(engine::compare_seal(*jonas, answer));
  expect_of_the_pair({"redefinition"});
  EXPECT_EQ(must(engine::compare_list(*jonas)).items(0).gap_says(), "you see the same phase");
}

TEST_F(PrivacyMatrix, ASelectedPassageIsOfThePairAfterShareIsPressed) {
  const std::string note = amara.add_note("canarybefore. canarypassage. canaryafter.", "Jonas");
  expect_mine_alone({"canarypassage"});
  must(engine::share_add(*amara, share_request(note, "Jonas", "canarypassage.")));
  expect_of_the_pair({"canarypassage"});
  expect_mine_alone({"canarybefore", "canaryafter"});
  EXPECT_THAT(answers_of(jonas), Not(HasSubstr(note))) << "not the id of the note";
}

TEST_F(PrivacyMatrix, SharedGoalsAgendaActionsAndTheAgreementAreOfThePairAndBothEdit) {
  const std::string goal = must(engine::goal_add(*amara, goal_request("canarygoal", "Jonas"))).id();
  const std::string line = must(engine::agenda_add(*amara, agenda_request("canaryagenda", "Jonas"))).id();
  const std::string action = must(engine::action_add(*amara, action_request("canaryaction", "Jonas"))).id();
  must(engine::agreement_set(*amara, agreement_request("Jonas", {{"ending", "canaryending"},
                                                                 {"frequency", "canaryfrequency"},
                                                                 {"next_date", "2031-07-09"}})));
  expect_of_the_pair({"canarygoal", "canaryagenda", "canaryaction", "canaryending", "canaryfrequency"});
  EXPECT_THAT(values_of(must(engine::agreement_show(*jonas, list_with("Amara"))), "next_date"),
              ElementsAre("2031-07-09"));
  must(engine::goal_edit(*jonas, goal_edit_request(goal, "wrengoal")));
  must(engine::agenda_edit(*jonas, text_request(line, "wrenagenda")));
  api::ActionEditRequest task;
  task.set_id(action);
  task.set_text("wrenaction");
  must(engine::action_edit(*jonas, task));
  must(engine::agreement_set(*jonas, agreement_request("Amara", {{"ending", "wrenending"}})));
  expect_of_the_pair({"wrengoal", "wrenagenda", "wrenaction", "wrenending"});
}

TEST_F(PrivacyMatrix, SearchingAndReadingAreSeenByNobody) {
  const std::string note = amara.add_note("canaryseen", "Jonas");
  must(engine::share_add(*amara, share_request(note, "Jonas", "")));
  settle();
  must(engine::search_find(*jonas, search_request("anything")));  // the index has read what came
  const std::string sender = answers_of(amara);
  const std::string reader = rows_of(jonas);
  const int calls = relay.calls;
  const std::size_t handed = relay.wire.size();
  must(engine::search_find(*jonas, search_request("canaryseen")));
  must(engine::share_list(*jonas));
  must(engine::timeline_list(*jonas));
  must(engine::today_show(*jonas));
  must(engine::network_show(*jonas));
  EXPECT_EQ(relay.calls, calls) << "nobody is asked for anything";
  EXPECT_EQ(relay.wire.size(), handed);
  EXPECT_EQ(rows_of(jonas), reader) << "not even at home is it noted";
  settle();
  EXPECT_EQ(answers_of(amara), sender) << "no read receipt";
}

TEST_F(PrivacyMatrix, TheRelayLearnsKeysSizesAndTimesAndNoName) {
  write_my_network();
  write_what_i_feel();
  must(engine::agenda_add(*amara, agenda_request("canaryagenda", "Jonas")));
  settle();
  for (const char* with : {"", "Jonas"}) {
    api::RelayViewRequest request;
    request.set_with(with);
    const api::RelayView view = must(engine::relay_view(*amara, request));
    EXPECT_GT(view.entries_size(), 0);
    const std::string seen = view.SerializeAsString();
    for (const char* word : {"canary", "Canary", "Amara", "Osei", "Jonas", "Berg"}) {
      EXPECT_THAT(seen, Not(HasSubstr(word)));
      EXPECT_EQ(relay_has().find(word), std::string::npos) << word;
    }
  }
}

TEST_F(PrivacyMatrix, WhoIsPairedWithWhomIsNotToldByKeys) {
  std::map<SignKey, int> spaces_of;
  for (const auto& [id, space] : relay.spaces) {
    for (const auto& [number, member] : space.membership.members) {
      for (const envelope::DeviceKeys& device : member.devices) ++spaces_of[device.sign];
    }
  }
  ASSERT_EQ(relay.spaces.size(), 3U) << "one of each person's own, and the pair's";
  EXPECT_EQ(spaces_of.size(), 4U);
  for (const auto& [key, count] : spaces_of) EXPECT_EQ(count, 1) << "a key that stands in two spaces would join them";
}

TEST_F(PrivacyMatrix, StatisticsAreOffAndShownBeforeAnythingLeaves) {
  write_my_network();
  settle();
  const int calls = relay.calls;
  const api::StatisticsPreview preview = must(engine::statistics_preview(*amara));
  EXPECT_FALSE(preview.opted_in());
  EXPECT_EQ(relay.calls, calls);
  std::map<std::string, double> numbers;
  for (const api::StatisticRow& row : preview.items()) numbers[row.what()] = row.number();
  EXPECT_EQ(numbers, (std::map<std::string, double>{{"pairs", 1}, {"developers", 2}, {"gaps", 1}}));
  for (const char* word : {"canary", "Canary", "Jonas", "ROLE", "role"}) {
    EXPECT_THAT(preview.SerializeAsString(), Not(HasSubstr(word)));
  }
}

}  // namespace
}  // namespace kith::testing

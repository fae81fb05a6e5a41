// The senior retires: the pair goes on at a relay of its own, whatever the old one's fate.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kPrivate[] = "private.example.org:7443";

struct F22_LeaveAndCarryOn : TwoPeople {
  MemoryRelay own{random, clock};
  MemoryRelay other{random, clock};

  void SetUp() override {
    for (Person* person : {&amara, &jonas}) {
      person->options.relay_address.clear();
      person->options.relay_ca_pem.clear();
      person->options.transport = [this, person](const std::string& address, const std::string& ca) {
        return connected(*person, address, ca);
      };
      person->restart();
      ask_move(*person, "relay.example.org:7443", "its certificate");
    }
    pair();
  }
  Result<std::unique_ptr<client::Transport>> connected(Person& person, const std::string& address,
                                                       const std::string& ca) {
    if (address == kPrivate && ca != "a certificate of its own") return fail(Code::OFFLINE, "not its certificate");
    if (address == "nobody.example.org:1") return fail(Code::OFFLINE, "nobody answers");
    MemoryRelay& reached = address == kPrivate ? own : address == "other.example.org:1" ? other : relay;
    return std::unique_ptr<client::Transport>(
        std::make_unique<PersonTransport>(reached, person.line, &person.admission_shown));
  }
  static Result<api::SyncResult> move(Person& person, const std::string& address, const std::string& ca,
                                      bool old_is_gone = false) {
    api::RelayMoveRequest request;
    request.set_address(address);
    request.set_certificate(ca);
    request.set_old_is_gone(old_is_gone);
    return engine::relay_move(*person, request);
  }
  static void ask_move(Person& person, const std::string& address, const std::string& ca) {
    const api::SyncResult out = must(move(person, address, ca));
    EXPECT_FALSE(out.has_error()) << out.error().message();
  }
  static Result<api::SyncResult> follow(Person& person, const std::string& whom) {
    api::RelayFollowRequest request;
    request.set_person(whom);
    return engine::relay_follow(*person, request);
  }
  static void expect_waits_for_jonas(const api::SyncResult& result) {
    for (const api::SpaceOutcome& one : result.spaces()) {
      EXPECT_EQ(one.code() + one.person(), one.own() ? "" : "CONFLICTJonas Berg");
      EXPECT_EQ(one.waiting() > 0, !one.own());
      EXPECT_FALSE(one.trouble()) << "it waits for somebody, and nothing is wrong";
      if (one.own()) continue;
      EXPECT_THAT(one.why(), HasSubstr("at another relay"));
    }
  }
  static api::RelayInfo info(Person& person) { return must(engine::relay_show(*person)); }
  static Texts due(Person& person) {
    Texts out;
    for (const api::DueItem& row : rows(engine::today_show(*person))) {
      out.push_back(row.what() + " " + row.person() + " " + row.text());
    }
    return out;
  }
};

TEST_F(F22_LeaveAndCarryOn, TheNewRelayIsShownTheAdmissionThatCameWithTheMove) {
  api::RelayMoveRequest request;
  request.set_address(kPrivate);
  request.set_certificate("a certificate of its own");
  request.set_admission("let her in there");
  must(engine::relay_move(*amara, request));
  EXPECT_EQ(as_text(amara.admission_shown), "let her in there");
}

TEST_F(F22_LeaveAndCarryOn, ThePairContinuesOnAPrivateRelayWithNoDataLoss) {
  const std::string line = must(engine::agenda_add(*amara, agenda_request("the hand-over", "Jonas"))).id();
  amara.add_note("private", "Jonas");
  settle();
  const std::string before = must(engine::vault_export(*jonas)).SerializeAsString();
  ask_move(amara, kPrivate, "a certificate of its own");
  EXPECT_EQ(info(amara).address(), kPrivate);
  EXPECT_TRUE(info(amara).partners(0).waits());
  EXPECT_THAT(due(amara), ElementsAre("move Jonas Berg "));
  must(engine::agenda_edit(*amara, text_request(line, "the hand-over, and after")));
  expect_waits_for_jonas(amara.sync());
  must(engine::agenda_add(*jonas, agenda_request("written at the old one", "Amara")));
  jonas.sync();
  EXPECT_THAT(due(jonas), ElementsAre(std::string("move Amara Osei ") + kPrivate));
  EXPECT_FALSE(must(follow(jonas, "Amara")).has_error());
  relay.offline = true;  // and the company's is switched off
  settle();
  EXPECT_THAT(texts(engine::agenda_list(*jonas, list_with("Amara"))),
              ElementsAre("the hand-over, and after", "written at the old one"));
  EXPECT_THAT(texts(engine::agenda_list(*amara, list_with("Jonas"))),
              ElementsAre("the hand-over, and after", "written at the old one"));
  EXPECT_EQ(info(amara).partners_size() + info(jonas).partners_size(), 0);
  EXPECT_THAT(due(amara), IsEmpty());
  for (Person* person : {&amara, &jonas}) {
    person->restart();
    person->sync();
    EXPECT_EQ(must(engine::alarm_list(**person)).items_size(), 0) << person->name;
    EXPECT_EQ(must(engine::vault_status(**person)).pairs(), 1U);
  }
  must(engine::agenda_edit(*amara, text_request(line, "the hand-over")));
  settle();
  EXPECT_NE(must(engine::vault_export(*jonas)).SerializeAsString(), before);
}

TEST_F(F22_LeaveAndCarryOn, AMoveThatCannotBeToldIsFinishedByTheNextSync) {
  must(engine::agenda_add(*amara, agenda_request("a", "Jonas")));
  relay.append_offline = true;
  EXPECT_FALSE(move(amara, kPrivate, "a certificate of its own").ok());
  EXPECT_EQ(info(amara).moving_to(), kPrivate);
  EXPECT_EQ(own.spaces.size(), 1U) << "it was asked whether it takes this vault, and no more";
  amara.restart();
  EXPECT_FALSE(engine::sync_once(*amara).ok());
  relay.append_offline = false;
  amara.sync();
  EXPECT_EQ(info(amara).moving_to(), "");
  EXPECT_EQ(info(amara).address(), kPrivate);
  EXPECT_EQ(own.spaces.size(), 2U);
}

TEST_F(F22_LeaveAndCarryOn, ARelayThatIsGoneIsLeftAllTheSame) {
  must(engine::agenda_add(*amara, agenda_request("a", "Jonas")));
  settle();
  relay.offline = true;
  EXPECT_THAT(move(amara, kPrivate, "a certificate of its own"), Fails(Code::OFFLINE));
  EXPECT_FALSE(must(move(amara, kPrivate, "a certificate of its own", true)).has_error());
  EXPECT_FALSE(must(move(jonas, kPrivate, "a certificate of its own", true)).has_error());
  must(engine::agenda_add(*jonas, agenda_request("b", "Amara")));
  settle();
  EXPECT_THAT(texts(engine::agenda_list(*amara, list_with("Jonas"))), ElementsAre("a", "b"));
}

TEST_F(F22_LeaveAndCarryOn, BadPlacesChangeNothing) {
  const std::string before = info(amara).SerializeAsString();
  EXPECT_THAT(move(amara, "", ""), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(move(amara, "nobody.example.org:1", ""), Fails(Code::OFFLINE));
  EXPECT_THAT(move(amara, kPrivate, "another certificate"), Fails(Code::OFFLINE));
  EXPECT_THAT(follow(amara, "Jonas"), Fails(Code::NOT_FOUND));
  EXPECT_THAT(follow(amara, "Nobody"), Fails(Code::NOT_FOUND));
  EXPECT_EQ(info(amara).SerializeAsString(), before);
  amara.sync();
}

TEST_F(F22_LeaveAndCarryOn, ARelayThatIsNotThePartnersIsNotFollowed) {
  ask_move(amara, kPrivate, "a certificate of its own");
  jonas.sync();
  own = MemoryRelay(random, clock);  // somebody else answers there now
  EXPECT_THAT(follow(jonas, "Amara"), Fails(Code::KEY_CHANGED));
  EXPECT_EQ(info(jonas).address(), "relay.example.org:7443");
  EXPECT_EQ(info(jonas).moving_to(), "");
}

TEST_F(F22_LeaveAndCarryOn, ALiveStreamEndsWithTheRelayThatWasLeft) {
  const auto stream = engine::sync_watch(*amara);
  ASSERT_THAT(stream, IsOk());
  ASSERT_THAT((*stream)->next(0), IsOk());
  ask_move(amara, kPrivate, "a certificate of its own");
  const auto& space = *relay.spaces.begin();
  amara.line->say(space.first, relay.sign(space.first, space.second.heads.back()));
  EXPECT_THAT((*stream)->next(1000), Fails(Code::OFFLINE));
  EXPECT_THAT((*stream)->next(0), IsOk()) << "and begins anew at the new one";
  EXPECT_EQ(must(engine::alarm_list(*amara)).items_size(), 0);
}

TEST_F(F22_LeaveAndCarryOn, TheEndOfAPairThatIsNotSentSaysSoUntilBothAreAtOneRelay) {
  ask_move(amara, kPrivate, "a certificate of its own");
  must(engine::pair_end(*amara, end_request("Jonas")));
  const api::SyncResult waits = amara.sync();
  for (const api::SpaceOutcome& one : waits.spaces()) {
    EXPECT_EQ(one.leave_waits(), !one.own());
    EXPECT_EQ(one.code(), one.own() ? "" : "CONFLICT");
    EXPECT_THAT(one.why(), HasSubstr(one.own() ? "" : "the end of the pair is sent when"));
  }
  jonas.sync();
  EXPECT_FALSE(must(follow(jonas, "Amara")).has_error());
  settle();
  const api::SyncResult over = amara.sync();
  for (const api::SpaceOutcome& one : over.spaces()) EXPECT_FALSE(one.leave_waits() || !one.code().empty());
  EXPECT_EQ(must(engine::pair_refresh(*jonas)).items(0).state(), "ended");
}

}  // namespace
}  // namespace kith::testing

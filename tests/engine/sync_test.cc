// Syncing through the engine: counts, no network, a relay that is caught, and what it holds.

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST_F(Paired, ASyncCountsWhatCameAndWent) {
  must(engine::agenda_add(*amara, agenda_request("one", "Jonas")));
  EXPECT_GT(must(engine::vault_status(*amara)).pending(), 0U);
  const api::SyncResult sent = amara.sync();
  EXPECT_EQ(sent.id(), must(engine::vault_me(*amara)).id());
  EXPECT_GT(sent.sent(), 0U);
  EXPECT_EQ(sent.received() + sent.pending(), 0U);
  const api::SyncResult received = jonas.sync();
  EXPECT_GT(received.received(), 0U);
  EXPECT_EQ(received.sent(), 0U);
  const std::string before = amara.everything();
  const api::SyncResult again = amara.sync();
  EXPECT_EQ(again.sent() + again.received(), 0U);
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(Paired, WithoutTheRelayASyncSaysOfflineAndChangesNothing) {
  must(engine::agenda_add(*amara, agenda_request("waits", "Jonas")));
  relay.offline = true;
  const std::string before = amara.everything();
  for (int i = 0; i < 3; ++i) EXPECT_THAT(engine::sync_once(*amara), Fails(Code::OFFLINE));
  EXPECT_EQ(amara.everything(), before);
  amara.add_note("writing never needs the relay");
  amara.restart();
  EXPECT_THAT(engine::sync_once(*amara), Fails(Code::OFFLINE));
  relay.offline = false;
  settle();
  EXPECT_EQ(texts(engine::agenda_list(*jonas)), Texts{"waits"});
  EXPECT_EQ(must(engine::vault_status(*amara)).pending(), 0U);
}

TEST_F(OnePerson, WithoutAnyRelayEverythingButTheRelaysPartWorks) {
  amara.options.relay_address.clear();
  amara.options.relay_ca_pem.clear();
  amara.restart();
  amara.add_person("Jonas Berg");
  EXPECT_EQ(must(engine::vault_status(*amara)).relay(), "");
  EXPECT_THAT(engine::sync_once(*amara), Fails(Code::OFFLINE));
  EXPECT_THAT(engine::pair_invite(*amara, invite_request("Jonas")), Fails(Code::OFFLINE));
  EXPECT_THAT(engine::relay_view(*amara), Fails(Code::OFFLINE));
  EXPECT_FALSE(must(engine::pair_refresh(*amara)).refreshed());
}

TEST_F(OnePerson, TheRelayIsRememberedOnceItHasAnswered) {
  relay.offline = true;
  EXPECT_THAT(engine::sync_once(*amara), Fails(Code::OFFLINE));
  const auto without = [&] {
    amara.options.relay_address.clear();
    amara.options.relay_ca_pem.clear();
    amara.restart();
  };
  const engine::EngineOptions with = amara.options;
  without();
  EXPECT_EQ(must(engine::vault_status(*amara)).relay(), "") << "it never answered";
  relay.offline = false;
  amara.options = with;
  amara.restart();
  amara.sync();
  without();
  amara.address_asked.clear();
  amara.ca_asked.clear();
  amara.sync();
  EXPECT_EQ(amara.address_asked, "relay.example.org:7443");
  EXPECT_EQ(amara.ca_asked, "the certificate of the test");
  EXPECT_EQ(must(engine::vault_status(*amara)).relay(), "relay.example.org:7443");
}

TEST_F(OnePerson, TheAdmissionIsShownWhereASpaceIsMade) {
  amara.options.admission = "let her in";
  amara.restart();
  amara.sync();
  EXPECT_EQ(as_text(amara.admission_shown), "let her in");
}

TEST_F(Paired, ARelayWithAnotherKeyIsAnAlarmAndGetsNothing) {
  must(engine::agenda_add(*amara, agenda_request("waits", "Jonas")));
  MemoryRelay other{random, clock};
  amara.relay = &other;
  amara.options.relay_address = "elsewhere.example.org:7443";
  amara.restart();
  EXPECT_THAT(engine::sync_once(*amara), Fails(Code::KEY_CHANGED));
  EXPECT_THAT(engine::pair_invite(*amara), Fails(Code::KEY_CHANGED));
  EXPECT_TRUE(other.wire.empty());
  const api::AlarmList alarms = must(engine::alarm_list(*amara));
  ASSERT_EQ(alarms.items_size(), 1) << "it is reported once";
  EXPECT_EQ(alarms.items(0).code(), "KEY_CHANGED");
  EXPECT_THAT(alarms.items(0).meaning(), HasSubstr("nothing was sent"));
  EXPECT_FALSE(alarms.items(0).healed());
  const api::StatusResult status = must(engine::vault_status(*amara));
  EXPECT_EQ(status.alarms(), 1U);
  EXPECT_EQ(steps_in(status.next()), "ALARM_LIST");
  EXPECT_GT(status.pending(), 0U);

  amara.relay = &relay;
  amara.options.relay_address.clear();
  amara.restart();
  EXPECT_EQ(must(engine::vault_status(*amara)).relay(), "relay.example.org:7443")
      << "the other is not remembered";
  amara.sync();
  jonas.sync();
  EXPECT_EQ(texts(engine::agenda_list(*jonas)), Texts{"waits"});
}

TEST_F(Paired, AChangedEntryIsAnAlarmOfTheSyncAndHealsLater) {
  must(engine::agenda_add(*amara, agenda_request("one", "Jonas")));
  amara.sync();
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (!page.rows.empty()) page.rows.back().entry[300] ^= 1;
  };
  const api::SyncResult result = must(engine::sync_once(*jonas));
  ASSERT_TRUE(result.has_error());
  EXPECT_EQ(result.error().code(), api::BAD_SIGNATURE);
  EXPECT_THAT(result.error().message(), HasSubstr("was not applied"));
  ASSERT_EQ(result.alarms_size(), 1);
  EXPECT_EQ(result.alarms(0).code(), "BAD_SIGNATURE");
  EXPECT_THAT(texts(engine::agenda_list(*jonas)), IsEmpty());

  const api::Alarm alarm = must(engine::alarm_list(*jonas)).items(0);
  EXPECT_EQ(alarm.id(), result.alarms(0).id());
  EXPECT_EQ(alarm.code(), "BAD_SIGNATURE");
  EXPECT_EQ(alarm.person(), "Amara Osei");
  EXPECT_EQ(alarm.space().size(), 64U);
  EXPECT_EQ(alarm.time_ms(), static_cast<double>(clock.wall_ms()));
  EXPECT_NE(alarm.detail(), "");
  EXPECT_THAT(alarm.meaning(), HasSubstr("was changed on its way"));
  EXPECT_FALSE(alarm.healed());

  EXPECT_FALSE(must(engine::sync_once(*jonas)).has_error()) << "the same lie is no new alarm";
  relay.on_fetch = nullptr;
  jonas.sync();
  EXPECT_EQ(texts(engine::agenda_list(*jonas)), Texts{"one"});
  EXPECT_TRUE(must(engine::alarm_list(*jonas)).items(0).healed());
  EXPECT_EQ(must(engine::vault_status(*jonas)).alarms(), 0U);
}

TEST_F(OnePerson, WithoutALieThereIsNoAlarm) {
  amara.sync();
  EXPECT_THAT(rows(engine::alarm_list(*amara)), IsEmpty());
}

TEST_F(Paired, TheRelaysViewShowsWhatItCanReadAndNoContent) {
  must(engine::agenda_add(*amara, agenda_request("unseen words", "Jonas")));
  settle();
  api::RelayViewRequest of_pair;
  of_pair.set_with("Jonas");
  const api::RelayView pair = must(engine::relay_view(*amara, of_pair));
  const api::RelayView own = must(engine::relay_view(*amara));
  EXPECT_NE(pair.space(), own.space());
  ASSERT_GT(pair.entries_size(), 1);
  EXPECT_EQ(pair.position(), pair.entries_size());
  EXPECT_EQ(pair.entries(0).kind(), "membership");
  EXPECT_EQ(pair.entries(0).position(), 1);
  const api::RelayEntry& last = pair.entries(pair.entries_size() - 1);
  EXPECT_EQ(last.kind(), "data");
  EXPECT_THAT(last.sealed(), HasSubstr("sealed bytes"));
  Texts names;
  for (const api::VisibleField& field : last.visible()) names.push_back(field.name());
  for (const char* name :
       {"suite", "space", "epoch", "author", "sequence", "previous", "body_size", "signature"}) {
    EXPECT_THAT(names, ::testing::Contains(name));
  }
  EXPECT_EQ(pair.SerializeAsString().find("unseen words"), std::string::npos);
  for (const char* name : {"Amara", "Jonas"})
    EXPECT_EQ(pair.SerializeAsString().find(name), std::string::npos);

  api::RelayViewRequest of_nobody;
  of_nobody.set_with("Nobody");
  EXPECT_THAT(engine::relay_view(*amara, of_nobody), Fails(Code::NOT_FOUND));
  amara.add_person("Ida Falk");
  of_nobody.set_with("Ida");
  EXPECT_THAT(engine::relay_view(*amara, of_nobody), Fails(Code::NOT_FOUND)) << "no pair with her";
  relay.offline = true;
  EXPECT_THAT(engine::relay_view(*amara, of_pair), Fails(Code::OFFLINE));
}

// ---- a result per space ----

api::SpaceOutcome outcome(const api::SyncResult& result, bool own) {
  for (const api::SpaceOutcome& one : result.spaces()) {
    if (one.own() == own) return one;
  }
  ADD_FAILURE() << "no result of that space";
  return {};
}

TEST_F(Paired, EachSpaceHasItsOwnResultAndTroubleStaysWhereItIs) {
  must(engine::agenda_add(*amara, agenda_request("one", "Jonas")));
  amara.sync();
  jonas.add_note("mine");
  must(engine::agenda_add(*jonas, agenda_request("waits", "Amara")));
  const std::string pair_id = outcome(amara.sync(), false).space();
  relay.on_fetch = [&](const SpaceId& id, client::Page& page) {
    if (id.hex() == pair_id && !page.rows.empty()) page.rows.back().entry[300] ^= 1;
  };
  for (int round = 0; round < 2; ++round) {
    const api::SyncResult result = must(engine::sync_once(*jonas));
    EXPECT_EQ(result.has_error(), round == 0) << "the alarm is new once";
    const api::SpaceOutcome own = outcome(result, true);
    EXPECT_EQ(own.code() + own.why() + own.person(), "");
    EXPECT_EQ(own.waiting(), 0U);
    const api::SpaceOutcome pair = outcome(result, false);
    EXPECT_EQ(pair.code() + ", " + pair.person(), "GAP, Amara Osei");
    EXPECT_TRUE(pair.trouble()) << "the trouble is said each time";
    EXPECT_GT(pair.waiting(), 0U);
    EXPECT_EQ(steps_in(pair.next()), "ALARM_LIST");
  }
  relay.on_fetch = nullptr;
  const api::SpaceOutcome pair = outcome(jonas.sync(), false);
  EXPECT_EQ(pair.code() + pair.why(), "");
  EXPECT_EQ(pair.waiting(), 0U);
}

TEST_F(TwoPeople, AnInvitationThatNobodyConfirmedIsNoTroubleAndWaitsForNothing) {
  invite_and_accept();
  for (Person* person : {&amara, &jonas}) {
    const api::SyncResult result = person->sync();
    for (const api::SpaceOutcome& one : result.spaces()) EXPECT_EQ(one.code() + one.why(), "") << person->name;
    EXPECT_EQ(result.pending(), 0U);
  }
}

}  // namespace
}  // namespace kith::testing

// What a person can do about an alarm: read it, say that it was seen, let a space go on.

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Alarms : Paired {
  // The relay shows each of them another branch; then her device meets his.
  api::SyncResult fork(int number) {
    settle_what_can();
    const auto before = relay.spaces;
    must(engine::agenda_add(*amara, agenda_request("left " + std::to_string(number), "Jonas")));
    must(engine::sync_once(*amara));
    relay.spaces = before;
    must(engine::agenda_add(*jonas, agenda_request("right " + std::to_string(number), "Amara")));
    must(engine::sync_once(*jonas));
    return must(engine::sync_once(*amara));
  }
  void settle_what_can() {
    for (int i = 0; i < 3; ++i) {
      must(engine::sync_once(*amara));
      must(engine::sync_once(*jonas));
    }
  }
  // The fourth time nothing is put together by itself any more.
  api::SyncResult stop_the_pair() {
    for (int number = 1; number <= 3; ++number) fork(number);
    return fork(4);
  }
  std::vector<api::Alarm> open_alarms() {
    std::vector<api::Alarm> out;
    for (const api::Alarm& row : rows(engine::alarm_list(*amara))) {
      if (!row.dismissed() && !row.healed()) out.push_back(row);
    }
    return out;
  }
  Texts lines(Person& person) { return texts(engine::agenda_list(*person)); }
};

TEST_F(Alarms, AForkIsPutTogetherAndItsAlarmIsReadAndDismissed) {
  const api::SyncResult merged = fork(1);
  EXPECT_EQ(merged.error().code(), api::FORK);
  ASSERT_EQ(open_alarms().size(), 1U);
  const api::Alarm alarm = must(engine::alarm_show(*amara, id_request(open_alarms()[0].id())));
  EXPECT_EQ(alarm.code() + ", " + alarm.person(), "FORK, Jonas Berg");
  EXPECT_FALSE(alarm.stops_space());
  EXPECT_THAT(alarm.meaning(), HasSubstr("two different histories"));
  EXPECT_THAT(alarm.to_do(), HasSubstr("the space goes on"));
  EXPECT_EQ(alarm.meaning_sentence().english() + alarm.to_do_sentence().english(), alarm.meaning() + alarm.to_do());
  EXPECT_FALSE(alarm.meaning_sentence().id().empty() || alarm.to_do_sentence().id().empty());
  EXPECT_EQ(alarm.evidence_bytes_size(), 2) << "both heads";
  EXPECT_EQ(must(engine::vault_status(*amara)).alarms(), 1U);
  EXPECT_EQ(must(engine::today_show(*amara)).items(0).what(), "alarm");
  EXPECT_EQ(must(engine::today_show(*amara)).items(0).id(), alarm.id());

  EXPECT_THAT(engine::alarm_heal(*amara, heal_request(alarm.id())), Fails(Code::INVALID_ARGUMENT)) << "nothing waits";
  EXPECT_THAT(must(engine::alarm_dismiss(*amara, id_request(alarm.id()))).says(), HasSubstr("kept"));
  EXPECT_THAT(open_alarms(), IsEmpty());
  EXPECT_TRUE(must(engine::alarm_show(*amara, id_request(alarm.id()))).dismissed());
  EXPECT_EQ(must(engine::vault_status(*amara)).alarms(), 0U);
  EXPECT_EQ(must(engine::today_show(*amara)).items_size(), 0);
  settle();
  EXPECT_EQ(lines(amara), (Texts{"left 1", "right 1"}));
  EXPECT_EQ(lines(jonas), lines(amara));
}

TEST_F(Alarms, TheFourthForkStopsThePairUntilAPersonLetsItGoOn) {
  const api::SyncResult stopped = stop_the_pair();
  bool found = false;
  for (const api::SpaceOutcome& one : stopped.spaces()) {
    EXPECT_EQ(one.trouble(), !one.own());
    if (one.own()) continue;
    found = true;
    EXPECT_EQ(one.code(), "FORK");
    EXPECT_EQ(steps_in(one.next()), "ALARM_LIST, ALARM_HEAL");
  }
  EXPECT_TRUE(found);
  must(engine::agenda_add(*amara, agenda_request("written meanwhile", "Jonas")));
  const api::SyncResult again = must(engine::sync_once(*amara));
  EXPECT_GT(again.pending(), 0U);
  ASSERT_FALSE(open_alarms().empty());
  const api::Alarm alarm = open_alarms().back();
  EXPECT_TRUE(alarm.stops_space());
  EXPECT_EQ(steps_in(alarm.next()), "ALARM_HEAL " + alarm.id());
  const std::string says = must(engine::alarm_heal(*amara, heal_request(alarm.id()))).says();
  for (const char* words : {"goes on", "puts both histories together", "withdrawn", "change of members"}) {
    EXPECT_THAT(says, HasSubstr(words));
  }
  settle_what_can();
  settle();
  EXPECT_EQ(lines(amara), (Texts{"left 1", "left 2", "left 3", "left 4", "right 1", "right 2", "right 3", "right 4",
                                 "written meanwhile"}));
  EXPECT_EQ(lines(jonas), lines(amara));
  const api::Alarm healed = must(engine::alarm_show(*amara, id_request(alarm.id())));
  EXPECT_FALSE(healed.stops_space());
  EXPECT_EQ(steps_in(healed.next()), "") << "nothing is healed twice";
}

TEST_F(Alarms, WhatIsDismissedComesLastAndAnIdThatIsNoneIsSaid) {
  fork(1);
  fork(2);
  const auto all = rows(engine::alarm_list(*amara));
  ASSERT_EQ(all.size(), 2U);
  must(engine::alarm_dismiss(*amara, id_request(all[0].id())));
  const auto now = rows(engine::alarm_list(*amara));
  EXPECT_EQ(now[0].id() + ", " + now[1].id(), all[1].id() + ", " + all[0].id());
  for (const char* id : {"", "x", "1x", "-1"}) {
    EXPECT_THAT(engine::alarm_show(*amara, id_request(id)), Fails(Code::INVALID_ARGUMENT)) << id;
    EXPECT_THAT(engine::alarm_dismiss(*amara, id_request(id)), Fails(Code::INVALID_ARGUMENT)) << id;
    EXPECT_THAT(engine::alarm_heal(*amara, heal_request(id)), Fails(Code::INVALID_ARGUMENT)) << id;
  }
  EXPECT_THAT(engine::alarm_show(*amara, id_request("99")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::alarm_dismiss(*amara, id_request("99")), Fails(Code::NOT_FOUND));
}

struct LostRenewal : Alarms {
  std::string id;

  // Amara goes on under new keys; the host puts an older copy of the relay back, and Jonas writes first.
  void SetUp() override {
    Alarms::SetUp();
    settle_what_can();
    const auto before = relay.spaces;
    mark_restored();
    api::RenewRequest request;
    request.set_passphrase(kPassphrase);
    ASSERT_EQ(must(engine::vault_renew(*amara, request)).left(), 0U);
    must(engine::agenda_add(*amara, agenda_request("under new keys", "Jonas")));
    must(engine::sync_once(*amara));
    relay.spaces = before;
    must(engine::agenda_add(*jonas, agenda_request("on the other branch", "Amara")));
    must(engine::sync_once(*jonas));
    must(engine::sync_once(*amara));
    for (const api::Alarm& alarm : open_alarms()) {
      if (alarm.code() == "FORK") id = alarm.id();
    }
    ASSERT_NE(id, "");
  }
};

TEST_F(LostRenewal, IsExplainedBeforeAnybodyDecides) {
  const api::Alarm alarm = must(engine::alarm_show(*amara, id_request(id)));
  EXPECT_TRUE(alarm.stops_space());
  EXPECT_TRUE(alarm.wants_passphrase());
  for (const char* words : {"new keys of a member", "Nothing is sent", "kept here"}) EXPECT_THAT(alarm.meaning(), HasSubstr(words));
  for (const char* words : {"Speak with", "decide", "passphrase", "does not come back", "stays withdrawn", "leave it"}) {
    EXPECT_THAT(alarm.to_do(), HasSubstr(words));
  }
  EXPECT_EQ(steps_in(alarm.next()), "ALARM_HEAL " + id);
}

TEST_F(LostRenewal, IsDecidedOverWithThePassphraseAlone) {
  EXPECT_THAT(engine::alarm_heal(*amara, heal_request(id)), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::alarm_heal(*amara, heal_request(id, "another passphrase")), Fails(Code::STORE_LOCKED));
  EXPECT_TRUE(must(engine::alarm_show(*amara, id_request(id))).stops_space());
  const api::AlarmChanged done = must(engine::alarm_heal(*amara, heal_request(id, kPassphrase)));
  EXPECT_THAT(done.says(), HasSubstr("one again"));
  EXPECT_FALSE(done.sync().has_error()) << done.sync().error().message();
  EXPECT_EQ(must(engine::sync_once(*jonas)).renewed_size(), 1);
  settle();
  EXPECT_EQ(lines(amara), (Texts{"on the other branch", "under new keys"}));
  EXPECT_EQ(lines(jonas), lines(amara));
  const api::Alarm alarm = must(engine::alarm_show(*amara, id_request(id)));
  EXPECT_FALSE(alarm.stops_space());
  EXPECT_FALSE(alarm.wants_passphrase());
  EXPECT_TRUE(alarm.dismissed());
}

TEST_F(LostRenewal, WithoutANetworkNothingIsDecidedAndItIsAskedForAgain) {
  relay.offline = true;
  EXPECT_THAT(engine::alarm_heal(*amara, heal_request(id, kPassphrase)), Fails(Code::OFFLINE));
  relay.offline = false;
  EXPECT_TRUE(must(engine::alarm_show(*amara, id_request(id))).wants_passphrase());
  EXPECT_THAT(must(engine::alarm_heal(*amara, heal_request(id, kPassphrase))).says(), HasSubstr("one again"));
}

}  // namespace
}  // namespace kith::testing

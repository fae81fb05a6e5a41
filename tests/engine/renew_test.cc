// A vault whose folder was put back goes on under new keys, as a face sees it.

#include <gmock/gmock.h>

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Renewing : Paired {
  api::RenewRequest request(const std::string& words = kPassphrase) {
    api::RenewRequest out;
    out.set_passphrase(words);
    return out;
  }
  // Amara's folder of now is put back after she has sent more.
  void roll_back() {
    must(engine::agenda_add(*amara, agenda_request("yesterday", "Jonas")));
    settle();
    amara.close();
    const auto yesterday = amara.folder.path() / "yesterday";
    std::filesystem::copy(amara.options.folder, yesterday, std::filesystem::copy_options::recursive);
    amara.restart();
    must(engine::agenda_add(*amara, agenda_request("sent later", "Jonas")));
    settle();
    amara.close();
    std::filesystem::remove_all(amara.options.folder);
    std::filesystem::rename(yesterday, amara.options.folder);
    amara.restart();
  }
};

TEST_F(Renewing, AnOlderFolderIsNoticedAndEverySyncSaysWhyNothingIsSent) {
  roll_back();
  EXPECT_FALSE(must(engine::vault_status(*amara)).renewal_needed()) << "nobody has said so yet";
  must(engine::agenda_add(*amara, agenda_request("written today", "Jonas")));
  const api::SyncResult first = must(engine::sync_once(*amara));
  EXPECT_EQ(first.error().code(), api::STORE_ROLLED_BACK);
  ASSERT_GT(first.alarms_size(), 0);
  EXPECT_EQ(steps_in(first.error().next()), "ALARM_SHOW " + first.alarms(0).id() + ", VAULT_RENEW") << "the cure with it";
  const api::SyncResult second = must(engine::sync_once(*amara));
  EXPECT_EQ(second.error().code(), api::STORE_ROLLED_BACK);
  EXPECT_EQ(steps_in(second.error().next()), "VAULT_RENEW");
  EXPECT_EQ(second.alarms_size(), 0);
  EXPECT_EQ(second.sent(), 0U);
  EXPECT_GT(second.pending(), 0U);
  const api::StatusResult status = must(engine::vault_status(*amara));
  EXPECT_TRUE(status.renewal_needed());
  EXPECT_EQ(steps_in(status.next()), "VAULT_RENEW");
}

TEST_F(Renewing, GoesOnUnderNewKeysAndTellsThePartner) {
  roll_back();
  must(engine::agenda_add(*amara, agenda_request("written today", "Jonas")));
  must(engine::sync_once(*amara));
  const api::RenewResult done = must(engine::vault_renew(*amara, request()));
  EXPECT_EQ(done.id(), must(engine::vault_me(*amara)).id());
  EXPECT_EQ(done.renewed(), 2U);
  EXPECT_EQ(done.left(), 0U);
  EXPECT_FALSE(done.sync().has_error());
  EXPECT_EQ(done.sync().pending(), 0U);
  const api::SyncResult told = jonas.sync();
  EXPECT_THAT(told.renewed(), ElementsAre("Amara Osei"));
  EXPECT_THAT(jonas.sync().renewed(), ElementsAre());
  settle();
  const Texts all{"sent later", "written today", "yesterday"};
  EXPECT_EQ(texts(engine::agenda_list(*amara)), all);
  EXPECT_EQ(texts(engine::agenda_list(*jonas)), all);
  const api::Pair pair = must(engine::pair_refresh(*jonas)).items(0);
  EXPECT_TRUE(pair.verified());
  EXPECT_EQ(pair.partner_renewals(), 1U);
  EXPECT_EQ(must(engine::pair_refresh(*amara)).items(0).partner_renewals(), 0U);
  EXPECT_FALSE(must(engine::vault_status(*amara)).renewal_needed());
  EXPECT_EQ(must(engine::vault_status(*amara)).alarms(), 0U);
}

TEST_F(Renewing, ARestoredVaultIsNoAlarm) {
  roll_back();
  mark_restored();
  EXPECT_EQ(steps_in(must(engine::vault_status(*amara)).next()), "VAULT_RENEW");
  const api::SyncResult result = must(engine::sync_once(*amara));
  EXPECT_EQ(result.alarms_size(), 0);
  EXPECT_EQ(result.error().code(), api::STORE_ROLLED_BACK);
  EXPECT_THAT(result.error().message(), HasSubstr("put back from a backup"));
  EXPECT_EQ(must(engine::vault_renew(*amara, request())).renewed(), 2U);
  EXPECT_EQ(must(engine::vault_status(*amara)).alarms(), 0U);
  settle();
  EXPECT_EQ(texts(engine::agenda_list(*amara)), (Texts{"sent later", "yesterday"}));
}

TEST_F(Renewing, NeedsThePassphraseAndChangesNothingWithoutIt) {
  mark_restored();
  const std::string before = amara.everything();
  EXPECT_THAT(engine::vault_renew(*amara), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::vault_renew(*amara, request("not the passphrase")), Fails(Code::STORE_LOCKED));
  relay.offline = true;
  EXPECT_THAT(engine::vault_renew(*amara, request()), Fails(Code::OFFLINE));
  relay.offline = false;
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(Renewing, WhatIsOnItsWaySaysSoUntilItIsDone) {
  mark_restored();
  relay.append_offline = true;
  EXPECT_THAT(engine::vault_renew(*amara, request()), Fails(Code::OFFLINE));
  EXPECT_TRUE(must(engine::vault_status(*amara)).renewal_needed());
  relay.append_offline = false;
  const api::SyncResult result = must(engine::sync_once(*amara));
  EXPECT_THAT(result.error().message(), HasSubstr("on its way"));
  EXPECT_EQ(must(engine::vault_renew(*amara, request())).left(), 0U);
  EXPECT_FALSE(must(engine::sync_once(*amara)).has_error());
}

TEST_F(Renewing, WithoutNeedItIsASync) {
  const api::RenewResult done = must(engine::vault_renew(*amara, request()));
  EXPECT_EQ(done.renewed(), 0U);
  EXPECT_EQ(must(engine::pair_refresh(*jonas)).items(0).partner_renewals(), 0U);
}

TEST_F(Renewing, TheRelaysViewShowsTheRenewal) {
  mark_restored();
  must(engine::vault_renew(*amara, request()));
  api::RelayViewRequest of_pair;
  of_pair.set_with("Jonas");
  const api::RelayView view = must(engine::relay_view(*amara, of_pair));
  std::map<std::string, std::string> fields;
  for (const api::RelayEntry& entry : view.entries()) {
    std::map<std::string, std::string> here;
    for (const api::VisibleField& field : entry.visible()) here[field.name()] = field.value();
    if (here["action"] == "renew") fields = here;
  }
  EXPECT_TRUE(fields.contains("device_sign"));
  EXPECT_TRUE(fields.contains("cut_sequence"));
  EXPECT_TRUE(fields.contains("cut_entry"));
}

// A copy of the folder that is older than a renewal: it is told what happened, and the relay is not blamed.
struct OldCopy : Renewing {
  std::unique_ptr<Engine> old;

  void SetUp() override {
    Renewing::SetUp();
    roll_back();
    amara.close();
    engine::EngineOptions options = amara.options;
    options.folder = amara.folder.path() / "copy";
    std::filesystem::copy(amara.options.folder, options.folder, std::filesystem::copy_options::recursive);
    amara.restart();
    must(engine::sync_once(*amara));
    must(engine::vault_renew(*amara, request()));
    settle();
    auto opened = Engine::open(options, passphrase());
    ASSERT_THAT(opened, IsOk());
    old = *std::move(opened);
  }
};

TEST_F(OldCopy, IsToldThatItHasEndedAndWhereItsWordsAre) {
  must(engine::note_add(*old, note_request("written since")));
  for (int round = 0; round < 3; ++round) {
    if (round == 2) {
      EXPECT_EQ(must(engine::vault_renew(*old, request())).renewed(), 0U) << "nor does the passphrase help";
    }
    const api::SyncResult told = must(engine::sync_once(*old));
    EXPECT_EQ(told.error().code(), api::REVOKED_DEVICE);
    EXPECT_THAT(told.error().message(), HasSubstr("another one was renewed"));
    EXPECT_EQ(steps_in(told.error().next()), "VAULT_EXPORT");
    for (const api::SpaceOutcome& one : told.spaces()) {
      EXPECT_EQ(one.code(), "REVOKED_DEVICE");
      EXPECT_TRUE(one.trouble());
      EXPECT_THAT(one.why(), HasSubstr("This copy of the vault has ended"));
    }
    EXPECT_EQ(told.sent(), 0U);
  }
  for (const api::Alarm& alarm : rows(engine::alarm_list(*old))) EXPECT_NE(alarm.code(), "ROLLBACK");
  const api::StatusResult status = must(engine::vault_status(*old));
  EXPECT_TRUE(status.copy_ended());
  EXPECT_FALSE(status.renewal_needed());
  EXPECT_EQ(steps_in(status.next()), "VAULT_EXPORT");
  EXPECT_THAT(must(engine::vault_export(*old)).SerializeAsString(), HasSubstr("written since"));
  EXPECT_EQ(must(engine::vault_status(*amara)).alarms(), 0U) << "the one that was renewed goes on";
}

}  // namespace
}  // namespace kith::testing

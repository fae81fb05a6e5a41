// Syncing while the vault is locked, as a face has it: a key, and a call that wants no open vault.

#include <thread>

#include "people.h"

namespace kith::testing {
namespace {

namespace fs = std::filesystem;

struct WhileLocked : Paired {
  std::string key;
  int connections = 0;

  void SetUp() override {
    Paired::SetUp();
    auto usual = amara.options.transport;
    amara.options.transport = [this, usual](const std::string& address, const std::string& ca) {
      ++connections;
      return usual(address, ca);
    };
    amara.restart();
    amara.sync();
    key = must(engine::locked_allow(*amara)).key();
    ASSERT_EQ(key.size(), 32U);
  }
  void jonas_writes(const std::string& text) {
    must(engine::agenda_add(*jonas, agenda_request(text, "Amara")));
    jonas.sync();
  }
  void amara_writes(const std::string& text) { must(engine::agenda_add(*amara, agenda_request(text, "Jonas"))); }
  api::LockedSyncRequest request(double deadline_ms = 0) {
    api::LockedSyncRequest out;
    out.set_key(key);
    out.set_deadline_ms(deadline_ms);
    return out;
  }
  api::LockedSyncResult sync_locked() { return must(engine::locked_sync(amara.options, request())); }
  void lock() {
    must(engine::vault_lock(*amara));
    amara.close();
  }
  Texts lines_of_amara() { return texts(engine::agenda_list(*amara)); }
};

TEST_F(WhileLocked, LockingLaysOutWhatWaitsAndOpeningTakesInWhatCame) {
  amara_writes("hers");
  lock();
  jonas_writes("his");
  const api::LockedSyncResult result = sync_locked();
  EXPECT_EQ(result.sent(), 1U);
  EXPECT_EQ(result.fetched(), 1U);
  EXPECT_EQ(result.spaces(), 2U);
  EXPECT_FALSE(result.more());
  EXPECT_EQ(result.troubles_size(), 0);
  jonas.sync();
  EXPECT_EQ(texts(engine::agenda_list(*jonas)), (Texts{"hers", "his"}));
  connections = 0;
  amara.restart();
  EXPECT_EQ(connections, 0) << "opening asks nobody";
  EXPECT_EQ(lines_of_amara(), (Texts{"hers", "his"}));
  EXPECT_EQ(must(engine::vault_status(*amara)).pending(), 0U);
  settle();
  EXPECT_EQ(lines_of_amara(), (Texts{"hers", "his"}));
}

TEST_F(WhileLocked, SuspendingLaysItOutTooAndResumingTakesIn) {
  amara_writes("hers");
  must(engine::vault_suspend(*amara));
  jonas_writes("his");
  EXPECT_THAT((*amara).call(engine::method::locked_sync.number, as_bytes(request().SerializeAsString())), IsOk());
  jonas.sync();
  EXPECT_EQ(texts(engine::agenda_list(*jonas)), (Texts{"hers", "his"}));
  must(engine::vault_resume(*amara));
  EXPECT_EQ(lines_of_amara(), (Texts{"hers", "his"}));
}

TEST_F(WhileLocked, ASyncLaysItOutAndPreparingDoesAsWell) {
  EXPECT_EQ(must(engine::locked_show(*amara)).waiting(), 0U);
  amara_writes("hers");
  EXPECT_EQ(must(engine::locked_show(*amara)).waiting(), 0U);
  EXPECT_EQ(must(engine::locked_prepare(*amara)).waiting(), 1U);
  amara.sync();
  const api::LockedState state = must(engine::locked_show(*amara));
  EXPECT_TRUE(state.allowed());
  EXPECT_EQ(state.spaces(), 2U);
  EXPECT_EQ(state.waiting(), 0U) << "it was sent";
}

TEST_F(WhileLocked, WhoeverWritesOnHoldsBackWhatWaits) {
  const std::string id = must(engine::agenda_add(*amara, agenda_request("taken back", "Jonas"))).id();
  ASSERT_EQ(must(engine::locked_prepare(*amara)).waiting(), 1U);
  must(engine::agenda_remove(*amara, id_request(id)));
  const api::LockedState state = must(engine::locked_show(*amara));
  EXPECT_EQ(state.waiting(), 0U);
  EXPECT_EQ(state.left_out(), 1U);
  amara.close();  // as when the program is killed
  EXPECT_EQ(sync_locked().sent(), 0U);
  jonas.sync();
  EXPECT_TRUE(texts(engine::agenda_list(*jonas)).empty());
}

// The index is no writing of anybody's.
TEST_F(WhileLocked, WhoeverOnlyReadsHoldsNothingBack) {
  for (int i = 0; i < 300; ++i) amara.add_note("a note");
  amara_writes("waits");
  const std::uint32_t waiting = must(engine::locked_prepare(*amara)).waiting();
  ASSERT_GT(waiting, 0U);
  EXPECT_EQ(must(engine::note_list(*amara)).items_size(), 300);
  EXPECT_EQ(must(engine::locked_show(*amara)).waiting(), waiting);
}

TEST_F(WhileLocked, EveryCallThatTalkedToTheRelayLaysItOutAnew) {
  amara_writes("not seen by him");
  ASSERT_EQ(must(engine::locked_prepare(*amara)).waiting(), 1U);
  must(engine::pair_end(*amara, end_request("Jonas")));
  amara.close();
  sync_locked();
  jonas.sync();
  EXPECT_TRUE(texts(engine::agenda_list(*jonas)).empty());
}

TEST_F(WhileLocked, AnOpenVaultIsSyncedAsEver) {
  const auto refused = (*amara).call(engine::method::locked_sync.number, as_bytes(request().SerializeAsString()));
  EXPECT_THAT(refused, Fails(Code::STORE_IN_USE));
  EXPECT_EQ(steps_after(refused), "SYNC");
  EXPECT_THAT(Engine::call_beside(amara.options, engine::method::note_list.number, {}), Fails(Code::UNSUPPORTED));
}

TEST_F(WhileLocked, WhatIsNotAllowedIsNotDone) {
  must(engine::locked_forbid(*amara));
  EXPECT_FALSE(must(engine::locked_show(*amara)).allowed());
  EXPECT_EQ(must(engine::locked_prepare(*amara)).spaces(), 0U);
  lock();
  EXPECT_THAT(engine::locked_sync(amara.options, request()), Fails(Code::NOT_FOUND));
}

TEST_F(WhileLocked, AWrongKeyATimeThatIsNoneAndNoVaultAreSaid) {
  lock();
  api::LockedSyncRequest wrong = request();
  wrong.set_key(std::string(32, 'x'));
  EXPECT_THAT(engine::locked_sync(amara.options, wrong), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(engine::locked_sync(amara.options, request(-1)), Fails(Code::INVALID_ARGUMENT));
  engine::EngineOptions nowhere = amara.options;
  nowhere.folder = amara.folder.path() / "nowhere";
  EXPECT_THAT(engine::locked_sync(nowhere, request()), Fails(Code::NOT_FOUND));
  EXPECT_FALSE(fs::exists(nowhere.folder));
}

TEST_F(WhileLocked, ItEndsWhenItIsCancelledAndAtItsDeadline) {
  lock();
  jonas_writes("his");
  engine::Control control;
  control.cancel();
  EXPECT_THAT(Engine::call_beside(amara.options, engine::method::locked_sync.number,
                                  as_bytes(request().SerializeAsString()), &control),
              Fails(Code::CANCELLED));
  // A relay that takes longer than there is time.
  auto usual = amara.options.transport;
  amara.options.transport = [usual](const std::string& address, const std::string& ca) {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    return usual(address, ca);
  };
  const api::LockedSyncResult late = must(engine::locked_sync(amara.options, request(1)));
  EXPECT_TRUE(late.more());
  EXPECT_EQ(late.fetched(), 0U);
  EXPECT_EQ(sync_locked().fetched(), 1U);
}

TEST_F(WhileLocked, TroubleIsSaidWithoutTheNameOfASpace) {
  lock();
  jonas_writes("his");
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    for (auto& row : page.rows) row.entry[40] ^= 1;
  };
  const api::LockedSyncResult result = sync_locked();
  ASSERT_EQ(result.troubles_size(), 1);
  EXPECT_EQ(result.troubles(0).error().code(), api::GAP);
  EXPECT_EQ(result.troubles(0).spaces(), 1U);
  relay.on_fetch = {};
  amara.restart();
  settle();
  EXPECT_EQ(lines_of_amara(), Texts{"his"});
  EXPECT_EQ(must(engine::alarm_list(*amara)).items_size(), 0);
}

TEST_F(WhileLocked, WhatWasAllowedToThisDeviceIsNotAllowedToOneThatABackupMade) {
  api::BackupRequest request;
  request.set_path((amara.folder.path() / "backup").string());
  request.set_vault_passphrase(std::string(kPassphrase));
  request.set_passphrase("its own");
  const api::BackupResult made = must(engine::vault_backup(*amara, request));
  engine::EngineOptions second = amara.options;
  second.folder = amara.folder.path() / "second";
  const auto restored = Engine::restore(second, made.path(), {engine::RestoreSecret::Kind::passphrase, passphrase("its own")},
                                        passphrase("new"));
  ASSERT_THAT(restored, IsOk());
  EXPECT_FALSE(must(engine::locked_show(**restored)).allowed());
  EXPECT_TRUE(must(engine::locked_show(*amara)).allowed());
}

TEST_F(WhileLocked, WhatLiesBesideTheVaultIsItsOwnAndGoesWithIt) {
  lock();
  EXPECT_TRUE(fs::exists(amara.options.folder / "locked" / "kit"));
  amara.restart();
  EXPECT_THAT(engine::vault_verify(*amara), IsOk());
  amara.close();
  ASSERT_THAT(Engine::wipe(amara.options, passphrase(), engine::OpenWith::passphrase, false), IsOk());
  EXPECT_FALSE(fs::exists(amara.options.folder));
}

}  // namespace
}  // namespace kith::testing

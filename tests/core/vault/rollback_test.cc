// LS-04: the whole folder put back as it was before, or the end of its log cut off after a crash. Within
// the folder nothing can tell; the platform's key store can.

#include <gmock/gmock.h>

#include "fault_disk.h"
#include "key_store.h"
#include "system/vault_disk.h"
#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
namespace fs = std::filesystem;
using testing::copy_folder;
using testing::TestKeyStore;

class LS04_Rollback : public testing::VaultCopy {
 protected:
  LS04_Rollback() { options_.platform = &platform_; }
  // So many commits, and the vault closed.
  void work(int commits) {
    const auto vault = open();
    ASSERT_THAT(vault, IsOk());
    for (int i = 0; i < commits; ++i) ASSERT_THAT(put(**vault, std::to_string(i), as_bytes("x")), IsOk());
  }

  TestKeyStore platform_;
};

TEST_F(LS04_Rollback, OfOneCommitIsNoticedAtOpening) {
  work(1);
  copy_folder(dir_, temp_ / "yesterday");
  work(1);
  EXPECT_THAT(open(), IsOk());
  copy_folder(temp_ / "yesterday", dir_);
  EXPECT_THAT(open(), Fails(Code::STORE_ROLLED_BACK));
  EXPECT_THAT(open(), Fails(Code::STORE_ROLLED_BACK)) << "and again: trying does not help";
}

TEST_F(LS04_Rollback, AcceptedByAPersonGoesOnAsANewIncarnation) {
  work(1);
  copy_folder(dir_, temp_ / "yesterday");
  work(1);
  copy_folder(temp_ / "yesterday", dir_);
  options_.accept_rolled_back = true;
  {
    const auto vault = open();
    ASSERT_THAT(vault, IsOk());
    EXPECT_THAT((*vault)->store().find(changelog::Table::meta, as_bytes("incarnation.pending")),
                IsOkAnd(std::optional(Bytes{1})));
  }
  options_.accept_rolled_back = false;
  EXPECT_THAT(open(), IsOk());
  work(3);
  copy_folder(temp_ / "yesterday", dir_);
  EXPECT_THAT(open(), Fails(Code::STORE_ROLLED_BACK)) << "it watches on";
}

// Killed, not closed: the number has followed all but the last commits.
TEST_F(LS04_Rollback, OfManyCommitsIsNoticedAfterACrashToo) {
  work(1);
  copy_folder(dir_, temp_ / "yesterday");
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  for (int i = 0; i < 40; ++i) ASSERT_THAT(put(**vault, "more", as_bytes("x")), IsOk());
  copy_folder(temp_ / "yesterday", temp_ / "back");
  options_.platform = &platform_;
  EXPECT_THAT(Vault::open(temp_ / "back", testing::recovery_code(), options_), Fails(Code::STORE_ROLLED_BACK));
}

TEST_F(LS04_Rollback, TheLastLogTakenAwayAfterACrashIsNoticedToo) {
  {
    const auto vault = open();
    ASSERT_THAT(vault, IsOk());
    for (int i = 0; i < 40; ++i) ASSERT_THAT(put(**vault, std::to_string(i), as_bytes("x")), IsOk());
    copy_folder(dir_, temp_ / "crashed");
  }
  // Without the last frames: what a crash leaves, but for the number.
  const auto log = testing::file_like(temp_ / "crashed" / "db", "", ".log");
  const Bytes whole = testing::read_whole(log);
  testing::write_whole(log, BytesView(whole).first(74));
  EXPECT_THAT(Vault::open(temp_ / "crashed", testing::recovery_code(), options_), Fails(Code::STORE_ROLLED_BACK));
}

TEST_F(LS04_Rollback, AKeyStoreThatFailsOrForgotKeepsNobodyOut) {
  work(3);
  TestKeyStore fresh;
  options_.platform = &fresh;
  {
    const auto vault = open();
    ASSERT_THAT(vault, IsOk());
    EXPECT_TRUE((*vault)->rollback_watch());
  }
  fresh.break_down();
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  EXPECT_FALSE((*vault)->rollback_watch());
  EXPECT_THAT(put(**vault, "goes on", as_bytes("x")), IsOk());
}

TEST_F(LS04_Rollback, NobodyWatchesWithoutAKeyStore) {
  options_.platform = nullptr;
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  EXPECT_FALSE((*vault)->rollback_watch());
}

TEST_F(LS04_Rollback, ACommitDoesNotWaitForTheKeyStoreEachTime) {
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  const int before = platform_.told();
  for (int i = 0; i < 64; ++i) ASSERT_THAT(put(**vault, "row", as_bytes("x")), IsOk());
  EXPECT_EQ(platform_.told() - before, 2);
}

// As after a kill: every number that the key store was told is there.
TEST_F(LS04_Rollback, OneAcknowledgedCommitCutOffTheLogIsNoticed) {
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  for (int i = 0; i < 5; ++i) ASSERT_THAT(put(**vault, std::to_string(i), as_bytes("x")), IsOk());
  copy_folder(dir_, temp_ / "crashed");
  const auto log = testing::file_like(temp_ / "crashed" / "db", "", ".log");
  const std::vector<std::uint64_t> ends = testing::frame_ends(testing::read_whole(log));
  ASSERT_EQ(ends.size(), 5U);
  fs::resize_file(log, ends[ends.size() - 2]);
  EXPECT_THAT(Vault::open(temp_ / "crashed", testing::recovery_code(), options_), Fails(Code::STORE_ROLLED_BACK));
}

// Else a kill now and a power failure later would add up.
TEST_F(LS04_Rollback, WhatWasOnlyNotedBeforeAKillIsMadeDurableAtOpening) {
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  const int before = platform_.told();
  for (int i = 0; i < 3; ++i) ASSERT_THAT(put(**vault, std::to_string(i), as_bytes("x")), IsOk());
  EXPECT_EQ(platform_.told(), before);
  copy_folder(dir_, temp_ / "killed");
  EXPECT_THAT(Vault::open(temp_ / "killed", testing::recovery_code(), options_), IsOk());
  EXPECT_GT(platform_.told(), before);
}

TEST_F(LS04_Rollback, AKeyStoreThatNotesNothingIsToldNowAndThen) {
  platform_.take_no_notes();
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  for (int i = 0; i < 40; ++i) ASSERT_THAT(put(**vault, std::to_string(i), as_bytes("x")), IsOk());
  EXPECT_TRUE((*vault)->rollback_watch());
  copy_folder(dir_, temp_ / "crashed");
  const auto log = testing::file_like(temp_ / "crashed" / "db", "", ".log");
  const std::vector<std::uint64_t> ends = testing::frame_ends(testing::read_whole(log));
  fs::resize_file(log, ends[ends.size() - 1 - 9]);
  EXPECT_THAT(Vault::open(temp_ / "crashed", testing::recovery_code(), options_), Fails(Code::STORE_ROLLED_BACK))
      << "by more than 8 commits, behind the 32nd";
}

TEST_F(LS04_Rollback, PutBackWhileItWasSuspendedIsNoticedAtResuming) {
  work(1);
  copy_folder(dir_, temp_ / "yesterday");
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  ASSERT_THAT(put(**vault, "today", as_bytes("x")), IsOk());
  ASSERT_THAT((*vault)->suspend(std::chrono::seconds(10)), IsOk());
  copy_folder(dir_, temp_ / "today");
  copy_folder(temp_ / "yesterday", dir_);
  EXPECT_THAT((*vault)->resume(), Fails(Code::STORE_ROLLED_BACK));
  EXPECT_TRUE((*vault)->suspended());
  EXPECT_THAT(put(**vault, "more", as_bytes("x")), Fails(Code::VAULT_SUSPENDED)) << "nothing goes on from there";
  copy_folder(temp_ / "today", dir_);
  EXPECT_THAT((*vault)->resume(), IsOk());
  EXPECT_THAT((*vault)->store().find(changelog::Table::entry, as_bytes("today")), IsOkAnd(std::optional(Bytes{'x'})));
}

// The power goes at a moment between a commit and its note, or behind the note and before the next
// commit is on the disk. Of what was not synced any part may be gone, of the notes too.
class LS04_PowerLost : public LS04_Rollback {
 protected:
  // Seven commits; at the n-th note the power goes, before it or behind it.
  void lose_power_at(int note, bool behind, std::uint64_t seed) {
    const std::string when = "at note " + std::to_string(note) + (behind ? ", behind it" : ", before it");
    const auto disk = std::make_shared<testing::FaultDisk>(seed);
    testing::SeededRandom random(seed);
    testing::TestKeyStore platform;
    options_.platform = &platform;
    options_.disk = std::make_shared<Disk>(disk);
    copy_folder(testing::template_vault(), dir_);
    std::size_t acknowledged = 0;
    {
      const auto vault = open();
      ASSERT_THAT(vault, IsOk()) << when;
      platform.at_mark([&](int n) {
        if (n == note) disk->plan(testing::Fault::stop, 1);
        return n < note || behind;
      });
      while (acknowledged < 7 && put(**vault, std::to_string(acknowledged), as_bytes("x")).ok()) ++acknowledged;
      platform.break_down();  // nothing reaches it any more either
    }
    ASSERT_EQ(acknowledged, static_cast<std::size_t>(note)) << when << ": the next one finds no disk";
    disk->lose_power();
    disk->heal();
    platform.at_mark({});
    platform.lose_power(random);
    const auto vault = open();
    ASSERT_THAT(vault, IsOk()) << when;
    for (std::size_t i = 0; i < acknowledged; ++i) {
      EXPECT_THAT((*vault)->store().find(changelog::Table::entry, as_bytes(std::to_string(i))),
                  IsOkAnd(std::optional(Bytes{'x'})))
          << when << ", row " << i;
    }
  }
};

TEST_F(LS04_PowerLost, BetweenACommitAndItsNoteIsNoRollback) {
  for (int note = 1; note < 7; ++note) lose_power_at(note, false, static_cast<std::uint64_t>(note));
}

TEST_F(LS04_PowerLost, BetweenANoteAndTheNextCommitIsNoRollback) {
  for (int note = 1; note < 7; ++note) lose_power_at(note, true, static_cast<std::uint64_t>(note));
}

}  // namespace
}  // namespace kith::vault

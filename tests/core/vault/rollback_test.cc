// LS-04: the whole folder put back as it was before. Within the folder nothing can tell; the
// platform's key store can.

#include <gmock/gmock.h>

#include "key_store.h"
#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
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

}  // namespace
}  // namespace kith::vault

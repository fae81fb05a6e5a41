// A vault that is wiped: keys first, then the rest, whatever state it is in.

#include "kith/vault/wipe.h"

#include <gmock/gmock.h>

#include "system/folder.h"
#include "key_store.h"
#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using testing::phrase;
using testing::recovery_code;
namespace fs = std::filesystem;

class Wipe : public testing::VaultCopy {
 protected:
  Result<void> wipe(const Unlock& unlock) { return wipe_vault(dir_, &unlock, nullptr, random_); }
  testing::SeededRandom random_{4};
};

TEST_F(Wipe, LeavesNothing) {
  ASSERT_THAT(put(**open(), "note", as_bytes("words")), IsOk());
  ASSERT_THAT(wipe(recovery_code()), IsOk());
  EXPECT_FALSE(fs::exists(dir_));
  EXPECT_THAT(open(), Fails(Code::NOT_FOUND));
  EXPECT_THAT(wipe(recovery_code()), Fails(Code::NOT_FOUND));
}

TEST_F(Wipe, WantsASecretOfTheVaultAndChangesNothingWithoutIt) {
  EXPECT_THAT(wipe(phrase("another one")), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(wipe(recovery_code(5)), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open(), IsOk());
  EXPECT_THAT(wipe(phrase()), IsOk());
}

// What opens by itself is not enough to destroy: that takes a person.
TEST_F(Wipe, IsNotForThePlatform) {
  testing::TestKeyStore platform;
  options_.platform = &platform;
  ASSERT_THAT((*open())->add_slot(phrase(), Unlock::with_platform()), IsOk());
  ASSERT_THAT(Vault::open(dir_, Unlock::with_platform(), options_), IsOk());
  const Unlock by_platform = Unlock::with_platform();
  EXPECT_THAT(wipe_vault(dir_, &by_platform, &platform, random_), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(Vault::open(dir_, Unlock::with_platform(), options_), IsOk());
}

TEST_F(Wipe, OfAnOpenVaultIsRefused) {
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  EXPECT_THAT(wipe(recovery_code()), Fails(Code::STORE_IN_USE));
  EXPECT_THAT(put(**vault, "note", as_bytes("words")), IsOk());
}

TEST_F(Wipe, NeedsNoDatabaseThatOpens) {
  fs::remove(dir_ / "db" / "CURRENT");
  ASSERT_THAT(open(), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(wipe(recovery_code()), IsOk());
  EXPECT_FALSE(fs::exists(dir_));
}

TEST_F(Wipe, ThatWasCutShortIsFinishedByDoingItAgain) {
  fs::remove(dir_ / file_name::kKeys);
  EXPECT_THAT(wipe_vault(dir_, nullptr, nullptr, random_), IsOk());
  EXPECT_FALSE(fs::exists(dir_));
}

TEST_F(Wipe, WithoutASecretForWhoLostIt) {
  testing::write_whole(dir_ / file_name::kKeys, as_bytes("damaged"));
  EXPECT_THAT(wipe(recovery_code()), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(wipe_vault(dir_, nullptr, nullptr, random_), IsOk());
  EXPECT_FALSE(fs::exists(dir_));
}

TEST_F(Wipe, LeavesAFolderAloneThatIsNoVault) {
  const fs::path other = temp_ / "photos";
  fs::create_directory(other);
  testing::write_whole(other / "beach.jpg", as_bytes("x"));
  EXPECT_THAT(wipe_vault(other, nullptr, nullptr, random_), Fails(Code::NOT_FOUND));
  testing::write_whole(other / "keys", as_bytes("where my keys are"));
  EXPECT_THAT(wipe_vault(other, nullptr, nullptr, random_), Fails(Code::NOT_FOUND));
  fs::create_directory(other / "db");
  fs::remove(other / "keys");
  EXPECT_THAT(wipe_vault(other, nullptr, nullptr, random_), Fails(Code::NOT_FOUND));
  EXPECT_TRUE(fs::exists(other / "beach.jpg"));
}

TEST_F(Wipe, ThePlatformForgetsTheVaultToo) {
  testing::TestKeyStore platform;
  options_.platform = &platform;
  const VaultId id = (*open())->id();
  ASSERT_THAT(platform.counter(id), IsOk());
  EXPECT_TRUE(platform.counter(id)->has_value());
  const Unlock code = recovery_code();
  ASSERT_THAT(wipe_vault(dir_, &code, &platform, random_), IsOk());
  EXPECT_THAT(platform.counter(id), IsOkAnd(std::optional<std::uint64_t>()));
}

}  // namespace
}  // namespace kith::vault

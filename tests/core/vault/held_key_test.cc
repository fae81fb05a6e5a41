// What an agent holds: it opens the vault until what opens the vault changes, and it is no authority.

#include "kith/vault/held_key.h"

#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;

class HeldKeys : public testing::VaultCopy {
 protected:
  HeldKey held() {
    auto vault = open();
    EXPECT_THAT(vault, IsOk());
    auto out = (*vault)->hold();
    EXPECT_THAT(out, IsOk());
    return *std::move(out);
  }
  Result<std::unique_ptr<Vault>> open_with(const HeldKey& key) { return Vault::open(dir_, key, options_); }
};

TEST_F(HeldKeys, OpensTheVaultAndReadsWhatIsThere) {
  const HeldKey key = held();
  {
    auto vault = open_with(key);
    ASSERT_THAT(vault, IsOk());
    ASSERT_THAT(put(**vault, "a", as_bytes("row")), IsOk());
  }
  auto again = open_with(key);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ((*again)->store().find(changelog::Table::entry, as_bytes("a"))->value(), to_bytes("row"));
  EXPECT_THAT((*again)->hold(), IsOk());
}

TEST_F(HeldKeys, IsNoAuthority) {
  auto vault = open_with(held());
  ASSERT_THAT(vault, IsOk());
  EXPECT_THAT((*vault)->open_administration(testing::phrase("not this one")), Fails(Code::STORE_LOCKED));
  EXPECT_THAT((*vault)->add_slot(testing::phrase("not this one"), testing::recovery_code(5)), Fails(Code::STORE_LOCKED));
  EXPECT_THAT((*vault)->open_administration(testing::phrase()), IsOk()) << "the passphrase still is one";
}

TEST_F(HeldKeys, EndsWithAnyChangeOfWhatOpensTheVault) {
  const HeldKey key = held();
  {
    auto vault = open();
    ASSERT_THAT((*vault)->change_slot(testing::phrase(), testing::phrase("another passphrase")), IsOk());
  }
  EXPECT_THAT(open_with(key), Fails(Code::STORE_LOCKED));
  const HeldKey fresh = held();
  EXPECT_THAT(open_with(fresh), IsOk());
  {
    auto vault = open();
    ASSERT_THAT((*vault)->add_slot(testing::phrase("another passphrase"), testing::recovery_code(5)), IsOk());
  }
  EXPECT_THAT(open_with(fresh), Fails(Code::STORE_LOCKED));
}

TEST_F(HeldKeys, OfAnotherVaultOpensNothing) {
  HeldKey key = held();
  key.vault.bytes[0] ^= 1U;
  EXPECT_THAT(open_with(key), Fails(Code::STORE_LOCKED));
}

// The key file is what it was, and the key is wrong: the files do not open.
TEST_F(HeldKeys, AWrongKeyOpensNothing) {
  HeldKey key = held();
  key.files.writable()[0] ^= 1U;
  EXPECT_THAT(open_with(key), Fails(Code::STORE_CORRUPT));
}

// A key file that another program wrote meanwhile was compared with no master key here.
TEST_F(HeldKeys, AFileThatNobodyComparedGivesNoneUntilASecretOpensIt) {
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  ASSERT_THAT((*vault)->suspend(std::chrono::seconds(5)), IsOk());
  {
    auto other = open();
    ASSERT_THAT((*other)->add_slot(testing::phrase(), testing::recovery_code(5)), IsOk());
  }
  ASSERT_THAT((*vault)->resume(), IsOk());
  EXPECT_THAT((*vault)->hold(), Fails(Code::STORE_LOCKED));
  EXPECT_THAT((*vault)->open_administration(testing::phrase("not this one")), Fails(Code::STORE_LOCKED));
  EXPECT_THAT((*vault)->hold(), Fails(Code::STORE_LOCKED));
  EXPECT_THAT((*vault)->open_administration(testing::phrase()), IsOk());
  EXPECT_THAT((*vault)->hold(), IsOk());
}

// Whoever moved the folder away meanwhile and put a link in its place is not followed.
TEST_F(HeldKeys, AFolderThatBecameALinkIsNotTakenUpAgain) {
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  ASSERT_THAT((*vault)->suspend(std::chrono::seconds(5)), IsOk());
  std::filesystem::rename(dir_, temp_ / "elsewhere");
  std::filesystem::create_directory_symlink(temp_ / "elsewhere", dir_);
  EXPECT_THAT((*vault)->resume(), Fails(Code::INVALID_ARGUMENT));
  std::filesystem::remove(dir_);
  std::filesystem::rename(temp_ / "elsewhere", dir_);
  EXPECT_THAT((*vault)->resume(), IsOk());
}

// While another program wipes the folder, who wants to take it up again makes nothing in it.
TEST_F(HeldKeys, AFolderThatIsBeingWipedGetsNoNewLock) {
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  ASSERT_THAT((*vault)->suspend(std::chrono::seconds(5)), IsOk());
  std::filesystem::remove(dir_ / "keys");
  std::filesystem::remove(dir_ / "lock");
  EXPECT_THAT((*vault)->resume(), Fails(Code::NOT_FOUND));
  EXPECT_FALSE(std::filesystem::exists(dir_ / "lock"));
}

// What partners seal to this vault's administration is sealed to its key: nobody puts another one there meanwhile.
TEST_F(HeldKeys, AnotherAdministrationKeyIsRefusedWhenItIsTakenUpAgain) {
  constexpr std::size_t kAdministrationAt = 38;
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  ASSERT_THAT((*vault)->suspend(std::chrono::seconds(5)), IsOk());
  const Bytes before = testing::read_whole(dir_ / "keys");
  Bytes changed = before;
  changed[kAdministrationAt] ^= 1U;
  testing::write_whole(dir_ / "keys", changed);
  EXPECT_THAT((*vault)->resume(), Fails(Code::STORE_CORRUPT));
  testing::write_whole(dir_ / "keys", before);
  EXPECT_THAT((*vault)->resume(), IsOk());
}

TEST_F(HeldKeys, ALockedVaultGivesNone) {
  auto vault = open();
  (*vault)->lock();
  EXPECT_THAT((*vault)->hold(), Fails(Code::VAULT_LOCKED));
}

TEST_F(HeldKeys, GoesThroughBytes) {
  const HeldKey key = held();
  const Secret bytes = key.bytes();
  ASSERT_EQ(bytes.size(), kHeldKeyBytes);
  const auto back = HeldKey::parse(bytes);
  ASSERT_THAT(back, IsOk());
  EXPECT_EQ(back->vault, key.vault);
  EXPECT_EQ(back->key_file, key.key_file);
  EXPECT_TRUE(back->files.equals(key.files));
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kHeldKeyBytes - 1}) {
    EXPECT_THAT(HeldKey::parse(Secret::copy_of(bytes.reveal().first(size))), Fails(Code::MALFORMED)) << size;
  }
  Secret other = bytes.clone();
  other.writable()[0] = 2;
  EXPECT_THAT(HeldKey::parse(other), Fails(Code::MALFORMED)) << "another version";
}

}  // namespace
}  // namespace kith::vault

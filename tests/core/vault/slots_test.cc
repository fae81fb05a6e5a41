// What opens a vault, through the vault itself: slots that come, change and go, the platform's
// key store, and passphrases that are wrapped again when they are cheaper to try than today.

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
using testing::TestKeyStore;
using testing::words;
namespace fs = std::filesystem;

class Slots : public testing::VaultCopy {
 protected:
  Result<void> opens(const Unlock& unlock) {
    auto vault = Vault::open(dir_, unlock, options_);
    if (!vault) return vault.error();
    return {};
  }
  std::unique_ptr<Vault> vault() {
    auto out = open();
    EXPECT_THAT(out, IsOk());
    return *std::move(out);
  }
};

TEST_F(Slots, TheRecoveryCodeOpensWhatThePassphraseOpens) {
  ASSERT_THAT(put(*vault(), "note", as_bytes("words")), IsOk());
  const auto by_phrase = Vault::open(dir_, phrase(), options_);
  ASSERT_THAT(by_phrase, IsOk());
  EXPECT_THAT((*by_phrase)->store().find(changelog::Table::entry, as_bytes("note")),
              IsOkAnd(std::optional(to_bytes("words"))));
  EXPECT_THAT((*by_phrase)->open_administration(recovery_code()), IsOk());
  EXPECT_EQ((*by_phrase)->open_administration(recovery_code())->key, (*by_phrase)->administration_key());
  EXPECT_THAT((*by_phrase)->open_administration(recovery_code(1)), Fails(Code::STORE_LOCKED));
}

TEST_F(Slots, ChangingThePassphraseTouchesNoData) {
  {
    const auto open_vault = vault();
    ASSERT_THAT(put(*open_vault, "note", as_bytes("words")), IsOk());
    EXPECT_THAT(open_vault->change_slot(phrase("wrong"), phrase("new words")), Fails(Code::STORE_LOCKED));
    ASSERT_THAT(open_vault->change_slot(phrase(), phrase("new words")), IsOk());
    EXPECT_THAT(open_vault->verify(), IsOk());
    EXPECT_THAT(open_vault->open_administration(phrase("new words")), IsOk());
    EXPECT_THAT(open_vault->open_administration(phrase()), Fails(Code::STORE_LOCKED));
  }
  EXPECT_THAT(opens(phrase()), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(opens(phrase("new words")), IsOk());
  EXPECT_THAT(opens(recovery_code()), IsOk());
}

TEST_F(Slots, AreAddedAndRemovedByNumber) {
  const auto open_vault = vault();
  const auto number = open_vault->add_slot(recovery_code(), recovery_code(2));
  ASSERT_THAT(number, IsOkAnd(3U));
  EXPECT_EQ(open_vault->slots().size(), 3U);
  EXPECT_THAT(open_vault->remove_slot(phrase(), 9), Fails(Code::NOT_FOUND));
  EXPECT_THAT(open_vault->remove_slot(phrase("wrong"), *number), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open_vault->open_administration(recovery_code(2)), IsOk());
  ASSERT_THAT(open_vault->remove_slot(phrase(), *number), IsOk());
  EXPECT_THAT(open_vault->open_administration(recovery_code(2)), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open_vault->verify(), IsOk());
}

TEST_F(Slots, ThePlatformOpensAndNeverChangesThem) {
  TestKeyStore platform;
  options_.platform = &platform;
  {
    const auto open_vault = vault();
    EXPECT_THAT(opens(Unlock::with_platform()), Fails(Code::STORE_IN_USE));
    ASSERT_THAT(open_vault->add_slot(phrase(), Unlock::with_platform()), IsOk());
  }
  EXPECT_THAT(opens(Unlock::with_platform()), IsOk());
  {
    const auto by_platform = Vault::open(dir_, Unlock::with_platform(), options_);
    ASSERT_THAT(by_platform, IsOk());
    EXPECT_THAT((*by_platform)->open_administration(Unlock::with_platform()), Fails(Code::INVALID_ARGUMENT));
    EXPECT_THAT((*by_platform)->remove_slot(Unlock::with_platform(), 1), Fails(Code::INVALID_ARGUMENT));
  }
  options_.platform = nullptr;
  EXPECT_THAT(opens(Unlock::with_platform()), Fails(Code::STORE_LOCKED));
  TestKeyStore other;
  options_.platform = &other;
  EXPECT_THAT(opens(Unlock::with_platform()), IsOk()) << "the wrapped secret names its vault, not its store";
}

// LS-11: what opens with a cost below today's target is wrapped again under today's.
TEST_F(Slots, LS11_APassphraseBelowTodaysCostIsWrappedAgainWhenItOpens) {
  options_.cost = {crypto::kCostFloor.memory_bytes + (16U << 20U), 3};
  {
    const auto open_vault = Vault::open(dir_, phrase(), options_);
    ASSERT_THAT(open_vault, IsOk());
    EXPECT_EQ((*open_vault)->slots().front().cost, options_.cost);
    EXPECT_THAT((*open_vault)->verify(), IsOk());
  }
  options_.cost = crypto::kCostFloor;
  const auto again = Vault::open(dir_, phrase(), options_);
  ASSERT_THAT(again, IsOk());
  EXPECT_GT((*again)->slots().front().cost.memory_bytes, crypto::kCostFloor.memory_bytes) << "never made cheaper";
  EXPECT_THAT((*again)->open_administration(phrase()), IsOk());
  EXPECT_EQ((*again)->slots().size(), 2U);
}

// Somebody who knew a passphrase once puts the key file of that time back.
TEST_F(Slots, AnOlderKeyFilePutBackIsNoticed) {
  const Bytes before = testing::read_whole(dir_ / file_name::kKeys);
  ASSERT_THAT(vault()->change_slot(phrase(), phrase("new words")), IsOk());
  testing::write_whole(dir_ / file_name::kKeys, before);
  EXPECT_THAT(opens(phrase()), Fails(Code::STORE_CORRUPT));
}

TEST_F(Slots, WhatACrashLeftBesideTheKeyFileGoes) {
  testing::write_whole(dir_ / "keys.new", as_bytes("half"));
  const auto open_vault = vault();
  EXPECT_FALSE(fs::exists(dir_ / "keys.new"));
  EXPECT_THAT(open_vault->verify(), IsOk());
}

TEST_F(Slots, NothingChangesInALockedVault) {
  const auto open_vault = vault();
  open_vault->lock();
  EXPECT_THAT(open_vault->add_slot(phrase(), recovery_code(3)), Fails(Code::VAULT_LOCKED));
  EXPECT_THAT(open_vault->change_slot(phrase(), phrase("x")), Fails(Code::VAULT_LOCKED));
  EXPECT_THAT(open_vault->remove_slot(phrase(), 2), Fails(Code::VAULT_LOCKED));
}

}  // namespace
}  // namespace kith::vault

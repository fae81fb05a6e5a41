// A passphrase opens its vault whichever keyboard typed it; slots and backups that were made before this still open.

#include "keys/typed_passphrase.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "backup/header.h"
#include "database/schema.h"
#include "keys/key_ring.h"
#include "keys/slot.h"
#include "kith/testing/matchers.h"
#include "new_vault.h"
#include "streams.h"

namespace kith::vault {
namespace {

constexpr std::string_view kComposed = "caf\xc3\xa9 au lait \xc3\xbc\xea\xb0\x80";           // é, ü, 가
constexpr std::string_view kDecomposed =
    "cafe\xcc\x81 au lait u\xcc\x88\xe1\x84\x80\xe1\x85\xa1";
constexpr std::string_view kMixed = "caf\xc3\xa9 au lait u\xcc\x88\xea\xb0\x80";
constexpr std::string_view kFixturePassphrase = "amber lantern river";

std::string text_of(const Secret& secret) { return std::string(as_text(secret.reveal())); }
Unlock typed(std::string_view text) { return Unlock::with_passphrase(words(text)); }

Bytes fixture(const std::string& name) {
  std::ifstream in(std::string(KITH_VAULT_FIXTURES) + "/" + name);
  std::ostringstream out;
  out << in.rdbuf();
  std::string hex = out.str();
  std::erase(hex, '\n');
  const auto bytes = from_hex(hex);
  EXPECT_TRUE(bytes.has_value() && !bytes->empty()) << name;
  return bytes.value_or(Bytes{});
}

std::vector<std::string> forms(std::string_view text, bool made_composed = false) {
  std::vector<std::string> out;
  for (const Secret& form : forms_of(words(text), made_composed)) out.push_back(text_of(form));
  return out;
}

TEST(TypedPassphrase, HasOneComposedForm) {
  for (const std::string_view text : {kComposed, kDecomposed, kMixed}) {
    EXPECT_EQ(text_of(composed(words(text))), kComposed);
  }
  EXPECT_EQ(text_of(composed(words("plain letters, 123"))), "plain letters, 123");
  EXPECT_EQ(text_of(composed(words("no UTF-8: \xff\xc3"))), "no UTF-8: \xff\xc3");
  EXPECT_EQ(text_of(composed(words(std::string(900, 'x')))), std::string(900, 'x'));
}

TEST(TypedPassphrase, IsTriedAsTypedFirstWhereTheSlotIsOld) {
  using ::testing::ElementsAre;
  EXPECT_THAT(forms("plain"), ElementsAre("plain"));
  EXPECT_THAT(forms(kComposed), ElementsAre(kComposed, kDecomposed));
  EXPECT_THAT(forms(kDecomposed), ElementsAre(kDecomposed, kComposed));
  EXPECT_THAT(forms(kMixed), ElementsAre(kMixed, kComposed, kDecomposed));
  EXPECT_THAT(forms("\xff"), ElementsAre("\xff"));
  EXPECT_THAT(forms(kMixed, true), ElementsAre(kComposed));
}

class TypedPassphrases : public ::testing::Test {
 protected:
  static KeyFile made_with(std::string_view text) {
    SeededRandom random(5);
    auto made = KeyFile::make({typed(text), crypto::kCostFloor}, nullptr, random);
    EXPECT_THAT(made, IsOk());
    return made->first;
  }
  // A slot as programs made them before: of the bytes as they were typed.
  static KeyFile::Slot old_slot(std::string_view text, const SlotOwner& owner) {
    SeededRandom random(6);
    VaultKeys keys;
    keys.master = Secret(kMasterBytes);
    keys.administration = crypto::make_agree_pair(random);
    const SlotInfo info{1, SlotKind::passphrase, crypto::kCostFloor, false, false};
    auto made = make_slot(info, owner, typed(text), keys, nullptr, random);
    EXPECT_THAT(made, IsOk());
    return *std::move(made);
  }
};

TEST_F(TypedPassphrases, ASlotOpensWhicheverWayItWasTyped) {
  for (const std::string_view text : {kComposed, kDecomposed, kMixed}) {
    const KeyFile file = made_with(text);
    EXPECT_TRUE(file.slots().front().composed);
    EXPECT_THAT(file.open(typed(kComposed), nullptr), IsOk());
    EXPECT_THAT(file.open(typed(kDecomposed), nullptr), IsOk());
    EXPECT_THAT(file.open(typed("cafe au lait \xc3\xbc\xea\xb0\x80"), nullptr), Fails(Code::STORE_LOCKED));
  }
}

TEST_F(TypedPassphrases, AnOldSlotOpensWhicheverWayItWasTyped) {
  const SlotOwner owner;
  for (const std::string_view text : {kComposed, kDecomposed, kMixed}) {
    const KeyFile::Slot slot = old_slot(text, owner);
    EXPECT_THAT(open_slot(slot, owner, typed(text), nullptr), IsOk()) << text;
    if (text != kMixed) {
      EXPECT_THAT(open_slot(slot, owner, typed(kComposed), nullptr), IsOk());
      EXPECT_THAT(open_slot(slot, owner, typed(kDecomposed), nullptr), IsOk());
    }
    EXPECT_THAT(open_slot(slot, owner, typed("cafe"), nullptr), Fails(Code::STORE_LOCKED));
  }
  const KeyFile::Slot bytes = old_slot("\xff\xfe typed by hand", owner);
  EXPECT_THAT(open_slot(bytes, owner, typed("\xff\xfe typed by hand"), nullptr), IsOk());
}

// Whether a slot is composed is bound to its keys: the flag cannot be taken away or put on.
TEST_F(TypedPassphrases, TheFlagIsAuthenticated) {
  const SlotOwner owner;
  KeyFile::Slot slot = old_slot("plain", owner);
  slot.info.composed = true;
  EXPECT_THAT(open_slot(slot, owner, typed("plain"), nullptr), Fails(Code::STORE_LOCKED));
}

TEST_F(TypedPassphrases, AKeyFileOfTheDraftBeforeOpensAndIsWrittenAnew) {
  const TemporaryFolder temp;
  const Bytes old = fixture("keys-draft3.hex");
  ASSERT_EQ(old[9], 3);
  write_whole(temp / "keys", old);
  auto disk = rocksdb::FileSystem::Default();
  SeededRandom random(7);
  auto read = KeyRing::read(temp.path(), *disk);
  ASSERT_THAT(read, IsOk());
  EXPECT_FALSE(read->slots().front().composed);
  KeyRing ring(temp.path(), *std::move(read), {crypto::kCostFloor, nullptr, &random, disk});
  const auto keys = ring.open(typed(kFixturePassphrase));
  ASSERT_THAT(keys, IsOk());
  Inventory inventory(temp.path(), *disk, file_system_key_of(keys->master), random);
  ASSERT_THAT(inventory.create(kSchema), IsOk());
  ASSERT_THAT(ring.strengthen(typed(kFixturePassphrase), *keys, inventory), IsOk());
  EXPECT_TRUE(ring.file().slots().front().composed);
  EXPECT_EQ(read_whole(temp / "keys")[9], 4);
  const auto again = ring.open(typed(kFixturePassphrase));
  ASSERT_THAT(again, IsOk());
  EXPECT_TRUE(again->master.equals(keys->master));
  EXPECT_EQ(ring.file().generation(), 2U);
  ASSERT_THAT(ring.strengthen(typed(kFixturePassphrase), *again, inventory), IsOk());
  EXPECT_EQ(ring.file().generation(), 2U) << "once is enough";
}

TEST_F(TypedPassphrases, ABackupOpensWhicheverWayItWasTyped) {
  SeededRandom random(8);
  for (const std::string_view text : {kComposed, kDecomposed}) {
    const Secret secret = words(text);
    BackupSecrets secrets;
    secrets.passphrase = &secret;
    secrets.cost = crypto::kCostFloor;
    const auto made = make_backup_header(secrets, random);
    ASSERT_THAT(made, IsOk());
    for (const std::string_view again : {kComposed, kDecomposed}) {
      testing::MemorySource source(made->bytes);
      const Secret given = words(again);
      EXPECT_THAT(read_backup_header(source, {BackupKey::Kind::passphrase, &given}), IsOk());
    }
  }
}

TEST_F(TypedPassphrases, ABackupOfTheDraftBeforeOpens) {
  const Bytes old = fixture("backup-draft1.hex");
  ASSERT_EQ(old[9], 1);
  testing::MemorySource source(old);
  const Secret given = words(kFixturePassphrase);
  EXPECT_THAT(read_backup_header(source, {BackupKey::Kind::passphrase, &given}), IsOk());
  testing::MemorySource again(old);
  const Secret wrong = words("another");
  EXPECT_THAT(read_backup_header(again, {BackupKey::Kind::passphrase, &wrong}), Fails(Code::STORE_LOCKED));
}

}  // namespace
}  // namespace kith::vault

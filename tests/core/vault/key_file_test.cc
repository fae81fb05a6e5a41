#include "keys/key_file.h"

#include <gmock/gmock.h>

#include <iostream>
#include <map>

#include "key_store.h"
#include "kith/crypto/recovery_code.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::SeededRandom;
using testing::TestKeyStore;

constexpr std::uint64_t kMiB = 1ULL << 20U;

// Where the parts of the file begin; FORMAT.md, "Key file".
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kDraftAt = 9;
constexpr std::size_t kCountAt = 70;
constexpr std::size_t kSlotAt = 71;
constexpr std::size_t kKindAt = kSlotAt + 4;
constexpr std::size_t kFlagsAt = kSlotAt + 5;
constexpr std::size_t kMemoryAt = kSlotAt + 22;
constexpr std::size_t kPassesAt = kSlotAt + 30;
constexpr std::size_t kMasterAt = kSlotAt + 34;
constexpr std::size_t kAdministrationSecretAt = kMasterAt + 104;
constexpr std::size_t kSealAt = kAdministrationSecretAt + 104;
constexpr std::size_t kAllBytes = kSealAt + 32;

Secret words(std::string_view text) { return Secret::copy_of(as_bytes(text)); }
Unlock phrase(std::string_view text) { return Unlock::with_passphrase(words(text)); }
NewSlot cheap(std::string_view text) { return {phrase(text), crypto::kCostFloor}; }

Secret filled(std::size_t size, Byte with) {
  Secret out(size);
  std::fill(out.writable().begin(), out.writable().end(), with);
  return out;
}

// Each stretching costs a tenth of a second, on purpose: one file for all tests.
class KeyFiles : public ::testing::Test {
 protected:
  struct Made {
    KeyFile file;
    VaultKeys keys;
  };
  static void SetUpTestSuite() {
    SeededRandom random(5);
    auto made = KeyFile::make(cheap("correct horse"), nullptr, random);
    ASSERT_THAT(made, IsOk());
    made_ = new Made{std::move(made->first), std::move(made->second)};
    code_ = new Secret(crypto::make_recovery_code(random));
  }
  static void TearDownTestSuite() {
    delete made_;
    delete code_;
  }
  static const KeyFile& file() { return made_->file; }
  static const VaultKeys& keys() { return made_->keys; }
  static Unlock code() { return Unlock::with_recovery_code(*code_); }
  // A file that opens without slow work.
  static KeyFile with_code() {
    SeededRandom random(6);
    auto out = file().with_slot({code(), {}}, keys(), nullptr, random);
    EXPECT_THAT(out, IsOk());
    return *std::move(out);
  }
  static Bytes with(std::size_t at, std::uint64_t value, std::size_t size) {
    Bytes out = file().bytes();
    for (std::size_t i = 0; i < size; ++i) out[at + i] = static_cast<Byte>(value >> (8 * (size - 1 - i)));
    return out;
  }
  static Result<VaultKeys> open(BytesView bytes, const Unlock& unlock, PlatformKeyStore* platform = nullptr) {
    KITH_TRY(const KeyFile parsed, KeyFile::parse(bytes));
    return parsed.open(unlock, platform);
  }
  static Result<VaultKeys> open(BytesView bytes) { return open(bytes, phrase("correct horse")); }

  static Made* made_;
  static Secret* code_;
  SeededRandom random_{7};
};
KeyFiles::Made* KeyFiles::made_ = nullptr;
Secret* KeyFiles::code_ = nullptr;

TEST_F(KeyFiles, OpenWithTheirPassphrase) {
  EXPECT_EQ(file().bytes().size(), kAllBytes);
  const auto opened = open(file().bytes());
  ASSERT_THAT(opened, IsOk());
  EXPECT_TRUE(opened->master.equals(keys().master));
  ASSERT_TRUE(opened->administration.has_value());
  EXPECT_EQ(opened->administration->key, file().administration());
  EXPECT_TRUE(opened->administration->secret.equals(keys().administration->secret));
  EXPECT_EQ(file().slots(), (std::vector<SlotInfo>{{1, SlotKind::passphrase, crypto::kCostFloor, false, true}}));
}

TEST_F(KeyFiles, HaveAnotherMasterSaltAndNameEachTime) {
  const auto other = KeyFile::make(cheap("correct horse"), nullptr, random_);
  ASSERT_THAT(other, IsOk());
  EXPECT_FALSE(other->second.master.equals(keys().master));
  EXPECT_NE(other->first.administration(), file().administration());
  EXPECT_NE(other->first.vault(), file().vault());
  EXPECT_FALSE(equal(BytesView(other->first.bytes()).subspan(kSlotAt + 6, 16),
                     BytesView(file().bytes()).subspan(kSlotAt + 6, 16)));
}

TEST_F(KeyFiles, StayShutForAnythingElse) {
  for (const char* other : {"correct horsf", "Correct horse", "correct horse ", "correct hors", "x"}) {
    EXPECT_THAT(open(file().bytes(), phrase(other)), Fails(Code::STORE_LOCKED)) << other;
  }
  TestKeyStore platform;
  EXPECT_THAT(open(file().bytes(), code()), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open(file().bytes(), Unlock::with_platform(), &platform), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open(with_code().bytes(), Unlock::with_recovery_code(filled(32, 1))), Fails(Code::STORE_LOCKED));
}

TEST_F(KeyFiles, EverySlotOpensTheSameKeys) {
  TestKeyStore platform;
  auto all = with_code().with_slot({Unlock::with_platform(), {}}, keys(), &platform, random_);
  ASSERT_THAT(all, IsOk());
  for (const Unlock& unlock : {phrase("correct horse"), code(), Unlock::with_platform()}) {
    const auto opened = open(all->bytes(), unlock, &platform);
    ASSERT_THAT(opened, IsOk());
    EXPECT_TRUE(opened->master.equals(keys().master));
    EXPECT_EQ(opened->administration.has_value(), unlock.kind != SlotKind::platform);
  }
  EXPECT_EQ(all->generation(), file().generation() + 2);
  EXPECT_EQ(all->slots().back(), (SlotInfo{3, SlotKind::platform, {}, false}));
}

TEST_F(KeyFiles, APassphraseMayWantADeviceSecretBesideIt) {
  const Secret device = filled(kDeviceSecretBytes, 9);
  const auto both = [&](std::string_view text, const Secret& secret) {
    return Unlock::with_passphrase(words(text), secret);
  };
  auto added = file().with_slot({both("with device", device), crypto::kCostFloor}, keys(), nullptr, random_);
  ASSERT_THAT(added, IsOk());
  EXPECT_TRUE(added->slots().back().wants_device_secret);
  EXPECT_THAT(open(added->bytes(), both("with device", device)), IsOk());
  EXPECT_THAT(open(added->bytes(), phrase("with device")), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open(added->bytes(), both("with device", filled(kDeviceSecretBytes, 8))), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open(added->bytes(), both("other", device)), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(file().with_slot({both("x", filled(31, 1)), crypto::kCostFloor}, keys(), nullptr, random_),
              Fails(Code::INVALID_ARGUMENT));
}

TEST_F(KeyFiles, SlotsComeAndGo) {
  const KeyFile two = with_code();
  auto without = two.without_slot(1, keys());
  ASSERT_THAT(without, IsOk());
  EXPECT_THAT(open(without->bytes(), code()), IsOk());
  EXPECT_THAT(open(without->bytes()), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(two.without_slot(7, keys()), Fails(Code::NOT_FOUND));
  auto replaced = two.with_slot_replaced(1, cheap("new words"), keys(), nullptr, random_);
  ASSERT_THAT(replaced, IsOk());
  EXPECT_THAT(open(replaced->bytes()), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open(replaced->bytes(), phrase("new words")), IsOk());
  EXPECT_THAT(open(replaced->bytes(), code()), IsOk());
  EXPECT_EQ(replaced->slots().front().number, 3u);  // a number is never given twice
  EXPECT_EQ(replaced->slots().front().kind, SlotKind::passphrase);
  EXPECT_THAT(two.with_slot_replaced(7, cheap("x"), keys(), nullptr, random_), Fails(Code::NOT_FOUND));
}

TEST_F(KeyFiles, TheLastDoorThatAPersonHoldsStays) {
  EXPECT_THAT(file().without_slot(1, keys()), Fails(Code::INVALID_ARGUMENT));
  TestKeyStore platform;
  auto with_platform = file().with_slot({Unlock::with_platform(), {}}, keys(), &platform, random_);
  ASSERT_THAT(with_platform, IsOk());
  EXPECT_THAT(with_platform->without_slot(1, keys()), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(with_platform->without_slot(2, keys()), IsOk());
  EXPECT_THAT(KeyFile::make({Unlock::with_platform(), {}}, &platform, random_), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(KeyFiles, WhatThePlatformOpensChangesNoSlots) {
  TestKeyStore platform;
  auto all = file().with_slot({Unlock::with_platform(), {}}, keys(), &platform, random_);
  ASSERT_THAT(all, IsOk());
  const auto opened = open(all->bytes(), Unlock::with_platform(), &platform);
  ASSERT_THAT(opened, IsOk());
  EXPECT_THAT(all->with_slot(cheap("x"), *opened, &platform, random_), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(all->without_slot(2, *opened), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(KeyFiles, OfThePlatformThereIsOneAndItsFailuresAreTold) {
  TestKeyStore platform;
  EXPECT_THAT(file().with_slot({Unlock::with_platform(), {}}, keys(), nullptr, random_),
              Fails(Code::INVALID_ARGUMENT));
  auto one = file().with_slot({Unlock::with_platform(), {}}, keys(), &platform, random_);
  ASSERT_THAT(one, IsOk());
  EXPECT_THAT(one->with_slot({Unlock::with_platform(), {}}, keys(), &platform, random_), Fails(Code::ALREADY_EXISTS));
  EXPECT_THAT(open(one->bytes(), Unlock::with_platform(), nullptr), Fails(Code::STORE_LOCKED));
  platform.break_down();
  EXPECT_THAT(open(one->bytes(), Unlock::with_platform(), &platform), Fails(Code::STORE_IO));
  EXPECT_THAT(open(one->bytes(), phrase("correct horse"), &platform), IsOk());
}

// FORMAT.md: at most 2048 bytes of what a platform sealed.
TEST_F(KeyFiles, HoldSoMuchOfWhatAPlatformSealedAndNoMore) {
  TestKeyStore platform;
  platform.seal_to(2048);
  const auto most = file().with_slot({Unlock::with_platform(), {}}, keys(), &platform, random_);
  ASSERT_THAT(most, IsOk());
  EXPECT_THAT(open(most->bytes(), Unlock::with_platform(), &platform), IsOk());
  platform.seal_to(2049);
  EXPECT_THAT(file().with_slot({Unlock::with_platform(), {}}, keys(), &platform, random_), Fails(Code::TOO_LARGE));
  // In a file that somebody made: one byte more, and a length that says so.
  const std::size_t length_at = kSealAt + 6;  // the second slot begins where the seal of one slot would
  Bytes bad = most->bytes();
  ASSERT_EQ(bad[length_at], 0x08);
  ASSERT_EQ(bad[length_at + 1], 0x00);
  bad[length_at + 1] = 0x01;
  bad.insert(bad.begin() + static_cast<std::ptrdiff_t>(length_at + 2), Byte{0});
  EXPECT_THAT(KeyFile::parse(bad), Fails(Code::STORE_CORRUPT));
}

TEST_F(KeyFiles, HoldEightSlotsAtMost) {
  KeyFile full = file();
  for (std::size_t i = 1; i < kSlotsMost; ++i) {
    auto more = full.with_slot({Unlock::with_recovery_code(filled(32, static_cast<Byte>(i))), {}}, keys(), nullptr, random_);
    ASSERT_THAT(more, IsOk());
    full = *std::move(more);
  }
  EXPECT_THAT(full.with_slot({code(), {}}, keys(), nullptr, random_), Fails(Code::INVALID_ARGUMENT));
  EXPECT_LT(full.bytes().size(), kKeyFileMost);
}

TEST_F(KeyFiles, WantUsableSecrets) {
  EXPECT_THAT(KeyFile::make({phrase(""), crypto::kCostFloor}, nullptr, random_), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(KeyFile::make({Unlock::with_recovery_code(filled(31, 1)), {}}, nullptr, random_),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(KeyFile::make({phrase("x"), {64 * kMiB - 1, 3}}, nullptr, random_), Fails(Code::KDF_BELOW_FLOOR));
  EXPECT_THAT(KeyFile::make({phrase("x"), {64 * kMiB, 11}}, nullptr, random_), Fails(Code::KDF_ABOVE_CEILING));
}

// -- files that somebody changed --

TEST_F(KeyFiles, OfAnotherVersionAreNamedBeforeAnyWork) {
  EXPECT_THAT(open(with(kVersionAt, 1, 1)), Fails(Code::STORE_TOO_NEW));
  EXPECT_THAT(open(with(kVersionAt, 255, 1)), Fails(Code::STORE_TOO_NEW));
  EXPECT_THAT(open(with(kDraftAt, 5, 1)), Fails(Code::STORE_TOO_NEW));
  EXPECT_THAT(open(with(kDraftAt, 2, 1)), Fails(Code::STORE_TOO_OLD));
  EXPECT_THAT(open(with(kDraftAt, 0, 1)), Fails(Code::STORE_TOO_OLD));
  // A newer version may be of any size.
  Bytes longer = with(kVersionAt, 1, 1);
  longer.resize(kKeyFileMost);
  EXPECT_THAT(open(longer), Fails(Code::STORE_TOO_NEW));
  EXPECT_THAT(open(BytesView(longer).first(10)), Fails(Code::STORE_TOO_NEW));
}

TEST_F(KeyFiles, OfAnotherSizeOrKindAreCorrupt) {
  for (std::size_t size = 0; size < kAllBytes; ++size) {
    ASSERT_THAT(KeyFile::parse(BytesView(file().bytes()).first(size)), Fails(Code::STORE_CORRUPT)) << size;
  }
  Bytes longer = file().bytes();
  longer.push_back(0);
  EXPECT_THAT(KeyFile::parse(longer), Fails(Code::STORE_CORRUPT));
  for (std::size_t at = 0; at < kVersionAt; ++at) {
    Bytes bad = file().bytes();
    bad[at] ^= 0x20U;
    EXPECT_THAT(KeyFile::parse(bad), Fails(Code::STORE_CORRUPT)) << at;
  }
  for (const std::uint64_t count : {0, 2, 9, 255}) {
    EXPECT_THAT(KeyFile::parse(with(kCountAt, count, 1)), Fails(Code::STORE_CORRUPT)) << count;
  }
  for (const std::uint64_t kind : {0, 4, 255}) {
    EXPECT_THAT(KeyFile::parse(with(kKindAt, kind, 1)), Fails(Code::STORE_CORRUPT)) << kind;
  }
  EXPECT_THAT(KeyFile::parse(with(kFlagsAt, 4, 1)), Fails(Code::STORE_CORRUPT));
}

// Only a passphrase can want a device secret beside it.
TEST_F(KeyFiles, AFlagOnASlotThatTakesNoneIsCorrupt) {
  TestKeyStore platform;
  const auto by_platform = file().with_slot({Unlock::with_platform(), {}}, keys(), &platform, random_);
  ASSERT_THAT(by_platform, IsOk());
  for (const Bytes& good : {with_code().bytes(), by_platform->bytes()}) {
    ASSERT_THAT(KeyFile::parse(good), IsOk());
    Bytes bad = good;
    ASSERT_EQ(bad[kSealAt + 5], 0);
    bad[kSealAt + 5] = 1;  // of the second slot, which begins where the seal of one slot would
    EXPECT_THAT(KeyFile::parse(bad), Fails(Code::STORE_CORRUPT));
  }
}

TEST_F(KeyFiles, CostOutsideTheBoundsIsRefusedBeforeAnyWork) {
  const auto refused = [](const Bytes& bytes, Code code) { EXPECT_THAT(open(bytes), Fails(code)); };
  refused(with(kMemoryAt, 64 * kMiB - 1, 8), Code::KDF_BELOW_FLOOR);
  refused(with(kMemoryAt, 0, 8), Code::KDF_BELOW_FLOOR);
  refused(with(kPassesAt, 2, 4), Code::KDF_BELOW_FLOOR);
  refused(with(kPassesAt, 0, 4), Code::KDF_BELOW_FLOOR);
  refused(with(kMemoryAt, 1024 * kMiB + 1, 8), Code::KDF_ABOVE_CEILING);
  refused(with(kMemoryAt, ~0ULL, 8), Code::KDF_ABOVE_CEILING);
  refused(with(kPassesAt, 11, 4), Code::KDF_ABOVE_CEILING);
  refused(with(kPassesAt, ~0U, 4), Code::KDF_ABOVE_CEILING);
}

// Argon2id rounds its memory down to whole blocks: the same work, another byte in the file.
TEST_F(KeyFiles, CostThatMakesNoDifferenceToTheWorkStillCounts) {
  EXPECT_THAT(open(with(kMemoryAt, 64 * kMiB + 1, 8)), Fails(Code::STORE_LOCKED));
}

// One wrap in the place of the other is a secret of the wrong kind.
TEST_F(KeyFiles, WrapsDoNotStandForEachOther) {
  Bytes bad = file().bytes();
  std::swap_ranges(bad.begin() + kMasterAt, bad.begin() + kAdministrationSecretAt,
                   bad.begin() + kAdministrationSecretAt);
  EXPECT_THAT(open(bad), Fails(Code::STORE_LOCKED));
}

// A slot from an older file of the same vault, put back behind the ones of today.
TEST_F(KeyFiles, ASlotThatWasRemovedDoesNotComeBack) {
  const KeyFile two = with_code();
  auto without = two.without_slot(2, keys());
  ASSERT_THAT(without, IsOk());
  Bytes bad = without->bytes();
  const BytesView before(two.bytes());
  bad.resize(bad.size() - 32);
  const std::size_t slot_size = two.bytes().size() - file().bytes().size();
  append(bad, before.subspan(before.size() - 32 - slot_size, slot_size));
  append(bad, before.last(32));
  bad[kCountAt] = 2;
  EXPECT_THAT(open(bad, code()), Fails(Code::STORE_CORRUPT));
}

// Every byte of a file with a recovery code, one bit each: the slot that opens it does not
// open, or the seal of the whole file does not fit. Nothing slow in it, so every byte.
TEST_F(KeyFiles, EveryByteCounts) {
  const Bytes whole = with_code().bytes();
  std::map<Code, std::size_t> seen;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes bad = whole;
    bad[at] ^= static_cast<Byte>(1U << (at % 5));
    const auto result = open(bad, code());
    ASSERT_FALSE(result.ok()) << "byte " << at;
    ++seen[result.error().code];
  }
  for (const auto& [what, count] : seen) std::cout << "  " << code_name(what) << " " << count << "\n";
  EXPECT_GE(seen[Code::STORE_LOCKED], 104U + 104U + 16U + 48U);  // both wraps, salt, vault, administration
  EXPECT_GE(seen[Code::STORE_CORRUPT], 32U + 104U + 104U);       // the seal; the other slot's wraps
}

TEST_F(KeyFiles, KeyOfTheFilesIsNotTheMaster) {
  const Secret files = file_system_key_of(keys().master);
  EXPECT_EQ(files.size(), 32U);
  EXPECT_FALSE(files.equals(keys().master));
  EXPECT_TRUE(files.equals(file_system_key_of(keys().master)));
}

}  // namespace
}  // namespace kith::vault

#include "keys/key_file.h"

#include <algorithm>

#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/crypto/recovery_code.h"
#include "keys/slot.h"

namespace kith::vault {
namespace {

constexpr std::string_view kKeysMagic = "KITHKEYS";
constexpr std::uint8_t kKeysVersion = 0;
constexpr std::uint8_t kKeysDraft = 4;   // of version 0
constexpr std::uint8_t kOldestKeys = 3;  // which had no composed passphrases, and is read as it is
constexpr std::size_t kSealBytes = 32;

Error not_whole() { return fail(Code::STORE_CORRUPT, "the key file has the wrong size"); }

Secret seal_of(const Secret& master, BytesView body) {
  return crypto::derive(master, verify::label::kKeyFileSeal, {body});
}

Result<void> check_new(const NewSlot& slot) {
  switch (slot.unlock.kind) {
    case SlotKind::passphrase:
      if (slot.unlock.secret.empty()) return fail(Code::INVALID_ARGUMENT, "the passphrase is empty");
      if (!slot.unlock.device_secret.empty() && slot.unlock.device_secret.size() != kDeviceSecretBytes) {
        return fail(Code::INVALID_ARGUMENT, "a device secret has 32 bytes");
      }
      return crypto::check_cost(slot.cost);
    case SlotKind::recovery_code:
      if (slot.unlock.secret.size() == crypto::kRecoveryCodeBytes) return {};
      return fail(Code::INVALID_ARGUMENT, "a recovery code has 32 bytes");
    case SlotKind::platform:
      return {};
  }
  return fail(Code::INVALID_ARGUMENT, "no such kind of slot");
}

bool is_platform(const KeyFile::Slot& slot) { return slot.info.kind == SlotKind::platform; }

}  // namespace

Result<std::pair<KeyFile, VaultKeys>> KeyFile::make(const NewSlot& first, PlatformKeyStore* platform,
                                                    Random& random) {
  return make(first, crypto::make_agree_pair(random), platform, random);
}

Result<std::pair<KeyFile, VaultKeys>> KeyFile::make(const NewSlot& first, const crypto::AgreePair& administration,
                                                    PlatformKeyStore* platform, Random& random) {
  KITH_CHECK(check_new(first));
  if (first.unlock.kind == SlotKind::platform) {
    return fail(Code::INVALID_ARGUMENT, "a vault begins with a passphrase or a recovery code");
  }
  VaultKeys keys;
  keys.master = Secret(kMasterBytes);
  random.fill(keys.master.writable());
  keys.administration = crypto::AgreePair{administration.key, administration.secret.clone()};
  KeyFile out;
  out.vault_ = random.make<VaultId>();
  out.administration_ = keys.administration->key;
  KITH_CHECK(out.add(first, keys, platform, random));
  keys.slot = out.slots_.back().info.number;
  out.sign(keys.master);
  return std::pair(std::move(out), std::move(keys));
}

Result<KeyFile> KeyFile::parse(BytesView file) {
  Reader in(file);
  const BytesView magic = in.raw(kKeysMagic.size());
  const std::uint8_t version = in.u8();
  const std::uint8_t draft = in.u8();
  if (!in.ok() || as_text(magic) != kKeysMagic) return fail(Code::STORE_CORRUPT, "the key file is not one of Kith");
  if (version > kKeysVersion || draft > kKeysDraft) {
    return fail(Code::STORE_TOO_NEW, "the vault was written by a newer version of Kith");
  }
  if (draft < kOldestKeys) return fail(Code::STORE_TOO_OLD, "the vault was written by an early draft of Kith");
  KeyFile out;
  out.vault_ = in.fixed<VaultId>();
  out.generation_ = in.u64();
  out.next_number_ = in.u32();
  out.administration_ = in.fixed<AgreeKey>();
  const std::uint8_t count = in.u8();
  if (!in.ok() || count == 0 || count > kSlotsMost) return not_whole();
  for (std::uint8_t i = 0; i < count; ++i) {
    auto slot = read_slot(in);
    if (!slot) return not_whole();
    out.slots_.push_back(*std::move(slot));
  }
  (void)in.raw(kSealBytes);
  if (!in.at_end()) return not_whole();
  out.bytes_ = to_bytes(file);
  return out;
}

Bytes KeyFile::body() const {
  Writer out;
  out.raw(as_bytes(kKeysMagic));
  out.u8(kKeysVersion);
  out.u8(kKeysDraft);
  out.raw(vault_.view());
  out.u64(generation_);
  out.u32(next_number_);
  out.raw(administration_.view());
  out.u8(static_cast<std::uint8_t>(slots_.size()));
  for (const Slot& slot : slots_) write_slot(out, slot);
  return out.take();
}

void KeyFile::sign(const Secret& master) {
  ++generation_;
  bytes_ = body();
  append(bytes_, seal_of(master, bytes_).reveal());
}

Result<VaultKeys> KeyFile::open(const Unlock& unlock, PlatformKeyStore* platform) const {
  for (const Slot& slot : slots_) {
    if (slot.info.kind == SlotKind::passphrase) KITH_CHECK(crypto::check_cost(slot.info.cost));
  }
  Error last = does_not_open(unlock.kind);
  for (const Slot& slot : slots_) {
    if (slot.info.kind != unlock.kind) continue;
    auto keys = open_slot(slot, {vault_, administration_}, unlock, platform);
    if (!keys && keys.error().code != Code::STORE_LOCKED) return keys.error();
    if (!keys) {
      last = keys.error();
      continue;
    }
    const Secret seal = Secret::copy_of(BytesView(bytes_).last(kSealBytes));
    if (!seal.equals(seal_of(keys->master, BytesView(bytes_).first(bytes_.size() - kSealBytes)))) {
      return fail(Code::STORE_CORRUPT, "the key file was changed");
    }
    return std::move(*keys);
  }
  return last;
}

Result<void> KeyFile::add(const NewSlot& slot, const VaultKeys& keys, PlatformKeyStore* platform, Random& random) {
  KITH_CHECK(check_new(slot));
  if (!keys.administration) {
    return fail(Code::INVALID_ARGUMENT, "changing what opens the vault takes the passphrase or the recovery code");
  }
  if (slots_.size() >= kSlotsMost) return fail(Code::INVALID_ARGUMENT, "there are eight ways to open it already");
  if (slot.unlock.kind == SlotKind::platform && std::any_of(slots_.begin(), slots_.end(), is_platform)) {
    return fail(Code::ALREADY_EXISTS, "this device opens the vault already");
  }
  SlotInfo info{next_number_, slot.unlock.kind, {}, !slot.unlock.device_secret.empty(),
                slot.unlock.kind == SlotKind::passphrase};
  if (info.kind == SlotKind::passphrase) info.cost = slot.cost;
  KITH_TRY(Slot made, make_slot(info, {vault_, administration_}, slot.unlock, keys, platform, random));
  slots_.push_back(std::move(made));
  ++next_number_;
  return {};
}

Result<KeyFile> KeyFile::with_slot(const NewSlot& slot, const VaultKeys& keys, PlatformKeyStore* platform,
                                   Random& random) const {
  KeyFile out = *this;
  KITH_CHECK(out.add(slot, keys, platform, random));
  out.sign(keys.master);
  return out;
}

Result<KeyFile> KeyFile::without_slot(std::uint32_t number, const VaultKeys& keys) const {
  KeyFile out = *this;
  const auto at = std::find_if(out.slots_.begin(), out.slots_.end(),
                               [&](const Slot& slot) { return slot.info.number == number; });
  if (at == out.slots_.end()) return fail(Code::NOT_FOUND, "the vault has no such key");
  if (!keys.administration) {
    return fail(Code::INVALID_ARGUMENT, "changing what opens the vault takes the passphrase or the recovery code");
  }
  out.slots_.erase(at);
  if (std::all_of(out.slots_.begin(), out.slots_.end(), is_platform)) {
    return fail(Code::INVALID_ARGUMENT, "it is the last passphrase or recovery code: add another one first");
  }
  out.sign(keys.master);
  return out;
}

Result<KeyFile> KeyFile::with_slot_replaced(std::uint32_t number, const NewSlot& slot, const VaultKeys& keys,
                                            PlatformKeyStore* platform, Random& random) const {
  KeyFile out = *this;
  const auto at = std::find_if(out.slots_.begin(), out.slots_.end(),
                               [&](const Slot& old) { return old.info.number == number; });
  if (at == out.slots_.end()) return fail(Code::NOT_FOUND, "the vault has no such key");
  const auto place = at - out.slots_.begin();
  out.slots_.erase(at);
  KITH_CHECK(out.add(slot, keys, platform, random));
  std::rotate(out.slots_.begin() + place, out.slots_.end() - 1, out.slots_.end());
  out.sign(keys.master);
  return out;
}

std::vector<SlotInfo> KeyFile::slots() const {
  std::vector<SlotInfo> out;
  for (const Slot& slot : slots_) out.push_back(slot.info);
  return out;
}

Secret file_system_key_of(const Secret& master) { return crypto::derive(master, verify::label::kFileSystemKey, {}); }

}  // namespace kith::vault

#include "keys/slot.h"

#include "keys/typed_passphrase.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"

namespace kith::vault {
namespace {

constexpr std::size_t kWrapBytes = crypto::kSealOverhead + 32;
constexpr std::size_t kWrappedMost = 2048;
constexpr std::uint8_t kWantsDeviceSecret = 1;
constexpr std::uint8_t kComposed = 2;

std::uint8_t flags_of(const SlotInfo& info) {
  return static_cast<std::uint8_t>((info.wants_device_secret ? kWantsDeviceSecret : 0) | (info.composed ? kComposed : 0));
}

// Everything before the wraps: what they are bound to.
void write_head(Writer& out, const KeyFile::Slot& slot) {
  out.u32(slot.info.number);
  out.u8(static_cast<std::uint8_t>(slot.info.kind));
  out.u8(flags_of(slot.info));
  if (slot.info.kind == SlotKind::platform) {
    out.u16(static_cast<std::uint16_t>(slot.wrapped.size()));
    out.raw(slot.wrapped);
    return;
  }
  out.raw(slot.salt.view());
  if (slot.info.kind == SlotKind::passphrase) {
    out.u64(slot.info.cost.memory_bytes);
    out.u32(slot.info.cost.passes);
  }
}

Bytes bound_to(const KeyFile::Slot& slot, const SlotOwner& owner) {
  Writer out;
  out.raw(owner.vault.view());
  out.raw(owner.administration.view());
  write_head(out, slot);
  return out.take();
}

// The key of a slot, from what a person gives (`secret`, in the form that the slot wants) or the platform.
Result<Secret> slot_key(const KeyFile::Slot& slot, BytesView head, const Unlock& unlock, const Secret& secret,
                        const Secret& platform) {
  switch (slot.info.kind) {
    case SlotKind::passphrase: {
      KITH_TRY(const Secret stretched, crypto::stretch(secret, slot.salt, slot.info.cost));
      if (!slot.info.wants_device_secret) return crypto::derive(stretched, verify::label::kSlotKey, {head});
      return crypto::derive(stretched, verify::label::kSlotKey, {head, unlock.device_secret.reveal()});
    }
    case SlotKind::recovery_code:
      return crypto::derive(secret, verify::label::kSlotKey, {head});
    case SlotKind::platform:
      return crypto::derive(platform, verify::label::kSlotKey, {head});
  }
  return fail(Code::INTERNAL, "no such kind of slot");
}

Result<Secret> unwrap(const Secret& key, verify::Label label, BytesView head, BytesView sealed, SlotKind kind) {
  auto plain = crypto::open(crypto::derive(key, label, {}), head, sealed);
  if (!plain) return does_not_open(kind);
  Secret out = Secret::copy_of(*plain);
  wipe(*plain);
  return out;
}

// What to try of what was typed, one after another; see typed_passphrase.h.
std::vector<Secret> tries(const SlotInfo& info, const Secret& typed) {
  if (info.kind == SlotKind::passphrase) return forms_of(typed, info.composed);
  std::vector<Secret> out;
  out.push_back(typed.clone());
  return out;
}

Error no_platform() { return fail(Code::STORE_LOCKED, "this device has no key store that opens the vault"); }

}  // namespace

Error does_not_open(SlotKind kind) {
  switch (kind) {
    case SlotKind::passphrase:
      return fail(Code::STORE_LOCKED, "the passphrase does not open this vault");
    case SlotKind::recovery_code:
      return fail(Code::STORE_LOCKED, "the recovery code does not open this vault");
    case SlotKind::platform:
      break;
  }
  return fail(Code::STORE_LOCKED, "this device does not open the vault by itself: give the passphrase");
}

void write_slot(Writer& out, const KeyFile::Slot& slot) {
  write_head(out, slot);
  out.raw(slot.master);
  out.raw(slot.administration);
}

std::optional<KeyFile::Slot> read_slot(Reader& in) {
  KeyFile::Slot out;
  out.info.number = in.u32();
  const std::uint8_t kind = in.u8();
  const std::uint8_t flags = in.u8();
  if (!in.ok() || kind < 1 || kind > 3 || flags > (kWantsDeviceSecret | kComposed)) return std::nullopt;
  out.info.kind = SlotKind{kind};
  out.info.wants_device_secret = (flags & kWantsDeviceSecret) != 0;
  out.info.composed = (flags & kComposed) != 0;
  if (flags != 0 && out.info.kind != SlotKind::passphrase) return std::nullopt;
  if (out.info.kind == SlotKind::platform) {
    const std::uint16_t size = in.u16();
    if (size > kWrappedMost) return std::nullopt;
    out.wrapped = to_bytes(in.raw(size));
  } else {
    out.salt = in.fixed<crypto::Salt>();
  }
  if (out.info.kind == SlotKind::passphrase) {
    out.info.cost.memory_bytes = in.u64();
    out.info.cost.passes = in.u32();
  }
  out.master = to_bytes(in.raw(kWrapBytes));
  if (out.info.kind != SlotKind::platform) out.administration = to_bytes(in.raw(kWrapBytes));
  if (!in.ok()) return std::nullopt;
  return out;
}

Result<KeyFile::Slot> make_slot(const SlotInfo& info, const SlotOwner& owner, const Unlock& unlock,
                                const VaultKeys& keys, PlatformKeyStore* platform, Random& random) {
  KeyFile::Slot out{info, {}, {}, {}, {}};
  Secret device;
  if (info.kind == SlotKind::platform) {
    if (platform == nullptr) return fail(Code::INVALID_ARGUMENT, "this device has no key store");
    device = Secret(32);
    random.fill(device.writable());
    KITH_TRY(out.wrapped, platform->wrap(owner.vault, device));
    if (out.wrapped.size() > kWrappedMost) return fail(Code::TOO_LARGE, "what the key store sealed is too long");
  } else {
    out.salt = random.make<crypto::Salt>();
  }
  const Bytes head = bound_to(out, owner);
  const std::vector<Secret> secrets = tries(info, unlock.secret);
  KITH_TRY(const Secret key, slot_key(out, head, unlock, secrets.front(), device));
  out.master =
      crypto::seal(crypto::derive(key, verify::label::kMasterWrap, {}), head, keys.master.reveal(), random);
  if (info.kind != SlotKind::platform) {
    out.administration = crypto::seal(crypto::derive(key, verify::label::kAdministrationWrap, {}), head,
                                      keys.administration->secret.reveal(), random);
  }
  return out;
}

namespace {

Result<VaultKeys> unwrap_keys(const KeyFile::Slot& slot, BytesView head, const Secret& key) {
  const SlotKind kind = slot.info.kind;
  VaultKeys out;
  out.slot = slot.info.number;
  KITH_TRY(out.master, unwrap(key, verify::label::kMasterWrap, head, slot.master, kind));
  if (kind != SlotKind::platform) {
    KITH_TRY(const Secret secret, unwrap(key, verify::label::kAdministrationWrap, head, slot.administration, kind));
    out.administration = crypto::agree_pair_of(secret);
  }
  return out;
}

}  // namespace

Result<VaultKeys> open_slot(const KeyFile::Slot& slot, const SlotOwner& owner, const Unlock& unlock,
                            PlatformKeyStore* platform) {
  const SlotKind kind = slot.info.kind;
  if (slot.info.wants_device_secret && unlock.device_secret.empty()) {
    return fail(Code::STORE_LOCKED, "this passphrase opens the vault only with the device secret beside it");
  }
  Secret device;
  if (kind == SlotKind::platform) {
    if (platform == nullptr) return no_platform();
    KITH_TRY(device, platform->unwrap(owner.vault, slot.wrapped));
  }
  const Bytes head = bound_to(slot, owner);
  Error last = does_not_open(kind);
  for (const Secret& secret : tries(slot.info, unlock.secret)) {
    KITH_TRY(const Secret key, slot_key(slot, head, unlock, secret, device));
    auto opened = unwrap_keys(slot, head, key);
    if (opened || opened.error().code != Code::STORE_LOCKED) return opened;
    last = opened.error();
  }
  return last;
}

}  // namespace kith::vault

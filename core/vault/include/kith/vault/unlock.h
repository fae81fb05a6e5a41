#pragma once
// What opens a vault: a passphrase, a recovery code, or the platform's key store; and the slots
// of the key file, one for each of them. Each slot wraps the same master key, so adding, changing
// and removing one never touches the data.
//
// A passphrase may want a device secret beside it: 32 random bytes that the platform keeps apart
// from the folder. Then a stolen folder is worth nothing to somebody who guesses passphrases.
// The recovery code needs none and always opens.
//
// Threads: plain values.
// Owns:    an Unlock owns copies of its secrets.

#include <cstdint>

#include "kith/base/secret.h"
#include "kith/crypto/passphrase.h"

namespace kith::vault {

// Numbers are on disk: never re-used.
enum class SlotKind : std::uint8_t { passphrase = 1, recovery_code = 2, platform = 3 };

inline constexpr std::size_t kDeviceSecretBytes = 32;

struct Unlock {
  SlotKind kind = SlotKind::passphrase;
  Secret secret;         // the passphrase, or the 32 bytes of the code; empty for the platform
  Secret device_secret;  // beside a passphrase; empty: none

  static Unlock with_passphrase(const Secret& passphrase) { return {SlotKind::passphrase, passphrase.clone(), {}}; }
  static Unlock with_passphrase(const Secret& passphrase, const Secret& device_secret) {
    return {SlotKind::passphrase, passphrase.clone(), device_secret.clone()};
  }
  static Unlock with_recovery_code(const Secret& code) { return {SlotKind::recovery_code, code.clone(), {}}; }
  static Unlock with_platform() { return {SlotKind::platform, {}, {}}; }

  Unlock clone() const { return {kind, secret.clone(), device_secret.clone()}; }
};

struct SlotInfo {
  std::uint32_t number = 0;  // never given twice in one vault
  SlotKind kind = SlotKind::passphrase;
  crypto::PassphraseCost cost;        // of a passphrase
  bool wants_device_secret = false;  // of a passphrase
  bool composed = false;             // of a passphrase: made with Unicode's form C of what was typed
  bool operator==(const SlotInfo&) const = default;
};

}  // namespace kith::vault

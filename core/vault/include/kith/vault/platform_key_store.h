#pragma once
// PlatformKeyStore is what the platform keeps outside of the vault's folder: iOS Keychain, Android
// Keystore, a folder of its own for the command line. It does two things. It wraps a random
// secret, so that a vault opens on this device without its passphrase: a shortcut, never the only
// door, since such stores lose their keys. And it remembers one number for each vault, which
// only grows: a vault that comes back with a smaller one was put back as it was before.
//
// Threads: the vault calls it from any thread, one call at a time for one vault.
// Owns:    nothing of the vault's; outlives every Vault that was opened with it.
// Errors:  any. One of unwrap() is given to who wanted to open the vault; one of the counter never
//          keeps a person out, it only means that nobody watches (Vault::rollback_watch).

#include <cstdint>
#include <optional>

#include "kith/base/fixed.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"

namespace kith::vault {

using VaultId = Fixed<struct VaultIdTag, 16>;

class PlatformKeyStore {
 public:
  virtual ~PlatformKeyStore() = default;

  // `secret`, sealed so that only this device opens it. At most 2048 bytes come back.
  virtual Result<Bytes> wrap(const VaultId& vault, const Secret& secret) = 0;
  virtual Result<Secret> unwrap(const VaultId& vault, BytesView wrapped) = 0;

  // The number that was set last; none when none ever was, or it was lost.
  virtual Result<std::optional<std::uint64_t>> counter(const VaultId& vault) = 0;
  // Durable when it returns.
  virtual Result<void> set_counter(const VaultId& vault, std::uint64_t value) = 0;
  // As set_counter(), after each commit and without waiting for a disk: the number is there after the
  // program was killed, and may be gone after the power was. False: nothing was kept, because this
  // store can do nothing so cheap, and is told now and then.
  virtual Result<bool> note_counter(const VaultId&, std::uint64_t) { return false; }
  // Everything that is kept for that vault; nothing is an error.
  virtual Result<void> forget(const VaultId& vault) = 0;
};

}  // namespace kith::vault

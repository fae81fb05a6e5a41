#pragma once
// The bytes of the file `keys`: a slot for each thing that opens the vault. FORMAT.md has the
// layout. A KeyFile is a value; changing it makes another one, which somebody else then writes.
//
// Threads: pure functions; the platform's key store is called where a slot needs it.
// Owns:    VaultKeys own the master key and, where the slot holds it, the administration secret.
// Errors:  STORE_CORRUPT not a key file, or one that was changed; STORE_TOO_NEW, STORE_TOO_OLD
//          another format; STORE_LOCKED nothing given opens it; KDF_BELOW_FLOOR, KDF_ABOVE_CEILING
//          before any work; NOT_FOUND, ALREADY_EXISTS, INVALID_ARGUMENT about slots.

#include <vector>

#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/crypto/agree.h"
#include "kith/vault/platform_key_store.h"
#include "kith/vault/unlock.h"

namespace kith::vault {

inline constexpr std::size_t kMasterBytes = 32;
inline constexpr std::size_t kSlotsMost = 8;
// What is read at most: the key file of a newer version may be longer, and is named as such.
inline constexpr std::size_t kKeyFileMost = 64 * 1024;

struct VaultKeys {
  Secret master;
  std::optional<crypto::AgreePair> administration;  // none in a slot of the platform
  std::uint32_t slot = 0;                           // the one that opened
};

// What a slot is made with.
struct NewSlot {
  Unlock unlock;
  crypto::PassphraseCost cost;  // of a passphrase
};

class KeyFile {
 public:
  struct Slot {
    SlotInfo info;
    crypto::Salt salt;    // not in a slot of the platform
    Bytes wrapped;        // the slot's secret as the platform sealed it
    Bytes master;         // sealed
    Bytes administration; // sealed; empty in a slot of the platform
    bool operator==(const Slot&) const = default;
  };

  // New keys in one slot, with a new administration pair or with this one.
  static Result<std::pair<KeyFile, VaultKeys>> make(const NewSlot& first, PlatformKeyStore* platform, Random& random);
  static Result<std::pair<KeyFile, VaultKeys>> make(const NewSlot& first, const crypto::AgreePair& administration,
                                                    PlatformKeyStore* platform, Random& random);
  // Reads the parts; nothing is opened, and nothing believed, before open().
  static Result<KeyFile> parse(BytesView file);

  // The keys, from the first slot of that kind that opens. Checks the whole file against them.
  Result<VaultKeys> open(const Unlock& unlock, PlatformKeyStore* platform) const;

  // Another file with a slot more, which `keys` can fill. INVALID_ARGUMENT: `keys` came from the
  // platform, there are kSlotsMost already. ALREADY_EXISTS: a second one of the platform.
  Result<KeyFile> with_slot(const NewSlot& slot, const VaultKeys& keys, PlatformKeyStore* platform,
                            Random& random) const;
  // Another file without that slot. NOT_FOUND; INVALID_ARGUMENT for the last one that is not the
  // platform's, since platforms lose their keys.
  Result<KeyFile> without_slot(std::uint32_t number, const VaultKeys& keys) const;
  // Both at once; the new slot takes the place of the old one in the list.
  Result<KeyFile> with_slot_replaced(std::uint32_t number, const NewSlot& slot, const VaultKeys& keys,
                                     PlatformKeyStore* platform, Random& random) const;

  const Bytes& bytes() const { return bytes_; }
  const VaultId& vault() const { return vault_; }
  const AgreeKey& administration() const { return administration_; }
  // Grows by one with every change of the file.
  std::uint64_t generation() const { return generation_; }
  std::vector<SlotInfo> slots() const;

 private:
  KeyFile() = default;
  Result<void> add(const NewSlot& slot, const VaultKeys& keys, PlatformKeyStore* platform, Random& random);
  void sign(const Secret& master);
  Bytes body() const;

  VaultId vault_;
  AgreeKey administration_;
  std::uint64_t generation_ = 0;
  std::uint32_t next_number_ = 1;
  std::vector<Slot> slots_;
  Bytes bytes_;  // as on the disk
};

// The key of the files of the database.
Secret file_system_key_of(const Secret& master);

}  // namespace kith::vault

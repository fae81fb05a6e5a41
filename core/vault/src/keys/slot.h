#pragma once
// One slot of the key file: its bytes, and how its keys are wrapped and opened.
//
// Threads: pure functions, but for the platform's key store.
// Errors:  STORE_LOCKED the slot does not open with this; what the platform's key store says.

#include "keys/key_file.h"
#include "kith/base/wire.h"

namespace kith::vault {

// What every slot is bound to.
struct SlotOwner {
  VaultId vault;
  AgreeKey administration;
};

void write_slot(Writer& out, const KeyFile::Slot& slot);
// Nothing when it does not parse. Costs are not looked at.
std::optional<KeyFile::Slot> read_slot(Reader& in);

Result<KeyFile::Slot> make_slot(const SlotInfo& info, const SlotOwner& owner, const Unlock& unlock,
                                const VaultKeys& keys, PlatformKeyStore* platform, Random& random);
// REQUIRES: a passphrase's cost is within its bounds.
Result<VaultKeys> open_slot(const KeyFile::Slot& slot, const SlotOwner& owner, const Unlock& unlock,
                            PlatformKeyStore* platform);

Error does_not_open(SlotKind kind);

}  // namespace kith::vault

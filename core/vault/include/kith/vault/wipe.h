#pragma once
// Wiping a vault for good: the keys first, then the rest. Once the key file is overwritten and gone,
// nothing that is left in the folder, or in copies of its data, can be opened any more.
//
// It needs no database that opens: a damaged vault is wiped in the same way. A wipe that was cut
// short after the keys had gone is finished by doing it again.
//
// What flash storage keeps of overwritten blocks is beyond any program; what lies there is sealed
// under keys whose every copy in this folder is gone.
//
// Threads: pure functions over the disk; the vault is open nowhere.
// Errors:  NOT_FOUND no vault there; STORE_LOCKED another secret; STORE_IN_USE; INVALID_ARGUMENT;
//          STORE_IO: what is left may be wiped again.

#include <filesystem>

#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/vault/platform_key_store.h"
#include "kith/vault/unlock.h"

namespace kith::vault {

// `authority` is a passphrase or a recovery code of the vault. Null: whoever lost both may destroy
// what belongs to him as well, and the caller has asked twice.
Result<void> wipe_vault(const std::filesystem::path& dir, const Unlock* authority, PlatformKeyStore* platform,
                        Random& random);

}  // namespace kith::vault

#pragma once
// What a person gives to open a vault, as the vault wants it; and the key folder.
//
// Threads: pure functions; a key folder is safe from any thread.

#include "kith/engine/engine.h"
#include "kith/vault/platform_key_store.h"
#include "kith/vault/unlock.h"

namespace kith::engine {

// A secret as a request carries it.
inline Secret secret_of(const std::string& bytes) { return Secret::copy_of(as_bytes(bytes)); }
// INVALID_ARGUMENT: not a recovery code.
Result<vault::Unlock> unlock_of(OpenWith with, const Secret& secret);

// A key store for a program whose platform has none: files that only their owner may read, in a
// folder apart from the vaults. It is as safe as that folder: whoever can read it and the vault's
// folder opens the vault. Made at the first use.
std::unique_ptr<vault::PlatformKeyStore> make_key_folder(std::filesystem::path dir, Random& random);
// The same with the key of the folder given, and kept nowhere. Empty: counters alone.
std::unique_ptr<vault::PlatformKeyStore> make_key_folder(std::filesystem::path dir, Random& random, Secret key);

}  // namespace kith::engine

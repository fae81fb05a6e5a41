#pragma once
// HeldKey is what opens a vault again without its passphrase, for a while: the key of its files, and which key file
// that was with. A program that is asked for often gives it to an agent, which holds it in locked memory.
//
// It is less than the master key: with it nobody signs a key file, adds something that opens the vault, or unwraps the
// administration secret. Vault::open() takes it only as long as the key file stays byte for byte what it was, so for
// this program a changed passphrase or a new recovery code ends it. For a program that has read the 81 bytes it does
// not: the files keep their key for life. Who fears that somebody has them makes a new vault from a backup.
//
// Threads: a plain value.
// Owns:    its key.
// Errors:  MALFORMED: these bytes are no held key.

#include "kith/base/fixed.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"
#include "kith/vault/platform_key_store.h"

namespace kith::vault {

struct HeldKey {
  VaultId vault;
  Secret files;   // 32 bytes, the key of the database's files
  Hash key_file;  // of the bytes of the key file

  // As bytes for another process of the same program: version (1), vault id (16), key (32), hash (32).
  Secret bytes() const;
  static Result<HeldKey> parse(const Secret& bytes);
};

inline constexpr std::size_t kHeldKeyBytes = 1 + 16 + 32 + 32;

}  // namespace kith::vault

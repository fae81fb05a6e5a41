#pragma once
// The header of a backup: what it is, and the file's key wrapped for each secret.
//
// Threads: pure functions.
// Owns:    the key of the chunks belongs to whoever asked.
// Errors:  as kith/vault/backup.h has them.

#include "kith/vault/backup.h"

namespace kith::vault {

struct BackupHeader {
  Bytes bytes;
  Secret chunk_key;
};

Result<BackupHeader> make_backup_header(const BackupSecrets& secrets, Random& random);
// Reads exactly the header.
Result<Secret> read_backup_header(ByteSource& source, const BackupKey& key);

// All of `out`; false when the source ends before. `got` bytes were there.
Result<bool> read_whole(ByteSource& source, std::span<Byte> out, std::size_t* got = nullptr);

}  // namespace kith::vault

#pragma once
// A backup is everything that a vault holds, in one encrypted file with keys of its own: a
// passphrase, a recovery code, or both. A restored vault holds the same rows, opens with a
// passphrase of its own and goes on as a new incarnation: nothing under its device keys may be
// sent before they are renewed, since the old device may still be writing.
//
// core/vault/BACKUP.md has every byte. A backup holds the administration secret too: whoever
// opens it can do what the person can do.
//
// Threads: pure functions over a Vault, which other threads may go on using.
// Owns:    nothing; sink and source belong to the caller.
// Units:   sizes in bytes. Memory is bounded by one chunk and one row.
// Errors:  of reading: MALFORMED no backup; STORE_TOO_NEW, STORE_TOO_OLD; STORE_LOCKED a wrong
//          secret; TRUNCATED the end is missing; STORE_CORRUPT changed, or more behind the end;
//          KDF_BELOW_FLOOR, KDF_ABOVE_CEILING, before any work. Those of sink, source and vault.

#include "kith/vault/stream.h"
#include "kith/vault/vault.h"

namespace kith::vault {

struct BackupReport {
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;  // of their keys and values
};

// What is to open a new backup; at least one.
struct BackupSecrets {
  const Secret* passphrase = nullptr;
  const Secret* recovery_code = nullptr;  // the 32 bytes of crypto::parse_recovery_code
  crypto::PassphraseCost cost = crypto::kCostTarget;
  Random* random = nullptr;  // null: verify::system_random()
};

// One of them, to open a backup with.
struct BackupKey {
  enum class Kind : std::uint8_t { passphrase, recovery_code };
  Kind kind = Kind::passphrase;
  const Secret* secret = nullptr;
};

// One consistent state of the vault. `own` is the passphrase of the vault: without it nobody has
// the administration secret. STORE_LOCKED when it is another one; nothing is written then.
Result<BackupReport> write_backup(const Vault& vault, const Secret& own, const BackupSecrets& secrets, ByteSink& sink);

// Reads all of it and keeps nothing: succeeds exactly when it could be restored.
Result<BackupReport> check_backup(ByteSource& source, const BackupKey& key);

// A new vault at `dir` with these rows, opened; made and moved into place as Vault::create does,
// and only once the last byte has been verified: after a failure `dir` is what it was.
Result<std::unique_ptr<Vault>> restore_backup(ByteSource& source, const BackupKey& key,
                                              const std::filesystem::path& dir, const Secret& passphrase,
                                              const VaultOptions& options = {});

}  // namespace kith::vault

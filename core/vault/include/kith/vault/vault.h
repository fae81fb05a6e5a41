#pragma once
// Vault is one encrypted folder on this device: the only place where a person's data rests.
//
// In the folder lie a key file (`keys`), an empty `lock` file, and `db`, a RocksDB whose every
// file is sealed by a file system of ours. What a slot of the key file wants (a passphrase, a
// recovery code, the platform's key store) opens the master key, which opens the files. Passphrase
// and recovery code also open the administration secret, by themselves and only when asked again:
// a program that is merely unlocked does not hold it. core/vault/FORMAT.md has every byte, and
// says what a folder still shows and what this construction cannot notice.
//
// Threads: every function is safe from any thread; lock() waits for the calls that are running,
//          so never call it (or destroy the Vault) from inside a Visitor or a progress function.
// Owns:    the lock on the folder, the open database and the keys, until lock() or the end.
// Units:   sizes in bytes, as files have them on disk.
// Errors:  every call after lock() gives VAULT_LOCKED, between suspend() and resume()
//          VAULT_SUSPENDED. STORE_CORRUPT names the kind of file. A wrong passphrase and a slot
//          changed by somebody both give STORE_LOCKED: nobody can tell them apart. Messages hold file names of the database, never contents.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "kith/base/fixed.h"
#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"
#include "kith/changelog/store.h"
#include "kith/crypto/agree.h"
#include "kith/crypto/passphrase.h"
#include "kith/vault/held_key.h"
#include "kith/vault/platform_key_store.h"
#include "kith/vault/profile.h"
#include "kith/vault/unlock.h"
#include "kith/vault/verify.h"

namespace kith::vault {

class Disk;

struct VaultOptions {
  // Of new slots. A passphrase that is cheaper to try than this is wrapped again when it opens.
  crypto::PassphraseCost cost = crypto::kCostTarget;
  Random* random = nullptr;  // null: verify::system_random(); otherwise it outlives the Vault
  Profile profile = Profile::app;  // memory, chosen anew each time
  // Null: no shortcut, and nobody notices when the whole folder is put back as it was.
  PlatformKeyStore* platform = nullptr;  // outlives the Vault
  // Opens a vault that was put back all the same. It goes on as a new incarnation.
  bool accept_rolled_back = false;
  // While rows of an older schema become today's: (done, all).
  std::function<void(std::uint64_t, std::uint64_t)> migrating = {};
  std::shared_ptr<Disk> disk = nullptr;  // null: the real one. Only tests have another.
};

class Vault {
 public:
  // Makes a vault at `dir`, which does not exist or is an empty folder, and opens it. Built in
  // a folder beside `dir` and moved into place: after a failure, `dir` is what it was, or gone if
  // it was empty. `first` is a passphrase or a recovery code.
  // ALREADY_EXISTS when `dir` holds anything; INVALID_ARGUMENT for an empty passphrase or a
  // `dir` that is a symbolic link or somebody else's; KDF_BELOW_FLOOR, KDF_ABOVE_CEILING,
  // OUT_OF_MEMORY, NO_SPACE, STORE_IO.
  static Result<std::unique_ptr<Vault>> create(const std::filesystem::path& dir, const Unlock& first,
                                               const VaultOptions& options = {});
  static Result<std::unique_ptr<Vault>> create(const std::filesystem::path& dir, const Secret& passphrase,
                                               const VaultOptions& options = {}) {
    return create(dir, Unlock::with_passphrase(passphrase), options);
  }

  // As create(), with this administration pair, and with the rows that `fill` puts in before the
  // vault is moved into place; the errors of `fill` as well. For a backup that is restored.
  using Fill = std::function<Result<void>(changelog::Store&)>;
  static Result<std::unique_ptr<Vault>> create_filled(const std::filesystem::path& dir, const Unlock& first,
                                                      const VaultOptions& options,
                                                      const crypto::AgreePair& administration, const Fill& fill);

  // Opens the vault at `dir`. What others may do is taken from its access modes. On a full disk it opens for
  // reading, and takes commits by itself once there is room; where nothing can be written it opens for reading, and
  // commits give STORE_READ_ONLY.
  // NOT_FOUND no vault there; STORE_LOCKED wrong passphrase; STORE_IN_USE another Vault, in any
  // process, has it open, found before the slow work on the passphrase begins; STORE_TOO_NEW and
  // STORE_TOO_OLD, another format, and nothing was touched; STORE_ROLLED_BACK it was put back as
  // it was before; STORE_CORRUPT; KDF_BELOW_FLOOR and KDF_ABOVE_CEILING, a cost in the key file
  // that we refuse to work with; INVALID_ARGUMENT, OUT_OF_MEMORY, NO_SPACE, STORE_IO.
  static Result<std::unique_ptr<Vault>> open(const std::filesystem::path& dir, const Unlock& unlock,
                                             const VaultOptions& options = {});
  static Result<std::unique_ptr<Vault>> open(const std::filesystem::path& dir, const Secret& passphrase,
                                             const VaultOptions& options = {}) {
    return open(dir, Unlock::with_passphrase(passphrase), options);
  }

  // As open(), with what hold() gave before. STORE_LOCKED: the key file has changed since, or it is another vault.
  static Result<std::unique_ptr<Vault>> open(const std::filesystem::path& dir, const HeldKey& key,
                                             const VaultOptions& options = {});

  Vault(const Vault&) = delete;
  Vault& operator=(const Vault&) = delete;
  ~Vault();

  // The tables. The reference is good as long as the Vault, after lock() too (VAULT_LOCKED).
  // After a commit that failed on its way to the disk (NO_SPACE, STORE_IO) reading goes on. The
  // next commit has the database opened again first, from what was confirmed; on a full disk
  // each one fails with NO_SPACE until there is room.
  changelog::Store& store();

  // Every row of every table, in order of tables and keys, as one consistent state; until `visit`
  // returns false. VAULT_LOCKED, STORE_CORRUPT, STORE_IO.
  Result<void> visit_rows(const RowVisitor& visit) const;

  const VaultId& id() const;

  // The public half of the administration key: whoever has it can seal to the administration.
  AgreeKey administration_key() const;

  // Both halves, from the passphrase or the recovery code given once more. Slow on purpose.
  // STORE_LOCKED when it is another one; VAULT_LOCKED.
  Result<crypto::AgreePair> open_administration(const Unlock& authority) const;
  Result<crypto::AgreePair> open_administration(const Secret& passphrase) const {
    return open_administration(Unlock::with_passphrase(passphrase));
  }

  // What opens this vault again until its key file changes; no more than this process holds anyway. VAULT_LOCKED;
  // STORE_LOCKED where the key file was changed by another program since this one opened it.
  Result<HeldKey> hold() const;

  // What opens the vault, in the order of the file.
  std::vector<SlotInfo> slots() const;
  // Each of these wants the passphrase or the recovery code once more (STORE_LOCKED), and is on
  // the disk when it returns; after a crash in between the old slots hold, or the new ones.
  // INVALID_ARGUMENT for a secret of the wrong kind or size, for a ninth slot, and for removing
  // the last passphrase or recovery code; ALREADY_EXISTS a second slot of the platform; NOT_FOUND.
  Result<std::uint32_t> add_slot(const Unlock& authority, const Unlock& added);
  Result<void> remove_slot(const Unlock& authority, std::uint32_t number);
  // The slot that `authority` opens is for `fresh` from now on.
  Result<void> change_slot(const Unlock& authority, const Unlock& fresh);

  // Whether a platform's key store would notice the whole folder put back.
  bool rollback_watch() const;

  // Another number after each commit; 0 while it is suspended or locked.
  std::uint64_t sequence() const;

  // Ends running scans, waits for running calls, closes the database and gives every file lock
  // back, all within `limit`; the keys stay. TIMEOUT when a call did not end: nothing has changed.
  // What comes until resume() gets VAULT_SUSPENDED.
  Result<void> suspend(std::chrono::milliseconds limit);
  // STORE_IN_USE when another one has taken it meanwhile; the errors of open(), STORE_ROLLED_BACK when
  // it was put back meanwhile. After an error it stays suspended.
  Result<void> resume();
  bool suspended() const;

  // Rewrites the table files without what was erased.
  Result<void> compact();

  // Reads and authenticates every file of the folder wholly, has RocksDB check its own
  // checksums, and reads every row. STORE_CORRUPT at the first thing that is not right, a file
  // that is none of ours included; VAULT_LOCKED, STORE_IO. Files do not go while it runs.
  Result<VerifyReport> verify(const Progress& progress = {});

  // Every file of the folder added up; 0 when the folder cannot be read.
  std::uint64_t bytes_on_disk() const;

  // Closes the database, wipes the keys and gives the folder free. A log of some hundred records or
  // more is written out as a table file first, some milliseconds, and the next opening need not; so
  // does suspend() with more than two seconds. What RocksDB had decrypted
  // into its own caches is freed, not wiped. Does nothing the second time.
  void lock();

 private:
  struct Impl;
  explicit Vault(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kith::vault

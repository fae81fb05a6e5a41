#pragma once
// RollbackWatch compares how far a vault has come with the number that the platform's key store
// remembers for it, outside of the folder, and lets that number follow. A vault that comes back
// with a smaller one was put back as it was before, or lost the end of its log.
//
// The number follows a commit once that is on the disk, and before anybody is told that it is done.
// So it is never ahead of the vault, wherever the power goes, and never behind what was acknowledged,
// wherever the program is killed.
//
// Threads: safe from any thread.
// Units:   the number is RocksDB's sequence of the last row written; it only grows.
// Errors:  STORE_ROLLED_BACK. A key store that fails keeps nobody out: watching() says so.


#include "kith/base/mutex.h"
#include "kith/vault/platform_key_store.h"

namespace kith::vault {

class RollbackWatch {
 public:
  // `platform` may be null: nobody watches. Otherwise it outlives this.
  RollbackWatch(PlatformKeyStore* platform, const VaultId& vault) : platform_(platform), vault_(vault) {}

  // At opening.
  Result<void> check(std::uint64_t sequence);
  // Takes a smaller number as the truth: a person has decided so.
  Result<void> accept(std::uint64_t sequence);
  // After a commit, which is on the disk: has it noted, and now and then made durable, so that a
  // commit does not wait for another disk each time.
  void committed(std::uint64_t sequence);
  // Before the vault is closed: tells it now.
  void settle();
  const VaultId& vault() const { return vault_; }
  // Whether the key store has answered each time.
  bool watching() const;

 private:
  void tell() KITH_REQUIRES(mu_);
  void note() KITH_REQUIRES(mu_);

  PlatformKeyStore* const platform_;
  const VaultId vault_;
  mutable Mutex mu_;
  std::uint64_t told_ KITH_GUARDED_BY(mu_) = 0;  // what is durable there, as far as this one knows
  std::uint64_t now_ KITH_GUARDED_BY(mu_) = 0;
  unsigned waiting_ KITH_GUARDED_BY(mu_) = 0;  // commits since it was made durable
  bool fails_ KITH_GUARDED_BY(mu_) = false;
};

}  // namespace kith::vault

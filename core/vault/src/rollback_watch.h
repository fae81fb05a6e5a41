#pragma once
// RollbackWatch compares how far a vault has come with the number that the platform's key store
// remembers for it, outside of the folder, and lets that number follow. A vault that comes back
// with a smaller one was put back as it was before.
//
// Threads: safe from any thread.
// Units:   the number is RocksDB's sequence of the last row written; it only grows.
// Errors:  STORE_ROLLED_BACK. A key store that fails keeps nobody out: watching() says so.

#include <mutex>

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
  // After a commit: tells the key store now and then, so that a commit does not wait for it.
  void committed(std::uint64_t sequence);
  // Before the vault is closed: tells it now.
  void settle();
  const VaultId& vault() const { return vault_; }
  // Whether the key store has answered each time.
  bool watching() const;

 private:
  // REQUIRES: mu_ held
  void tell();

  PlatformKeyStore* const platform_;
  const VaultId vault_;
  mutable std::mutex mu_;
  // guarded by mu_
  std::uint64_t told_ = 0;
  std::uint64_t now_ = 0;
  unsigned waiting_ = 0;  // commits since it was told
  bool fails_ = false;
};

}  // namespace kith::vault

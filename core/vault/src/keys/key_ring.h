#pragma once
// The key file of one open vault, on the disk: reading it, and replacing it as a whole.
//
// Threads: safe from any thread.
// Owns:    the key file's bytes, which hold no secret in the clear.
// Errors:  those of key_file.h and folder.h.

#include <filesystem>

#include "kith/base/mutex.h"
#include "sealed/inventory.h"
#include "keys/key_file.h"

namespace kith::vault {

class KeyRing {
 public:
  // What making a slot takes; the pointers outlive the KeyRing.
  struct Means {
    crypto::PassphraseCost cost;
    PlatformKeyStore* platform = nullptr;
    Random* random = nullptr;
    std::shared_ptr<rocksdb::FileSystem> disk;
  };

  KeyRing(std::filesystem::path dir, KeyFile file, Means means)
      : dir_(std::move(dir)), means_(std::move(means)), file_(std::move(file)) {}

  // The file as it lies in the folder, parsed and not believed yet. What a crash left beside it goes.
  static Result<KeyFile> read(const std::filesystem::path& dir, rocksdb::FileSystem& disk);

  KeyFile file() const;
  Result<VaultKeys> open(const Unlock& unlock) const;

  Result<std::uint32_t> add(const Unlock& authority, const Unlock& added, Inventory& inventory);
  Result<void> remove(const Unlock& authority, std::uint32_t number, Inventory& inventory);
  Result<void> change(const Unlock& authority, const Unlock& fresh, Inventory& inventory);
  // Makes a slot that is cheaper to try than today's cost as dear as that, and one that was made of a passphrase as it
  // was typed one of its composed form.
  Result<void> strengthen(const Unlock& unlock, const VaultKeys& keys, Inventory& inventory);
  // After somebody else may have had the vault: the file as it is now.
  Result<void> reread();
  // Whether the file is one whose seal was compared with the master key. One that was read again after somebody else may
  // have had the vault is not, until it is opened by a secret or written by us.
  bool compared() const;

 private:
  Result<void> install(KeyFile next, Inventory& inventory) KITH_REQUIRES(mu_);

  const std::filesystem::path dir_;
  const Means means_;
  mutable Mutex mu_;
  KeyFile file_ KITH_GUARDED_BY(mu_);
  mutable bool compared_ KITH_GUARDED_BY(mu_) = true;
};

}  // namespace kith::vault

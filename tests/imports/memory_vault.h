#pragma once
// The engine's methods over a vault that is in memory: no disk, no passphrase, and so some thousand of them
// a second. What is written is written by the code that is shipped; only the store under it is another.
//
// Threads: one.
// Owns:    the vault.
// Errors:  those of the methods.

#include "kith/crypto/agree.h"
#include "kith/testing/fake_clock.h"
#include "kith/testing/memory_store.h"
#include "kith/testing/seeded_random.h"
#include "made_file.h"
#include "methods.h"

namespace kith::imports {

namespace api = kith::api::v1;

class MemoryVault {
 public:
  explicit MemoryVault(std::uint64_t seed);
  MemoryVault(const MemoryVault&) = delete;
  MemoryVault& operator=(const MemoryVault&) = delete;

  // As a person takes it: all who are in it, and where days can be read in two ways, as the file has them.
  Result<api::ImportReply> take(const MadeFile& file);
  Result<api::ImportReply> take_cards(const std::string& bytes);
  Result<api::Export> everything();
  Result<api::ImportVaultReply> take_everything(const api::Export& all);
  Result<std::string> cards(std::string_view version);

 private:
  Result<api::ImportReply> take_with(const MadeFile& file, const std::string& dates);

  testing::MemoryStore store_;
  testing::SeededRandom random_;
  testing::FakeClock clock_;
  crypto::AgreePair administration_;
  engine::Session session_;
};

}  // namespace kith::imports

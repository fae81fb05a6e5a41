#pragma once
// The engine's methods over a vault that is in memory: no disk, no passphrase, and so some thousand of them
// a second. What is written is written by the code that is shipped; only the store under it is another.
//
// Threads: one.
// Owns:    the vault.
// Errors:  those of the methods; UNSUPPORTED for a method that there is not.

#include "kith/crypto/agree.h"
#include "kith/testing/fake_clock.h"
#include "kith/testing/memory_store.h"
#include "kith/testing/seeded_random.h"
#include "made_file.h"
#include "method.h"

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
  template <typename Reply, typename Request>
  Result<Reply> call(std::string_view name, const Request& request) {
    const engine::Method* const method = engine::find_method(name);
    if (method == nullptr) return fail(Code::UNSUPPORTED, "there is no such method");
    KITH_TRY(const Bytes reply, method->run(session_, engine::serialize(request)));
    return engine::parse<Reply>(reply);
  }
  Result<api::ImportReply> take_with(const MadeFile& file, const std::string& dates);

  testing::MemoryStore store_;
  testing::SeededRandom random_;
  testing::FakeClock clock_;
  crypto::AgreePair administration_;
  engine::Session session_;
};

}  // namespace kith::imports

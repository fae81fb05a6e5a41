#pragma once
// Vaults for tests that open without slow work: a template is made once, with a passphrase at the
// lowest cost and a recovery code; each test opens a copy of it by the code.
//
// Threads: tests of one program run one after another.

#include "disk.h"
#include "kith/crypto/recovery_code.h"
#include "kith/testing/matchers.h"
#include "kith/vault/vault.h"

namespace kith::vault::testing {

inline constexpr std::string_view kPassphrase = "correct horse";

inline Secret words(std::string_view text) { return Secret::copy_of(as_bytes(text)); }
inline Unlock phrase(std::string_view text = kPassphrase) { return Unlock::with_passphrase(words(text)); }

inline Unlock recovery_code(std::uint64_t seed = 77) {
  SeededRandom random(seed);
  return Unlock::with_recovery_code(crypto::make_recovery_code(random));
}

inline const fs::path& template_vault() {
  static const TemporaryFolder folder;
  static const fs::path dir = [] {
    const fs::path made = folder / "template";
    VaultOptions options;
    options.cost = crypto::kCostFloor;
    auto vault = Vault::create(made, phrase(), options);
    EXPECT_THAT(vault, kith::testing::IsOk());
    EXPECT_THAT((*vault)->add_slot(phrase(), recovery_code()), kith::testing::IsOk());
    return made;
  }();
  return dir;
}

class VaultCopy : public ::testing::Test {
 protected:
  VaultCopy() {
    options_.cost = crypto::kCostFloor;
    copy_folder(template_vault(), dir_);
  }
  Result<std::unique_ptr<Vault>> open() { return Vault::open(dir_, recovery_code(), options_); }

  static Result<void> put(Vault& vault, std::string_view key, BytesView value) {
    changelog::Batch batch;
    batch.put(changelog::Table::entry, to_bytes(key), to_bytes(value));
    return vault.store().commit(batch);
  }

  TemporaryFolder temp_;
  fs::path dir_ = temp_ / "vault";
  VaultOptions options_;
};

}  // namespace kith::vault::testing

#pragma once
// A platform's key store for tests: in memory, counting, and failing when it is told to.
//
// Threads: safe from any thread.

#include <algorithm>
#include <map>
#include <mutex>

#include "kith/vault/platform_key_store.h"

namespace kith::vault::testing {

class TestKeyStore final : public PlatformKeyStore {
 public:
  // The "seal" of a test: the secret behind a mask. Nothing of it is looked at by the vault.
  Result<Bytes> wrap(const VaultId& vault, const Secret& secret) override {
    const std::lock_guard lock(mu_);
    if (broken_) return fail(Code::STORE_IO, "the key store is broken");
    Bytes out = to_bytes(vault.view());
    for (const Byte b : secret.reveal()) out.push_back(static_cast<Byte>(b ^ 0x5aU));
    out.resize(std::max(out.size(), wrapped_size_));
    return out;
  }
  Result<Secret> unwrap(const VaultId& vault, BytesView wrapped) override {
    const std::lock_guard lock(mu_);
    if (broken_) return fail(Code::STORE_IO, "the key store is broken");
    if (wrapped.size() < VaultId::kSize || !equal(wrapped.first(VaultId::kSize), vault.view())) {
      return fail(Code::STORE_LOCKED, "not a secret of this device");
    }
    Secret out = Secret::copy_of(wrapped.subspan(VaultId::kSize, 32));
    for (Byte& b : out.writable()) b ^= 0x5aU;
    return out;
  }
  Result<std::optional<std::uint64_t>> counter(const VaultId& vault) override {
    const std::lock_guard lock(mu_);
    if (broken_) return fail(Code::STORE_IO, "the key store is broken");
    const auto at = counters_.find(vault);
    return at == counters_.end() ? std::nullopt : std::optional(at->second);
  }
  Result<void> set_counter(const VaultId& vault, std::uint64_t value) override {
    const std::lock_guard lock(mu_);
    if (broken_) return fail(Code::STORE_IO, "the key store is broken");
    counters_[vault] = value;
    ++told_;
    return {};
  }
  Result<void> forget(const VaultId& vault) override {
    const std::lock_guard lock(mu_);
    counters_.erase(vault);
    return {};
  }

  void break_down() {
    const std::lock_guard lock(mu_);
    broken_ = true;
  }
  // From now on what it seals is at least so long.
  void seal_to(std::size_t bytes) {
    const std::lock_guard lock(mu_);
    wrapped_size_ = bytes;
  }
  // How often a number was set.
  int told() const {
    const std::lock_guard lock(mu_);
    return told_;
  }

 private:
  mutable std::mutex mu_;
  std::map<VaultId, std::uint64_t> counters_;
  bool broken_ = false;
  std::size_t wrapped_size_ = 0;
  int told_ = 0;
};

}  // namespace kith::vault::testing

#pragma once
// A platform's key store for tests: in memory, counting, failing when it is told to, and with a
// power failure that takes what it was told and had not made durable.
//
// Threads: safe from any thread; who is called at a mark (at_mark) never calls the store.

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include "kith/base/mutex.h"
#include "kith/testing/seeded_random.h"
#include "kith/vault/platform_key_store.h"

namespace kith::vault::testing {

class TestKeyStore final : public PlatformKeyStore {
 public:
  // The "seal" of a test: the secret behind a mask. Nothing of it is looked at by the vault.
  Result<Bytes> wrap(const VaultId& vault, const Secret& secret) override {
    const MutexLock lock(mu_);
    if (broken_) return broken();
    Bytes out = to_bytes(vault.view());
    for (const Byte b : secret.reveal()) out.push_back(static_cast<Byte>(b ^ 0x5aU));
    out.resize(std::max(out.size(), wrapped_size_));
    return out;
  }
  Result<Secret> unwrap(const VaultId& vault, BytesView wrapped) override {
    const MutexLock lock(mu_);
    if (broken_) return broken();
    if (wrapped.size() < VaultId::kSize || !equal(wrapped.first(VaultId::kSize), vault.view())) {
      return fail(Code::STORE_LOCKED, "not a secret of this device");
    }
    Secret out = Secret::copy_of(wrapped.subspan(VaultId::kSize, 32));
    for (Byte& b : out.writable()) b ^= 0x5aU;
    return out;
  }
  Result<std::optional<std::uint64_t>> counter(const VaultId& vault) override {
    const MutexLock lock(mu_);
    if (broken_) return broken();
    const auto at = counters_.find(vault);
    return at == counters_.end() ? std::nullopt : std::optional(at->second.back());
  }
  Result<void> set_counter(const VaultId& vault, std::uint64_t value) override {
    const MutexLock lock(mu_);
    if (broken_) return broken();
    counters_[vault] = {value};
    ++told_;
    return {};
  }
  Result<bool> note_counter(const VaultId& vault, std::uint64_t value) override {
    const MutexLock lock(mu_);
    if (mark_ && !mark_(++marks_)) broken_ = true;
    if (broken_) return broken();
    if (!takes_notes_) return false;
    counters_[vault].push_back(value);
    return true;
  }
  Result<void> forget(const VaultId& vault) override {
    const MutexLock lock(mu_);
    counters_.erase(vault);
    return {};
  }

  void break_down() {
    const MutexLock lock(mu_);
    broken_ = true;
  }
  void mend() {
    const MutexLock lock(mu_);
    broken_ = false;
  }
  // As a store that can't note anything without waiting for its disk.
  void take_no_notes() {
    const MutexLock lock(mu_);
    takes_notes_ = false;
  }
  // Called before each note, with its number from 1; false: the store breaks down there.
  void at_mark(std::function<bool(int)> mark) {
    const MutexLock lock(mu_);
    mark_ = std::move(mark);
    marks_ = 0;
  }
  // What was noted and not made durable is there or not, and of it any one.
  void lose_power(kith::testing::SeededRandom& random) {
    const MutexLock lock(mu_);
    broken_ = false;
    for (auto& [vault, values] : counters_) values = {values[random.below(values.size())]};
  }
  // From now on what it seals is at least so long.
  void seal_to(std::size_t bytes) {
    const MutexLock lock(mu_);
    wrapped_size_ = bytes;
  }
  // How often a number was made durable.
  int told() const {
    const MutexLock lock(mu_);
    return told_;
  }

 private:
  static Error broken() { return fail(Code::STORE_IO, "the key store is broken"); }

  mutable Mutex mu_;
  // The durable number, and behind it those that were noted since.
  std::map<VaultId, std::vector<std::uint64_t>> counters_ KITH_GUARDED_BY(mu_);
  std::function<bool(int)> mark_ KITH_GUARDED_BY(mu_);
  int marks_ KITH_GUARDED_BY(mu_) = 0;
  bool broken_ KITH_GUARDED_BY(mu_) = false;
  bool takes_notes_ KITH_GUARDED_BY(mu_) = true;
  std::size_t wrapped_size_ KITH_GUARDED_BY(mu_) = 0;
  int told_ KITH_GUARDED_BY(mu_) = 0;
};

}  // namespace kith::vault::testing

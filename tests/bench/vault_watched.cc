// What the key folder costs a single commit: three vaults, in turn, a few commits each, so that whatever
// else the disk does falls on all of them.

#include <array>

#include "vault/keys.h"
#include "device.h"
#include "kith/testing/temporary_folder.h"
#include "kith/verify/random.h"
#include "stopwatch.h"
#include "suite.h"

namespace kith::bench {
namespace {

constexpr std::size_t kAtOnce = 20;
constexpr std::size_t kWatchedRowBytes = 600;

// The key folder as one that notes nothing: it is told every 32nd commit, durably.
class NowAndThen final : public vault::PlatformKeyStore {
 public:
  explicit NowAndThen(vault::PlatformKeyStore& beneath) : beneath_(beneath) {}
  Result<Bytes> wrap(const vault::VaultId& vault, const Secret& secret) override {
    return beneath_.wrap(vault, secret);
  }
  Result<Secret> unwrap(const vault::VaultId& vault, BytesView wrapped) override {
    return beneath_.unwrap(vault, wrapped);
  }
  Result<std::optional<std::uint64_t>> counter(const vault::VaultId& vault) override {
    return beneath_.counter(vault);
  }
  Result<void> set_counter(const vault::VaultId& vault, std::uint64_t value) override {
    return beneath_.set_counter(vault, value);
  }
  Result<void> forget(const vault::VaultId& vault) override { return beneath_.forget(vault); }

 private:
  vault::PlatformKeyStore& beneath_;
};

Result<void> commit_some(vault::Vault& vault, std::size_t from) {
  for (std::size_t i = from; i < from + kAtOnce; ++i) {
    changelog::Batch batch;
    batch.put(changelog::Table::entry, to_bytes(std::to_string(i)), to_bytes(words(kWatchedRowBytes, i)));
    KITH_CHECK(vault.store().commit(batch));
  }
  return {};
}

}  // namespace

Result<void> watched_inserts(const Sizes& sizes, Report& report) {
  const testing::TemporaryFolder temporary;
  const auto keys = engine::make_key_folder(temporary.path() / "keys", verify::system_random());
  NowAndThen now_and_then(*keys);
  const std::array<vault::PlatformKeyStore*, 3> watchers{nullptr, &now_and_then, keys.get()};
  std::array<std::unique_ptr<vault::Vault>, 3> vaults;
  for (std::size_t i = 0; i < vaults.size(); ++i) {
    vault::VaultOptions options;
    options.cost = crypto::kCostFloor;
    options.platform = watchers[i];
    KITH_TRY(vaults[i], vault::Vault::create(temporary.path() / std::to_string(i), passphrase(), options));
  }
  std::vector<double> to_none;
  std::vector<double> to_every_32nd;
  for (std::size_t round = 0; round < sizes.peer_rounds * 2; ++round) {
    std::array<double, 3> ms{};
    for (std::size_t done = 0; done < sizes.single_inserts / 4; done += kAtOnce) {
      for (std::size_t i = 0; i < vaults.size(); ++i) {
        const std::size_t at = (i + done / kAtOnce) % vaults.size();
        const Stopwatch watch;
        KITH_CHECK(commit_some(*vaults[at], done));
        ms[at] += watch.ms();
      }
    }
    if (ms[2] <= 0) continue;
    to_none.push_back(ms[0] / ms[2]);
    to_every_32nd.push_back(ms[1] / ms[2]);
  }
  report.add({"single_key_folder_vs_none", "insert, one by one, with a key folder: to none", median(to_none), "", ""});
  report.add({"single_key_folder_vs_every_32nd", "  to one that is told every 32nd time", median(to_every_32nd), "", ""});
  return {};
}

}  // namespace kith::bench

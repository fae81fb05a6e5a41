#include "backup/content.h"
#include "system/folder.h"
#include "kith/changelog/incarnation.h"

namespace kith::vault {
namespace {

constexpr std::size_t kBatchBytes = 1024 * 1024;

// Rows go into the store in batches: what a crash or a failure leaves is a folder beside the
// place, never a vault.
class Filler {
 public:
  explicit Filler(changelog::Store& store) : store_(store) {}
  Result<void> add(const Row& row) {
    batch_.put(row.table, to_bytes(row.key), to_bytes(row.value));
    size_ += row.key.size() + row.value.size();
    if (size_ < kBatchBytes) return {};
    return flush();
  }
  Result<void> flush() {
    KITH_CHECK(store_.commit(batch_));
    batch_ = {};
    size_ = 0;
    return {};
  }

 private:
  changelog::Store& store_;
  changelog::Batch batch_;
  std::size_t size_ = 0;
};

}  // namespace

Result<BackupReport> check_backup(ByteSource& source, const BackupKey& key) {
  KITH_TRY(BackupReader reader, BackupReader::start(source, key));
  return reader.rows([](const Row&) { return Result<void>(); });
}

Result<std::unique_ptr<Vault>> restore_backup(ByteSource& source, const BackupKey& key,
                                              const std::filesystem::path& dir, const Secret& passphrase,
                                              const VaultOptions& options) {
  // What can be refused at once is, before the slow work on the backup's passphrase.
  if (passphrase.empty()) return fail(Code::INVALID_ARGUMENT, "the passphrase is empty");
  KITH_CHECK(crypto::check_cost(options.cost));
  KITH_TRY(const bool free, is_free(dir));
  if (!free) return fail(Code::ALREADY_EXISTS, "there is something in this folder already");
  KITH_TRY(BackupReader reader, BackupReader::start(source, key));
  const crypto::AgreePair administration = crypto::agree_pair_of(reader.administration());
  return Vault::create_filled(dir, Unlock::with_passphrase(passphrase), options, administration, [&](changelog::Store& store) -> Result<void> {
    Filler filler(store);
    KITH_CHECK(reader.rows([&](const Row& row) { return filler.add(row); }));
    KITH_CHECK(filler.flush());
    changelog::Batch mark;
    mark.put(changelog::Table::meta, to_bytes(changelog::kIncarnationPending), Bytes{changelog::kIncarnationRestored});
    return store.commit(mark);
  });
}

}  // namespace kith::vault

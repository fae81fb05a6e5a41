// What a profile of the vault takes: records written and read in a process that does nothing else.
// The key is made up in it, so no KDF's memory is counted.

#include "device.h"
#include "kith/crypto/aead.h"
#include "kith/testing/temporary_folder.h"
#include "kith/verify/random.h"
#include "process.h"
#include "database/rocks_store.h"
#include "sealed/sealed_file_system.h"
#include "suite.h"

namespace kith::bench {
namespace {

namespace fs = std::filesystem;
using changelog::Table;
using vault::RocksStore;

constexpr std::size_t kRecordBytes = 600;
constexpr std::size_t kBatch = 100;
constexpr std::size_t kSampleEvery = 1'000;  // reads
constexpr std::size_t kExtensionShare = 10;  // records of an extension are a tenth

Bytes id_of(std::size_t number) {
  const std::string text = words(16, number * 7919);
  return to_bytes(text);
}

// The greatest that memory grew to above `base`.
struct Growth {
  MemoryNow base;
  MemoryNow most;

  Result<void> sample() {
    KITH_TRY(const MemoryNow at, memory_now());
    most.dirty_mb = std::max(most.dirty_mb, at.dirty_mb - base.dirty_mb);
    most.rss_mb = std::max(most.rss_mb, at.rss_mb - base.rss_mb);
    return {};
  }
};

changelog::Batch batch_from(std::size_t first) {
  changelog::Batch out;
  for (std::size_t i = first; i < first + kBatch; ++i)
    out.put(Table::record, id_of(i), to_bytes(words(kRecordBytes, i)));
  return out;
}

Result<std::unique_ptr<RocksStore>> start(const fs::path& folder, const Secret& key, RocksStore::Mode mode,
                                          vault::Profile profile) {
  auto files =
      vault::make_sealed_file_system(rocksdb::FileSystem::Default(), key.clone(), verify::system_random());
  return RocksStore::start(folder, std::move(files), mode, profile);
}

Result<void> load(RocksStore& store, std::size_t records, Growth& growth) {
  for (std::size_t i = 0; i < records; i += kBatch) {
    KITH_CHECK(store.commit(batch_from(i)));
    KITH_CHECK(growth.sample());
  }
  return {};
}

Result<void> read(const RocksStore& store, std::size_t records, Growth& growth) {
  std::uint64_t state = 1;
  for (std::size_t i = 0; i < records; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    KITH_TRY(const auto found, store.find(Table::record, id_of((state >> 33U) % records)));
    if (!found) return fail(Code::INTERNAL, "a record that was written is not there");
    if (i % kSampleEvery == 0) KITH_CHECK(growth.sample());
  }
  std::size_t rows = 0;
  KITH_CHECK(store.scan(Table::record, {}, {}, [&rows](BytesView, BytesView) { return ++rows > 0; }));
  if (rows != records) return fail(Code::INTERNAL, "not all records are there");
  return growth.sample();
}

Result<void> in_new_process(const std::string& profile, const char* aim, const Sizes& sizes, Report& report) {
  const testing::TemporaryFolder folder;
  const fs::path database = folder.path() / "db";
  fs::create_directory(database);
  KITH_TRY(auto got, measured_apart("vault-profile-" + profile, database, sizes.small));
  report.add({"dirty_mb_" + profile, "memory of profile " + profile + ", private and written (Private_Dirty)",
              got["dirty"], "MiB", aim});
  report.add(
      {"rss_mb_" + profile, "  all that became resident, libraries too", got["rss"], "MiB", ""});
  return {};
}

}  // namespace

Result<void> vault_profiles(const Sizes& sizes, Report& report) {
  KITH_CHECK(in_new_process("app", "< 32", sizes, report));
  KITH_CHECK(in_new_process("phone", "< 16", sizes, report));
  return in_new_process("extension", "< 12", sizes, report);
}

Result<void> vault_profile(const fs::path& folder, vault::Profile profile, const Sizes& sizes,
                           Report& report) {
  const std::size_t records =
      sizes.profile_records / (profile == vault::Profile::extension ? kExtensionShare : 1);
  const Secret key = Secret::copy_of(verify::system_random().bytes(crypto::kKeyBytes));
  (void)batch_from(0);  // what the caller's own records take is not the vault's
  Growth growth;
  KITH_TRY(growth.base, memory_now());
  KITH_TRY(auto store, start(folder, key, RocksStore::Mode::create, profile));
  KITH_CHECK(load(*store, records, growth));
  KITH_CHECK(read(*store, records, growth));
  store.reset();
  KITH_TRY(store, start(folder, key, RocksStore::Mode::open, profile));
  KITH_CHECK(read(*store, records, growth));
  report.add({"dirty", "dirty", growth.most.dirty_mb, "MiB", ""});
  report.add({"rss", "rss", growth.most.rss_mb, "MiB", ""});
  return {};
}

}  // namespace kith::bench

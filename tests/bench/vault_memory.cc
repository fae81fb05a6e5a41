// What one open vault takes. Runs alone in a process: the peak is of this and nothing else.

#include <unistd.h>

#include "device.h"
#include "system/folder.h"
#include "keys/key_file.h"
#include "kith/verify/random.h"
#include "process.h"
#include "database/rocks_store.h"
#include "sealed/sealed_file_system.h"
#include "suite.h"

namespace kith::bench {
namespace {

constexpr std::size_t kTouched = 100;

Result<void> peak(const char* key, Report& report) {
  KITH_TRY(const double mb, peak_memory_mb(::getpid()));
  report.add({key, key, mb, "MiB", ""});
  return {};
}

// What a person does in an evening, over everything there is.
Result<void> use(client::Replica& replica, const Sizes& sizes) {
  KITH_TRY(const auto all, replica.list(client::kSelfSpace, model::Kind::note));
  for (std::size_t i = 0; i < sizes.reads && i < all.size(); ++i) {
    KITH_CHECK(replica.find(client::kSelfSpace, all[i].record.id));
  }
  for (std::size_t i = 0; i < kTouched && i < all.size(); ++i) {
    KITH_CHECK(replica.edit(client::kSelfSpace, all[i].record.id,
                            {{model::note::kText, model::Value(words(600, 9'000'000 + i))}}));
    KITH_CHECK(replica.create_record(client::kSelfSpace, model::Kind::note, note_fields(8'000'000 + i)));
  }
  return {};
}

}  // namespace

Result<void> vault_memory(const std::filesystem::path& folder, const Sizes& sizes, Report& report) {
  KITH_TRY(const Bytes file, vault::read_file(folder / vault::file_name::kKeys, vault::kKeyFileMost));
  KITH_TRY(const vault::KeyFile key_file, vault::KeyFile::parse(file));
  KITH_TRY(const vault::VaultKeys keys, key_file.open(vault::Unlock::with_passphrase(passphrase()), nullptr));
  KITH_CHECK(peak("vault_kdf_hwm_mb", report));
  KITH_CHECK(reset_peak_memory());
  auto files = vault::make_sealed_file_system(
      rocksdb::FileSystem::Default(), vault::file_system_key_of(keys.master), verify::system_random());
  KITH_TRY(const auto store, vault::RocksStore::start(folder / vault::file_name::kDatabase, std::move(files),
                                                      vault::RocksStore::Mode::open));
  KITH_TRY(const auto replica,
           client::Replica::open(*store, system_clock(), verify::system_random(), key_file.administration()));
  KITH_CHECK(peak("vault_opened_hwm_mb", report));
  KITH_CHECK(use(*replica, sizes));
  return peak("vault_hwm_mb", report);
}

}  // namespace kith::bench

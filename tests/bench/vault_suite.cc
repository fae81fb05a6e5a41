// One vault by itself: writing, reading, unlocking, size and memory.


#include "device.h"
#include "system/folder.h"
#include "keys/key_file.h"
#include "kith/testing/temporary_folder.h"
#include "kith/verify/random.h"
#include "process.h"
#include "database/rocks_store.h"
#include "sealed/sealed_file_system.h"
#include "search_suite.h"
#include "side_by_side.h"
#include "stopwatch.h"
#include "suite.h"

namespace kith::bench {
namespace {

namespace fs = std::filesystem;

using Ids = std::vector<RecordId>;

Result<void> insert_singly(client::Replica& replica, const Sizes& sizes, Ids& ids, Report& report) {
  const Stopwatch watch;
  for (std::size_t i = 0; i < sizes.single_inserts; ++i) {
    KITH_TRY(const RecordId id, replica.create_record(client::kSelfSpace, model::Kind::note, note_fields(i)));
    ids.push_back(id);
  }
  report.add({"vault_insert_per_s", "insert, one by one, each synced to disk",
              watch.per_second(sizes.single_inserts), "/s", ""});
  return {};
}

Result<void> insert_in_bulk(client::Replica& replica, const Sizes& sizes, Ids& ids, Report& report) {
  double ms = 0;
  for (std::size_t done = 0; done < sizes.bulk_inserts; done += sizes.bulk_batch) {
    std::vector<client::Fields> batch;
    for (std::size_t i = 0; i < sizes.bulk_batch; ++i) batch.push_back(note_fields(1'000'000 + done + i));
    const Stopwatch watch;
    KITH_TRY(const Ids made, replica.create_records(client::kSelfSpace, model::Kind::note, batch));
    ms += watch.ms();
    ids.insert(ids.end(), made.begin(), made.end());
  }
  report.add({"vault_bulk_insert_per_s", "insert, " + std::to_string(sizes.bulk_batch) + " at once",
              static_cast<double>(sizes.bulk_inserts) * 1000.0 / ms, "/s", ""});
  return {};
}

Result<void> read_back(client::Replica& replica, const Sizes& sizes, const Ids& ids, Report& report) {
  std::uint64_t state = 1;
  const Stopwatch watch;
  for (std::size_t i = 0; i < sizes.reads; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    KITH_TRY(const auto found, replica.find(client::kSelfSpace, ids[(state >> 33U) % ids.size()]));
    if (!found) return fail(Code::INTERNAL, "a record that was written is not there");
  }
  report.add({"vault_read_per_s", "read by id, in random order", watch.per_second(sizes.reads), "/s", ""});
  const Stopwatch all;
  KITH_TRY(const auto listed, replica.list(client::kSelfSpace, model::Kind::note));
  if (listed.size() != ids.size()) return fail(Code::INTERNAL, "not all records are there");
  report.add({"vault_list_per_s", "read as one list", all.per_second(listed.size()), "/s", ""});
  return {};
}

struct Unlocked {
  double kdf_ms = 0;
  double open_ms = 0;
};

// As Vault::open, step by step.
Result<Unlocked> unlock_in_steps(const fs::path& folder) {
  Unlocked out;
  KITH_TRY(const Bytes file, vault::read_file(folder / vault::file_name::kKeys, vault::kKeyFileMost));
  const Stopwatch kdf;
  KITH_TRY(const vault::KeyFile key_file, vault::KeyFile::parse(file));
  KITH_TRY(const vault::VaultKeys keys, key_file.open(vault::Unlock::with_passphrase(passphrase()), nullptr));
  out.kdf_ms = kdf.ms();
  const Stopwatch rest;
  auto files = vault::make_sealed_file_system(
      rocksdb::FileSystem::Default(), vault::file_system_key_of(keys.master), verify::system_random());
  KITH_TRY(const auto store, vault::RocksStore::start(folder / vault::file_name::kDatabase, std::move(files),
                                                      vault::RocksStore::Mode::open));
  KITH_CHECK(client::Replica::open(*store, system_clock(), verify::system_random(), key_file.administration()));
  out.open_ms = rest.ms();
  return out;
}

Result<void> unlock(const fs::path& folder, const Sizes& sizes, Report& report) {
  std::vector<double> kdf;
  std::vector<double> open;
  std::vector<double> whole;
  for (std::size_t i = 0; i < sizes.repeats; ++i) {
    KITH_TRY(const Unlocked steps, unlock_in_steps(folder));
    kdf.push_back(steps.kdf_ms);
    open.push_back(steps.open_ms);
    const Stopwatch watch;
    KITH_CHECK(Device::open(folder));
    whole.push_back(watch.ms());
  }
  report.add({"vault_open_ms", "unlock, without the passphrase's KDF", median(open), "ms", ""});
  report.add({"vault_kdf_ms", "the passphrase's KDF alone", median(kdf), "ms", ""});
  report.add({"vault_unlock_ms", "unlock, as a person waits for it", median(whole), "ms", ""});
  return {};
}

// In a process of its own, so that nothing of this one is counted.
Result<void> memory(const fs::path& folder, const Sizes& sizes, Report& report) {
  KITH_TRY(auto got, measured_apart("vault-memory", folder, sizes.small));
  report.add({"vault_hwm_mb", "peak memory after unlock, in use", got["vault_hwm_mb"], "MiB", "< 64"});
  report.add({"vault_opened_hwm_mb", "  of that, opened and not used yet", got["vault_opened_hwm_mb"], "MiB", ""});
  report.add({"vault_kdf_hwm_mb", "peak memory during the KDF, for its time only", got["vault_kdf_hwm_mb"], "MiB", ""});
  return {};
}

std::string cost_text(const crypto::PassphraseCost& cost) {
  return std::to_string(cost.memory_bytes >> 20U) + " MiB, " + std::to_string(cost.passes) + " passes";
}

}  // namespace

Result<void> vault_suite(const Sizes& sizes, Report& report) {
  const testing::TemporaryFolder temporary;
  const fs::path folder = temporary.path() / "vault";
  Ids ids;
  {
    KITH_TRY(Device device, Device::create(folder, sizes.cost));
    KITH_CHECK(insert_singly(*device.replica, sizes, ids, report));
    KITH_CHECK(insert_in_bulk(*device.replica, sizes, ids, report));
  }
  KITH_CHECK(unlock(folder, sizes, report));
  {
    KITH_TRY(Device device, Device::open(folder));
    KITH_CHECK(read_back(*device.replica, sizes, ids, report));
    report.add(
        {"vault_disk_bytes", "size on disk", static_cast<double>(device.vault->bytes_on_disk()), "B", ""});
  }
  KITH_CHECK(memory(folder, sizes, report));
  KITH_CHECK(vault_profiles(sizes, report));
  KITH_CHECK(side_by_side(sizes, report));
  KITH_CHECK(watched_inserts(sizes, report));
  KITH_CHECK(search_suite(sizes, report));
  report.add({"vault_records", "records in this vault", static_cast<double>(ids.size()), "", ""});
  report.note("A record is a note of 600 bytes and its time, not synced yet. Reading is after a new start.");
  report.note("KDF: Argon2id, " + cost_text(sizes.cost) +
              ". Its memory is given back before the vault is opened.");
  report.note("In use: list all, read by id, edit and insert 100 each, in a process that does nothing else.");
  return {};
}

}  // namespace kith::bench

#include "side_by_side.h"

#include <fcntl.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cstdio>

#include "device.h"
#include "kith/testing/temporary_folder.h"
#include "kith/verify/random.h"
#include "peer.h"
#include "stopwatch.h"

namespace kith::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kRowBytes = 600;
constexpr long kTmpfs = 0x01021994;

// What one store did in one round.
enum Measure : std::size_t { kBulk, kSingle, kGet, kScan, kOpen, kSize, kBulkCpu, kGetCpu, kScanCpu, kMeasures };
using Figures = std::array<double, kMeasures>;

struct Store {
  const char* name;
  std::unique_ptr<Peer> (*make)();
  std::vector<Figures> rounds;
};

struct Work {
  std::vector<Row> rows;           // bulk first, then single ones
  std::vector<std::size_t> order;  // of reading
};

Work work_of(const Sizes& sizes) {
  Work out;
  const std::size_t all = sizes.peer_rows + sizes.peer_singles;
  for (std::size_t i = 0; i < all; ++i) {
    // Ids are random in a vault too.
    out.rows.push_back({verify::system_random().bytes(kIdBytes), to_bytes(words(kRowBytes, i))});
  }
  std::uint64_t state = 1;
  for (std::size_t i = 0; i < sizes.peer_reads; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    out.order.push_back((state >> 33U) % all);
  }
  return out;
}

// Nothing of the folder is left in memory: what is dirty is written first.
void forget_pages(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    const int file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    (void)::fdatasync(file);
    (void)::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    (void)::close(file);
  }
}

double mb_of(const fs::path& folder) {
  double sum = 0;
  for (const auto& entry : fs::directory_iterator(folder)) sum += static_cast<double>(entry.file_size());
  return sum / 1e6;
}

Result<void> expect_rows(const Seen& seen, std::size_t rows) {
  if (seen.rows == rows && seen.bytes == rows * kRowBytes) return {};
  return fail(Code::INTERNAL, "other rows came back than were written");
}

Result<void> write_all(Peer& peer, const Sizes& sizes, const Work& work, Figures& out) {
  const std::span<const Row> rows(work.rows);
  const CpuWatch bulk_cpu;
  const Stopwatch bulk;
  for (std::size_t at = 0; at < sizes.peer_rows; at += sizes.bulk_batch) {
    KITH_CHECK(peer.insert(rows.subspan(at, std::min(sizes.bulk_batch, sizes.peer_rows - at))));
  }
  out[kBulk] = bulk.per_second(sizes.peer_rows);
  out[kBulkCpu] = bulk_cpu.us() / static_cast<double>(sizes.peer_rows);
  const Stopwatch single;
  for (std::size_t i = 0; i < sizes.peer_singles; ++i)
    KITH_CHECK(peer.insert(rows.subspan(sizes.peer_rows + i, 1)));
  out[kSingle] = single.per_second(sizes.peer_singles);
  return peer.close();
}

Result<void> read_all(Peer& peer, const Work& work, Figures& out) {
  Seen warm;
  KITH_CHECK(peer.scan(warm));
  KITH_CHECK(expect_rows(warm, work.rows.size()));
  Seen found;
  const CpuWatch get_cpu;
  const Stopwatch get;
  for (const std::size_t i : work.order) KITH_CHECK(peer.find(work.rows[i].key, found));
  out[kGet] = get.per_second(work.order.size());
  out[kGetCpu] = get_cpu.us() / static_cast<double>(work.order.size());
  KITH_CHECK(expect_rows(found, work.order.size()));
  Seen scanned;
  const CpuWatch scan_cpu;
  const Stopwatch scan;
  KITH_CHECK(peer.scan(scanned));
  out[kScan] = scan.per_second(work.rows.size());
  out[kScanCpu] = scan_cpu.us() / static_cast<double>(work.rows.size());
  return expect_rows(scanned, work.rows.size());
}

Result<Figures> one_round(const Store& store, const Sizes& sizes, const Work& work) {
  const testing::TemporaryFolder folder;
  Figures out{};
  const auto peer = store.make();
  KITH_CHECK(peer->open(folder.path()));
  KITH_CHECK(write_all(*peer, sizes, work, out));
  forget_pages(folder.path());
  Seen first;
  const Stopwatch open;
  KITH_CHECK(peer->open(folder.path()));
  KITH_CHECK(peer->find(work.rows[work.order.front()].key, first));
  out[kOpen] = open.ms();
  KITH_CHECK(read_all(*peer, work, out));
  KITH_CHECK(peer->close());
  out[kSize] = mb_of(folder.path());
  return out;
}

std::vector<double> column(const Store& store, Measure measure) {
  std::vector<double> out;
  for (const Figures& round : store.rounds) out.push_back(round[measure]);
  return out;
}

// Kith against another, each round by itself: only that can be trusted on a machine that others use.
std::vector<double> ratios(const Store& kith, const Store& other, Measure measure) {
  std::vector<double> out;
  for (std::size_t i = 0; i < kith.rounds.size(); ++i)
    out.push_back(kith.rounds[i][measure] / other.rounds[i][measure]);
  return out;
}

std::string table_line(const Store& store) {
  char line[160];
  std::snprintf(line, sizeof line, "%-12s %9.0f %9.0f %9.0f %10.0f %8.1f %8.1f %8.1f %8.1f %8.2f", store.name,
                median(column(store, kBulk)), median(column(store, kSingle)), median(column(store, kGet)),
                median(column(store, kScan)), median(column(store, kOpen)), median(column(store, kSize)),
                median(column(store, kBulkCpu)), median(column(store, kGetCpu)), median(column(store, kScanCpu)));
  return line;
}

void add_ratio(const std::string& key, const std::string& what, const std::vector<double>& values,
               const char* aim, Report& report) {
  char spread[64];
  std::snprintf(spread, sizeof spread, " (%.2f to %.2f)", quantile(values, 0), quantile(values, 1));
  report.add({key, what + spread, median(values), "", aim});
}

void report_on(const std::array<Store, 4>& stores, Report& report) {
  const auto& [kith, rocksdb, sqlcipher, sqlite] = stores;
  report.line("             bulk/s    single/s  get/s     scan/s     open ms  size MB  CPU us of a row: bulk, get, scan");
  for (const Store& store : stores) report.line(table_line(store));
  constexpr struct {
    Measure measure;
    const char* key;
    const char* what;
    const char* to_cipher;
    const char* to_rocksdb;
  } kRatios[] = {{kBulk, "bulk", "bulk insert", "> 1.5", "> 0.75"},
                 {kSingle, "single", "durable single insert", "> 1", "> 0.75"},
                 {kGet, "get", "random read", "> 1.3", "> 0.75"},
                 {kScan, "scan", "full scan", "> 1", "> 0.75"},
                 {kSize, "size", "size on disk", "< 0.85", "< 1.25"}};
  for (const auto& one : kRatios) {
    const std::string key = one.key;
    const std::string what = one.what;
    add_ratio(key + "_vs_sqlcipher", what + ", Kith to SQLCipher", ratios(kith, sqlcipher, one.measure),
              one.to_cipher, report);
    add_ratio(key + "_vs_rocksdb", what + ", Kith to plain RocksDB", ratios(kith, rocksdb, one.measure),
              one.to_rocksdb, report);
    add_ratio(key + "_vs_sqlite", what + ", Kith to plain SQLite", ratios(kith, sqlite, one.measure), "",
              report);
  }
  report.add(
      {"open_ms", "Kith, cold open to first read, key in hand", median(column(kith, kOpen)), "ms", "< 25"});
}

void note_folder(Report& report) {
  struct statfs about {};
  const bool known = ::statfs(fs::temp_directory_path().c_str(), &about) == 0;
  if (known && about.f_type == kTmpfs)
    report.note("THE FOLDER IS ON A TMPFS: nothing was synced; set TMPDIR to one on a disk.");
}

}  // namespace

Result<void> side_by_side(const Sizes& sizes, Report& report) {
  const Work work = work_of(sizes);
  std::array<Store, 4> stores{{{"Kith", kith_peer, {}},
                               {"RocksDB", rocksdb_peer, {}},
                               {"SQLCipher", sqlcipher_peer, {}},
                               {"SQLite", sqlite_peer, {}}}};
  for (std::size_t round = 0; round < sizes.peer_rounds; ++round) {
    // Another one begins each time, so that no store always comes after the same one.
    for (std::size_t i = 0; i < stores.size(); ++i) {
      Store& store = stores[(round + i) % stores.size()];
      KITH_TRY(const Figures figures, one_round(store, sizes, work));
      store.rounds.push_back(figures);
    }
  }
  report_on(stores, report);
  report.note("Beside others: " + std::to_string(sizes.peer_rows) +
              " rows of 600 bytes under random 16-byte ids, " + std::to_string(sizes.peer_rounds) +
              " rounds, each store in turn; ratios are medians of those of one round (least to greatest).");
  report.note(
      "RocksDB: Kith's settings, nothing sealed. SQLCipher 3.4.1: 4096-byte pages, HMAC-SHA1, raw key.");
  report.note("Both SQLites: WAL, synchronous=FULL. Open: after the pages of its files were dropped.");
  note_folder(report);
  return {};
}

}  // namespace kith::bench

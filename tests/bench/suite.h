#pragma once
// The suites, and how much each does. README.md says what every figure counts.

#include <cstddef>
#include <filesystem>

#include "kith/crypto/passphrase.h"
#include "kith/vault/profile.h"
#include "report.h"

namespace kith::bench {

struct Sizes {
  crypto::PassphraseCost cost = crypto::kCostTarget;
  std::size_t repeats = 3;  // of unlocking
  std::size_t single_inserts = 2'000;
  std::size_t bulk_inserts = 8'000;  // with the single ones: the vault of 10,000 records
  std::size_t bulk_batch = 1'000;
  std::size_t reads = 5'000;
  std::size_t change_batch = 256;
  std::size_t change_batches = 80;
  std::size_t live_writes = 300;
  std::size_t peer_rounds = 5;  // beside other stores
  std::size_t peer_rows = 100'000;
  std::size_t peer_singles = 2'000;
  std::size_t peer_reads = 100'000;
  std::size_t profile_records = 100'000;
  std::size_t phone_records = 10'000;
  std::size_t relay_singles = 4'000;
  std::size_t relay_batched = 64'000;
  std::size_t relay_idle = 5'000;
  bool small = false;
};

// Everything once, in a second or two: for the test that the benchmarks still run.
inline constexpr Sizes kSmallSizes{
    crypto::kCostFloor, 1, 20, 40, 20, 20, 16, 3, 5, 1, 200, 5, 50, 2000, 60, 64, 4'096, 20, true};

Result<void> vault_suite(const Sizes& sizes, Report& report);
Result<void> pair_suite(const Sizes& sizes, Report& report);

// What a phone feels: the size of the library, a first sync, a first screen. The hidden suites are the processes in
// which these are measured.
Result<void> mobile_suite(const Sizes& sizes, Report& report);
Result<void> mobile_first_sync(const std::filesystem::path& folder, Report& report);
Result<void> mobile_first_screen(const std::filesystem::path& folder, Report& report);

// What a key folder costs a single commit: adds single_key_folder_vs_none and
// single_key_folder_vs_every_32nd.
Result<void> watched_inserts(const Sizes& sizes, Report& report);

// Hidden: what one open vault takes, in a process that does nothing else.
Result<void> vault_memory(const std::filesystem::path& vault, const Sizes& sizes, Report& report);

// What each profile takes of memory, measured in a new process for each: adds dirty_mb_app, dirty_mb_phone,
// dirty_mb_extension, and rss_mb_app and so on. The hidden suite is that process.
Result<void> vault_profiles(const Sizes& sizes, Report& report);
Result<void> vault_profile(const std::filesystem::path& folder, vault::Profile profile, const Sizes& sizes,
                           Report& report);

}  // namespace kith::bench

#pragma once
// What a RocksDB store stands on, for tests that bring a disk of their own.
//
// Threads: as LogStore.

#include "embedded/database.h"
#include "embedded/reserve.h"
#include "kith/relay/rocks_log_store.h"

namespace kith::relay {

struct RocksParts {
  std::unique_ptr<Disk> disk;
  std::uint64_t reserve_bytes = 0;
  rocksdb::Env* env = nullptr;  // none: the system's
};

Result<std::unique_ptr<LogStore>> open_rocks_log_store(const std::filesystem::path& folder, RocksParts parts);

}  // namespace kith::relay

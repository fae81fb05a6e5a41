#pragma once
// The embedded LogStore: one RocksDB in one folder, one process. STORE.md has its bytes.
//
// Threads: as LogStore.
// Owns:    the database, and with it the folder, until it goes.
// Errors:  as LogStore; STORE_IN_USE when another process has the folder; STORE_TOO_NEW,
//          STORE_TOO_OLD for another version of the layout.

#include <filesystem>
#include <memory>

#include "kith/relay/log_store.h"

namespace kith::relay {

Result<std::unique_ptr<LogStore>> open_rocks_log_store(const std::filesystem::path& folder);

}  // namespace kith::relay

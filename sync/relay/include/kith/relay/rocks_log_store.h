#pragma once
// The embedded LogStore: one RocksDB in one folder, one process. STORE.md has its bytes.
//
// Threads: as LogStore.
// Owns:    the database, and with it the folder, until it goes; beside the folder the file `reserve`.
// Units:   sizes in bytes.
// Errors:  as LogStore; STORE_IN_USE when another process has the folder; STORE_TOO_NEW,
//          STORE_TOO_OLD for another version of the layout.

#include <filesystem>
#include <memory>

#include "kith/relay/log_store.h"

namespace kith::relay {

// So much of the disk is held back, and as much again has to be free before anything but an end is written.
Result<std::unique_ptr<LogStore>> open_rocks_log_store(const std::filesystem::path& folder,
                                                       std::uint64_t reserve_bytes = 0);

}  // namespace kith::relay

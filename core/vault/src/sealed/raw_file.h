#pragma once
// The sealed bytes beneath a file that RocksDB reads, and what every reader does with them.
//
// Threads: pure functions over a file that is safe from any thread.
// Owns:    a RawFile owns the file.
// Errors:  IOStatus::Corruption for what does not open; those of the file system beneath.

#include <rocksdb/file_system.h>

#include <optional>

#include "sealed/file_format.h"

namespace kith::vault {

// Where a file's bytes come from, and how many they are.
struct RawFile {
  std::unique_ptr<rocksdb::FSRandomAccessFile> file;
  std::uint64_t size = 0;
};

rocksdb::IOStatus corrupt(std::string_view kind, std::string_view what);

// `size` bytes at `offset`, fewer only at the end of the file.
rocksdb::IOStatus read_raw(const rocksdb::FSRandomAccessFile& file, std::uint64_t offset, std::size_t size,
                           const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug, Bytes& out);

bool all_zero(BytesView bytes);

// The seal of a file from its header; none for a log that a crash cut inside the header.
rocksdb::IOStatus read_seal(const RawFile& raw, const Secret& file_system_key, const NameRules& rules,
                            std::optional<FileSeal>* out);

}  // namespace kith::vault

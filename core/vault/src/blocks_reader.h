#pragma once
// A table file as RocksDB reads it: plain bytes at plain positions, block by block.
//
// Threads: safe from any thread.
// Owns:    the file beneath.
// Errors:  IOStatus::Corruption, naming the kind of file, for whatever does not open.

#include "raw_file.h"

namespace kith::vault {

// REQUIRES: the rules say blocks.
rocksdb::IOStatus open_blocks(RawFile raw, const Secret& file_system_key, const NameRules& rules,
                              std::unique_ptr<rocksdb::FSRandomAccessFile>* out);

}  // namespace kith::vault

#pragma once
// A table file as RocksDB reads it: plain bytes at plain positions, block by block.
//
// Threads: safe from any thread.
// Owns:    the file beneath.
// Errors:  IOStatus::Corruption, naming the kind of file, for whatever does not open.

#include "sealed/block_map.h"
#include "sealed/raw_file.h"
#include "sealed/read_ahead.h"

namespace kith::vault {

// What the end of the file says of it, to be believed for as long as nothing hangs on it: the check is
// not asked. Nothing when no file of blocks has that size.
rocksdb::IOStatus read_body(const RawFile& raw, std::optional<BlocksBody>* out);

// Long reads, one behind the other, go on in `ahead`. REQUIRES: the rules say blocks.
rocksdb::IOStatus open_blocks(RawFile raw, const Secret& file_system_key, const NameRules& rules,
                              std::shared_ptr<ReadAhead> ahead, std::unique_ptr<rocksdb::FSRandomAccessFile>* out);

}  // namespace kith::vault

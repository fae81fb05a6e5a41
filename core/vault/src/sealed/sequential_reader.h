#pragma once
// Any sealed file as RocksDB reads it from the first byte on.
//
// Threads: a reader belongs to one thread.
// Owns:    the file beneath.
// Errors:  IOStatus::Corruption, naming the kind of file, for whatever does not open; only the
//          torn tail of a log is its end.

#include "sealed/raw_file.h"
#include "sealed/read_ahead.h"

namespace kith::vault {

rocksdb::IOStatus open_sequential(RawFile raw, const Secret& file_system_key, const NameRules& rules,
                                  std::shared_ptr<ReadAhead> ahead, std::unique_ptr<rocksdb::FSSequentialFile>* out);

}  // namespace kith::vault

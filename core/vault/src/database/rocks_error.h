#pragma once
// The one translation of RocksDB's failures into ours.
//
// Threads: pure functions.

#include <rocksdb/status.h>

#include "kith/base/result.h"

namespace kith::vault {

// REQUIRES: !status.ok(). NO_SPACE, OUT_OF_MEMORY, STORE_CORRUPT, STORE_IO.
Error error_of(const rocksdb::Status& status);

}  // namespace kith::vault

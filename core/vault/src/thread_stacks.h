#pragma once
// The stacks of RocksDB's threads: what one has worked on lies there until it works again, and the
// threads outlive the database.
//
// Threads: safe from any thread; waits for those of RocksDB, a second at most.
// Owns:    nothing.

#include <rocksdb/env.h>

namespace kith::vault {

// REQUIRES: the database of `env` is closed
void wipe_thread_stacks(rocksdb::Env& env);

}  // namespace kith::vault

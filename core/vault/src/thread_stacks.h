#pragma once
// The stacks of RocksDB's threads: what one has worked on lies there until it works again, and the
// threads outlive the database.
//
// Threads: safe from any thread; waits for those of RocksDB, as long as `patience`; one that is busy
//          with another database wipes its own later.
// Owns:    nothing.

#include <rocksdb/env.h>

#include <chrono>

namespace kith::vault {

// REQUIRES: the database of `env` is closed
void wipe_thread_stacks(rocksdb::Env& env, std::chrono::milliseconds patience);

}  // namespace kith::vault

#pragma once
// The stacks of threads: what one has worked on lies there until it works again. Those of RocksDB
// outlive the database.
//
// Threads: safe from any thread; waits for those of RocksDB, as long as `patience`; one that is busy
//          with another database wipes its own later.
// Owns:    nothing.

#include <rocksdb/env.h>

#include <chrono>

namespace kith::vault {

// Of the calling thread, what lies below this call.
void wipe_own_stack();

// REQUIRES: the database of `env` is closed
void wipe_thread_stacks(rocksdb::Env& env, std::chrono::milliseconds patience);

}  // namespace kith::vault

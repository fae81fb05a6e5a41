#pragma once
// How the RocksDB of a vault is set up: memory, durability, what is checked.
//
// Threads: a pure function.
// Units:   sizes in bytes.

#include <rocksdb/options.h>

#include "kith/vault/profile.h"

namespace kith::vault {

// Over `env`, which outlives the database. `create`: a new one, where none may be; else one that
// is there.
rocksdb::Options rocks_options(rocksdb::Env* env, bool create, Profile profile);

}  // namespace kith::vault

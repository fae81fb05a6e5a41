#include "database/rocks_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include "sealed/sealed_file_system.h"

namespace kith::vault {
namespace {

// What is read again is small, and nothing here is hot for long. Two write buffers can be there at a time: one is
// filled while the other is written out.
struct Memory {
  std::size_t block_cache;
  std::size_t write_buffer;
};
Memory memory_of(Profile profile) {
  switch (profile) {
    case Profile::extension: return {1U << 20U, 1U << 20U};
    case Profile::phone: return {2U << 20U, 1U << 20U};
    case Profile::app: break;
  }
  return {8U << 20U, 4U << 20U};
}

constexpr int kOpenFiles = 64;
constexpr std::size_t kReadAhead = 64U << 10U;
constexpr int kFilterBits = 10;

}  // namespace

rocksdb::Options rocks_options(rocksdb::Env* env, bool create, Profile profile) {
  const Memory memory = memory_of(profile);
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(memory.block_cache);
  // An app keeps what it needs to find a block beside the open file: in the cache the blocks
  // themselves would push it out. An extension has a bound on all of it together.
  table.cache_index_and_filter_blocks = profile == Profile::extension;
  // What a newer RocksDB writes, Debian's has to read: its own defaults, whatever those of others are.
  table.format_version = 5;
  table.checksum = rocksdb::kXXH3;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kFilterBits));
  rocksdb::Options out;
  out.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  out.env = env;
  out.create_if_missing = create;
  out.error_if_exists = create;
  out.info_log = silent_logger();
  out.paranoid_checks = true;
  out.force_consistency_checks = true;
  out.track_and_verify_wals_in_manifest = true;
  out.verify_sst_unique_id_in_manifest = true;
  // A tail that a crash cut is the end; damage anywhere else is an error, never silently less.
  out.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  out.compression = rocksdb::kNoCompression;  // sizes of what is compressed tell about its content
  out.write_buffer_size = memory.write_buffer;
  // Twice as many as usual before they are put together: rows are written again less often, which a
  // phone's memory and battery feel, and sealing costs more than writing.
  out.level0_file_num_compaction_trigger = 8;
  // A table file is sealed in the blocks that RocksDB appends: it may not put them together first.
  out.writable_file_max_buffer_size = 0;
  out.compaction_readahead_size = kReadAhead;
  out.max_open_files = kOpenFiles;
  // One after the other: a vault has few files, and how long the end of one is says how much to read
  // of the next. More would be threads that are made for each opening and have nothing to do.
  out.max_file_opening_threads = 1;
  out.max_background_jobs = 2;
  out.stats_dump_period_sec = 0;
  out.stats_persist_period_sec = 0;
  out.allow_fallocate = false;  // the sealed file system asks for the room of logs itself
  return out;
}

}  // namespace kith::vault

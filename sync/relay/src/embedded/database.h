#pragma once
// A RocksDB that can be opened again while others read in it. RocksDB writes nothing more after a write
// that found the disk full; its own way back (DB::Resume) waits for ever in 7.8 where two errors met. So
// it is closed and opened: what is on the disk is read afresh, as after a crash. Where there is no room
// even for that it is opened for reading alone.
//
// Threads: safe from any thread; reopen() waits until nobody uses it, and who comes meanwhile waits.
// Owns:    the database.

#include <rocksdb/db.h>

#include <functional>
#include <memory>
#include <vector>

#include "kith/base/mutex.h"

namespace kith::relay {

class Database {
 public:
  struct Opened {
    Opened() = default;
    ~Opened();
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    std::unique_ptr<rocksdb::DB> db;
    std::vector<rocksdb::ColumnFamilyHandle*> families;
  };
  using Open = std::function<rocksdb::Status(bool only_to_read, Opened&)>;

  // While one lives, the database stays open.
  class Use {
   public:
    explicit Use(const Database& database) : database_(database), opened_(*database.begin()) {}
    ~Use() { database_.end(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    bool is_open() const { return opened_.db != nullptr; }
    // REQUIRES: is_open(), here and below
    rocksdb::DB& db() const { return *opened_.db; }
    // False on a full disk alone, of a store of an older version.
    bool has(std::size_t number) const { return number < opened_.families.size(); }
    rocksdb::ColumnFamilyHandle* family(std::size_t number) const { return opened_.families[number]; }

   private:
    const Database& database_;
    const Opened& opened_;
  };

  explicit Database(Open open) : open_(std::move(open)) {}

  // Also for the first time. On a disk that is too full it is opened for reading alone, and `reads` says how
  // that went. After any other failure it stays closed.
  struct Outcome {
    rocksdb::Status opened;
    rocksdb::Status reads;
  };
  Outcome reopen() KITH_EXCLUDES(mu_);

 private:
  const Opened* begin() const KITH_EXCLUDES(mu_);
  void end() const KITH_EXCLUDES(mu_);

  const Open open_;
  mutable Mutex mu_;
  mutable CondVar changed_;
  mutable std::size_t users_ KITH_GUARDED_BY(mu_) = 0;
  bool closing_ KITH_GUARDED_BY(mu_) = false;
  std::unique_ptr<Opened> opened_;  // changed while closing_, without users
};

}  // namespace kith::relay

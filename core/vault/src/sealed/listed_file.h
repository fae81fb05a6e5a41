#pragma once
// A log or manifest on its way to the disk: the inventory knows of it as soon as anybody may count
// on it, and of its length once it is closed.
//
// Threads: one writer at a time.
// Owns:    the file beneath.
// Errors:  after a Sync that failed nobody knows what of the file is on the disk, and the next one
//          might succeed without writing it: every later call fails as well.

#include <rocksdb/file_system.h>

#include "sealed/inventory.h"
#include "sealed/sealed_writer.h"

namespace kith::vault {

struct ListedName {
  std::string name;  // without its folder
  FileId id;
};

std::unique_ptr<rocksdb::FSWritableFile> make_listed_file(std::unique_ptr<SealedWriter> sealed, ListedName name,
                                                          std::shared_ptr<Inventory> inventory);

// An Error of ours for RocksDB.
rocksdb::IOStatus status_of(const Result<void>& result);

}  // namespace kith::vault

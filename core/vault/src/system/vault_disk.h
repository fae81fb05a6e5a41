#pragma once
// Disk is the file system under a vault, for tests that let it fail.
//
// Threads: as the file system.
// Owns:    the file system.

#include <rocksdb/file_system.h>

namespace kith::vault {

class Disk {
 public:
  explicit Disk(std::shared_ptr<rocksdb::FileSystem> files) : files_(std::move(files)) {}
  const std::shared_ptr<rocksdb::FileSystem>& files() const { return files_; }

 private:
  std::shared_ptr<rocksdb::FileSystem> files_;
};

}  // namespace kith::vault

#pragma once
// A disk with so much room and no more: for RocksDB as a file system of its own over the real one, for the
// relay as the Disk that holds a part of it back. Both take from the same room, which a test gives and takes.

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>

#include "embedded/disk.h"

namespace kith::testing {

class Room {
 public:
  explicit Room(std::int64_t bytes) : left_(bytes) {}
  bool take(std::int64_t bytes) {
    std::int64_t now = left_;
    while (now >= bytes) {
      if (left_.compare_exchange_weak(now, now - bytes)) return true;
    }
    return false;
  }
  void give(std::int64_t bytes) { left_ += bytes; }
  // As somebody else who fills the disk, or empties it.
  void leave(std::int64_t bytes) { left_ = bytes; }
  std::int64_t left() const { return left_; }
  // Whether the disk takes what it was handed, when it is asked: false is a disk that finds out late that it is full.
  void take_when_asked(bool takes) { takes_ = takes; }
  bool takes() const { return takes_; }

 private:
  std::atomic<bool> takes_ = true;
  std::atomic<std::int64_t> left_;
};

class SmallDisk final : public relay::Disk {
 public:
  explicit SmallDisk(std::shared_ptr<Room> room) : room_(std::move(room)) {}
  std::uint64_t free_bytes() const override { return static_cast<std::uint64_t>(room_->left()); }
  std::uint64_t held() const override { return held_; }
  bool hold(std::uint64_t bytes) override {
    const auto more = static_cast<std::int64_t>(bytes) - static_cast<std::int64_t>(held_);
    if (more > 0 && !room_->take(more)) return false;
    if (more < 0) room_->give(-more);
    held_ = bytes;
    return true;
  }

 private:
  std::shared_ptr<Room> room_;
  std::uint64_t held_ = 0;
};

class SmallFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  SmallFile(std::unique_ptr<rocksdb::FSWritableFile> file, std::shared_ptr<Room> room)
      : FSWritableFileOwnerWrapper(std::move(file)), room_(std::move(room)) {}
  using FSWritableFileOwnerWrapper::Append;
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* debug) override {
    if (!room_->take(static_cast<std::int64_t>(data.size()))) return rocksdb::IOStatus::NoSpace("no room");
    return FSWritableFileOwnerWrapper::Append(data, options, debug);
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           const rocksdb::DataVerificationInfo& sums, rocksdb::IODebugContext* debug) override {
    if (!room_->take(static_cast<std::int64_t>(data.size()))) return rocksdb::IOStatus::NoSpace("no room");
    return FSWritableFileOwnerWrapper::Append(data, options, sums, debug);
  }
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    if (!room_->takes()) return rocksdb::IOStatus::NoSpace("no room");
    return FSWritableFileOwnerWrapper::Sync(options, debug);
  }

 private:
  std::shared_ptr<Room> room_;
};

class SmallFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  explicit SmallFileSystem(std::shared_ptr<Room> room)
      : FileSystemWrapper(rocksdb::FileSystem::Default()), room_(std::move(room)) {}
  const char* Name() const override { return "SmallFileSystem"; }

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* out,
                                    rocksdb::IODebugContext* debug) override {
    std::unique_ptr<rocksdb::FSWritableFile> file;
    rocksdb::IOStatus done = FileSystemWrapper::NewWritableFile(name, options, &file, debug);
    if (done.ok()) *out = std::make_unique<SmallFile>(std::move(file), room_);
    return done;
  }
  rocksdb::IOStatus DeleteFile(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    std::uint64_t size = 0;
    if (!GetFileSize(name, options, &size, debug).ok()) size = 0;
    rocksdb::IOStatus done = FileSystemWrapper::DeleteFile(name, options, debug);
    if (done.ok()) room_->give(static_cast<std::int64_t>(size));
    return done;
  }

 private:
  std::shared_ptr<Room> room_;
};

}  // namespace kith::testing

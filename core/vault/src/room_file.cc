#include "room_file.h"

#include <algorithm>

namespace kith::vault {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

// A commit above this writes so much that its length does not matter, and would use the room up.
constexpr std::uint64_t kSmallCommit = 16 * 1024;

class RoomFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  explicit RoomFile(std::unique_ptr<rocksdb::FSWritableFile> file) : FSWritableFileOwnerWrapper(std::move(file)) {}

  using FSWritableFileOwnerWrapper::Append;
  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    unsynced_ += data.size();
    // Not behind the header alone: most logs that an opening begins are never written to.
    const bool more = size_ > 0 && unsynced_ <= kSmallCommit && size_ + data.size() > end_;
    std::string with_room;
    if (more) {
      with_room.reserve(data.size() + kRoomStep);
      with_room.assign(data.data(), data.size());
      with_room.resize(data.size() + kRoomStep, '\0');
    }
    const Slice all = more ? Slice(with_room) : data;
    const IOStatus done = FSWritableFileOwnerWrapper::PositionedAppend(all, size_, options, debug);
    failed_ = failed_ || !done.ok();
    end_ = std::max(end_, size_ + all.size());
    if (done.ok()) size_ += data.size();
    return done;
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    const IOStatus done = FSWritableFileOwnerWrapper::Sync(options, debug);
    failed_ = failed_ || !done.ok();
    unsynced_ = 0;
    return done;
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override { return Sync(options, debug); }
  // The new length is on the disk before anybody is told of it.
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    IOStatus done = IOStatus::OK();
    if (end_ > size_ && !failed_) {
      done = FSWritableFileOwnerWrapper::Truncate(size_, options, debug);
      if (done.ok()) done = FSWritableFileOwnerWrapper::Sync(options, debug);
    }
    const IOStatus closed = FSWritableFileOwnerWrapper::Close(options, debug);
    return done.ok() ? closed : done;
  }
  uint64_t GetFileSize(const IOOptions&, IODebugContext*) override { return size_; }

 private:
  std::uint64_t size_ = 0;
  std::uint64_t end_ = 0;  // of the file, zeros included
  std::uint64_t unsynced_ = 0;
  bool failed_ = false;
};

}  // namespace

std::unique_ptr<rocksdb::FSWritableFile> make_room_file(std::unique_ptr<rocksdb::FSWritableFile> file) {
  return std::make_unique<RoomFile>(std::move(file));
}

}  // namespace kith::vault

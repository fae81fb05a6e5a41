#include <algorithm>

#include "sealed/sealed_writer.h"

namespace kith::vault {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;

// So much room at a time: the disk notes some hundred commits' room at once, and not each one's.
constexpr std::uint64_t kRoomBytes = 256 * 1024;

// A log: what was appended before a Flush or Sync is on its way when that returns.
class FramesWriter final : public SealedWriter {
 public:
  FramesWriter(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal, bool room, Random& random)
      : SealedWriter(std::move(file), std::move(seal), random, kFramePlainMost), room_(room) {}

  IOStatus Flush(const IOOptions& options, IODebugContext* debug) override {
    const IOStatus done = write_rest(options, debug);
    return done.ok() ? file_->Flush(options, debug) : done;
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    IOStatus done = write_rest(options, debug);
    if (done.ok()) done = file_->Sync(options, debug);
    settled_ = done.ok();
    return done;
  }
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    IOStatus done = write_rest(options, debug);
    if (done.ok()) done = give_room_back(options, debug);
    const IOStatus closed = file_->Close(options, debug);
    return done.ok() ? closed : done;
  }

 protected:
  void seal_piece(BytesView plain, Bytes& out) override {
    end_ = seal_.seal_frame(end_, settled_, plain, random_, out).end();
    settled_ = false;
  }

 private:
  IOStatus write_rest(const IOOptions& options, IODebugContext* debug) {
    if (room_ && waits() && !broken() && end_ >= room_end_) {
      const std::uint64_t to = sector_from(end_ + kRoomBytes);
      // Where there is none, the file grows with what is written.
      const bool given = file_->Allocate(end_, to - end_, options, debug).ok();
      room_end_ = given ? to : kNoRoom;
    }
    return seal_rest(options, debug);
  }
  // A closed log ends behind its last frame, before anybody counts on its length.
  IOStatus give_room_back(const IOOptions& options, IODebugContext* debug) {
    if (room_end_ == 0) return IOStatus::OK();  // never asked; a disk that said no may have given a part
    const IOStatus done = file_->Truncate(sealed_size(), options, debug);
    return done.ok() ? file_->Fsync(options, debug) : done;
  }

  static constexpr std::uint64_t kNoRoom = ~std::uint64_t{0};  // no file comes so far
  const bool room_;
  std::uint64_t room_end_ = 0;  // 0: not asked for any yet
  std::uint64_t end_ = kHeaderBytes;
  bool settled_ = true;  // everything is on the disk; of the header it is enough that nobody counts on it
};

}  // namespace

std::unique_ptr<SealedWriter> make_frames_writer(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal,
                                                 bool room, Random& random) {
  return std::make_unique<FramesWriter>(std::move(file), std::move(seal), room, random);
}

}  // namespace kith::vault

#include "sealed_writer.h"

namespace kith::vault {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;

// A log: what was appended before a Flush or Sync is on its way when that returns.
class FramesWriter final : public SealedWriter {
 public:
  FramesWriter(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal, Random& random)
      : SealedWriter(std::move(file), std::move(seal), random, kFramePlainMost) {}

  IOStatus Flush(const IOOptions& options, IODebugContext* debug) override {
    const IOStatus done = seal_rest(options, debug);
    return done.ok() ? file_->Flush(options, debug) : done;
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    const IOStatus done = seal_rest(options, debug);
    return done.ok() ? file_->Sync(options, debug) : done;
  }
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    const IOStatus done = seal_rest(options, debug);
    const IOStatus closed = file_->Close(options, debug);
    return done.ok() ? closed : done;
  }

 protected:
  void seal_piece(BytesView plain, Bytes& out) override {
    seal_.seal_frame(place_, plain, random_, out);
    place_ = {place_.index + 1, place_.offset + plain.size()};
  }

 private:
  FramePlace place_;
};

}  // namespace

std::unique_ptr<SealedWriter> make_frames_writer(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal,
                                                 Random& random) {
  return std::make_unique<FramesWriter>(std::move(file), std::move(seal), random);
}

}  // namespace kith::vault

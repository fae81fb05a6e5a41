#include "sealed_writer.h"

namespace kith::vault {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;

// A table file: written once, closed, then read at random. Its last block says that it is the
// last, so it can be sealed only when the file is closed; until then nobody may count on it.
class BlocksWriter final : public SealedWriter {
 public:
  BlocksWriter(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal, Random& random)
      : SealedWriter(std::move(file), std::move(seal), random, kBlockPlain) {}

  IOStatus Flush(const IOOptions&, IODebugContext*) override { return IOStatus::OK(); }
  // Close() brings everything to the disk; RocksDB names a table file in its manifest only after.
  IOStatus Sync(const IOOptions&, IODebugContext*) override { return IOStatus::OK(); }
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    IOStatus done = seal_rest(true, options, debug);
    if (done.ok()) done = file_->Sync(options, debug);
    const IOStatus closed = file_->Close(options, debug);
    return done.ok() ? closed : done;
  }

 protected:
  void seal_piece(BytesView plain, bool last, Bytes& out) override {
    seal_.seal_block(index_++, last, plain, random_, out);
  }

 private:
  std::uint64_t index_ = 0;
};

}  // namespace

std::unique_ptr<SealedWriter> make_blocks_writer(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal,
                                                 Random& random) {
  return std::make_unique<BlocksWriter>(std::move(file), std::move(seal), random);
}

}  // namespace kith::vault

#include "sealed/sealed_writer.h"

#include "kith/base/wire.h"

namespace kith::vault {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;

// RocksDB appends a block, and then a checksum of it of a few bytes, which it reads with it.
constexpr std::size_t kChecksumMost = 64;
// Less is not worth a seal of its own.
constexpr std::size_t kBlockLeast = 1024;

// A table file: written once, closed, then read at random. The map that says how long its blocks
// are, and how many, is written when the file is closed; until then nobody may count on it.
class BlocksWriter final : public SealedWriter {
 public:
  BlocksWriter(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal, Random& random)
      : SealedWriter(std::move(file), std::move(seal), random, kBlockMost) {}

  IOStatus Flush(const IOOptions&, IODebugContext*) override { return IOStatus::OK(); }
  // Close() brings everything to the disk; RocksDB names a table file in its manifest only after.
  IOStatus Sync(const IOOptions&, IODebugContext*) override { return IOStatus::OK(); }
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    IOStatus done = seal_rest(options, debug);
    if (done.ok()) done = write_map(options, debug);
    if (done.ok()) done = file_->Sync(options, debug);
    const IOStatus closed = file_->Close(options, debug);
    return done.ok() ? closed : done;
  }

 protected:
  bool begins_piece(std::size_t waiting, std::size_t next) const override {
    return waiting >= kBlockLeast && next > kChecksumMost;
  }
  void seal_piece(BytesView plain, Bytes& out) override {
    seal_.seal_block(count_++, plain, random_, out);
    lengths_.u16(static_cast<std::uint16_t>(plain.size()));
  }

 private:
  IOStatus write_map(const IOOptions& options, IODebugContext* debug) {
    Bytes end;
    seal_.seal_map(count_, lengths_.bytes(), random_, end);
    append(end, seal_.blocks_end(count_));
    return file_->Append({as_text(end).data(), end.size()}, options, debug);
  }

  std::uint32_t count_ = 0;
  Writer lengths_;
};

}  // namespace

std::unique_ptr<SealedWriter> make_blocks_writer(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal,
                                                 Random& random) {
  return std::make_unique<BlocksWriter>(std::move(file), std::move(seal), random);
}

}  // namespace kith::vault

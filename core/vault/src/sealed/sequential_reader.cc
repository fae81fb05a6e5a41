#include "sealed/sequential_reader.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "sealed/blocks_reader.h"
#include "sealed/torn_end.h"

namespace kith::vault {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

class SequentialBlocks final : public rocksdb::FSSequentialFile {
 public:
  explicit SequentialBlocks(std::unique_ptr<rocksdb::FSRandomAccessFile> file) : file_(std::move(file)) {}
  IOStatus Read(size_t n, const IOOptions& options, Slice* result, char* scratch, IODebugContext* debug) override {
    const IOStatus done = file_->Read(at_, n, options, result, scratch, debug);
    if (done.ok()) at_ += result->size();
    return done;
  }
  IOStatus Skip(uint64_t n) override {
    at_ += n;
    return IOStatus::OK();
  }

 private:
  std::unique_ptr<rocksdb::FSRandomAccessFile> file_;
  std::uint64_t at_ = 0;
};

class FramesReader final : public rocksdb::FSSequentialFile {
 public:
  // Without a seal the log was cut inside its header: it is empty.
  FramesReader(RawFile raw, std::optional<FileSeal> seal, bool may_be_torn, std::string kind)
      : raw_(std::move(raw)), seal_(std::move(seal)), may_be_torn_(may_be_torn), kind_(std::move(kind)) {}
  ~FramesReader() override { wipe(filled_); }

  IOStatus Read(size_t n, const IOOptions& options, Slice* result, char* scratch, IODebugContext* debug) override {
    std::size_t filled = 0;
    *result = Slice(scratch, 0);
    while (filled < n) {
      if (plain_.empty()) {
        const IOStatus done = next_frame(options, debug);
        if (!done.ok()) return done;
        if (plain_.empty()) break;
      }
      const std::size_t part = std::min(n - filled, plain_.size());
      std::memcpy(scratch + filled, plain_.data(), part);
      plain_ = plain_.subspan(part);
      filled += part;
    }
    *result = Slice(scratch, filled);
    return IOStatus::OK();
  }

  IOStatus Skip(uint64_t n) override {
    std::array<char, 4096> scratch;
    while (n > 0) {
      Slice got;
      const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(n, scratch.size()));
      const IOStatus done = Read(part, IOOptions(), &got, scratch.data(), nullptr);
      if (!done.ok() || got.empty()) return done;
      n -= got.size();
    }
    return IOStatus::OK();
  }

 private:
  // The next frame into filled_ and plain_; empty at the end.
  IOStatus next_frame(const IOOptions& options, IODebugContext* debug) {
    wipe(filled_);
    plain_ = {};
    if (!seal_ || ended_ || at_ >= raw_.size) return IOStatus::OK();
    Bytes prefix;
    IOStatus done = read_raw(*raw_.file, at_, kFramePrefixBytes, options, debug, prefix);
    if (!done.ok()) return done;
    const auto head = prefix.size() < kFramePrefixBytes ? std::nullopt : seal_->frame_head(at_, prefix);
    if (!head) return does_not_open(head);
    Bytes sealed;
    done = read_raw(*raw_.file, at_ + kFramePrefixBytes, head->filled + crypto::kBlockOverhead, options, debug, sealed);
    if (!done.ok()) return done;
    filled_.resize(head->filled);
    const auto plain = seal_->open_frame(*head, sealed, filled_);
    if (!plain) return does_not_open(head);
    plain_ = *plain;
    at_ = head->end();
    ++number_;
    return IOStatus::OK();
  }

  // The end of the log, if it may be torn and looks as a crash leaves it.
  IOStatus does_not_open(const std::optional<FrameHead>& head) {
    bool torn = false;
    const IOStatus done = may_be_torn_ ? is_torn_end(raw_, *seal_, at_, head, &torn) : IOStatus::OK();
    if (!done.ok()) return done;
    if (!torn) return corrupt(kind_, "does not open: frame " + std::to_string(number_));
    ended_ = true;
    return IOStatus::OK();
  }

  RawFile raw_;
  std::optional<FileSeal> seal_;
  bool may_be_torn_;
  std::string kind_;
  Bytes filled_;
  BytesView plain_;  // of filled_, what was not read yet
  std::uint64_t at_ = kHeaderBytes;
  std::uint64_t number_ = 0;
  bool ended_ = false;
};

}  // namespace

IOStatus open_sequential(RawFile raw, const Secret& file_system_key, const NameRules& rules,
                         std::shared_ptr<ReadAhead> ahead, std::unique_ptr<rocksdb::FSSequentialFile>* out) {
  if (rules.format == Format::blocks) {
    std::unique_ptr<rocksdb::FSRandomAccessFile> blocks;
    const IOStatus done = open_blocks(std::move(raw), file_system_key, rules, std::move(ahead), &blocks);
    if (done.ok()) *out = std::make_unique<SequentialBlocks>(std::move(blocks));
    return done;
  }
  std::optional<FileSeal> seal;
  const IOStatus done = read_seal(raw, file_system_key, rules, &seal);
  if (!done.ok()) return done;
  *out = std::make_unique<FramesReader>(std::move(raw), std::move(seal), rules.may_be_torn, std::string(rules.kind));
  return IOStatus::OK();
}

}  // namespace kith::vault

#include "sealed/sealed_writer.h"

namespace kith::vault {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

namespace {
constexpr std::size_t kWriteAtOnce = 64 * 1024;

BytesView view_of(const Slice& slice) { return as_bytes({slice.data(), slice.size()}); }
IOStatus failed_before() { return IOStatus::IOError("a write to this file has failed before"); }
Slice slice_of(BytesView bytes) { return {as_text(bytes).data(), bytes.size()}; }
}  // namespace

SealedWriter::SealedWriter(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal, Random& random,
                           std::size_t piece_most)
    : file_(std::move(file)), seal_(std::move(seal)), random_(random), piece_most_(piece_most) {}

SealedWriter::~SealedWriter() { wipe(waiting_); }

IOStatus SealedWriter::Append(const Slice& data, const IOOptions& options, IODebugContext* debug) {
  if (broken_) return failed_before();
  BytesView rest = view_of(data);
  size_ += rest.size();
  IOStatus done = IOStatus::OK();
  if (begins_piece(waiting_.size(), rest.size())) seal_waiting();
  // A piece is sealed only when something comes behind it: what waits is never nothing.
  while (waiting_.size() + rest.size() > piece_most_ && done.ok()) {
    if (waiting_.empty()) {
      seal_piece(rest.first(piece_most_), sealed_);
      rest = rest.subspan(piece_most_);
    } else {
      const std::size_t part = piece_most_ - waiting_.size();
      append(waiting_, rest.first(part));
      rest = rest.subspan(part);
      seal_waiting();
    }
    if (sealed_.size() >= kWriteAtOnce) done = write_sealed(options, debug);
  }
  append(waiting_, rest);
  return done.ok() && sealed_.size() >= kWriteAtOnce ? write_sealed(options, debug) : done;
}

IOStatus SealedWriter::Truncate(uint64_t size, const IOOptions&, IODebugContext*) {
  return size == size_ ? IOStatus::OK() : IOStatus::NotSupported("cutting a sealed file");
}

IOStatus SealedWriter::Fsync(const IOOptions& options, IODebugContext* debug) { return Sync(options, debug); }

bool SealedWriter::begins_piece(std::size_t, std::size_t) const { return false; }

IOStatus SealedWriter::seal_rest(const IOOptions& options, IODebugContext* debug) {
  if (!waiting_.empty()) seal_waiting();
  return write_sealed(options, debug);
}

void SealedWriter::seal_waiting() {
  seal_piece(waiting_, sealed_);
  wipe(waiting_);
  waiting_.clear();
}

IOStatus SealedWriter::write_sealed(const IOOptions& options, IODebugContext* debug) {
  // After a write that failed nobody knows what of it is on the disk; a frame behind it would make
  // of a torn tail a hole.
  if (broken_) return failed_before();
  if (sealed_.empty()) return IOStatus::OK();
  const IOStatus done = file_->Append(slice_of(sealed_), options, debug);
  broken_ = !done.ok();
  // What got there of a frame would be a piece of a sector, as no crash leaves one.
  if (broken_) file_->Truncate(sealed_size_, options, debug).PermitUncheckedError();
  if (!broken_) sealed_size_ += sealed_.size();
  sealed_.clear();
  return done;
}

IOStatus make_sealed_writer(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal, const NameRules& rules,
                            Random& random, std::unique_ptr<SealedWriter>* out) {
  const IOStatus done = file->Append(slice_of(seal.header()), IOOptions(), nullptr);
  if (!done.ok()) return done;
  *out = rules.format == Format::blocks
             ? make_blocks_writer(std::move(file), std::move(seal), random)
             : make_frames_writer(std::move(file), std::move(seal), rules.holds_commits, random);
  return IOStatus::OK();
}

}  // namespace kith::vault

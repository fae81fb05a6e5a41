#pragma once
// Files as RocksDB writes them, sealed on the way to the disk: what blocks and frames share.
//
// Threads: one writer at a time, as RocksDB promises.
// Owns:    the file beneath.
// Units:   GetFileSize() is plain bytes.

#include <rocksdb/file_system.h>

#include "sealed/file_format.h"

namespace kith::vault {

// Plain bytes that wait, sealed bytes that go out. What is appended is sealed in pieces straight from
// where the caller has it; only what is too little for a piece is copied, and waits.
class SealedWriter : public rocksdb::FSWritableFile {
 public:
  SealedWriter(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal, Random& random,
               std::size_t piece_most);
  ~SealedWriter() override;

  using FSWritableFile::Append;
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* debug) override;
  // RocksDB cuts a file only to the size it has: what it preallocated, which here is nothing.
  rocksdb::IOStatus Truncate(uint64_t size, const rocksdb::IOOptions&, rocksdb::IODebugContext*) override;
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;
  uint64_t GetFileSize(const rocksdb::IOOptions&, rocksdb::IODebugContext*) override { return size_; }
  // What has been handed to the disk: sealed bytes, with the header.
  std::uint64_t sealed_size() const { return sealed_size_; }

 protected:
  // Appends one sealed piece, of 1 byte to the most of a piece, to `out`.
  virtual void seal_piece(BytesView plain, Bytes& out) = 0;
  // True when what waits is a piece, and what is appended next, `next` bytes, does not belong to it.
  virtual bool begins_piece(std::size_t waiting, std::size_t next) const;

  // Seals what waits, and writes it; fails when any write has failed before. At least one byte waits
  // if any was appended since the last time.
  rocksdb::IOStatus seal_rest(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug);

  // Something was appended that did not go out.
  bool waits() const { return !waiting_.empty() || !sealed_.empty(); }
  // A write has failed, and nothing more goes out.
  bool broken() const { return broken_; }

  std::unique_ptr<rocksdb::FSWritableFile> file_;
  FileSeal seal_;
  Random& random_;

 private:
  rocksdb::IOStatus write_sealed(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug);

  void seal_waiting();

  std::size_t piece_most_;
  Bytes waiting_;
  Bytes sealed_;  // empty between two calls; kept for its memory
  bool broken_ = false;
  std::uint64_t size_ = 0;
  std::uint64_t sealed_size_ = kHeaderBytes;
};

// Neither writes the header of the file.
std::unique_ptr<SealedWriter> make_blocks_writer(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal,
                                                 Random& random);
// `room`: it asks the disk for room beforehand, so that syncing what is written there changes
// nothing but its bytes.
std::unique_ptr<SealedWriter> make_frames_writer(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal,
                                                 bool room, Random& random);

// Writes the header at once.
rocksdb::IOStatus make_sealed_writer(std::unique_ptr<rocksdb::FSWritableFile> file, FileSeal seal,
                                     const NameRules& rules, Random& random, std::unique_ptr<SealedWriter>* out);

}  // namespace kith::vault

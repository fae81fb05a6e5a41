#pragma once
// A file that is written and then appears, whole, and a file that is read from its beginning.
//
// What is not finished lies beside its place as `.NAME.new-` and 16 hex digits, mode 0600, and
// goes with the FileSink; after a crash it may be removed. Nothing is written anywhere else.
//
// Threads: one at a time.
// Owns:    the open file, and the unfinished one on the disk.
// Errors:  ALREADY_EXISTS the place is taken; NOT_FOUND; INVALID_ARGUMENT no place for a file;
//          NO_SPACE, STORE_IO.

#include <cstdint>
#include <filesystem>

#include "kith/base/random.h"
#include "kith/vault/stream.h"

namespace kith::vault {

class FileSink final : public ByteSink {
 public:
  enum class Existing : std::uint8_t { refuse, replace };

  // `existing` says what becomes of a file that lies there; what is no plain file is never replaced.
  static Result<FileSink> create(const std::filesystem::path& path, Existing existing, Random& random);
  FileSink(FileSink&& other) noexcept;
  FileSink& operator=(FileSink&&) = delete;
  ~FileSink() override;

  Result<void> write(BytesView bytes) override;
  // Puts the file in its place; durable when it returns. Once, and after it no write().
  Result<void> finish();

 private:
  FileSink(int fd, std::filesystem::path path, std::filesystem::path unfinished, Existing existing);
  int fd_ = -1;
  std::filesystem::path path_;
  std::filesystem::path unfinished_;  // empty: there is none
  Existing existing_ = Existing::refuse;
};

class FileSource final : public ByteSource {
 public:
  static Result<FileSource> open(const std::filesystem::path& path);
  FileSource(FileSource&& other) noexcept;
  FileSource& operator=(FileSource&&) = delete;
  ~FileSource() override;

  Result<std::size_t> read(std::span<Byte> out) override;

 private:
  explicit FileSource(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace kith::vault

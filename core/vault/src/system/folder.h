#pragma once
// The folder of a vault on the disk: whose it is, who may read it, and that only one Vault uses
// it. All reading and writing of files outside the database stands here.
//
// Threads: pure functions over the disk; a FolderLock is held by one owner.
// Owns:    a FolderLock owns the lock until it goes.
// Errors:  INVALID_ARGUMENT a symbolic link, no folder, or somebody else's; NOT_FOUND;
//          STORE_IN_USE; NO_SPACE; STORE_IO. Messages have no path in them.
//
// What is written goes through a file system that is given, so that a test can let it fail.

#include <rocksdb/file_system.h>

#include <filesystem>
#include <optional>

#include "kith/base/bytes.h"
#include "kith/base/random.h"
#include "kith/base/result.h"

namespace kith::vault {

namespace file_name {
inline constexpr const char* kKeys = "keys";
inline constexpr const char* kLock = "lock";
inline constexpr const char* kDatabase = "db";
inline constexpr const char* kLocked = "locked";  // kith/vault/locked_folder.h
}  // namespace file_name

// A folder of ours, not behind a symbolic link; what others may do with it is taken from its mode.
Result<void> check_folder(const std::filesystem::path& dir);

// Nothing where files can be made in it; STORE_READ_ONLY where its mode or its disk does not let us.
Result<void> check_writable(const std::filesystem::path& dir);

// True when nothing is there or an empty folder of ours; the errors of check_folder for others.
Result<bool> is_free(const std::filesystem::path& dir);

// A new folder beside `dir` with a name nobody can guess, mode 0700.
Result<std::filesystem::path> make_folder_beside(const std::filesystem::path& dir, Random& random);

Result<void> make_folder(const std::filesystem::path& dir);

// `from` takes the place of `to`, which is free; durable when it returns.
Result<void> move_into_place(const std::filesystem::path& from, const std::filesystem::path& to,
                             rocksdb::FileSystem& disk = *rocksdb::FileSystem::Default());

// A new file with these bytes, mode 0600; durable when it returns, its name too.
Result<void> write_new_file(const std::filesystem::path& path, BytesView bytes,
                            rocksdb::FileSystem& disk = *rocksdb::FileSystem::Default());

// The file has these bytes or, after a failure or a crash, those it had; durable when it returns.
// What it writes first is `path` with `ending` behind it, which a crash may leave.
Result<void> replace_file(const std::filesystem::path& path, std::string_view ending, BytesView bytes,
                          rocksdb::FileSystem& disk = *rocksdb::FileSystem::Default());

// The names in a folder are on the disk when it returns.
Result<void> sync_folder(const std::filesystem::path& dir,
                         rocksdb::FileSystem& disk = *rocksdb::FileSystem::Default());

// Shortens a file.
Result<void> cut_file(const std::filesystem::path& path, std::uint64_t size);

// Its first `most` bytes, or fewer when it has no more.
Result<Bytes> read_start(const std::filesystem::path& path, std::size_t most, rocksdb::FileSystem& disk);

// The whole file; STORE_CORRUPT when it is larger than `most`, NOT_FOUND.
Result<Bytes> read_file(const std::filesystem::path& path, std::size_t most);

class FolderLock {
 public:
  // The file `lock` in `dir`, made when it is missing.
  static Result<FolderLock> take(const std::filesystem::path& dir);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace kith::vault

#include "system/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "kith/base/durable.h"
#include "kith/base/fd.h"
#include "kith/base/own_folder.h"

namespace kith::vault {
namespace {

namespace fs = std::filesystem;

constexpr ::mode_t kFolderMode = 0700;
constexpr ::mode_t kFileMode = 0600;

Error failed(Literal<0> what, int error) {
  const Code code = error == ENOSPC || error == EDQUOT ? Code::NO_SPACE : Code::STORE_IO;
  return fail(code, worded("{0}: {1}", what, std::generic_category().message(error)));
}

fs::path parent_of(const fs::path& path) {
  const fs::path parent = path.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

Error failed(Literal<0> what, const rocksdb::IOStatus& status) {
  if (status.IsNoSpace()) return fail(Code::NO_SPACE, worded("{0}: no space left", what));
  return fail(Code::STORE_IO, worded("{0}: the disk refused", what));
}

// A file of this name and nothing else under it, on the disk when it returns.
Result<void> write_file(const fs::path& path, BytesView bytes, rocksdb::FileSystem& disk) {
  std::unique_ptr<rocksdb::FSWritableFile> file;
  const rocksdb::IOOptions options;
  rocksdb::IOStatus done = disk.NewWritableFile(path.string(), rocksdb::FileOptions(), &file, nullptr);
  if (!done.ok()) return failed("making a file", done);
  if (::chmod(path.c_str(), kFileMode) != 0) return failed("closing a file for others", errno);
  done = file->Append({as_text(bytes).data(), bytes.size()}, options, nullptr);
  if (done.ok()) done = file->Sync(options, nullptr);
  const rocksdb::IOStatus closed = file->Close(options, nullptr);
  if (done.ok()) done = closed;
  if (!done.ok()) return failed("writing a file", done);
  return {};
}

// What others may do with a file is taken from its mode, and nothing is given to its owner: what he may only read he
// may only read. A disk that cannot be written keeps the modes it has.
Result<void> close_for_others(int fd) {
  struct stat info {};
  if (::fstat(fd, &info) != 0) return failed("looking at a file", errno);
  const ::mode_t closed = info.st_mode & kFileMode;
  if ((info.st_mode & 07777) != closed && ::fchmod(fd, closed) != 0 && errno != EROFS) {
    return failed("closing a file for others", errno);
  }
  return {};
}

}  // namespace

Result<void> check_folder(const fs::path& dir) {
  switch (close_own_folder(without_slash(dir))) {
    case FolderState::own: return {};
    case FolderState::missing: return fail(Code::NOT_FOUND, "there is no vault here");
    case FolderState::link: return fail(Code::INVALID_ARGUMENT, "the vault's folder is a symbolic link");
    case FolderState::no_folder: return fail(Code::INVALID_ARGUMENT, "the vault's place is not a folder");
    case FolderState::somebody_elses: return fail(Code::INVALID_ARGUMENT, "the vault's folder belongs to somebody else");
    case FolderState::cannot_look: return failed("looking at the folder", errno);
    case FolderState::cannot_close: break;
  }
  return failed("closing the folder for others", errno);
}

Result<void> check_writable(const fs::path& dir) {
  if (::access(dir.c_str(), W_OK) == 0) return {};
  if (errno != EACCES && errno != EROFS) return {};  // one that is missing, say: whoever opens it says so better
  return fail(Code::STORE_READ_ONLY, "the vault lies where nothing can be written: it can be read, not changed");
}

Result<bool> is_free(const fs::path& dir) {
  struct stat info {};
  if (::lstat(without_slash(dir).c_str(), &info) != 0 && errno == ENOENT) return true;
  KITH_CHECK(check_folder(dir));
  std::error_code error;
  const bool empty = fs::is_empty(dir, error);
  if (error) return failed("reading the folder", error.value());
  return empty;
}

Result<void> make_folder(const fs::path& dir) {
  if (::mkdir(dir.c_str(), kFolderMode) != 0) return failed("making a folder", errno);
  return {};
}

Result<fs::path> make_folder_beside(const fs::path& given, Random& random) {
  const fs::path dir = without_slash(given);
  std::error_code error;
  fs::create_directories(parent_of(dir), error);
  if (error) return failed("making the folder that the vault lies in", error.value());
  const fs::path out = parent_of(dir) / ("." + dir.filename().string() + ".new-" + to_hex(random.bytes(8)));
  KITH_CHECK(make_folder(out));
  return out;
}

Result<void> sync_folder(const fs::path& dir, rocksdb::FileSystem& disk) {
  std::unique_ptr<rocksdb::FSDirectory> folder;
  rocksdb::IOStatus done = disk.NewDirectory(dir.string(), rocksdb::IOOptions(), &folder, nullptr);
  if (done.ok()) done = folder->Fsync(rocksdb::IOOptions(), nullptr);
  if (!done.ok()) return failed("writing a folder to the disk", done);
  return {};
}

Result<void> move_into_place(const fs::path& from, const fs::path& to, rocksdb::FileSystem& disk) {
  KITH_CHECK(sync_folder(from, disk));
  // Over an empty folder, and over nothing; never over a folder that holds something.
  KITH_TRY(const bool free, is_free(to));
  if (!free) return fail(Code::ALREADY_EXISTS, "the folder is not empty any more");
  const rocksdb::IOStatus done =
      disk.RenameFile(from.string(), without_slash(to).string(), rocksdb::IOOptions(), nullptr);
  if (!done.ok()) return failed("moving the new vault into place", done);
  return sync_folder(parent_of(without_slash(to)), disk);
}

Result<void> write_new_file(const fs::path& path, BytesView bytes, rocksdb::FileSystem& disk) {
  if (disk.FileExists(path.string(), rocksdb::IOOptions(), nullptr).ok()) {
    return fail(Code::STORE_IO, "making a file: there is one of that name");
  }
  KITH_CHECK(write_file(path, bytes, disk));
  return sync_folder(parent_of(path), disk);
}

Result<void> replace_file(const fs::path& path, std::string_view ending, BytesView bytes, rocksdb::FileSystem& disk) {
  const std::string fresh = path.string() + std::string(ending);
  KITH_CHECK(write_file(fresh, bytes, disk));
  const rocksdb::IOStatus done = disk.RenameFile(fresh, path.string(), rocksdb::IOOptions(), nullptr);
  if (!done.ok()) return failed("replacing a file", done);
  return sync_folder(parent_of(path), disk);
}

Result<void> cut_file(const fs::path& path, std::uint64_t size) {
  const Fd fd(path.c_str(), O_WRONLY);
  if (!fd.ok() || ::ftruncate(fd.get(), static_cast<::off_t>(size)) != 0 || !make_durable(fd.get())) {
    return failed("cutting a file", errno);
  }
  return {};
}

Result<Bytes> read_start(const fs::path& path, std::size_t most, rocksdb::FileSystem& disk) {
  std::unique_ptr<rocksdb::FSSequentialFile> file;
  rocksdb::IOStatus done = disk.NewSequentialFile(path.string(), rocksdb::FileOptions(), &file, nullptr);
  Bytes out(most);
  rocksdb::Slice got;
  auto* scratch = reinterpret_cast<char*>(out.data());
  if (done.ok()) done = file->Read(most, rocksdb::IOOptions(), &got, scratch, nullptr);
  if (!done.ok()) return failed("reading a file", done);
  if (got.data() != scratch) return to_bytes(as_bytes({got.data(), got.size()}));
  out.resize(got.size());
  return out;
}

Result<Bytes> read_file(const fs::path& path, std::size_t most) {
  const Fd fd(path.c_str(), O_RDONLY);
  if (!fd.ok()) {
    if (errno == ENOENT) return fail(Code::NOT_FOUND, "there is no vault here");
    return failed("opening a file", errno);
  }
  KITH_CHECK(close_for_others(fd.get()));
  Bytes out(most + 1);
  const auto size = fd.read(out);
  if (!size) return failed("reading a file", errno);
  if (*size > most) return fail(Code::STORE_CORRUPT, "the key file is too long");
  out.resize(*size);
  return out;
}

namespace {

// Where nothing can be written it is only read: a lock on it keeps others out all the same.
Fd open_lock(const fs::path& dir) {
  Fd fd((dir / file_name::kLock).c_str(), O_RDWR | O_CREAT);
  if (fd.ok() || (errno != EACCES && errno != EROFS)) return fd;
  return Fd((dir / file_name::kLock).c_str(), O_RDONLY);
}

}  // namespace

Result<FolderLock> FolderLock::take(const fs::path& dir) {
  Fd fd = open_lock(dir);
  if (!fd.ok()) return failed("opening the lock of the vault", errno);
  if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return fail(Code::STORE_IN_USE, "the vault is open in another program");
    return failed("locking the vault", errno);
  }
  return FolderLock(fd.release());
}

FolderLock::FolderLock(FolderLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

FolderLock::~FolderLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace kith::vault

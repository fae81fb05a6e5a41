#include "kith/vault/file_stream.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "kith/base/durable.h"
#include "system/rename.h"

namespace kith::vault {
namespace {

namespace fs = std::filesystem;

constexpr ::mode_t kFileMode = 0600;

Error failed(Literal<0> what, int error) {
  // Translators: {0} is what was being done, {1} what the system says of it.
  Sentence text = worded("{0}: {1}", what, std::generic_category().message(error));
  switch (error) {
    case ENOSPC:
    case EDQUOT: return fail(Code::NO_SPACE, std::move(text));
    case ENOENT: return fail(Code::NOT_FOUND, std::move(text));
    case ENOTDIR:
    case EISDIR:
    case EACCES: return fail(Code::INVALID_ARGUMENT, std::move(text));
    default: return fail(Code::STORE_IO, std::move(text));
  }
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

// Whether a new file may take this place.
Result<void> check_place(const fs::path& path, FileSink::Existing existing) {
  if (!path.has_filename()) return fail(Code::INVALID_ARGUMENT, "the place for the file is a folder");
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) {
    if (errno == ENOENT) return {};
    return failed("looking at the place for the file", errno);
  }
  if (existing == FileSink::Existing::refuse) return fail(Code::ALREADY_EXISTS, "there is a file of that name already");
  if (!S_ISREG(info.st_mode)) return fail(Code::INVALID_ARGUMENT, "what lies there is no plain file");
  return {};
}

// Moves the file there unless something is there. Some file systems know no rename of this kind.
int move_unless_taken(const fs::path& from, const fs::path& to) {
  const int error = rename_unless_taken(from.c_str(), to.c_str());
  if (error != ENOSYS) return error;
  if (::link(from.c_str(), to.c_str()) != 0) return errno;
  return ::unlink(from.c_str()) == 0 ? 0 : errno;
}

}  // namespace

FileSink::FileSink(int fd, fs::path path, fs::path unfinished, Existing existing)
    : fd_(fd), path_(std::move(path)), unfinished_(std::move(unfinished)), existing_(existing) {}

FileSink::FileSink(FileSink&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      path_(std::move(other.path_)),
      unfinished_(std::exchange(other.unfinished_, fs::path())),
      existing_(other.existing_) {}

FileSink::~FileSink() {
  if (fd_ >= 0) ::close(fd_);
  if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
}

Result<FileSink> FileSink::create(const fs::path& path, Existing existing, Random& random) {
  KITH_CHECK(check_place(path, existing));
  fs::path unfinished = folder_of(path) / ("." + path.filename().string() + ".new-" + to_hex(random.bytes(8)));
  const int fd = ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, kFileMode);
  if (fd < 0) return failed("making the file", errno);
  return FileSink(fd, path, std::move(unfinished), existing);
}

Result<void> FileSink::write(BytesView bytes) {
  while (!bytes.empty()) {
    const ::ssize_t done = ::write(fd_, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return failed("writing the file", done < 0 ? errno : EIO);
    bytes = bytes.subspan(static_cast<std::size_t>(done));
  }
  return {};
}

Result<void> FileSink::finish() {
  if (!make_durable(fd_)) return failed("writing the file to the disk", errno);
  KITH_CHECK(check_place(path_, existing_));
  const int error = existing_ == Existing::refuse               ? move_unless_taken(unfinished_, path_)
                    : ::rename(unfinished_.c_str(), path_.c_str()) == 0 ? 0
                                                                : errno;
  if (error == EEXIST) return fail(Code::ALREADY_EXISTS, "there is a file of that name already");
  if (error != 0) return failed("moving the file into place", error);
  unfinished_.clear();
  const int folder = ::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return failed("opening the file's folder", errno);
  const int synced = make_durable(folder) ? 0 : errno;
  ::close(folder);
  if (synced != 0) return failed("writing the file's folder to the disk", synced);
  return {};
}

FileSource::FileSource(FileSource&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FileSource::~FileSource() {
  if (fd_ >= 0) ::close(fd_);
}

Result<FileSource> FileSource::open(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return failed("opening the file", errno);
  return FileSource(fd);
}

Result<std::size_t> FileSource::read(std::span<Byte> out) {
  while (true) {
    const ::ssize_t got = ::read(fd_, out.data(), out.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return failed("reading the file", errno);
  }
}

}  // namespace kith::vault

#include "kith/base/file_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "kith/base/durable.h"
#include "kith/base/fd.h"
#include "kith/base/own_folder.h"

namespace kith {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHalf = ".new";
constexpr std::size_t kMostName = 64;

Error failed(Literal<0> what, int error) {
  return fail(Code::STORE_IO, worded("{0}: {1}", what, std::generic_category().message(error)));
}

Error failed_to_write(Literal<0> what, int error) {
  if (error == ENOSPC || error == EDQUOT) return fail(Code::NO_SPACE, worded("{0}: no space left", what));
  if (error == EACCES || error == EROFS || error == EPERM) {
    return fail(Code::STORE_READ_ONLY, worded("{0}: nothing can be written there", what));
  }
  return failed(what, error);
}

Error no_such_file() { return fail(Code::NOT_FOUND, "there is no such file"); }

// Nothing that could lead out of the folder, and nothing that could be taken for half a file.
Result<void> check_name(std::string_view name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  if (!name.empty() && name.size() <= kMostName && std::all_of(name.begin(), name.end(), fits)) return {};
  return fail(Code::INVALID_ARGUMENT, "a name of a file here is small letters, digits and dashes");
}

// No link that leads elsewhere: what lies there would be read, or be gone.
Result<void> check_folder(const fs::path& dir) {
  switch (close_own_folder(dir)) {
    case FolderState::own: return {};
    case FolderState::missing: return fail(Code::NOT_FOUND, "there is no such folder");
    case FolderState::link:
    case FolderState::no_folder:
      return fail(Code::INVALID_ARGUMENT, "the folder's place is a symbolic link, or no folder");
    case FolderState::somebody_elses: return fail(Code::INVALID_ARGUMENT, "the folder belongs to somebody else");
    case FolderState::cannot_look: return failed("looking at a folder", errno);
    case FolderState::cannot_close: break;
  }
  return failed_to_write("closing a folder for others", errno);
}

Result<void> sync_names(const fs::path& dir) {
  const Fd fd(dir.empty() ? "." : dir.c_str(), O_RDONLY | O_DIRECTORY);
  if (!fd.ok() || !make_durable(fd.get())) return failed_to_write("writing a folder to the disk", errno);
  return {};
}

// A file of this name and nothing else under it, on the disk when it returns.
Result<void> write_file(const fs::path& path, BytesView bytes) {
  // Nobody is waited for who would read from the other end of a pipe.
  const Fd fd(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK);
  if (!fd.ok()) return failed_to_write("making a file", errno);
  struct stat info {};
  if (::fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode)) return fail(Code::STORE_IO, "what has the name of a file is none");
  if (::fchmod(fd.get(), S_IRUSR | S_IWUSR) != 0) return failed_to_write("closing a file for others", errno);
  while (!bytes.empty()) {
    const ::ssize_t put = ::write(fd.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return failed_to_write("writing a file", errno);
    bytes = bytes.subspan(static_cast<std::size_t>(put));
  }
  if (!make_durable(fd.get())) return failed_to_write("writing a file to the disk", errno);
  return {};
}

Result<void> remove_file(const fs::path& path) {
  std::error_code error;
  if (!fs::remove(path, error) && error) return failed_to_write("removing a file", error.value());
  return {};
}

}  // namespace

FileFolder::FileFolder(const fs::path& dir) : dir_(without_slash(dir)) {}

Result<void> FileFolder::make() const {
  if (::mkdir(dir_.c_str(), S_IRWXU) == 0) return sync_names(dir_.parent_path());
  if (errno == ENOENT) return fail(Code::NOT_FOUND, "the folder that this one is to lie in is not there");
  // Somebody else may have made it just now.
  if (errno != EEXIST) return failed_to_write("making a folder", errno);
  return check_folder(dir_);
}

Result<bool> FileFolder::is_there() const {
  const auto checked = check_folder(dir_);
  if (checked) return true;
  if (checked.error().code == Code::NOT_FOUND) return false;
  return checked.error();
}

Result<void> FileFolder::put(const std::string& name, BytesView bytes) const {
  KITH_CHECK(check_name(name));
  KITH_CHECK(check_folder(dir_));
  const fs::path half = dir_ / (name + std::string(kHalf));
  auto done = write_file(half, bytes);
  if (done && ::rename(half.c_str(), (dir_ / name).c_str()) != 0) done = failed_to_write("replacing a file", errno);
  if (!done) {
    // What was there already stays; of the new one nothing does.
    (void)remove_file(half);
    return done.error();
  }
  return sync_names(dir_);
}

Result<Bytes> FileFolder::get(const std::string& name, std::size_t most) const {
  KITH_CHECK(check_name(name));
  KITH_TRY(const bool there, is_there());
  if (!there) return no_such_file();
  const Fd fd((dir_ / name).c_str(), O_RDONLY | O_NONBLOCK);
  struct stat info {};
  if (!fd.ok() || ::fstat(fd.get(), &info) != 0) return errno == ENOENT ? no_such_file() : failed("opening a file", errno);
  if (!S_ISREG(info.st_mode)) return fail(Code::STORE_CORRUPT, "what has the name of a file is none");
  if (static_cast<std::uint64_t>(info.st_size) > most) return fail(Code::STORE_CORRUPT, "a file is too long");
  Bytes out(static_cast<std::size_t>(info.st_size));
  const auto size = fd.read(out);
  if (!size) return failed("reading a file", errno);
  out.resize(*size);
  return out;
}

Result<std::vector<std::string>> FileFolder::names() const {
  std::vector<std::string> out;
  KITH_TRY(const bool there, is_there());
  if (!there) return out;
  std::error_code error;
  fs::directory_iterator at(dir_, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (check_name(name)) out.push_back(name);  // half a file has a dot in it
  }
  // It went just now: there is none.
  if (error == std::errc::no_such_file_or_directory) return std::vector<std::string>();
  if (error) return failed("listing a folder", error.value());
  std::sort(out.begin(), out.end());
  return out;
}

Result<void> FileFolder::remove(const std::string& name) const {
  KITH_CHECK(check_name(name));
  KITH_TRY(const bool there, is_there());
  if (!there) return {};
  // And what a crash left half written of it.
  KITH_CHECK(remove_file(dir_ / (name + std::string(kHalf))));
  return remove_file(dir_ / name);
}

void FileFolder::remove_halves(std::chrono::hours age) const {
  const auto there = is_there();
  if (!there || !*there) return;
  std::error_code error;
  const fs::file_time_type before = fs::file_time_type::clock::now() - age;
  for (fs::directory_iterator at(dir_, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    const bool old = at->last_write_time(error) < before && !error;
    error.clear();  // one that went meanwhile is no trouble of the others
    if (old && at->path().extension() == kHalf) (void)remove_file(at->path());
  }
}

}  // namespace kith

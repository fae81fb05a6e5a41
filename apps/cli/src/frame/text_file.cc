#include "frame/text_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <random>

namespace kith::cli {

Result<void> write_text_file(const std::string& path, const std::string& content, bool replace) {
  std::error_code error;
  if (!replace && std::filesystem::exists(path, error)) {
    return fail(Code::ALREADY_EXISTS, worded("there is a file of that name; --force replaces it: {0}", path));
  }
  const std::string half = path + ".new-" + std::to_string(std::random_device()());
  const int fd = ::open(half.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return fail(Code::INVALID_ARGUMENT, worded("this file cannot be made: {0}", path));
  std::size_t at = 0;
  ::ssize_t done = 0;
  while (at < content.size() && (done = ::write(fd, content.data() + at, content.size() - at)) > 0) {
    at += static_cast<std::size_t>(done);
  }
  const bool synced = ::fsync(fd) == 0;
  ::close(fd);
  if (at == content.size() && synced && ::rename(half.c_str(), path.c_str()) == 0) return {};
  ::unlink(half.c_str());
  return fail(Code::STORE_IO, worded("this file cannot be written: {0}", path));
}

}  // namespace kith::cli

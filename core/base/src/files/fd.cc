#include "kith/base/fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace kith {

Fd::Fd(const char* path, int flags) : fd_(::open(path, flags | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR)) {}

Fd::~Fd() {
  if (fd_ >= 0) ::close(fd_);
}

std::optional<std::size_t> Fd::read(std::span<Byte> out) const {
  std::size_t size = 0;
  while (size < out.size()) {
    const ::ssize_t got = ::read(fd_, out.data() + size, out.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  return size;
}

}  // namespace kith

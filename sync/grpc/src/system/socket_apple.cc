// Not compiled here: no Apple toolchain has built it yet. SO_NOSIGPIPE: iOS 2, macOS 10.2.

#include "system/socket.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace kith::grpc {
namespace {

bool set_up(int fd) {
  const int on = 1;
  return ::fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 && ::fcntl(fd, F_SETFL, O_NONBLOCK) == 0 &&
         ::setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on) == 0;
}

}  // namespace

// In several steps, as it is not offered in one. A program started between them inherits it: an app starts none.
int open_stream(int family) {
  const int fd = ::socket(family, SOCK_STREAM, 0);
  if (fd < 0 || set_up(fd)) return fd;
  const int error = errno;
  ::close(fd);
  errno = error;
  return -1;
}

::ssize_t send_quietly(int fd, const void* data, std::size_t size) { return ::send(fd, data, size, 0); }

}  // namespace kith::grpc

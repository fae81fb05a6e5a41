// Android's too, at every API level.

#include "system/socket.h"

#include <sys/socket.h>

namespace kith::grpc {

int open_stream(int family) { return ::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0); }

::ssize_t send_quietly(int fd, const void* data, std::size_t size) { return ::send(fd, data, size, MSG_NOSIGNAL); }

}  // namespace kith::grpc

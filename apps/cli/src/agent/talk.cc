#include "agent/talk.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace kith::cli {
namespace {

Socket fresh() { return Socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

// REQUIRES: it fits, which agent_place() sees to
sockaddr_un address_of(const std::string& path) {
  sockaddr_un out{};
  out.sun_family = AF_UNIX;
  std::copy(path.begin(), path.end(), out.sun_path);
  return out;
}

}  // namespace

Socket::~Socket() {
  if (fd_ >= 0) ::close(fd_);
}

std::optional<Socket> connect_to(const std::string& path) {
  Socket out = fresh();
  const sockaddr_un address = address_of(path);
  const auto* to = reinterpret_cast<const sockaddr*>(&address);
  if (!out.ok() || ::connect(out.get(), to, sizeof address) != 0 || !is_my_own(out)) return std::nullopt;
  return out;
}

std::optional<Socket> listen_at(const std::string& path) {
  constexpr int kWaiting = 16;
  Socket out = fresh();
  const sockaddr_un address = address_of(path);
  ::unlink(path.c_str());
  const ::mode_t before = ::umask(0177);
  const bool bound = out.ok() && ::bind(out.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::umask(before);
  if (!bound || ::listen(out.get(), kWaiting) != 0) return std::nullopt;
  return out;
}

bool is_my_own(const Socket& socket) {
  const timeval limit{kTalkSeconds, 0};
  ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  ucred other{};
  socklen_t size = sizeof other;
  return ::getsockopt(socket.get(), SOL_SOCKET, SO_PEERCRED, &other, &size) == 0 && other.uid == ::geteuid();
}

std::optional<std::uint64_t> file_at(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) return std::nullopt;
  return info.st_ino;
}

bool send_all(int fd, BytesView bytes) {
  while (!bytes.empty()) {
    ssize_t done = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (done < 0 && errno == ENOTSOCK) done = ::write(fd, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(done));
  }
  return true;
}

bool receive_all(int fd, std::span<Byte> out) {
  while (!out.empty()) {
    const ssize_t got = ::read(fd, out.data(), out.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    out = out.subspan(static_cast<std::size_t>(got));
  }
  return true;
}

bool is_closed(int fd) {
  Byte nothing = 0;
  ssize_t got = 0;
  do {
    got = ::read(fd, &nothing, 1);
  } while (got < 0 && errno == EINTR);
  return got == 0 || (got < 0 && errno == ECONNRESET);
}

}  // namespace kith::cli

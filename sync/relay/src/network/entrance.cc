#include "network/entrance.h"
#include "kith/base/freed.h"
#include "kith/relay/address.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <limits>

namespace kith::relay {
namespace {

constexpr int kWaiting = 4096;  // connections that the system keeps for us; it may keep fewer
constexpr int kPauseMs = 50;    // before another try where the system had nothing to give
constexpr auto kTellEvery = std::chrono::minutes(1);
constexpr rlim_t kOtherFiles = 768;  // the database's 512, and what the process has besides

bool set(int fd, int level, int name, int value) { return ::setsockopt(fd, level, name, &value, sizeof value) == 0; }

// 0 where it listens, or what stood in the way.
int listen_at(int fd, const sockaddr* at, socklen_t size) {
  (void)set(fd, SOL_SOCKET, SO_REUSEADDR, 1);
  // [::] is everybody, as it is elsewhere; the other addresses have no second family.
  if (at->sa_family == AF_INET6) (void)set(fd, IPPROTO_IPV6, IPV6_V6ONLY, 0);
  return ::bind(fd, at, size) == 0 && ::listen(fd, kWaiting) == 0 ? 0 : errno;
}

void set_port(sockaddr_storage& at, std::uint16_t port) {
  if (at.ss_family == AF_INET6) {
    reinterpret_cast<sockaddr_in6&>(at).sin6_port = htons(port);
  } else {
    reinterpret_cast<sockaddr_in&>(at).sin_port = htons(port);
  }
}

std::uint16_t port_of(int fd) {
  sockaddr_storage at{};
  socklen_t size = sizeof at;
  if (::getsockname(fd, reinterpret_cast<sockaddr*>(&at), &size) != 0) return 0;
  return ntohs(at.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(at).sin6_port
                                        : reinterpret_cast<sockaddr_in&>(at).sin_port);
}

Error cannot(const std::string& address, const std::string& why) {
  return fail(Code::INVALID_ARGUMENT, worded("cannot serve {0}: {1}", address, why));
}

}  // namespace

int files_for_connections() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  const rlim_t all = std::min<rlim_t>(limit.rlim_cur, std::numeric_limits<int>::max());
  return static_cast<int>(all - std::min(kOtherFiles, all / 2));
}

Result<std::unique_ptr<Entrance>> Entrance::open(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos) return cannot(address, "it is no HOST:PORT");
  const std::string host = host_of(address);
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int failed = ::getaddrinfo(host.c_str(), address.substr(colon + 1).c_str(), &wanted, &found);
  const std::unique_ptr<addrinfo, Freed<freeaddrinfo>> all(found);
  if (failed != 0) return cannot(address, ::gai_strerror(failed));

  std::unique_ptr<Entrance> out(new Entrance());
  out->wake_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (out->wake_ < 0) return cannot(address, std::strerror(errno));
  std::uint16_t port = 0;  // a name may have two addresses: both at the same one
  int last = EADDRNOTAVAIL;
  for (const addrinfo* one = all.get(); one != nullptr; one = one->ai_next) {
    sockaddr_storage at{};
    std::memcpy(&at, one->ai_addr, std::min<std::size_t>(one->ai_addrlen, sizeof at));
    if (port != 0) set_port(at, port);
    const int fd = ::socket(one->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int stood = fd < 0 ? errno : listen_at(fd, reinterpret_cast<const sockaddr*>(&at), one->ai_addrlen);
    if (stood != 0) {
      last = stood;
      if (fd >= 0) ::close(fd);
      continue;
    }
    out->listeners_.push_back(fd);
    port = port_of(fd);
  }
  if (out->listeners_.empty()) return cannot(address, std::strerror(last));
  out->address_ = address.substr(0, colon + 1) + std::to_string(port);
  return out;
}

Entrance::~Entrance() { stop(); }

void Entrance::start(int most_files, std::function<void(const Visitor&)> take, std::function<void()> turned_away) {
  most_files_ = most_files;
  take_ = std::move(take);
  turned_away_ = std::move(turned_away);
  thread_ = std::thread([this] { run(); });
}

void Entrance::stop() {
  if (thread_.joinable()) {
    const std::uint64_t one = 1;
    (void)!::write(wake_, &one, sizeof one);
    thread_.join();
  }
  for (const int listener : listeners_) ::close(listener);
  listeners_.clear();
  if (wake_ >= 0) ::close(wake_);
  wake_ = -1;
}

void Entrance::run() {
  std::vector<pollfd> all{{wake_, POLLIN, 0}};
  for (const int listener : listeners_) all.push_back({listener, POLLIN, 0});
  for (;;) {
    (void)::poll(all.data(), all.size(), -1);
    if (all.front().revents != 0) return;
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i].revents != 0) take_all(all[i].fd);
    }
  }
}

void Entrance::turn_away(int connection) {
  ::close(connection);
  const auto now = std::chrono::steady_clock::now();
  if (told_ && now - *told_ < kTellEvery) return;
  told_ = now;
  turned_away_();
}

void Entrance::take_all(int listener) {
  for (;;) {
    const int connection = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (connection < 0) {
      if (errno == EINTR || errno == ECONNABORTED) continue;
      if (errno == EAGAIN || errno == EWOULDBLOCK) return;
      // No file, no memory: it waits at the entrance, and is asked for again.
      pollfd stopping{wake_, POLLIN, 0};
      (void)::poll(&stopping, 1, kPauseMs);
      return;
    }
    // The system gives the lowest number that is free: so many files are open as this one's number says.
    if (connection >= most_files_) {
      turn_away(connection);
      continue;
    }
    (void)set(connection, IPPROTO_TCP, TCP_NODELAY, 1);
    take_({listener, connection});
  }
}

}  // namespace kith::relay

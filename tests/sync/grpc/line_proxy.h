#pragma once
// What stands between a device and its relay, seen from the network: it passes bytes on, until it cuts the connections,
// cuts them in the middle of what the relay says, or keeps them open and passes nothing on any more. It reads nothing:
// the bytes are TLS.
//
// Threads: one of its own; all of it from any thread.
// Owns:    its port and its connections, until it goes.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <list>
#include <string>
#include <thread>
#include <vector>

namespace kith::testing {

class LineProxy {
 public:
  // `to`: HOST:PORT of this machine.
  explicit LineProxy(const std::string& to)
      : to_(static_cast<std::uint16_t>(std::stoi(to.substr(to.rfind(':') + 1)))), listening_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in at = here(0);
    socklen_t size = sizeof at;
    ok_ = ::bind(listening_, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0 && ::listen(listening_, 16) == 0 &&
          ::getsockname(listening_, reinterpret_cast<sockaddr*>(&at), &size) == 0;
    address_ = "127.0.0.1:" + std::to_string(ntohs(at.sin_port));
    thread_ = std::thread([this] { run(); });
  }
  ~LineProxy() {
    stopping_ = true;
    thread_.join();
    ::close(listening_);
  }
  LineProxy(const LineProxy&) = delete;
  LineProxy& operator=(const LineProxy&) = delete;

  bool ok() const { return ok_; }
  const std::string& address() const { return address_; }

  // Every connection is reset; new ones are passed on as ever.
  void cut() {
    cut_ = true;
    while (cut_) std::this_thread::yield();
  }
  static constexpr std::int64_t kAll = -1;
  // Of what the relay says from now on that many bytes pass, then the connection that it said them to is reset.
  void cut_after(std::int64_t bytes) { left_ = bytes; }
  // Every connection stays open, and nothing passes any more, new ones included.
  void swallow() { swallows_ = true; }
  std::size_t connections() const { return connections_; }

 private:
  static constexpr int kLookMs = 5;
  struct Pair {
    int device;
    int relay;
  };

  static sockaddr_in here(std::uint16_t port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    out.sin_port = htons(port);
    return out;
  }

  static void reset(int fd) {
    const linger at_once{1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(fd);
  }

  void run() {
    while (!stopping_) {
      if (cut_.load()) {
        drop_all();
        cut_ = false;
      }
      std::vector<pollfd> looked{{listening_, POLLIN, 0}};
      for (const Pair& pair : pairs_) {
        looked.push_back({pair.device, POLLIN, 0});
        looked.push_back({pair.relay, POLLIN, 0});
      }
      if (::poll(looked.data(), looked.size(), kLookMs) <= 0) continue;
      // Who comes now is looked at in the next round.
      auto pair = pairs_.begin();
      for (std::size_t i = 1; i < looked.size(); i += 2) {
        const bool over = (looked[i].revents != 0 && !pass(pair->device, pair->relay, false)) ||
                          (looked[i + 1].revents != 0 && !pass(pair->relay, pair->device, true));
        pair = over ? drop(pair) : std::next(pair);
      }
      if ((looked[0].revents & POLLIN) != 0) take();
    }
    drop_all();
  }

  void take() {
    const int device = ::accept(listening_, nullptr, nullptr);
    const int relay = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in at = here(to_);
    if (device < 0 || ::connect(relay, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) {
      if (device >= 0) reset(device);
      ::close(relay);
      return;
    }
    pairs_.push_back({device, relay});
    connections_ = pairs_.size();
  }

  // False: the connection is over.
  bool pass(int from, int to, bool of_relay) {
    char buffer[16 * 1024];
    const ssize_t got = ::recv(from, buffer, sizeof buffer, MSG_DONTWAIT);
    if (got <= 0) return false;
    if (swallows_) return true;
    std::int64_t size = got;
    if (of_relay && left_ != kAll) {
      size = std::min<std::int64_t>(size, left_);
      left_ = left_ - size;
    }
    for (std::int64_t sent = 0; sent < size;) {
      const ssize_t now = ::send(to, buffer + sent, static_cast<std::size_t>(size - sent), MSG_NOSIGNAL);
      if (now <= 0) return false;
      sent += now;
    }
    if (!of_relay || left_ != 0) return true;
    left_ = kAll;
    return false;
  }

  std::list<Pair>::iterator drop(std::list<Pair>::iterator pair) {
    reset(pair->device);
    reset(pair->relay);
    const auto next = pairs_.erase(pair);
    connections_ = pairs_.size();
    return next;
  }
  void drop_all() {
    for (auto pair = pairs_.begin(); pair != pairs_.end();) pair = drop(pair);
  }

  const std::uint16_t to_;
  const int listening_;
  bool ok_ = false;
  std::string address_;
  std::atomic<bool> stopping_{false};
  std::atomic<bool> cut_{false};
  std::atomic<bool> swallows_{false};
  std::atomic<std::int64_t> left_{kAll};
  std::atomic<std::size_t> connections_{0};
  std::list<Pair> pairs_;  // of the thread
  std::thread thread_;
};

}  // namespace kith::testing

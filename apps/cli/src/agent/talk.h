#pragma once
// What a command and the agent say to each other: the command sends one letter, the agent answers with a fixed number
// of bytes and closes.
//
//   K   the held key (engine::kHeldKeyBytes)
//   T   when it ends: wall clock, milliseconds, u64 big-endian
//   E   nothing: it closes when the key is wiped, and ends
//
// Both ask the kernel who is at the other end, and speak with nobody but the same user.
//
// Threads: pure functions over a socket.
// Owns:    a Socket closes itself.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "kith/base/bytes.h"

namespace kith::cli {

enum class Ask : char { key = 'K', time = 'T', end = 'E' };

inline constexpr int kTalkSeconds = 2;  // whoever is slower is left alone

class Socket {
 public:
  Socket() = default;
  explicit Socket(int fd) : fd_(fd) {}
  Socket(Socket&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket();
  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

// Connected to the agent at that path; nothing where there is none, or one of somebody else.
std::optional<Socket> connect_to(const std::string& path);
// Bound there and listening, for this user alone; what an agent that was killed left there goes first.
std::optional<Socket> listen_at(const std::string& path);
// Which file that path is now; nothing where there is none. To know whether a socket there is still one's own.
std::optional<std::uint64_t> file_at(const std::string& path);
// Whether the process at the other end is this user's. Gives each read and write kTalkSeconds.
bool is_my_own(const Socket& socket);

// All of it, or false; through a socket or a pipe. Who is gone at the other end is no signal.
bool send_all(int fd, BytesView bytes);
bool receive_all(int fd, std::span<Byte> out);
// Whether the other end closes within kTalkSeconds, without another word.
bool is_closed(int fd);

}  // namespace kith::cli

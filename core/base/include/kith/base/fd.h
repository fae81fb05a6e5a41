#pragma once
// An open file of the system.
//
// Threads: one.
// Owns:    the file: it is closed when the Fd goes.
// Errors:  ok() is false, and errno says why.

#include <optional>
#include <span>
#include <utility>

#include "kith/base/bytes.h"

namespace kith {

class Fd {
 public:
  // What is made is for its owner alone. No link is followed to it.
  Fd(const char* path, int flags);
  Fd(Fd&& other) noexcept : fd_(other.release()) {}
  Fd(const Fd&) = delete;
  Fd& operator=(const Fd&) = delete;
  ~Fd();
  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }
  // Fills `out` as far as there is something: how much that is. Nothing where the system refuses, and errno says why.
  std::optional<std::size_t> read(std::span<Byte> out) const;
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

}  // namespace kith

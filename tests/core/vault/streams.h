#pragma once
// Streams in memory for the tests of backups: one that fails when it is full, one that gives its
// bytes in small pieces.

#include <algorithm>
#include <limits>

#include "kith/vault/stream.h"

namespace kith::vault::testing {

class MemorySink final : public ByteSink {
 public:
  explicit MemorySink(std::size_t room = std::numeric_limits<std::size_t>::max()) : room_(room) {}
  Result<void> write(BytesView more) override {
    largest = std::max(largest, more.size());
    if (bytes.size() + more.size() > room_) return fail(Code::NO_SPACE, "the test wants it");
    append(bytes, more);
    return {};
  }
  Bytes bytes;
  std::size_t largest = 0;

 private:
  std::size_t room_;
};

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(BytesView bytes, std::size_t piece = 1000) : left_(bytes), piece_(piece) {}
  Result<std::size_t> read(std::span<Byte> out) override {
    const std::size_t some = std::min({out.size(), left_.size(), piece_});
    std::copy_n(left_.begin(), some, out.begin());
    left_ = left_.subspan(some);
    return some;
  }

 private:
  BytesView left_;
  std::size_t piece_;
};

}  // namespace kith::vault::testing

#pragma once
// Trace is a running sum over everything that happened: what was asked of the relay, what it
// answered, how each step ended. Two runs of one history must have the same sum, or something in
// the program depends on more than its clock, its disk, its network and its random source.
//
// Threads: one.

#include <string_view>

#include "kith/base/bytes.h"

namespace kith::simulator {

class Trace {
 public:
  void add(BytesView bytes) {
    for (const Byte b : bytes) sum_ = (sum_ ^ b) * 1099511628211ULL;
  }
  void add(std::string_view text) { add(as_bytes(text)); }
  void add(std::uint64_t number) {
    for (unsigned i = 0; i < 8; ++i) sum_ = (sum_ ^ ((number >> (8U * i)) & 0xffU)) * 1099511628211ULL;
  }
  std::uint64_t sum() const { return sum_; }

 private:
  std::uint64_t sum_ = 14695981039346656037ULL;
};

}  // namespace kith::simulator

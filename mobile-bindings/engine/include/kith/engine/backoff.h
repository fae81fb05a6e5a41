#pragma once
// How long to wait before what failed is tried again: anything from nothing to a bound that doubles with each failure.
// Whoever was cut off together comes back one by one so, and not in waves. What had stood for a while before it failed
// begins with the first bound again; what falls at once does not, however often it comes about.
//
// Threads: one.
// Owns:    nothing; a source of random that is given outlives it.
// Units:   milliseconds, of a clock that never goes back.

#include <cstdint>
#include <optional>

#include "kith/base/random.h"

namespace kith::engine {

class Backoff {
 public:
  static constexpr std::int64_t kFirstMs = 1'000;
  static constexpr std::int64_t kMostMs = 300'000;
  static constexpr std::int64_t kStoodMs = 60'000;

  // Null: the system's.
  explicit Backoff(Random* random = nullptr);

  // It works now. Said again, it still does.
  void works(std::int64_t now);
  // The pause from now on.
  std::int64_t failed(std::int64_t now);

 private:
  Random& random_;
  std::int64_t bound_ms_ = kFirstMs;
  std::optional<std::int64_t> works_since_;
};

}  // namespace kith::engine

#pragma once
// How long a live stream may be silent before it counts as dead. The relay says within what time it speaks, were it a
// heartbeat; three such times without a word are too many. Only time in which somebody waited for a word counts: what
// comes while nobody looks, or while the device sleeps, is seen later.
//
// Threads: one.
// Units:   milliseconds.

#include <cstdint>
#include <limits>

namespace kith::grpc {

class Silence {
 public:
  // `first_ms`: how long the first word may take, which says the interval.
  explicit Silence(std::int64_t first_ms) : most_ms_(first_ms) {}

  // A word of whatever kind. 0: the relay promises none, being older than heartbeats.
  void heard(std::uint32_t heartbeat_ms) {
    waited_ms_ = 0;
    most_ms_ = heartbeat_ms == 0 ? kForever : std::int64_t{heartbeat_ms} * kIntervals;
  }
  void waited(std::int64_t ms) { waited_ms_ += ms; }

  std::int64_t most_ms() const { return most_ms_; }
  std::int64_t left_ms() const { return waited_ms_ < most_ms_ ? most_ms_ - waited_ms_ : 0; }

 private:
  static constexpr std::int64_t kForever = std::numeric_limits<std::int64_t>::max();
  static constexpr std::int64_t kIntervals = 3;

  std::int64_t most_ms_;
  std::int64_t waited_ms_ = 0;
};

}  // namespace kith::grpc

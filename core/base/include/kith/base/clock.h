#pragma once
// The outside world that every layer needs: what time it is. Injected, so that a test can stop
// time, turn it back, or let a week pass.
//
// Threads: implementations are safe from any thread.
// Units:   wall time in milliseconds since 1970-01-01T00:00:00Z; monotonic time in
//          milliseconds since an unknown moment, never going back.

#include <cstdint>

namespace kith {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t wall_ms() const = 0;
  virtual std::int64_t monotonic_ms() const = 0;
};

// The clock of this machine.
const Clock& system_clock();

}  // namespace kith

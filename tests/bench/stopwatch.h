#pragma once
// Elapsed time, and what many times come to.
//
// Threads: plain values.
// Units:   as the names say.

#include <time.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace kith::bench {

using Moment = std::chrono::steady_clock::time_point;

inline Moment now() { return std::chrono::steady_clock::now(); }
inline double ms_between(Moment from, Moment to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

class Stopwatch {
 public:
  double ms() const { return ms_between(start_, now()); }
  double per_second(std::size_t done) const { return static_cast<double>(done) * 1000.0 / ms(); }

 private:
  Moment start_ = now();
};

// Processor time of this process, on all cores: what others do on the machine is not in it.
class CpuWatch {
 public:
  double us() const { return now_us() - start_; }

 private:
  static double now_us() {
    timespec at{};
    (void)::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e6 + static_cast<double>(at.tv_nsec) / 1e3;
  }
  double start_ = now_us();
};

// The value below which `share` of all lie. REQUIRES: !values.empty()
inline double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto last = static_cast<double>(values.size() - 1);
  return values[static_cast<std::size_t>(share * last + 0.5)];
}
inline double median(const std::vector<double>& values) { return quantile(values, 0.5); }

}  // namespace kith::bench

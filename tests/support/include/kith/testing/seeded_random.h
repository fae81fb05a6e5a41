#pragma once
// Random bytes that are the same for the same seed. For tests only: anybody can guess them.

#include <mutex>
#include <random>

#include "kith/base/random.h"

namespace kith::testing {

class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed = 1) : engine_(seed) {}

  void fill(std::span<Byte> out) override {
    const std::lock_guard lock(mu_);
    for (Byte& b : out) b = static_cast<Byte>(engine_() >> 24U);
  }
  // A number below `bound`.
  std::uint64_t below(std::uint64_t bound) {
    const std::lock_guard lock(mu_);
    return engine_() % bound;
  }

 private:
  std::mutex mu_;
  std::mt19937_64 engine_;
};

}  // namespace kith::testing

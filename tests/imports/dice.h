#pragma once
// What a generator asks of chance. The same seed answers the same.
//
// Threads: one.
// Owns:    where its numbers stand.

#include <iterator>

#include "kith/testing/seeded_random.h"

namespace kith::imports {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  std::uint64_t below(std::uint64_t bound) { return random_.below(bound); }
  // From `low` to `high`, both among them.
  std::uint64_t from_to(std::uint64_t low, std::uint64_t high) { return low + below(high - low + 1); }
  bool one_in(std::uint64_t times) { return below(times) == 0; }
  template <typename List>
  const auto& of(const List& list) {
    return std::data(list)[below(std::size(list))];
  }
  testing::SeededRandom& random() { return random_; }

 private:
  testing::SeededRandom random_;
};

}  // namespace kith::imports

#pragma once
// One small, seeded change of a text, for parsers that have to live with anything.
//
// Threads: one.

#include <string>
#include <vector>

#include "kith/testing/seeded_random.h"

namespace kith::testing {

// A byte, a cut, a copy, an end, or one of `pieces` put in.
inline void mutate(std::string& text, const std::vector<std::string>& pieces, SeededRandom& random) {
  const std::size_t at = random.below(text.size() + 1);
  const std::size_t size = random.below(40);
  switch (random.below(5)) {
    case 0:
      if (at < text.size()) text[at] = static_cast<char>(random.below(256));
      break;
    case 1:
      text.erase(at, size);
      break;
    case 2:
      text.insert(at, text.substr(random.below(text.size() + 1), size));
      break;
    case 3:
      if (random.below(8) == 0) text.resize(at);
      break;
    default:
      text.insert(at, pieces[random.below(pieces.size())]);
  }
}

}  // namespace kith::testing

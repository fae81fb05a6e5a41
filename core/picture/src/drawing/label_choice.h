#pragma once
// Which of its places each label takes, so that none touches another one and all together cost
// little. The same places give the same choice.
//
// Threads: pure functions.

#include <cstddef>
#include <optional>
#include <vector>

#include "drawing/label_places.h"

namespace kith::picture {

struct Candidate {
  Label label;
  double cost = 0;
};

// For each list the number of the candidate that it takes, or none when there is no room; that costs
// `without`. The earlier lists choose first.
std::vector<std::optional<std::size_t>> choose(const std::vector<std::vector<Candidate>>& lists, double without);

}  // namespace kith::picture

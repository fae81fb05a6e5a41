#pragma once
// A network told in sentences: who is in it, what comes and what goes, and what is not told yet. For whoever
// has never read of a measure.
//
// Threads: pure functions.
// Sources: sides and kinds as terms.h; the sentences are ours.

#include <limits>
#include <string>
#include <vector>

#include "kith/network/measures.h"

namespace kith::network {

// "Nine people: two senior to you, ...". One sentence for nobody.
std::vector<std::string> portrait(const Network& network);

// The last of them alone: what comes, and what goes.
std::vector<std::string> exchange(const Network& network);

// Why some measures cannot be told, in one line; empty when all can.
std::string not_enough(const MeasureSheet& sheet);

// "Ana", "Ana and Bo", "Ana, Bo and three more" where more than `most` are given.
std::string names_in_a_row(const std::vector<std::string>& names,
                           std::size_t most = std::numeric_limits<std::size_t>::max());
// "no", "one" to "twelve", then digits.
std::string count_in_words(std::size_t count);

}  // namespace kith::network

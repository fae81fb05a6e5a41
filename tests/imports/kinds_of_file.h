#pragma once
// The three kinds of made_file(), each in a file of its own.
//
// Threads: pure functions.

#include "made_file.h"

namespace kith::imports {

MadeFile card_file(std::uint64_t seed);
MadeFile table_file(std::uint64_t seed);
MadeFile monica_file(std::uint64_t seed);

}  // namespace kith::imports

#pragma once
// A number out of random bytes, for times that must not be the same for all: pauses, intervals. No secret is made so.
//
// Threads: as the source.

#include <cstdint>

#include "kith/base/random.h"

namespace kith {

// From 0 to `most`, one as likely as the other where `most` is far below 2^64.
inline std::uint64_t draw_up_to(Random& random, std::uint64_t most) {
  std::uint64_t out = 0;
  for (const Byte b : random.bytes(sizeof out)) out = out << 8U | b;
  return most == UINT64_MAX ? out : out % (most + 1);
}

}  // namespace kith

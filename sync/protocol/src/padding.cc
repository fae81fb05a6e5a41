#include <bit>

#include "kith/protocol/sealing.h"

namespace kith::protocol {

std::size_t padded_size(std::size_t size) {
  constexpr std::size_t kLeast = 256;
  if (size <= kLeast) return kLeast;
  const unsigned exponent = static_cast<unsigned>(std::bit_width(size)) - 1;
  const unsigned kept = static_cast<unsigned>(std::bit_width(exponent));
  const std::size_t mask = (std::size_t{1} << (exponent - kept)) - 1;
  return (size + mask) & ~mask;
}

std::size_t max_body_size() {
  constexpr std::size_t kRoom = envelope::kMaxBodyBytes - crypto::kSealOverhead;
  // The step between padded sizes just below 256 KiB is 4 KiB: round the room down to it.
  constexpr std::size_t kStep = 4096;
  return kRoom / kStep * kStep - 4;
}

}  // namespace kith::protocol

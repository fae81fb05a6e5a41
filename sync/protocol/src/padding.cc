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

std::size_t max_body_size(bool carries) {
  const std::size_t entry = carries ? envelope::kMaxEntryBytes : envelope::kMaxOwnEntryBytes;
  const std::size_t room = entry - envelope::kProofBytes - crypto::kSealOverhead;
  // The step between padded sizes from 128 to 256 KiB is 4 KiB: the room is rounded down to it.
  constexpr std::size_t kStep = 4096;
  return room / kStep * kStep - 4;
}

}  // namespace kith::protocol

#include "kith/crypto/padding.h"

#include <bit>

namespace kith::crypto {

std::size_t padded_size(std::size_t size) {
  constexpr std::size_t kLeast = 256;
  if (size <= kLeast) return kLeast;
  const unsigned exponent = static_cast<unsigned>(std::bit_width(size)) - 1;
  const unsigned kept = static_cast<unsigned>(std::bit_width(exponent));
  const std::size_t mask = (std::size_t{1} << (exponent - kept)) - 1;
  return (size + mask) & ~mask;
}

}  // namespace kith::crypto

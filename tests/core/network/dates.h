#pragma once
// Dates for tests of this module: day 1 of the month `n` months after a start, and the like.

#include "kith/network/entities.h"

namespace kith::network {

// The same day of the month, n months after 2000-01-10.
inline model::PartialDate month(int n) {
  return {static_cast<std::int16_t>(2000 + n / 12), static_cast<std::uint8_t>(1 + n % 12), 10, -1};
}
inline model::PartialDate ym(int year, int m = 0, int day = 0) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(m), static_cast<std::uint8_t>(day), -1};
}

inline RecordId id(int n) {
  RecordId out;
  out.bytes[0] = static_cast<Byte>(n);
  return out;
}

}  // namespace kith::network

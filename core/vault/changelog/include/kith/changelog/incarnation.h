#pragma once
// The row that says a vault must go on under new device keys before it sends anything: it was made
// from a backup, or put back as it was before, and what it sent since may be known elsewhere.
//
// Threads: constants.

#include <string_view>

#include "kith/base/bytes.h"

namespace kith::changelog {

inline constexpr std::string_view kIncarnationPending = "incarnation.pending";  // in the table meta
inline constexpr Byte kIncarnationRestored = 1;

}  // namespace kith::changelog

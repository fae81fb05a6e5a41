#pragma once
// Removing, so that it can be undone for 30 days.
//
// What is removed is kept as it was in a record of the own space. What stood in the space of a pair
// is removed there for both, and can be put back.

#include "session/method.h"

namespace kith::engine {

inline constexpr std::int64_t kBinMs = std::int64_t{30} * 24 * 60 * 60 * 1000;

// All of one space, in one step.
Result<void> remove_to_bin(Session& session, const std::vector<client::Shown>& what);

}  // namespace kith::engine

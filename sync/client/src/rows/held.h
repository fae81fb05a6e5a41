#pragma once
// Changes that leave this device later than a sync would take them. The link between a shared copy and the
// private record it came from is one: a relay that saw the two arrive together could tell, of a private
// record whose size it knows, that it was shared and when.
//
// Threads: pure.
// Units:   milliseconds of wall time.

#include "rows/rows.h"

namespace kith::client {

inline constexpr std::int64_t kHeldLeastMs = 60 * std::int64_t{1000};
inline constexpr std::int64_t kHeldMostMs = 15 * 60 * std::int64_t{1000};

// Records of which every change is held. Their keys alone say so, so that nothing else is read for it.
inline constexpr model::Kind kHeldKind = model::Kind::share_link;

// Whether an unsent change is not to be sealed yet.
bool is_held(const UnsentRow& row, std::int64_t now_ms);

}  // namespace kith::client

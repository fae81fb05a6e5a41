#pragma once
// The relay by itself: what it takes, hands out and holds, beside the raw limits of the machine in the same run.
//
// Threads: as many as it has clients.
// Errors:  those of the transport; INTERNAL when an entry does not count.

#include "suite.h"

namespace kith::bench {

Result<void> relay_suite(const Sizes& sizes, Report& report);

}  // namespace kith::bench

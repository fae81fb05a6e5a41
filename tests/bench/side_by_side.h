#pragma once
// The vault beside other stores: the same rows, the same steps, in one run, round by round.
//
// Threads: one thread; stores may have their own.
// Errors:  INTERNAL, what a store said, or that it gave other rows than it was given.

#include "report.h"
#include "suite.h"

namespace kith::bench {

// Adds the ratios (bulk_vs_sqlcipher, ...) and open_ms to the report, and the table of the peers.
Result<void> side_by_side(const Sizes& sizes, Report& report);

}  // namespace kith::bench

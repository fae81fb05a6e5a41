#pragma once
// The parts of the suite `pair`. Each takes a pair whose devices are even and leaves it even.
//
// Threads: each starts one for the partner and ends it.
// Errors:  TIMEOUT when something does not arrive in half a minute; INTERNAL for an alarm, or when
//          the two devices do not hold the same afterwards.

#include "device.h"
#include "process.h"
#include "suite.h"

namespace kith::bench {

inline constexpr std::int64_t kPatienceMs = 30'000;

Result<void> pair_throughput(PairOfDevices& pair, const RelayProcess& relay, const Sizes& sizes,
                             Report& report);
Result<void> pair_live(PairOfDevices& pair, const Sizes& sizes, Report& report);

// Takes what comes first on a new stream, so that nobody waits for a connection later.
Result<std::unique_ptr<client::LiveStream>> open_live(Device& device);
Result<client::SyncReport> take_next(Device& device, client::LiveStream& live);

}  // namespace kith::bench

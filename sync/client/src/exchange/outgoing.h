#pragma once
// Sealing what waits: open changes become entries whose bytes are stored before they are handed
// over, and never sealed anew. Private to sync/client. Wants `exchange` held, takes `mu`.

#include "replica/replica_impl.h"

namespace kith::client {

Result<void> seal_open(ReplicaImpl& impl, SpaceNumber number);

struct Waiting {
  std::uint64_t sequence = 0;  // 0: a membership entry
  Bytes entry;
};
// What is sealed and not in the log yet, data first in order, then a membership entry.
Result<std::vector<Waiting>> waiting(ReplicaImpl& impl, SpaceNumber number);

}  // namespace kith::client

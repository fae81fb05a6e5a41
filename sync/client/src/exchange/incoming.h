#pragma once
// Applying a page: everything that holds is applied, the cursor moves only as far as the relay's
// own signed words and our own hashes agree, and every lie gets its name.
// Private to sync/client. Wants `exchange` held, takes `mu`.

#include "kith/client/sync_client.h"
#include "replica/replica_impl.h"

namespace kith::client {

// Asks the relay for its signed head at a position; nothing when it cannot or will not say.
using AskHead = std::function<std::optional<envelope::SignedHead>(std::uint64_t)>;

struct Applied {
  bool clean = true;      // nothing was wrong
  bool advanced = false;  // the cursor moved
  bool complete = false;  // the cursor stands at the relay's head
};

// `rows` are entry bytes in the order of the relay; `head` has been checked to be signed by the
// pinned key for this space and to lie at or beyond this device's head.
Result<Applied> apply_rows(ReplicaImpl& impl, SpaceNumber number, const std::vector<BytesView>& rows,
                           const envelope::SignedHead& head, const AskHead& ask, SyncReport& report);

// Stores the alarm and adds it to the report when it is new.
Result<void> report_alarm(ReplicaImpl& impl, Alarm alarm, SyncReport& report);

// What had been put aside at places that the log has now passed honestly is healed.
Result<void> heal_passed(ReplicaImpl& impl, SpaceNumber number, std::uint64_t position);

// FORK: two signed heads for one history are kept as evidence and sending stops.
Result<void> report_fork(ReplicaImpl& impl, SpaceNumber number, const envelope::SignedHead& theirs,
                         std::string_view why, SyncReport& report);

}  // namespace kith::client

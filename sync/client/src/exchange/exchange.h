#pragma once
// Meeting a relay: its key is pinned, and every awake space is proved. Private to sync/client.

#include "kith/client/moving.h"
#include "exchange/space_sync.h"

namespace kith::client {

// A failure that says nothing of one space, and after which nothing can be done for any.
bool is_everybodys(Code code);

// The relay's key, pinned at first use; KEY_CHANGED (and an alarm) for another one.
Result<SignKey> pinned_key(ReplicaImpl& impl, Transport& transport, SyncReport& report);

// Proves the spaces in `numbers` that are awake; which ones the relay let in.
Result<std::map<SpaceNumber, bool>> prove(ReplicaImpl& impl, Transport& transport,
                                          const std::vector<SpaceNumber>& numbers);

// Wants `exchange` held: one whole sync of these spaces. `decides`: a person's passphrase is at hand, for a
// decision over a fork.
Result<void> sync_spaces(ReplicaImpl& impl, Transport& transport, const std::vector<SpaceNumber>& numbers,
                         BytesView admission, SyncReport& report, const crypto::AgreePair* decides = nullptr);

// What waits in every space that takes something, now.
Result<void> count_pending(ReplicaImpl& impl, SyncReport& report);

}  // namespace kith::client

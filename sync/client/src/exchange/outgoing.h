#pragma once
// Sealing what waits: open changes become entries whose bytes are stored before they are handed
// over, and never sealed anew. Private to sync/client. Wants `exchange` held, takes `mu`.

#include "kith/client/sync_client.h"
#include "replica/replica_impl.h"

namespace kith::client {

// Why nothing of that space may be sent now, whoever asks; nothing where it may.
Result<std::optional<Error>> why_not_sent(ReplicaImpl& impl, const SpaceRow& row) KITH_REQUIRES(impl.mu);

// The entries of one append: the first always goes, the others as long as there is room.
class AppendRoom {
 public:
  bool takes(BytesView entry);

 private:
  std::size_t size_ = 0;
};

// Seals all that is open and all of a lost branch that has to be carried. WRONG_EPOCH where this device
// has no key of the current epoch, and has started none.
Result<void> seal_open(ReplicaImpl& impl, SpaceNumber number);

// An epoch or a grant of this device that waits and that this log can never take, because somebody else's
// membership entry came first or the log is another one, is let go; it is made again where it is needed.
Result<void> drop_overtaken(ReplicaImpl& impl, SpaceNumber number);

// A device that cannot open the current epoch starts the next one, as far as the log has earned one.
// WRONG_EPOCH where it has not: then it waits for others to write.
Result<void> answer_epoch(ReplicaImpl& impl, SpaceNumber number);

// Members who could not read entries of this device for want of their epoch are granted it, one
// membership entry at a time: what does not go now, because another one waits or the log has not earned it,
// goes with a later sync.
Result<void> grant_epochs(ReplicaImpl& impl, SpaceNumber number);

struct Waiting {
  std::uint64_t sequence = 0;  // 0: a membership entry
  Bytes entry;
};
// What is sealed and not in the log yet, data first in order, then a membership entry.
Result<std::vector<Waiting>> waiting(ReplicaImpl& impl, SpaceNumber number);
// The leave that this log can take, where one waits.
Result<std::optional<Bytes>> waiting_leave(ReplicaImpl& impl, SpaceNumber number);

}  // namespace kith::client

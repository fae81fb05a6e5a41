#pragma once
// Applying a page, in three steps: walk its rows, judge them by the relay's own signed words, install
// what holds. The cursor moves only as far as the relay's word and our own hashes agree, and every lie
// gets its name. Private to sync/client. Wants `exchange` held, takes `mu`.

#include "kith/client/sync_client.h"
#include "replica/replica_impl.h"

namespace kith::client {

// Asks the relay for its signed head at a position; nothing when it cannot or will not say.
using AskHead = std::function<std::optional<envelope::SignedHead>(std::uint64_t)>;

enum class PageState : std::uint8_t {
  whole,         // it holds, and the cursor stands at the relay's head
  part,          // it holds, and there is more to fetch
  broken,        // something does not hold; it has its alarm, or only a newer version understands it
  other_branch,  // the relay signs another history than this device has verified; nothing was installed
};
struct Applied {
  PageState page = PageState::whole;
  bool advanced = false;  // the cursor moved
  Code broken{};          // what did not hold, where it was an entry
};

// `rows` are entry bytes in the order of the relay; `head` has been checked to be signed by the
// pinned key for this space and to lie at or beyond this device's head.
Result<Applied> apply_rows(ReplicaImpl& impl, SpaceNumber number, const std::vector<BytesView>& rows,
                           const envelope::SignedHead& head, const AskHead& ask, SyncReport& report);

// Stores the alarm and adds it to the report when it is new.
Result<void> report_alarm(ReplicaImpl& impl, Alarm alarm, SyncReport& report);

// Alarms about the relay at places that the log has now passed honestly are healed.
Result<void> heal_passed(ReplicaImpl& impl, SpaceNumber number, std::uint64_t position);

// Nothing more is sent in that space until it is settled.
Result<void> stop_sending(ReplicaImpl& impl, SpaceNumber number, Code code);

}  // namespace kith::client

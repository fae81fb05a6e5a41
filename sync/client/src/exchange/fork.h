#pragma once
// A fork heals: the relay shows another branch of a log than this device had verified, as an older copy
// of its folder does after somebody wrote to it. The device goes over to the branch that the relay
// serves now, and brings in again what the other one had: as it was where the new branch can take it,
// carried whole inside an entry of its own where not. Nothing is lost, withdrawals win, both signed
// heads stay as evidence in an alarm.
//
// A lost branch with a change of members in it (other than a leave, which is simply put back), or the
// fourth merge since a person dismissed the alarm, waits for a person. Who decides over the first goes
// over too, and says with one membership entry what the lost branch had decided (decision.h).
// Private to sync/client. Wants `exchange` held, takes `mu`.

#include "exchange/incoming.h"

namespace kith::client {

// `theirs` is signed by the pinned key and is not of the branch that this device has verified. Whether
// it has gone over: then the log is to be read on from where both branches part. `decides`: a person does.
Result<bool> merge_fork(ReplicaImpl& impl, SpaceNumber number, const envelope::SignedHead& theirs, const AskHead& ask,
                        bool decides, SyncReport& report);

// Entries of others that the new branch may take as they are, in the order that they had.
Result<std::vector<Bytes>> to_put_back(ReplicaImpl& impl, SpaceNumber number);

}  // namespace kith::client

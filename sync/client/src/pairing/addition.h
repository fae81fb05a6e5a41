#pragma once
// The membership entries a person decides: adding the partner whose digits were compared,
// leaving, and going on under new keys. Private to sync/client. Pure: the next row and the entry, nothing installed.

#include "kith/protocol/invitation.h"
#include "pairing/pairing_rows.h"

namespace kith::client {

struct Decided {
  SpaceRow next;
  Bytes entry;
};

Result<Decided> add_partner(ReplicaImpl& impl, const SpaceRow& row, const PairingRow& pairing,
                            const protocol::Acceptance& acceptance, const crypto::AgreePair& administration);
// For the keys that the row has ready; `cut` is where the chain of its device ends.
Result<Bytes> renewal_entry(ReplicaImpl& impl, const SpaceRow& row, const envelope::ChainEnd& cut,
                            const crypto::AgreePair& administration);
// The leave, as one entry or two, with the withdrawals that it takes along.
Result<std::vector<Bytes>> leave_entries(ReplicaImpl& impl, const SpaceRow& row,
                                         const std::vector<protocol::Change>& withdrawals,
                                         const crypto::AgreePair& administration);

}  // namespace kith::client

#pragma once
// What this device keeps about one invitation or pair. Private to sync/client.

#include "kith/client/pairing.h"
#include "replica/replica_impl.h"

namespace kith::client {

struct PairingRow {
  RecordId id;
  bool inviter = false;
  PairState state = PairState::invited;
  RecordId person;
  std::string partner_name;
  std::string code;
  Secret secret;
  Bytes offer;       // exactly as in the mailbox
  Bytes acceptance;  // exactly as in the mailbox
  std::string digits;
  SpaceNumber space = 0;
  std::int64_t expires_ms = 0;
};

void put_pairing(changelog::Batch& batch, const PairingRow& row);
Result<std::vector<PairingRow>> pairing_rows(const changelog::Store& store);
// NOT_FOUND
Result<PairingRow> pairing_row(const changelog::Store& store, const RecordId& id);

// Everything about a space that never came to be. Wants `mu` held.
Result<void> forget_space(ReplicaImpl& impl, SpaceNumber number, changelog::Batch& batch) KITH_REQUIRES(impl.mu);

}  // namespace kith::client

#pragma once
// What an entry of a log says once it is opened: its changes under the names by which they are known,
// and the entries of another branch that it carries. The same reading serves an entry that has just
// come and one that is read again from the log. Private to sync/client.
//
// Threads: pure but for the store and the keys of `impl`; wants `mu` held or one thread.
// Errors:  BAD_CIPHERTEXT, MALFORMED; WRONG_EPOCH where this device has no key of its epoch.

#include "replica/replica_impl.h"

namespace kith::client {

struct CarriedSaid {
  Hash id;
  SignKey author;
  std::uint64_t sequence = 0;
  std::uint64_t common = 0;
  Secret key;
  Bytes entry;
  std::vector<AheadChange> changes;
};

struct Said {
  std::optional<Hash> confirmation;
  std::vector<protocol::PutAside> put_aside;
  std::vector<AheadChange> changes;
  std::vector<CarriedSaid> carried;
};

// The digits that one of the two confirms, if they are those of this space.
void take_confirmation(SpaceRow& row, const SignKey& author, const std::optional<Hash>& confirmation);

// Of a data entry, or of a leave; nothing for any other membership entry. REQUIRES: the signature holds
Result<Said> read_said(ReplicaImpl& impl, const SpaceRow& row, const envelope::EntryView& entry, std::uint64_t position)
    KITH_REQUIRES(impl.mu);

// What opens an entry of a lost branch; empty where nothing here does.
Secret key_of_lost(ReplicaImpl& impl, const SpaceRow& row, const LostRow& lost, const envelope::EntryHeader& header)
    KITH_REQUIRES(impl.mu);
// Its changes, by no place of the log. WRONG_EPOCH, BAD_CIPHERTEXT, MALFORMED where it does not open.
Result<std::vector<AheadChange>> read_lost(ReplicaImpl& impl, const SpaceRow& row, const LostRow& lost,
                                           const envelope::EntryView& entry) KITH_REQUIRES(impl.mu);

}  // namespace kith::client

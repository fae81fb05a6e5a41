#pragma once
// SpaceRow is all that this device keeps about one space: its keys there, how far it has
// verified the log, and what it owes. Private to sync/client.
//
// Threads: a plain value, move-only because it holds secrets.

#include <set>

#include "kith/client/replica.h"

namespace kith::client {

// The keys of one device in one space, but for what its administration keys are sealed in.
struct RenewalKeys {
  verify::SignPair device;
  crypto::AgreePair agree;
  Bytes sealed_administration;
  verify::SignPair transport;
};

// A person has to decide over two branches, or has decided and the log does not say so yet.
struct ForkRow {
  std::uint64_t common = 0;  // the last position of both branches
  envelope::Head lost;       // of the one that the relay does not show any more
  bool decided = false;
  std::uint32_t member = 0;  // whose device this is: the shown log does not know it before the decision
};

struct SpaceRow {
  SpaceNumber number = 0;
  envelope::Membership membership;  // empty (epoch 0) for a joiner who has read nothing yet
  Bytes genesis;
  envelope::Head head;
  std::optional<envelope::SignedHead> signed_head;
  verify::SignPair device;
  crypto::AgreePair agree;
  Bytes sealed_administration;
  verify::SignPair transport;  // shows a relay who fetches and appends
  Secret space_secret;
  std::map<std::uint32_t, Secret> epochs;
  std::uint64_t next_sequence = 1;  // never used before, whatever became of those below it
  Hash previous;  // the last own entry that counts or waits, and its number
  std::uint64_t previous_sequence = 0;
  std::int64_t last_time_ms = 0;
  bool confirmed = false;
  bool partner_confirmed = false;
  bool owes_confirmation = false;
  Hash digits_hash;
  bool dormant = false;
  bool at_relay = false;
  bool leaving = false;
  Code stopped{};
  Secret join_secret;
  // Made before the renewal is signed and kept until it counts. While they are here nothing is
  // sealed under `device`, and what `device` is found to have written is this vault's own past.
  std::optional<RenewalKeys> renewal;
  // Renewed transport keys, oldest first: a relay that has lost the renewal knows this device by them,
  // and lets it put the renewal back. The signing keys that went with them are gone.
  std::vector<verify::SignPair> retired;
  std::uint32_t merges = 0;  // of forks, since a person dismissed their alarm
  std::uint64_t last_common = 0;  // where the branches of the last one part
  // Epochs of entries of this device that another member could not read, until a grant of them counts.
  // He says so once, so it is kept as soon as it is read.
  std::set<std::uint32_t> asked;
  // Set where the lost branch has a change of members in it, until the decision counts.
  std::optional<ForkRow> fork;
  // Secrets of a lost branch, by the membership entry that its entries name: its numbers of epochs may
  // be those of other epochs here.
  std::map<Hash, Secret> lost_epochs;

  const SpaceId& id() const { return membership.space; }
  bool joining() const { return !join_secret.empty(); }
  bool ended() const { return leaving || (membership.epoch != 0 && !membership.epoch_open); }
  // Its own branch is the lost one, and the log learns of this device by the decision.
  bool deciding() const { return fork && fork->decided; }
  // The number of the member whose device this is; of the member with that device.
  std::uint32_t me() const { return deciding() && fork->member != 0 ? fork->member : membership.member_of(device.key); }
  std::uint32_t member_of(const SignKey& key) const { return key == device.key ? me() : membership.member_of(key); }
  bool i_left() const {
    return membership.epoch != 0 && !joining() && !deciding() && !membership.is_active(device.key);
  }
  // It has ended, and not even a leave of this device is on its way.
  bool is_over() const { return ended() && (!leaving || i_left()); }
  bool may_write() const {
    return !ended() && !joining() &&
           (membership.kind == envelope::SpaceKind::self || (confirmed && partner_confirmed));
  }
  // What is written there now this device can neither read nor seal.
  bool lacks_key() const { return membership.epoch != 0 && !epochs.contains(membership.epoch); }
  // Of the epoch of an entry, which may be of a lost branch; null where this device has none.
  const Secret* secret_of(const envelope::EntryHeader& header) const;
  SpaceRow clone() const;
  // Of the entry that this device writes next.
  envelope::EntryHeader next_header() const;
  // Of the membership entry that it writes next: outside its chain.
  envelope::EntryHeader next_decision() const;
};

// The head of the verified log at a position up to its end.
Result<envelope::Head> head_at(const changelog::Store& store, const SpaceRow& row, std::uint64_t position);
// Whether the log has that head.
Result<bool> has_head(const changelog::Store& store, const SpaceRow& row, const envelope::Head& head);

// The membership entry of this device, other than a leave, that waits to be sent; nothing where none does.
struct WaitingMembership {
  Bytes entry;
  envelope::EntryHeader header;
  envelope::MembershipBody body;
};
Result<std::optional<WaitingMembership>> waiting_membership(const changelog::Store& store, SpaceNumber number);

Bytes encode_space(const SpaceRow& row);
Result<SpaceRow> decode_space(SpaceNumber number, BytesView value);

}  // namespace kith::client

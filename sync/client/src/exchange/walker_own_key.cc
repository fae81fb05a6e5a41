// What a walk does about keys that end, this device's own above all: whether an entry under it was
// made here, is this vault's own forgotten past, or was made by somebody else; and who is renewed.

#include "marks/renewing.h"
#include "exchange/walker.h"

namespace kith::client {

using changelog::Table;

// True for what waits in the outbox under the key of today. The own renewal is none of that: it
// may be an earlier attempt than the one that waits, and its epoch is opened like anybody's.
Result<bool> Walker::decided_here(const envelope::EntryView& entry, const envelope::MembershipBody& body) const {
  if (entry.header.author != row.device.key) return false;
  if (const auto* renewal = std::get_if<envelope::RenewAction>(&body.action)) {
    if (row.renewal && renewal->device.sign == row.renewal->device.key) return false;
    return fail(Code::REVOKED_DEVICE, "another copy of this vault has renewed this device's key");
  }
  const bool leave = std::holds_alternative<envelope::LeaveAction>(body.action);
  for (const std::uint64_t slot : {std::uint64_t{0}, kLeaveSlot, kLeaveSlot + 1}) {
    if (leave != (slot != 0)) continue;
    KITH_TRY(const auto waiting, impl_.store.find(Table::outbox, outbox_key(row.number, slot)));
    if (waiting && equal(*waiting, entry.all)) return true;
  }
  const Hash id = envelope::entry_hash(entry.all);
  if (is_lost(id)) return true;
  KITH_TRY(const auto of_lost_branch, impl_.store.find(Table::author, voided_key(row.number, id)));
  if (of_lost_branch) return true;
  if (row.renewal) return false;
  return fail(Code::STORE_ROLLED_BACK, "this device's key decided something that this vault does not know");
}

// A decision that lets this device in and on to keys of another copy ends it as well.
Result<void> Walker::check_decision(const envelope::MembershipBody& body, const envelope::Membership& next) {
  const SignKey& mine = row.device.key;
  if (!std::holds_alternative<envelope::DecideForkAction>(body.action)) return {};
  const bool ended_before = row.membership.member_of(mine) != 0 && !row.membership.is_active(mine);
  if (ended_before || next.member_of(mine) == 0 || next.is_active(mine)) return {};
  if (row.renewal && next.is_active(row.renewal->device.key)) return {};  // it has the new keys ready
  fault.author = mine;
  return fail(Code::REVOKED_DEVICE, "another copy of this vault has renewed this device's key");
}

// Whose decision over the lost branch is in the log has nothing more to decide, nor has anybody where
// nothing is written any more.
void Walker::settle_fork(const envelope::MembershipBody& body) {
  if (const auto* decision = std::get_if<envelope::DecideForkAction>(&body.action)) {
    for (const Bytes& entry : decision->entries) spend_lost(envelope::entry_hash(entry));
  }
  if (!row.fork) return;
  const LostBranch& lost = impl_.lost_branch(row.number);
  const bool left = std::any_of(lost.begin(), lost.end(), [this](const auto& one) {
    const bool spent = std::find(spent_lost_.begin(), spent_lost_.end(), one.first) != spent_lost_.end();
    return one.second.kind == LostKind::decision && !spent;
  });
  if (!row.membership.epoch_open || !left) row.fork.reset();
}

// After `entry`: who goes on under new keys, and whether this device still has to.
void Walker::settle_keys(const envelope::EntryView& entry, const envelope::MembershipBody& body,
                         const envelope::Membership& before) {
  const bool mine = entry.header.author == row.device.key;
  if (mine && std::holds_alternative<envelope::AddMemberAction>(body.action)) {
    row.confirmed = true;  // perhaps in a past that this vault had not kept; another addition is moot then
    spent_outbox_.push_back(outbox_key(row.number, 0));
  }
  for (const auto& [number, member] : before.members) {
    for (const envelope::DeviceKeys& device : member.devices) {
      if (!row.membership.members.at(number).active || row.membership.is_active(device.sign)) continue;
      ended_keys.push_back(device.sign);
      renewed.push_back({row.number, number, number == row.me(), device.sign});
      if (device.sign != row.device.key) continue;
      go_on_renewed(row);
      spent_outbox_.push_back(outbox_key(row.number, 0));
    }
  }
  if (!row.membership.epoch_open && row.renewal) {
    row.renewal.reset();  // nothing is written here any more, under whatever key
    if (ends_with_renewal(row.stopped)) row.stopped = Code{};
    ended_keys.push_back(row.device.key);
    if (renewal_waits(impl_.store, row.number)) spent_outbox_.push_back(outbox_key(row.number, 0));
  }
}

Result<Step> Walker::known_or_twin(const Placed& place, const AuthorEntry& seen, const envelope::EntryView& entry) {
  if (seen.hash == place.hash) return fail(Code::REPLAY, "an entry that stands in the log already");
  // A key that has ended can be made to say anything; nobody stops for it.
  if (!row.membership.is_active(place.author)) return fail(Code::REVOKED_DEVICE, "an entry under a key that has ended");
  KITH_TRY(const auto stored, impl_.store.find(Table::entry, entry_key_of(row.number, seen.position)));
  if (stored) {
    KITH_TRY(const EntryRow other, decode_entry_row(*stored));
    KITH_TRY(const envelope::EntryView twin, envelope::parse_entry(other.entry));
    fault.other = to_bytes(twin.proof());
  }
  fault.position = entry.header.sequence;
  return fail(Code::CLONED_DEVICE, "two different entries with one number by one device");
}

// A number that this vault has not used yet says only that the vault is older than what was sent
// from it; whether that was by a person who put an older copy back or by a copy elsewhere cannot be
// seen from here, and nobody is accused. Two entries with one number are two writers, for certain.
Result<bool> Walker::written_here(const envelope::EntryView& entry) {
  if (entry.header.author != row.device.key) return false;
  if (is_lost(envelope::entry_hash(entry.all))) return true;
  KITH_TRY(const auto mine, impl_.store.find(Table::outbox, outbox_key(row.number, entry.header.sequence)));
  if (mine && equal(*mine, entry.all)) return true;
  if (row.renewal) return false;
  KITH_TRY(const auto voided, impl_.store.find(Table::author, voided_key(row.number, envelope::entry_hash(entry.all))));
  if (voided) return true;  // it turns up after all, on a branch that was not shown when it was sealed again
  if (!mine) return fail(Code::STORE_ROLLED_BACK, "an entry under this device's key that this vault does not know");
  KITH_TRY(const envelope::EntryView twin, envelope::parse_entry(*mine));
  fault.other = to_bytes(twin.proof());
  return fail(Code::CLONED_DEVICE, "an entry under this device's key that this device did not write");
}

}  // namespace kith::client

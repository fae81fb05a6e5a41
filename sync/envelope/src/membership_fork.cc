// What a person's decision over a fork brings in again of the branch that the relay has lost. Each of its
// entries is judged by itself, as its author signed it, over the membership of the branch that goes on.

#include <algorithm>

#include "membership_rules.h"

namespace kith::envelope {
namespace {

// The author's device of the lost branch goes on under its new keys here too. Where this log has renewed it
// to other keys, two people hold the old one: nobody may choose between them by choosing what a relay shows.
Result<void> renew_again(Membership& next, const RenewAction& action, const SignKey& old, std::uint32_t author,
                         std::uint64_t position) {
  const DeviceKeys& fresh = action.device;
  Member& member = next.members[author];
  const auto at = std::find_if(member.devices.begin(), member.devices.end(),
                               [&old](const DeviceKeys& device) { return device.sign == old; });
  const DeviceKeys* known = next.device(fresh.sign);
  // To the very same keys: then this log has its own cut, and nobody opens the old key again by telling of another.
  const bool same = known != nullptr && *known == fresh && next.member_of(fresh.sign) == author;
  if (same && at == member.devices.end()) return {};
  if (at == member.devices.end()) return fail(Code::CLONED_DEVICE, "one device went on under other keys on each branch");
  KITH_CHECK(go_on_as(next, author, *at, fresh));
  next.ended_at[old] = position;
  next.lost_cuts[old] = action.cut;
  return {};
}

// What one membership entry of the lost branch does here. Nothing of it is read before its author is known to
// be one of this space, so that nobody else's can ask for a newer version.
Result<void> take_lost(Membership& next, BytesView bytes, std::uint64_t position) {
  if (bytes.size() > kMaxDecidedBytes) return bad("a lost entry that is longer than any of its kind");
  KITH_TRY(const EntryView entry, parse_entry(bytes));
  if (entry.header.kind != EntryKind::membership) return fail(Code::WRONG_TYPE, "a lost entry that changes no members");
  if (entry.header.space != next.space) return fail(Code::WRONG_CONTEXT, "a lost entry of another space");
  KITH_CHECK(check_signature(entry));
  const std::uint32_t author = next.member_of(entry.header.author);
  if (author == 0) return bad("a lost entry by somebody who is not a member");
  auto parsed = parse_body(entry.body);
  if (!parsed.ok() && !next.is_active(entry.header.author)) return bad("a lost entry that only its ended author understands");
  KITH_CHECK(parsed);
  KITH_CHECK(check_administration(*parsed, entry, next.device(entry.header.author)->administration_sign));
  if (const auto* renewal = std::get_if<RenewAction>(&parsed->body.action)) {
    return renew_again(next, *renewal, entry.header.author, author, position);
  }
  const auto* add = std::get_if<AddMemberAction>(&parsed->body.action);
  if (add == nullptr) return bad("a lost entry of a kind that is not decided over");
  // Somebody else was added meanwhile: a pair has two members, and the one whom this log knows stays.
  if (next.members.size() != 1) return {};
  if (!next.is_active(entry.header.author)) return bad("a member added by a device that has ended");
  return add_member(next, *add, author);
}

}  // namespace

Result<void> take_decision(Membership& next, const DecideForkAction& action, std::uint64_t position) {
  if (action.common == 0 || action.common >= action.lost.position) return bad("a decision over a branch that is none");
  for (const Bytes& entry : action.entries) KITH_CHECK(take_lost(next, entry, position));
  return {};
}

Result<Membership> membership_decided(const Membership& now, const DecideForkAction& action, std::uint64_t position) {
  Membership next = now;
  KITH_CHECK(take_decision(next, action, position));
  return next;
}

Result<void> check_carried(const Membership& now, const EntryView& entry, std::uint64_t position) {
  const SignKey& author = entry.header.author;
  if (now.member_of(author) == 0) return fail(Code::UNKNOWN_DEVICE, "a stranger's entry is carried");
  const auto ended = now.ended_at.find(author);
  if (ended == now.ended_at.end() || position < ended->second) return {};
  const auto cut = now.lost_cuts.find(author);
  const bool before_cut = cut != now.lost_cuts.end() && entry.header.sequence <= cut->second.sequence;
  if (!before_cut) return fail(Code::REVOKED_DEVICE, "an entry under a key that has ended is carried");
  if (entry.header.sequence == cut->second.sequence && entry_hash(entry.all) != cut->second.hash) {
    return fail(Code::REVOKED_DEVICE, "another entry than the last one of a key that has ended is carried");
  }
  return {};
}

}  // namespace kith::envelope

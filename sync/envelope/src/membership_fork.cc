// What a person's decision over a fork brings in again of the branch that the relay has lost. Each of its
// entries is judged by itself, as its author signed it, over the membership of the branch that goes on.

#include <algorithm>

#include "membership_rules.h"

namespace kith::envelope {
namespace {

// The author's device of the lost branch goes on under its new keys here too. One that this log has
// renewed itself meanwhile stays as it is here: the key of the lost branch counts as one that has ended, so
// that what was written under it is still its member's.
Result<void> renew_again(Membership& next, const DeviceKeys& fresh, const SignKey& old, std::uint32_t author,
                         std::uint64_t position) {
  if (const DeviceKeys* known = next.device(fresh.sign); known != nullptr && *known == fresh) {
    if (next.member_of(fresh.sign) == author) return {};  // this log has renewed it to the very same keys
  }
  if (!keys_are_new(next, fresh)) return bad("a renewal of a lost branch under a key that was used here before");
  KITH_CHECK(check_device(fresh));
  Member& member = next.members[author];
  if (member.retired.size() >= kMaxRetired) return bad("a member that was renewed too often");
  const auto at = std::find_if(member.devices.begin(), member.devices.end(),
                               [&old](const DeviceKeys& device) { return device.sign == old; });
  if (at == member.devices.end()) {
    member.retired.push_back(fresh);
    next.ended_at[fresh.sign] = position;
    return {};
  }
  member.retired.push_back(*at);
  *at = fresh;
  next.ended_at[old] = position;
  return {};
}

Result<void> decide(Membership& next, const DecideForkAction& action, std::uint64_t position, int depth);

// What one membership entry of the lost branch does here. Epochs and grants are over: the decision starts
// the next one.
Result<Hash> take_lost(Membership& next, BytesView bytes, const Hash& before, std::uint64_t position, int depth) {
  KITH_TRY(const EntryView entry, parse_entry(bytes));
  if (entry.header.kind != EntryKind::membership) return fail(Code::WRONG_TYPE, "a lost entry that changes no members");
  if (entry.header.space != next.space) return fail(Code::WRONG_CONTEXT, "a lost entry of another space");
  KITH_CHECK(check_signature(entry));
  KITH_TRY(const ParsedBody parsed, parse_body(entry.body));
  if (!before.is_zero() && parsed.body.previous != before) return bad("lost entries that do not follow one another");
  const Hash id = entry_hash(bytes);
  const auto* decision = std::get_if<DecideForkAction>(&parsed.body.action);
  if (decision != nullptr) KITH_CHECK(decide(next, *decision, position, depth + 1));
  const std::uint32_t author = next.member_of(entry.header.author);
  if (author == 0) return bad("a lost entry by somebody who is not a member");
  if (std::holds_alternative<EpochAction>(parsed.body.action) || std::holds_alternative<GrantAction>(parsed.body.action)) return id;
  KITH_CHECK(check_administration(parsed, entry, next.device(entry.header.author)->administration_sign));
  if (decision != nullptr) return id;
  if (const auto* renewal = std::get_if<RenewAction>(&parsed.body.action)) {
    KITH_CHECK(renew_again(next, renewal->device, entry.header.author, author, position));
    return id;
  }
  const auto* add = std::get_if<AddMemberAction>(&parsed.body.action);
  if (add == nullptr) return bad("a lost entry of a kind that is not decided over");
  // Somebody else was added meanwhile: a pair has two members, and the one whom this log knows stays.
  if (next.members.size() != 1) return id;
  if (!next.is_active(entry.header.author)) return bad("a member added by a device that has ended");
  KITH_CHECK(add_member(next, *add, author));
  return id;
}

Result<void> decide(Membership& next, const DecideForkAction& action, std::uint64_t position, int depth) {
  if (depth >= kMaxDecidedDepth) return bad("decisions over forks that lie too deep in one another");
  if (action.common == 0 || action.common >= action.lost.position) return bad("a decision over a branch that is none");
  Hash before;
  for (const Bytes& entry : action.entries) {
    KITH_TRY(before, take_lost(next, entry, before, position, depth));
  }
  return {};
}

}  // namespace

Result<void> take_decision(Membership& next, const DecideForkAction& action, std::uint64_t position) {
  return decide(next, action, position, 0);
}

Result<Membership> membership_decided(const Membership& now, const DecideForkAction& action, std::uint64_t position) {
  Membership next = now;
  KITH_CHECK(decide(next, action, position, 0));
  return next;
}

}  // namespace kith::envelope

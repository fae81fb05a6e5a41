#include "kith/envelope/membership.h"

#include <algorithm>
#include <cstdlib>

#include "membership_body.h"

namespace kith::envelope {
namespace {

Error bad(const char* why) { return fail(Code::BAD_MEMBERSHIP, why); }

std::vector<SignKey> active_devices(const Membership& m) {
  std::vector<SignKey> out;
  for (const auto& [number, member] : m.members) {
    if (!member.active) continue;
    for (const DeviceKeys& device : member.devices) out.push_back(device.sign);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<void> check_administration(const ParsedBody& parsed, const EntryView& entry, const SignKey& expected) {
  if (!parsed.administration) return bad("a membership entry without an administration signature");
  if (parsed.administration->key != expected) return bad("an administration key of somebody else");
  if (!verify::verify(expected, verify::label::kSignAdministration, {entry.header_bytes, parsed.signed_part},
                      parsed.administration->signature)) {
    return bad("an administration signature that does not hold");
  }
  return {};
}

// Exactly one wrap for every active device of the outcome, and the next number.
Result<void> start_epoch(Membership& next, const std::optional<EpochStart>& start) {
  if (!start) return bad("a new epoch is missing");
  if (start->epoch != next.epoch + 1) return bad("an epoch that does not follow the last one");
  std::vector<SignKey> wrapped;
  for (const Wrap& wrap : start->wraps) wrapped.push_back(wrap.device);
  std::sort(wrapped.begin(), wrapped.end());
  if (wrapped != active_devices(next)) return bad("an epoch that is not wrapped for exactly its devices");
  next.epoch = start->epoch;
  next.epoch_open = true;
  next.of_epoch.clear();
  next.before_renewal.clear();
  return {};
}

Result<Membership> found(const EntryView& entry, const ParsedBody& parsed) {
  const auto* action = std::get_if<FoundAction>(&parsed.body.action);
  if (action == nullptr) return bad("a space that does not begin with its founding");
  const Genesis& genesis = action->genesis;
  if (genesis.suite != kSuite) return fail(Code::UNKNOWN_SUITE, "a space of an unknown suite");
  if (genesis.kind != SpaceKind::self && genesis.kind != SpaceKind::pair) return bad("a space of an unknown kind");
  if (space_id(genesis) != entry.header.space) return fail(Code::WRONG_CONTEXT, "the founding of another space");
  if (genesis.founder.sign != entry.header.author) return bad("a space founded by somebody else");
  if (!parsed.body.previous.is_zero() || !entry.header.membership.is_zero() || entry.header.seen.position != 0) {
    return bad("a founding entry that follows something");
  }
  KITH_CHECK(check_administration(parsed, entry, genesis.founder.administration_sign));
  Membership next;
  next.space = entry.header.space;
  next.kind = genesis.kind;
  next.members[1].devices.push_back(genesis.founder);
  KITH_CHECK(start_epoch(next, parsed.body.epoch_start));
  return next;
}

// Every device there is or was, until `found` says yes.
template <typename Found>
const DeviceKeys* find_device(const Member& member, const Found& found) {
  for (const auto* devices : {&member.devices, &member.retired}) {
    for (const DeviceKeys& device : *devices) {
      if (found(device)) return &device;
    }
  }
  return nullptr;
}

// No key of it has ever been a key here, in whatever role.
bool keys_are_new(const Membership& m, const DeviceKeys& device) {
  const auto shares_a_key = [&device](const DeviceKeys& known) {
    for (const SignKey& key : {device.sign, device.administration_sign}) {
      if (key == known.sign || key == known.administration_sign) return true;
    }
    for (const AgreeKey& key : {device.agree, device.administration_agree}) {
      if (key == known.agree || key == known.administration_agree) return true;
    }
    return false;
  };
  for (const auto& [number, member] : m.members) {
    if (find_device(member, shares_a_key) != nullptr) return false;
  }
  return true;
}

Result<void> add_member(Membership& next, const AddMemberAction& action, std::uint32_t author) {
  if (next.kind != SpaceKind::pair) return bad("a member added to a space that takes none");
  if (author != 1) return bad("a member added by somebody other than the inviter");
  if (next.members.size() != 1 || action.number != 2) return bad("a pair has two members");
  if (!keys_are_new(next, action.device)) return bad("a device that is in the space already");
  next.members[action.number].devices.push_back(action.device);
  return {};
}

// The device `old` of member `author` is out, the new one in. What others sealed before they
// could know of it still counts: no entry of theirs may be lost because somebody renewed.
Result<void> renew(Membership& next, const MembershipBody& body, const SignKey& old, std::uint32_t author,
                   const ChainEnd& end) {
  const auto& action = std::get<RenewAction>(body.action);
  if (!next.epoch_open) return bad("a renewal in a space that has ended");
  if (action.cut != end) return bad("a renewal that does not name the last entry of the key it ends");
  const DeviceKeys& fresh = action.device;
  if (!keys_are_new(next, fresh)) return bad("a renewal under a key that was used here before");
  if (fresh.sign == fresh.administration_sign || fresh.agree == fresh.administration_agree) {
    return bad("a renewal with one key in two roles");
  }
  Member& member = next.members[author];
  if (member.retired.size() >= kMaxRetired) return bad("a member that was renewed too often");
  const auto at = std::find_if(member.devices.begin(), member.devices.end(),
                               [&old](const DeviceKeys& device) { return device.sign == old; });
  member.retired.push_back(*at);
  *at = fresh;
  auto earlier = std::move(next.before_renewal);
  earlier[next.epoch] = std::move(next.of_epoch);
  KITH_CHECK(start_epoch(next, body.epoch_start));
  next.before_renewal = std::move(earlier);
  return {};
}

bool contains(const std::vector<Hash>& hashes, const Hash& hash) {
  return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

}  // namespace

std::uint32_t Membership::member_of(const SignKey& sign) const {
  const auto is_it = [&sign](const DeviceKeys& device) { return device.sign == sign; };
  for (const auto& [number, member] : members) {
    if (find_device(member, is_it) != nullptr) return number;
  }
  return 0;
}

bool Membership::is_active(const SignKey& sign) const {
  const auto at = members.find(member_of(sign));
  if (at == members.end() || !at->second.active) return false;
  const std::vector<DeviceKeys>& devices = at->second.devices;
  return std::any_of(devices.begin(), devices.end(), [&sign](const DeviceKeys& d) { return d.sign == sign; });
}

const DeviceKeys* Membership::device(const SignKey& sign) const {
  const auto is_it = [&sign](const DeviceKeys& device) { return device.sign == sign; };
  for (const auto& [number, member] : members) {
    if (const DeviceKeys* found = find_device(member, is_it)) return found;
  }
  return nullptr;
}

Bytes make_membership_entry(EntryHeader header, const MembershipBody& body, const verify::SignPair& device,
                            const verify::SignPair* administration) {
  header.kind = EntryKind::membership;
  header.sequence = 0;
  header.previous = {};
  Bytes bytes = encode_signed_part(body);
  const std::size_t signed_size = bytes.size();
  header.body_size = static_cast<std::uint32_t>(
      signed_size + (administration != nullptr ? kAdministrationBytes : 1));
  if (administration == nullptr) {
    bytes.push_back(0);
  } else {
    const Signature signature =
        verify::sign(*administration, verify::label::kSignAdministration, {encode_header(header), bytes});
    bytes.push_back(1);
    append(bytes, administration->key.view());
    append(bytes, signature.view());
  }
  return make_entry(header, bytes, device);
}

Result<MembershipBody> parse_membership(const EntryView& entry) {
  if (entry.header.kind != EntryKind::membership) return fail(Code::WRONG_TYPE, "not a membership entry");
  KITH_TRY(ParsedBody parsed, parse_body(entry.body));
  return std::move(parsed.body);
}

bool follows(const Membership& now, const MembershipBody& body) {
  if (body.previous == now.last) return true;
  if (!std::holds_alternative<LeaveAction>(body.action)) return false;
  return std::any_of(now.before_renewal.begin(), now.before_renewal.end(),
                     [&body](const auto& earlier) { return contains(earlier.second, body.previous); });
}

Result<Membership> apply(const Membership* before, const EntryView& entry, const ChainEnd& end) {
  if (entry.header.kind != EntryKind::membership) return fail(Code::WRONG_TYPE, "not a membership entry");
  KITH_TRY(const ParsedBody parsed, parse_body(entry.body));
  const Hash id = entry_hash(entry.all);
  if (before == nullptr) {
    KITH_TRY(Membership next, found(entry, parsed));
    next.last = id;
    next.of_epoch = {id};
    return next;
  }
  if (entry.header.space != before->space) return fail(Code::WRONG_CONTEXT, "an entry of another space");
  const std::uint32_t author = before->member_of(entry.header.author);
  if (author == 0) return bad("a membership entry by somebody who is not a member");
  if (!before->is_active(entry.header.author)) return bad("a membership entry by somebody who left");
  if (!follows(*before, parsed.body) || entry.header.membership != parsed.body.previous) {
    return bad("a membership entry that does not follow the last one");
  }
  const bool is_epoch = std::holds_alternative<EpochAction>(parsed.body.action);
  if (!is_epoch) {
    KITH_CHECK(check_administration(parsed, entry, before->device(entry.header.author)->administration_sign));
  }
  Membership next = *before;
  if (const auto* add = std::get_if<AddMemberAction>(&parsed.body.action)) {
    KITH_CHECK(add_member(next, *add, author));
    KITH_CHECK(start_epoch(next, parsed.body.epoch_start));
  } else if (is_epoch) {
    if (!before->epoch_open) return bad("a new epoch in a space that has ended");
    KITH_CHECK(start_epoch(next, parsed.body.epoch_start));
  } else if (std::holds_alternative<LeaveAction>(parsed.body.action)) {
    if (parsed.body.epoch_start) return bad("a leave that starts an epoch");
    next.members[author].active = false;
    next.epoch_open = false;
  } else if (std::holds_alternative<RenewAction>(parsed.body.action)) {
    KITH_CHECK(renew(next, parsed.body, entry.header.author, author, end));
  } else {
    return bad("a space cannot be founded twice");
  }
  next.last = id;
  next.of_epoch.push_back(id);
  return next;
}

Result<void> check_counts(const Membership& now, const EntryHeader& header) {
  if (header.space != now.space) return fail(Code::WRONG_CONTEXT, "an entry of another space");
  if (now.member_of(header.author) == 0) return fail(Code::UNKNOWN_DEVICE, "an entry by a stranger");
  if (!now.is_active(header.author)) {
    return fail(Code::REVOKED_DEVICE, "an entry by somebody who left, or under a key that was renewed");
  }
  const auto earlier = now.before_renewal.find(header.epoch);
  const bool known = header.epoch == now.epoch ? contains(now.of_epoch, header.membership)
                                               : earlier != now.before_renewal.end() &&
                                                     contains(earlier->second, header.membership);
  if (!now.epoch_open || !known) {
    return fail(Code::WRONG_EPOCH, "an entry under an epoch that is not open");
  }
  return {};
}

}  // namespace kith::envelope

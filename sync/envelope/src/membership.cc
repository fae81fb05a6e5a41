#include "kith/envelope/membership.h"

#include <algorithm>
#include <array>

#include "kith/verify/keys.h"
#include "membership_rules.h"

namespace kith::envelope {
namespace {

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

}  // namespace

Error bad(Literal<0> why) { return fail(Code::BAD_MEMBERSHIP, why); }

Result<void> check_administration(const ParsedBody& parsed, const EntryView& entry, const SignKey& expected) {
  if (!parsed.administration) return bad("a membership entry without an administration signature");
  if (parsed.administration->key != expected) return bad("an administration key of somebody else");
  if (!verify::verify(expected, verify::label::kSignAdministration, {entry.bound(), parsed.signed_part},
                      parsed.administration->signature)) {
    return bad("an administration signature that does not hold");
  }
  return {};
}

// Every key is checked when it comes in, by everybody alike: a key with which nothing can be agreed
// would else stop whoever has to wrap an epoch for it, later and for ever.
Result<void> check_device(const DeviceKeys& device) {
  if (device.role != DeviceRole::device) {
    return fail(Code::UPGRADE_NEEDED, "a device in a role that only a newer version knows");
  }
  const std::array<SignKey, 3> signing{device.sign, device.administration_sign, device.transport};
  for (const SignKey& key : signing) {
    if (!verify::is_sign_key(key)) return fail(Code::WEAK_KEY, "a signing key that is none");
  }
  for (const AgreeKey& key : {device.agree, device.administration_agree}) {
    if (!verify::is_agree_key(key)) return fail(Code::WEAK_KEY, "an agreement key with which nothing can be agreed");
  }
  const bool twice = signing[0] == signing[1] || signing[0] == signing[2] || signing[1] == signing[2] ||
                     device.agree == device.administration_agree;
  return twice ? Result<void>(bad("one key in two roles")) : Result<void>();
}

// No key of it has ever been a key here, in whatever role.
bool keys_are_new(const Membership& m, const DeviceKeys& device) {
  const auto shares_a_key = [&device](const DeviceKeys& known) {
    for (const SignKey& key : {device.sign, device.administration_sign, device.transport}) {
      if (key == known.sign || key == known.administration_sign || key == known.transport) return true;
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

Result<void> go_on_as(Membership& next, std::uint32_t number, DeviceKeys& device, const DeviceKeys& fresh) {
  if (!keys_are_new(next, fresh)) return bad("a renewal under a key that was used here before");
  KITH_CHECK(check_device(fresh));
  Member& member = next.members[number];
  if (member.retired.size() >= kMaxRetired) return bad("a member that was renewed too often");
  member.retired.push_back(device);
  device = fresh;
  return {};
}

Result<void> add_member(Membership& next, const AddMemberAction& action, std::uint32_t author) {
  if (next.kind != SpaceKind::pair) return bad("a member added to a space that takes none");
  if (author != 1) return bad("a member added by somebody other than the inviter");
  if (next.members.size() != 1 || action.number != 2) return bad("a pair has two members");
  if (!keys_are_new(next, action.device)) return bad("a device that is in the space already");
  KITH_CHECK(check_device(action.device));
  next.members[action.number].devices.push_back(action.device);
  return {};
}

namespace {

// Exactly one wrap for every active device of the outcome, and the next number.
Result<void> start_epoch(Membership& next, const std::optional<EpochStart>& start) {
  if (!start) return bad("a new epoch is missing");
  if (start->epoch != next.epoch + 1 || start->epoch == 0) return bad("an epoch that does not follow the last one");
  std::vector<SignKey> wrapped;
  for (const Wrap& wrap : start->wraps) wrapped.push_back(wrap.device);
  std::sort(wrapped.begin(), wrapped.end());
  std::vector<SignKey> active;
  for (const DeviceKeys& device : next.active_devices()) active.push_back(device.sign);
  std::sort(active.begin(), active.end());
  if (wrapped != active) return bad("an epoch that is not wrapped for exactly its devices");
  next.epoch = start->epoch;
  next.epoch_open = true;
  next.of_epoch.clear();
  next.before_renewal.clear();
  next.checks[next.epoch] = start->check;
  return {};
}

// Who else's wrap may not open may answer once for free; of a space with one member nobody else is there.
void answerable(Membership& next, std::uint32_t author) { next.started_by = next.members.size() > 1 ? author : 0; }

Result<void> spend(Membership& next, std::uint64_t position, std::uint32_t reserve) {
  const std::uint32_t left = next.credit_of(position);
  if (left <= reserve) return bad("more epochs than this log has earned");
  // At the ceiling the clock of earning starts anew; below it what was begun to be earned is kept.
  const std::uint64_t begun = left == kMaxCredit ? 0 : (position - next.credit_at) % kEntriesPerCredit;
  next.credit = left - 1;
  next.credit_at = position - begun;
  return {};
}

// An epoch without a change of members. The first answer to another member's start is free, so that
// nobody who wraps badly can spend what the answer costs; the answer itself is answered at a cost.
Result<void> new_epoch(Membership& next, const MembershipBody& body, std::uint32_t author, std::uint64_t position) {
  if (!next.epoch_open) return bad("a new epoch in a space that has ended");
  const bool answer = std::get<EpochAction>(body.action).reason == EpochReason::answer;
  const bool is_free = answer && next.started_by != 0 && next.started_by != author;
  if (!is_free) KITH_CHECK(spend(next, position, answer ? 0 : kRotationReserve));
  KITH_CHECK(start_epoch(next, body.epoch_start));
  if (is_free) {
    next.started_by = 0;
  } else {
    answerable(next, author);
  }
  return {};
}

Result<void> grant(Membership& next, const MembershipBody& body, std::uint64_t position) {
  const auto& action = std::get<GrantAction>(body.action);
  if (body.epoch_start) return bad("a grant that starts an epoch");
  if (action.epoch == 0 || action.epoch > next.epoch) return bad("a grant of an epoch that there is not");
  if (!next.is_active(action.wrap.device)) return bad("a grant for somebody who is no active device");
  return spend(next, position, 0);
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
  KITH_CHECK(check_device(genesis.founder));
  KITH_CHECK(check_administration(parsed, entry, genesis.founder.administration_sign));
  Membership next;
  next.space = entry.header.space;
  next.kind = genesis.kind;
  next.members[1].devices.push_back(genesis.founder);
  KITH_CHECK(start_epoch(next, parsed.body.epoch_start));
  return next;
}

// The device `old` of member `author` is out, the new one in. What others sealed before they
// could know of it still counts: no entry of theirs may be lost because somebody renewed.
Result<void> renew(Membership& next, const MembershipBody& body, const SignKey& old, std::uint32_t author,
                   const ChainEnd& end) {
  const auto& action = std::get<RenewAction>(body.action);
  if (!next.epoch_open) return bad("a renewal in a space that has ended");
  if (action.cut != end) return bad("a renewal that does not name the last entry of the key it ends");
  Member& member = next.members[author];
  const auto at = std::find_if(member.devices.begin(), member.devices.end(),
                               [&old](const DeviceKeys& device) { return device.sign == old; });
  KITH_CHECK(go_on_as(next, author, *at, action.device));
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

std::vector<DeviceKeys> Membership::active_devices() const {
  std::vector<DeviceKeys> out;
  for (const auto& [number, member] : members) {
    if (member.active) out.insert(out.end(), member.devices.begin(), member.devices.end());
  }
  return out;
}

const DeviceKeys* Membership::by_transport(const SignKey& transport) const {
  const auto is_it = [&transport](const DeviceKeys& device) { return device.transport == transport; };
  for (const auto& [number, member] : members) {
    if (const DeviceKeys* found = find_device(member, is_it)) return found;
  }
  return nullptr;
}

std::uint32_t Membership::credit_of(std::uint64_t position) const {
  const std::uint64_t earned = position > credit_at ? (position - credit_at) / kEntriesPerCredit : 0;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(kMaxCredit, credit + earned));
}

Bytes make_membership_entry(EntryHeader header, const MembershipBody& body, const verify::SignPair& device,
                            const verify::SignPair* administration) {
  header.kind = EntryKind::membership;
  header.sequence = 0;
  header.void_from = 0;
  header.previous = {};
  Bytes bytes = encode_signed_part(body);
  const std::size_t signed_size = bytes.size();
  header.body_size = static_cast<std::uint32_t>(
      signed_size + (administration != nullptr ? kAdministrationBytes : 1));
  if (administration == nullptr) {
    bytes.push_back(0);
  } else {
    const Bytes clear = encode_header(header);
    const Signature signature = verify::sign(*administration, verify::label::kSignAdministration,
                                             {BytesView(clear).first(kBoundBytes), bytes});
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
  return body.previous == now.last || std::holds_alternative<LeaveAction>(body.action);
}

namespace {

// What needs no passphrase: nobody comes or goes by it.
bool changes_nobody(const MembershipBody& body) {
  return std::holds_alternative<EpochAction>(body.action) || std::holds_alternative<GrantAction>(body.action);
}

Result<void> act(Membership& next, const MembershipBody& body, const SignKey& device, std::uint32_t author,
                 const Place& place) {
  if (const auto* add = std::get_if<AddMemberAction>(&body.action)) {
    KITH_CHECK(add_member(next, *add, author));
    KITH_CHECK(start_epoch(next, body.epoch_start));
    answerable(next, author);
    return {};
  }
  if (std::holds_alternative<EpochAction>(body.action)) return new_epoch(next, body, author, place.position);
  if (std::holds_alternative<GrantAction>(body.action)) return grant(next, body, place.position);
  if (std::holds_alternative<LeaveAction>(body.action)) {
    if (body.epoch_start) return bad("a leave that starts an epoch");
    next.members[author].active = false;
    next.epoch_open = false;
    for (const DeviceKeys& one : next.members[author].devices) next.ended_at[one.sign] = place.position;
    return {};
  }
  if (std::holds_alternative<RenewAction>(body.action)) {
    KITH_CHECK(renew(next, body, device, author, place.end));
    next.ended_at[device] = place.position;
    answerable(next, author);
    return {};
  }
  return bad("a space cannot be founded twice");
}

// Its author may be a device that only the lost branch knew, so who may decide is told by the outcome. It
// costs what an epoch costs, since it starts one.
Result<void> decide_fork(Membership& next, const ParsedBody& parsed, const EntryView& entry, std::uint64_t position) {
  const auto& action = std::get<DecideForkAction>(parsed.body.action);
  if (!next.epoch_open) return bad("a decision over a fork in a space that has ended");
  if (action.common > entry.header.seen.position) return bad("a decision over a fork by somebody who has not seen this log");
  // Two copies of a device are a reason to decide nothing. In a log, where no honest relay lets it in, it is no
  // evidence of anything: anybody can put two renewals together.
  const auto taken = take_decision(next, action, position);
  if (!taken.ok()) {
    return taken.error().code == Code::CLONED_DEVICE ? bad("a decision over a cloned device") : taken.error();
  }
  if (!next.is_active(entry.header.author)) return bad("a decision over a fork by somebody who is no member after it");
  KITH_CHECK(check_administration(parsed, entry, next.device(entry.header.author)->administration_sign));
  KITH_CHECK(spend(next, position, 0));
  KITH_CHECK(start_epoch(next, parsed.body.epoch_start));
  answerable(next, next.member_of(entry.header.author));
  return {};
}

}  // namespace

Result<Membership> apply(const Membership* before, const EntryView& entry, const Place& place) {
  if (entry.header.kind != EntryKind::membership) return fail(Code::WRONG_TYPE, "not a membership entry");
  const Hash id = entry_hash(entry.all);
  if (before == nullptr) {
    KITH_TRY(const ParsedBody parsed, parse_body(entry.body));
    KITH_TRY(Membership next, found(entry, parsed));
    next.last = id;
    next.of_epoch = {id};
    return next;
  }
  if (entry.header.space != before->space) return fail(Code::WRONG_CONTEXT, "an entry of another space");
  const std::uint32_t author = before->member_of(entry.header.author);
  const bool decision = is_decision(entry.body);
  if (author == 0 && !decision) return bad("a membership entry by somebody who is not a member");
  if (!decision && !before->is_active(entry.header.author)) return bad("a membership entry by somebody who left");
  // Only now: an action of a newer version stops a space, and a stranger's must not.
  KITH_TRY(const ParsedBody parsed, parse_body(entry.body));
  if (!follows(*before, parsed.body) || entry.header.membership != parsed.body.previous) {
    return bad("a membership entry that does not follow the last one");
  }
  if (!changes_nobody(parsed.body) && !decision) {
    KITH_CHECK(check_administration(parsed, entry, before->device(entry.header.author)->administration_sign));
  }
  Membership next = *before;
  KITH_CHECK(decision ? decide_fork(next, parsed, entry, place.position)
                      : act(next, parsed.body, entry.header.author, author, place));
  next.last = id;
  next.of_epoch.push_back(id);
  return next;
}

bool goes_on(const ChainEnd& end, const EntryHeader& header) {
  const std::uint64_t next = header.void_from != 0 ? header.void_from : header.sequence;
  return next == end.sequence + 1 && header.previous == end.hash;
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

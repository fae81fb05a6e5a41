#include "exchange/decision.h"

#include <algorithm>

#include "exchange/outgoing.h"
#include "kith/protocol/epoch.h"
#include "replica/founding.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

std::vector<envelope::DeviceKeys> devices_of(const envelope::Membership& membership) {
  std::vector<envelope::DeviceKeys> out;
  for (const auto& [number, member] : membership.members) {
    if (member.active) out.insert(out.end(), member.devices.begin(), member.devices.end());
  }
  return out;
}

// The device that a membership entry lets in, and who signed it.
struct LetIn {
  SignKey author;
  SignKey device;
};
Result<LetIn> let_in_by(BytesView bytes) {
  KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(bytes));
  KITH_TRY(const envelope::MembershipBody body, envelope::parse_membership(entry));
  if (const auto* renewal = std::get_if<envelope::RenewAction>(&body.action)) return LetIn{entry.header.author, renewal->device.sign};
  const auto* add = std::get_if<envelope::AddMemberAction>(&body.action);
  return LetIn{entry.header.author, add == nullptr ? SignKey{} : add->device.sign};
}

// Whether another copy of this vault has gone on under other keys here, from one that this device's lead back to.
Result<bool> another_went_on(const SpaceRow& row, const std::vector<Bytes>& decisions) {
  SignKey device = row.device.key;
  for (std::size_t steps = 0; steps < decisions.size() && row.membership.member_of(device) == 0; ++steps) {
    for (const Bytes& bytes : decisions) {
      KITH_TRY(const LetIn one, let_in_by(bytes));
      if (one.device != device) continue;
      device = one.author;
      break;
    }
  }
  return row.membership.member_of(device) != 0 && !row.membership.is_active(device);
}

bool is_decision(const std::optional<Bytes>& waiting) {
  if (!waiting) return false;
  const auto entry = envelope::parse_entry(*waiting);
  if (!entry.ok()) return false;
  const auto body = envelope::parse_membership(*entry);
  return body.ok() && std::holds_alternative<envelope::DecideForkAction>(body->action);
}

envelope::DecideForkAction decision_of(const SpaceRow& row, std::vector<Bytes> decisions) {
  return {row.fork->common, row.fork->lost, std::move(decisions)};
}

}  // namespace

std::vector<Bytes> lost_decisions(ReplicaImpl& impl, SpaceNumber number) {
  const auto all = impl.lost.find(number);
  std::vector<std::pair<std::uint64_t, Bytes>> left;
  if (all == impl.lost.end()) return {};
  for (const auto& [id, one] : all->second) {
    if (!one.data && !one.leave) left.emplace_back(one.row.position, one.row.entry);
  }
  std::sort(left.begin(), left.end());
  const envelope::Membership& now = impl.space(number)->membership;
  std::set<SignKey> known;
  const auto can_follow = [&](const auto& one) {
    const auto in = let_in_by(one.second);
    return in.ok() && (now.member_of(in->author) != 0 || known.contains(in->author));
  };
  std::vector<Bytes> out;
  while (!left.empty()) {
    auto next = std::find_if(left.begin(), left.end(), can_follow);
    if (next == left.end()) next = left.begin();  // of nobody here: the rules will say so
    if (const auto in = let_in_by(next->second); in.ok()) known.insert(in->device);
    out.push_back(std::move(next->second));
    left.erase(next);
  }
  return out;
}

Result<Owes> owes_decision(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  const SpaceRow& row = *impl.space(number);
  if (!row.deciding()) return Owes::nothing;
  std::vector<Bytes> decisions = lost_decisions(impl, number);
  if (decisions.empty()) {  // the log has all of them by now, or there were only epochs
    SpaceRow next = row.clone();
    next.fork.reset();
    Batch batch;
    KITH_CHECK(impl.install(batch, std::move(next)));
    return Owes::nothing;
  }
  KITH_TRY(const bool another, another_went_on(row, decisions));
  if (another) return fail(Code::REVOKED_DEVICE, "another copy of this vault was renewed on the branch that the relay shows");
  if (decisions.size() > envelope::kMaxDecided) return fail(Code::TOO_LARGE, "more changes of members were lost than one decision holds");
  const auto after = envelope::membership_decided(row.membership, decision_of(row, std::move(decisions)), row.head.position + 1);
  KITH_CHECK(after);
  if (row.membership.credit_of(row.head.position + 1) == 0) {
    return fail(Code::WRONG_EPOCH, "this space has to grow before it may have another key, which the decision needs");
  }
  return Owes::decision;
}

Result<std::optional<Bytes>> waiting_decision(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  KITH_TRY(auto waits, impl.store.find(Table::outbox, outbox_key(number, 0)));
  return is_decision(waits) ? std::move(waits) : std::optional<Bytes>();
}

Result<void> make_decision(ReplicaImpl& impl, SpaceNumber number, const crypto::AgreePair& administration) {
  KITH_CHECK(drop_overtaken(impl, number));
  const MutexLock lock(impl.mu);
  const SpaceRow& row = *impl.space(number);
  KITH_TRY(const auto waits, impl.store.find(Table::outbox, outbox_key(number, 0)));
  // A renewal of before the fork makes room: it is signed again behind the decision.
  if (is_decision(waits) || !row.deciding()) return {};  // on its way
  const envelope::DecideForkAction action = decision_of(row, lost_decisions(impl, number));
  KITH_TRY(const envelope::Membership after, envelope::membership_decided(row.membership, action, row.head.position + 1));
  KITH_TRY(const verify::SignPair signer, open_administration_of(row, administration));
  SpaceRow next = row.clone();
  protocol::EpochKeys epoch{row.membership.epoch + 1, Secret(32)};
  impl.random.fill(epoch.secret.writable());
  envelope::MembershipBody body;
  body.previous = row.membership.last;
  body.action = action;
  KITH_TRY(body.epoch_start,
           protocol::start_epoch(row.id(), epoch, row.space_secret, devices_of(after), impl.random));
  const Bytes entry = envelope::make_membership_entry(row.next_decision(), body, row.device, &signer);
  // What the rules would not take is never stored: it would stand in the way of everything else.
  KITH_TRY(const envelope::EntryView made, envelope::parse_entry(entry));
  KITH_CHECK(envelope::apply(&row.membership, made, {row.head.position + 1, {}}));
  Batch batch;
  batch.put(Table::outbox, outbox_key(number, 0), entry);
  next.epochs[epoch.epoch] = std::move(epoch.secret);
  return impl.install(batch, std::move(next));
}

}  // namespace kith::client

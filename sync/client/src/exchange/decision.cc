#include "exchange/decision.h"

#include <algorithm>

#include "kith/protocol/epoch.h"
#include "replica/founding.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

// A membership entry of a lost branch: who signed it, and the device that it lets in.
struct Decided {
  SignKey author;
  SignKey device;
  Bytes entry;
};

Result<Decided> read_decided(const Bytes& bytes) {
  KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(bytes));
  KITH_TRY(const envelope::MembershipBody body, envelope::parse_membership(entry));
  const auto* renewal = std::get_if<envelope::RenewAction>(&body.action);
  const auto* add = std::get_if<envelope::AddMemberAction>(&body.action);
  const SignKey device = renewal != nullptr ? renewal->device.sign : add != nullptr ? add->device.sign : SignKey{};
  return Decided{entry.header.author, device, bytes};
}

// Renewals and additions of lost branches that no log has again, each behind what let its author in.
Result<std::vector<Decided>> lost_decisions(const ReplicaImpl& impl, const SpaceRow& row) KITH_REQUIRES(impl.mu) {
  std::vector<Decided> left;
  const auto is_decision = [](const LostEntry& one) { return one.kind == LostKind::decision; };
  for (const LostEntry* one : in_order(impl.lost_branch(row.number), is_decision)) {
    KITH_TRY(Decided decided, read_decided(one->row.entry));
    left.push_back(std::move(decided));
  }
  std::set<SignKey> known;
  const auto can_follow = [&](const Decided& one) {
    return row.membership.member_of(one.author) != 0 || known.contains(one.author);
  };
  std::vector<Decided> out;
  while (!left.empty()) {
    auto next = std::find_if(left.begin(), left.end(), can_follow);
    if (next == left.end()) next = left.begin();  // of nobody here: the rules will say so
    known.insert(next->device);
    out.push_back(std::move(*next));
    left.erase(next);
  }
  return out;
}

// Whether another copy of this vault has gone on under other keys here, from one that this device's lead back to.
bool another_went_on(const SpaceRow& row, const std::vector<Decided>& decisions) {
  SignKey device = row.device.key;
  for (auto one = decisions.rbegin(); one != decisions.rend() && row.membership.member_of(device) == 0; ++one) {
    if (one->device == device) device = one->author;
  }
  return row.membership.member_of(device) != 0 && !row.membership.is_active(device);
}

Result<void> owes_nothing(ReplicaImpl& impl, const SpaceRow& row) KITH_REQUIRES(impl.mu) {
  SpaceRow next = row.clone();
  next.fork.reset();
  Batch batch;
  return impl.install(batch, std::move(next));
}

bool is_decision(const std::optional<WaitingMembership>& waits) {
  return waits && std::holds_alternative<envelope::DecideForkAction>(waits->body.action);
}

}  // namespace

Result<std::optional<OwedDecision>> owed_decision(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  const SpaceRow& row = *impl.space(number);
  if (!row.deciding()) return std::optional<OwedDecision>();
  KITH_TRY(std::vector<Decided> decisions, lost_decisions(impl, row));
  if (decisions.empty()) {  // the log has all of them by now, or there were only epochs
    KITH_CHECK(owes_nothing(impl, row));
    return std::optional<OwedDecision>();
  }
  if (another_went_on(row, decisions)) {
    return fail(Code::REVOKED_DEVICE, "another copy of this vault was renewed on the branch that the relay shows");
  }
  if (decisions.size() > envelope::kMaxDecided) {
    return fail(Code::TOO_LARGE, "more changes of members were lost than one decision holds");
  }
  OwedDecision out;
  out.action.common = row.fork->common;
  out.action.lost = row.fork->lost;
  for (Decided& one : decisions) out.action.entries.push_back(std::move(one.entry));
  const std::uint64_t position = row.head.position + 1;
  KITH_TRY(const envelope::Membership after, envelope::membership_decided(row.membership, out.action, position));
  out.devices = after.active_devices();
  if (row.membership.credit_of(position) == 0) {
    return fail(Code::WRONG_EPOCH, "this space has to grow before it may have another key, which the decision needs");
  }
  return std::optional(std::move(out));
}

Result<std::optional<Bytes>> waiting_decision(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  KITH_TRY(auto waits, waiting_membership(impl.store, number));
  return is_decision(waits) ? std::optional(std::move(waits->entry)) : std::optional<Bytes>();
}

Result<void> make_decision(ReplicaImpl& impl, SpaceNumber number, const OwedDecision& owed,
                           const crypto::AgreePair& administration) {
  const MutexLock lock(impl.mu);
  const SpaceRow& row = *impl.space(number);
  KITH_TRY(const auto waits, waiting_membership(impl.store, number));
  // A renewal of before the fork makes room: it is signed again behind the decision.
  if (is_decision(waits)) return {};  // on its way
  KITH_TRY(const verify::SignPair signer, open_administration_of(row, administration));
  SpaceRow next = row.clone();
  protocol::EpochKeys epoch{row.membership.epoch + 1, Secret(32)};
  impl.random.fill(epoch.secret.writable());
  envelope::MembershipBody body;
  body.previous = row.membership.last;
  body.action = owed.action;
  KITH_TRY(body.epoch_start, protocol::start_epoch(row.id(), epoch, row.space_secret, owed.devices, impl.random));
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

#include "exchange/outgoing.h"

#include <algorithm>

#include "exchange/carrying.h"
#include "exchange/rebuild.h"
#include "kith/protocol/epoch.h"
#include "kith/protocol/sealing.h"
#include "marks/move_marks.h"
#include "marks/renewing.h"
#include "rows/held.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

// The open changes that fit one entry; the rest waits for the next.
std::vector<UnsentRow> take_entry(std::vector<UnsentRow>& open) {
  std::vector<UnsentRow> taken;
  std::size_t size = kRoomBeside;
  while (!open.empty() && taken.size() < protocol::kMaxChanges) {
    size += protocol::size_in_body(open.back().change);
    if (size > protocol::max_body_size() && !taken.empty()) break;
    taken.push_back(std::move(open.back()));
    open.pop_back();
  }
  return taken;
}

// Whether something can be read as soon as its author knows: then this device writes for that alone. One
// report tells him of all that he wrote under that epoch.
Result<bool> waits_for_epoch(const ReplicaImpl& impl, const SpaceRow& row) {
  KITH_TRY(const auto all, aside_rows(impl.store, row.number));
  std::set<std::uint32_t> told;
  for (const auto& [position, one] : all) {
    if (one.code == Code::WRONG_EPOCH && one.told) told.insert(one.epoch);
  }
  return std::any_of(all.begin(), all.end(), [&](const auto& one) {
    const AsideRow& aside = one.second;
    return !aside.told && aside.code == Code::WRONG_EPOCH && aside.author != row.device.key && !told.contains(aside.epoch);
  });
}

// What this device could not read of others, told once, sealed in the next entry.
Result<void> tell_aside(ReplicaImpl& impl, const SpaceRow& row, protocol::Body& body, Batch& batch) {
  KITH_TRY(const auto all, aside_rows(impl.store, row.number));
  for (const auto& [position, aside] : all) {
    if (aside.told || aside.author == row.device.key || body.put_aside.size() >= protocol::kMaxPutAside) continue;
    body.put_aside.push_back({aside.author, aside.sequence, aside.code});
    AsideRow told = aside;
    told.told = true;
    batch.put(Table::aside, entry_key_of(row.number, position), encode_aside(told));
  }
  return {};
}

Result<void> seal_one(ReplicaImpl& impl, SpaceNumber number, const std::vector<UnsentRow>& rows)
    KITH_REQUIRES(impl.mu) {
  SpaceRow next = impl.space(number)->clone();
  protocol::Body body;
  Batch batch;
  for (const UnsentRow& row : rows) body.changes.push_back(row.change);
  if (next.owes_confirmation) body.confirmation = next.digits_hash;
  next.owes_confirmation = false;
  KITH_CHECK(tell_aside(impl, next, body, batch));

  KITH_TRY(Bytes entry, seal_next(impl, next, body));
  const std::uint64_t sequence = next.previous_sequence;
  batch.put(Table::outbox, outbox_key(number, sequence), std::move(entry));
  std::uint32_t index = 0;
  for (UnsentRow row : rows) {
    batch.erase(Table::unsent, unsent_key(row.key));
    row.key.sequence = sequence;
    row.name = name_of(next.previous, index++);
    batch.put(Table::unsent, unsent_key(row.key), encode_unsent(row));
  }
  next.last_time_ms = std::max(next.last_time_ms, impl.last_time[number]);
  return impl.install(batch, std::move(next));
}

}  // namespace

Result<std::optional<Error>> why_not_sent(ReplicaImpl& impl, const SpaceRow& row) {
  using Why = std::optional<Error>;
  // A renewal is what a space that stopped for its own key waits for.
  if (row.stopped != Code{} && !(row.renewal && ends_with_renewal(row.stopped))) {
    return Why(fail(row.stopped, "sending in this space has stopped; see the alarms"));
  }
  KITH_TRY(const Incarnation state, incarnation(impl.store));
  if (state == Incarnation::restored) {
    return Why(fail(Code::STORE_ROLLED_BACK, "this vault was put back from an older state and must be renewed first"));
  }
  KITH_TRY(const bool waits, waits_for_partner(impl, row));
  if (!waits) return Why();
  return Why(fail(Code::CONFLICT, "the other one is at another relay, or has not said that he is at this one"));
}

bool AppendRoom::takes(BytesView entry) {
  constexpr std::size_t kMost = envelope::kMaxAppendBytes - 16 * 1024;
  constexpr std::size_t kFrame = 16;
  if (size_ > 0 && size_ + entry.size() > kMost) return false;
  size_ += entry.size() + kFrame;
  return true;
}

Result<void> seal_open(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  const SpaceRow* row = impl.space(number);
  const bool closed = row->membership.epoch != 0 && !row->membership.epoch_open;
  if (row->joining() || closed || row->dormant || row->renewal || row->deciding()) return {};
  // Nothing of a branch is carried before what it decided holds here.
  const auto& lost = impl.lost_branch(number);
  const auto is_decision = [](const auto& one) { return one.second.kind == LostKind::decision; };
  if (std::any_of(lost.begin(), lost.end(), is_decision)) return {};
  KITH_CHECK(carry_over(impl, number));
  // A leave overtakes all data: what is not sealed when a pair ends stays here.
  if (impl.space(number)->ended()) return {};
  KITH_TRY(std::vector<UnsentRow> open, impl.unsent(space_key(number)));
  const std::int64_t now_ms = impl.clock.wall_ms();
  std::erase_if(open, [&](const UnsentRow& r) { return r.key.sequence != kOpen || is_held(r, now_ms); });
  std::reverse(open.begin(), open.end());
  bool tells = false;
  if (open.empty()) {
    KITH_TRY(tells, waits_for_epoch(impl, *impl.space(number)));
  }
  while (!open.empty() || impl.space(number)->owes_confirmation || tells) {
    const std::vector<UnsentRow> rows = take_entry(open);
    KITH_CHECK(seal_one(impl, number, rows));
    tells = false;  // the rest, if it is another epoch's, goes with the next entry
  }
  return {};
}

Result<void> drop_overtaken(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  const SpaceRow& row = *impl.space(number);
  KITH_TRY(const auto waits, waiting_membership(impl.store, number));
  if (!waits) return {};
  const envelope::MembershipBody& body = waits->body;
  // A decision over a fork is made anew for the log of today; whoever made it has the passphrase at hand.
  const bool by_itself = std::holds_alternative<envelope::EpochAction>(body.action) ||
                         std::holds_alternative<envelope::GrantAction>(body.action) ||
                         std::holds_alternative<envelope::DecideForkAction>(body.action);
  if (!by_itself) return {};  // what a person decided stays until it counts
  KITH_TRY(const bool here, has_head(impl.store, row, waits->header.seen));
  // Behind a renewal, which ends the key, an epoch or a grant is not wanted any more; a decision goes before it.
  const bool wanted = !row.renewal || std::holds_alternative<envelope::DecideForkAction>(body.action);
  if (here && body.previous == row.membership.last && wanted) return {};
  Batch batch;
  batch.erase(Table::outbox, outbox_key(number, 0));
  SpaceRow next = row.clone();
  if (body.epoch_start) {  // its secret goes, but where the log has another for that number
    const auto secret = next.epochs.find(body.epoch_start->epoch);
    const bool mine = secret != next.epochs.end() &&
                      protocol::epoch_check(row.id(), secret->first, secret->second) == body.epoch_start->check;
    if (mine) next.epochs.erase(secret);
  }
  return impl.install(batch, std::move(next));
}

Result<void> answer_epoch(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  const SpaceRow& row = *impl.space(number);
  const std::uint32_t now = row.membership.epoch;
  if (row.joining() || row.ended() || row.dormant || row.renewal || row.deciding()) return {};
  if (!row.lacks_key()) return {};
  KITH_TRY(const auto decided, impl.store.find(Table::outbox, outbox_key(number, 0)));
  if (decided) return {};  // on its way, or something else goes first
  const std::uint32_t me = row.me();
  const bool is_free = row.membership.started_by != 0 && row.membership.started_by != me;
  if (!is_free && row.membership.credit_of(row.head.position + 1) == 0) {
    return fail(Code::WRONG_EPOCH, "the current key does not open here, and this space has to grow before it may have another");
  }
  SpaceRow next = row.clone();
  protocol::EpochKeys epoch{now + 1, Secret(32)};
  impl.random.fill(epoch.secret.writable());
  envelope::MembershipBody body;
  body.previous = row.membership.last;
  body.action = envelope::EpochAction{envelope::EpochReason::answer};
  const std::vector<envelope::DeviceKeys> devices = row.membership.active_devices();
  KITH_TRY(body.epoch_start, protocol::start_epoch(row.id(), epoch, row.space_secret, devices, impl.random));
  Batch batch;
  batch.put(Table::outbox, outbox_key(number, 0),
            envelope::make_membership_entry(row.next_decision(), body, row.device, nullptr));
  next.epochs[epoch.epoch] = std::move(epoch.secret);
  return impl.install(batch, std::move(next));
}

Result<void> grant_epochs(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  const SpaceRow& row = *impl.space(number);
  const auto asked = std::find_if(row.asked.begin(), row.asked.end(), [&](std::uint32_t e) { return row.epochs.contains(e); });
  if (asked == row.asked.end() || row.joining() || row.ended() || row.dormant || row.renewal || row.deciding()) return {};
  KITH_TRY(const auto decided, impl.store.find(Table::outbox, outbox_key(number, 0)));
  if (decided) return {};
  if (row.membership.credit_of(row.head.position + 1) == 0) return {};
  const std::uint32_t me = row.me();
  const auto other = std::find_if(row.membership.members.begin(), row.membership.members.end(),
                                  [&](const auto& one) { return one.first != me && one.second.active; });
  if (other == row.membership.members.end()) return {};
  const protocol::EpochKeys keys{*asked, row.epochs.at(*asked).clone()};
  KITH_TRY(envelope::Wrap wrap,
           protocol::wrap_epoch(row.id(), keys, row.space_secret, other->second.devices.front(), impl.random));
  envelope::MembershipBody body;
  body.previous = row.membership.last;
  body.action = envelope::GrantAction{*asked, std::move(wrap)};
  Batch batch;
  batch.put(Table::outbox, outbox_key(number, 0),
            envelope::make_membership_entry(row.next_decision(), body, row.device, nullptr));
  return impl.store.commit(batch);
}

Result<std::vector<Waiting>> waiting(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  std::vector<Waiting> out;
  std::vector<Waiting> membership;
  KITH_CHECK(impl.store.scan(Table::outbox, space_key(number), {}, [&](BytesView key, BytesView value) {
    Reader at(key);
    at.u32();
    const std::uint64_t sequence = at.u64();
    if (sequence < kLeaveSlot) (sequence == 0 ? membership : out).push_back({sequence, to_bytes(value)});
    return true;
  }));
  for (Waiting& entry : membership) out.push_back(std::move(entry));
  return out;
}

Result<std::optional<Bytes>> waiting_leave(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  const SpaceRow& row = *impl.space(number);
  for (const std::uint64_t slot : {kLeaveSlot, kLeaveSlot + 1}) {
    KITH_TRY(auto leave, impl.store.find(Table::outbox, outbox_key(number, slot)));
    if (!leave) continue;
    KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(*leave));
    if (row.membership.is_active(entry.header.author)) return leave;
  }
  return std::optional<Bytes>();
}

}  // namespace kith::client

#include "kith/client/renewal.h"

#include <algorithm>

#include "pairing/addition.h"
#include "exchange/exchange.h"
#include "exchange/outgoing.h"
#include "replica/founding.h"
#include "marks/renewing.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

// Of one space in one call: somebody else may change the membership meanwhile, a few times.
constexpr int kMaxTries = 8;

bool waits(const SpaceRow& row) { return row.renewal && !row.joining(); }

// Stopped for a key that is this device's own. A partner's clone is the partner's to renew.
Result<bool> stopped_for_own_key(const ReplicaImpl& impl, const SpaceRow& row) {
  if (row.stopped == Code::STORE_ROLLED_BACK) return true;
  if (row.stopped != Code::CLONED_DEVICE) return false;
  KITH_TRY(const std::vector<Alarm> alarms, read_alarms(impl.store));
  return std::any_of(alarms.begin(), alarms.end(), [&row](const Alarm& alarm) {
    return alarm.space == row.number && alarm.code == Code::CLONED_DEVICE && alarm.author == row.device.key;
  });
}

Result<RenewalState> state_of(const ReplicaImpl& impl) KITH_REQUIRES(impl.mu) {
  RenewalState out;
  KITH_TRY(const Incarnation mark, incarnation(impl.store));
  out.restored = mark == Incarnation::restored;
  for (const auto& [number, row] : impl.spaces) {
    if (waits(row)) ++out.left;
    if (row.renewal) continue;  // under way
    KITH_TRY(const bool stopped, stopped_for_own_key(impl, row));
    out.noticed = out.noticed || stopped;
  }
  return out;
}

// A space that this device writes to, or will once it is added. What has ended takes nothing more
// than the leave that may be on its way; what was never sent to a relay has met nobody.
bool needs_keys(const SpaceRow& row) {
  if (row.dormant || row.renewal) return false;
  return row.joining() || row.deciding() || (row.membership.epoch_open && row.membership.is_active(row.device.key));
}

// One copy knows the keys of every space, so all are renewed, and all in one step: there is no
// moment in which some of this vault is of the old incarnation and some of it of the new one.
Result<void> begin(ReplicaImpl& impl) {
  const MutexLock lock(impl.mu);
  KITH_TRY(const RenewalState state, state_of(impl));
  if (!state.restored && !state.noticed) return {};
  Batch batch;
  std::vector<SpaceRow> rows;
  for (const auto& [number, row] : impl.spaces) {
    if (!needs_keys(row)) continue;
    KITH_TRY(NewDevice made, make_device(impl.random, impl.administration));
    SpaceRow next = row.clone();
    next.renewal = RenewalKeys{std::move(made.device), std::move(made.agree), std::move(made.sealed_administration),
                               std::move(made.transport)};
    rows.push_back(std::move(next));
  }
  set_incarnation(batch, Incarnation::renewing);
  return impl.install(batch, std::move(rows));
}

Result<envelope::ChainEnd> own_end(const ReplicaImpl& impl, const SpaceRow& row) {
  KITH_TRY(const auto stored, impl.store.find(Table::author, author_key(row.number, row.device.key)));
  if (!stored) return envelope::ChainEnd{};
  KITH_TRY(const AuthorRow chain, decode_author(*stored));
  return envelope::ChainEnd{chain.sequence, chain.hash};
}

// Whether what waits is a renewal that this log could still take.
bool still_fits(const WaitingMembership& waits, const SpaceRow& row, const envelope::ChainEnd& end) {
  const auto* renewal = std::get_if<envelope::RenewAction>(&waits.body.action);
  return renewal != nullptr && waits.body.previous == row.membership.last && renewal->cut == end;
}

// Signs the renewal of a space whose log was read to its end, and stores it to be sent. False when
// nothing new was signed: a leave or an addition goes first, or what waits has only to be sent.
Result<bool> sign_renewal(ReplicaImpl& impl, SpaceNumber number, const crypto::AgreePair& administration) {
  const MutexLock lock(impl.mu);
  const SpaceRow& row = *impl.space(number);
  KITH_TRY(const auto waits, waiting_membership(impl.store, number));
  if (waits && !std::holds_alternative<envelope::RenewAction>(waits->body.action)) return false;
  KITH_TRY(const envelope::ChainEnd end, own_end(impl, row));
  if (waits && still_fits(*waits, row, end)) return false;
  KITH_TRY(Bytes entry, renewal_entry(impl, row, end, administration));
  Batch batch;
  batch.put(Table::outbox, outbox_key(number, 0), std::move(entry));
  KITH_CHECK(impl.store.commit(batch));
  return true;
}

Result<void> renew_space(ReplicaImpl& impl, Transport& transport, SpaceNumber number,
                         const crypto::AgreePair& administration, BytesView admission, SyncReport& report) {
  for (int i = 0; i < kMaxTries; ++i) {
    KITH_CHECK(sync_spaces(impl, transport, {number}, admission, report));
    {
      const MutexLock lock(impl.mu);
      const SpaceRow& row = *impl.space(number);
      // A decision over a fork goes first; a person makes it.
      if (!waits(row) || row.deciding() || (row.stopped != Code{} && !ends_with_renewal(row.stopped))) return {};
    }
    KITH_CHECK(drop_overtaken(impl, number));
    KITH_TRY(const bool fresh, sign_renewal(impl, number, administration));
    if (!fresh && i > 1) return {};  // it was offered and not taken: another time
  }
  return {};
}

}  // namespace

Result<RenewalState> Renewal::state() const {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock lock(impl.mu);
  return state_of(impl);
}

Result<RenewalReport> Renewal::run(Transport& transport, const crypto::AgreePair& administration,
                                   BytesView admission) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  KITH_CHECK(begin(impl));
  std::vector<SpaceNumber> all;
  std::vector<SpaceNumber> unrenewed;
  {
    const MutexLock lock(impl.mu);
    for (const auto& [number, row] : impl.spaces) {
      all.push_back(number);
      if (row.renewal) unrenewed.push_back(number);
    }
  }
  RenewalReport out;
  for (const SpaceNumber number : unrenewed) {
    KITH_CHECK(renew_space(impl, transport, number, administration, admission, out.sync));
  }
  KITH_CHECK(sync_spaces(impl, transport, all, admission, out.sync));
  const MutexLock lock(impl.mu);
  for (const SpaceNumber number : unrenewed) {
    const SpaceRow* row = impl.space(number);
    if (row != nullptr && !row->renewal && !row->retired.empty()) ++out.renewed;
  }
  KITH_TRY(const RenewalState state, state_of(impl));
  out.left = state.left;
  for (const auto& [number, row] : impl.spaces) {
    if (row.is_over()) continue;
    KITH_TRY(const std::uint64_t waits, impl.count_unsent(number));
    out.sync.pending += waits;
  }
  return out;
}

}  // namespace kith::client

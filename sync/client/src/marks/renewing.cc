#include "marks/renewing.h"

#include <algorithm>

namespace kith::client {

using changelog::Batch;
using changelog::Table;

Result<Incarnation> incarnation(const changelog::Store& store) {
  KITH_TRY(const auto value, store.find(Table::meta, as_bytes(changelog::kIncarnationPending)));
  if (!value) return Incarnation::settled;
  const bool known = value->size() == 1 && (value->front() == 1 || value->front() == 2);
  if (!known) return corrupt("a mark of another incarnation");
  return static_cast<Incarnation>(value->front());
}

void set_incarnation(Batch& batch, Incarnation state) {
  if (state == Incarnation::settled) {
    batch.erase(Table::meta, to_bytes(changelog::kIncarnationPending));
  } else {
    batch.put(Table::meta, to_bytes(changelog::kIncarnationPending), Bytes(1, static_cast<Byte>(state)));
  }
}

Result<void> check_settled(ReplicaImpl& impl) {
  const MutexLock lock(impl.mu);
  KITH_TRY(const Incarnation state, incarnation(impl.store));
  if (state == Incarnation::settled) return {};
  return fail(Code::STORE_ROLLED_BACK, "this vault was put back from an older state and must be renewed first",
              {Step::VAULT_RENEW});
}

bool ends_with_renewal(Code code) { return code == Code::CLONED_DEVICE || code == Code::STORE_ROLLED_BACK; }

void go_on_renewed(SpaceRow& row) {
  row.retired.push_back(std::move(row.transport));
  row.transport = std::move(row.renewal->transport);
  row.device = std::move(row.renewal->device);
  row.agree = std::move(row.renewal->agree);
  row.sealed_administration = std::move(row.renewal->sealed_administration);
  row.renewal.reset();
  row.next_sequence = 1;
  row.previous = Hash{};
  row.previous_sequence = 0;
  if (ends_with_renewal(row.stopped)) row.stopped = Code{};
}

bool renewal_waits(const changelog::Store& store, SpaceNumber number) {
  const auto waits = waiting_membership(store, number);
  return waits.ok() && *waits && std::holds_alternative<envelope::RenewAction>((*waits)->body.action);
}

bool is_about_entry(Code code) {
  return code == Code::BAD_CIPHERTEXT || code == Code::MALFORMED || code == Code::WRONG_EPOCH || code == Code::FORK;
}

Result<void> settle_alarms(ReplicaImpl& impl, SpaceNumber number, const std::vector<SignKey>& ended) {
  if (ended.empty()) return {};
  const MutexLock lock(impl.mu);
  bool open = false;  // a clone of somebody who was not renewed
  KITH_CHECK(impl.heal(number, [&](const Alarm& alarm) {
    if (!ends_with_renewal(alarm.code)) return false;
    const bool over = std::find(ended.begin(), ended.end(), alarm.author) != ended.end();
    open = open || !over;
    return over;
  }));
  const SpaceRow& row = *impl.space(number);
  if (open || !ends_with_renewal(row.stopped)) return {};
  SpaceRow next = row.clone();
  next.stopped = Code{};
  Batch batch;
  return impl.install(batch, std::move(next));
}

Result<void> settle_incarnation(ReplicaImpl& impl) {
  const MutexLock lock(impl.mu);
  KITH_TRY(const Incarnation state, incarnation(impl.store));
  if (state != Incarnation::renewing) return {};
  for (const auto& [number, row] : impl.spaces) {
    // Who has not been added yet has written nothing there; he is renewed when he finds he has.
    if (row.renewal && !row.joining()) return {};
  }
  Batch batch;
  set_incarnation(batch, Incarnation::settled);
  return impl.store.commit(batch);
}

}  // namespace kith::client

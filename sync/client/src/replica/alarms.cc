#include "replica/replica_impl.h"

namespace kith::client {

using changelog::Table;

Result<std::vector<Alarm>> read_alarms(const changelog::Store& store) {
  std::vector<Alarm> out;
  Result<void> outcome;
  KITH_CHECK(store.scan(Table::alarm, {}, {}, [&](BytesView key, BytesView value) {
    auto alarm = decode_alarm(key, value);
    if (!alarm.ok()) {
      outcome = alarm.error();
      return false;
    }
    out.push_back(*std::move(alarm));
    return true;
  }));
  KITH_CHECK(outcome);
  return out;
}

Result<bool> ReplicaImpl::raise(Alarm& alarm) {
  KITH_TRY(const std::vector<Alarm> known, read_alarms(store));
  for (const Alarm& other : known) {
    if (!other.healed && other.code == alarm.code && other.space == alarm.space && other.author == alarm.author &&
        other.position == alarm.position) {
      alarm.id = other.id;
      return false;
    }
  }
  alarm.id = known.empty() ? 1 : known.back().id + 1;
  alarm.time_ms = clock.wall_ms();
  changelog::Batch batch;
  batch.put(Table::alarm, number_key(alarm.id), encode_alarm(alarm));
  KITH_CHECK(store.commit(batch));
  return true;
}

Result<void> ReplicaImpl::heal(SpaceNumber number, const std::function<bool(const Alarm&)>& which) {
  KITH_TRY(std::vector<Alarm> known, read_alarms(store));
  changelog::Batch batch;
  for (Alarm& alarm : known) {
    if (alarm.healed || alarm.space != number || !which(alarm)) continue;
    alarm.healed = true;
    batch.put(Table::alarm, number_key(alarm.id), encode_alarm(alarm));
  }
  return batch.empty() ? Result<void>() : store.commit(batch);
}

Result<std::vector<Alarm>> Replica::alarms() const {
  const std::lock_guard lock(impl_->mu);
  return read_alarms(impl_->store);
}

}  // namespace kith::client

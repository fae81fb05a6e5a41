#include <algorithm>

#include "replica/replica_impl.h"

namespace kith::client {

using changelog::Table;

namespace {

// Of one space, or of none in particular. A relay or a partner can make as many as it likes: what is
// more than these is counted in the newest of its kind and not kept.
constexpr std::size_t kMaxAlarmsPerSpace = 64;

bool is_same(const Alarm& a, const Alarm& b) {
  return a.code == b.code && a.space == b.space && a.author == b.author && a.position == b.position;
}

// The row that makes room for another: one that a person has seen, else one that is over.
const Alarm* to_forget(const std::vector<Alarm>& known, SpaceNumber space) {
  for (const bool Alarm::*over : {&Alarm::dismissed, &Alarm::healed}) {
    for (const Alarm& alarm : known) {
      // Two histories, or two writers under one key, are evidence for good.
      const bool evidence = alarm.code == Code::FORK || alarm.code == Code::CLONED_DEVICE;
      if (alarm.space == space && alarm.*over && !evidence) return &alarm;
    }
  }
  return nullptr;
}

}  // namespace

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
  KITH_TRY(std::vector<Alarm> known, read_alarms(store));
  for (const Alarm& other : known) {
    if (!other.healed && !other.dismissed && is_same(other, alarm)) {
      alarm.id = other.id;
      return false;
    }
  }
  changelog::Batch batch;
  const auto of_space = std::count_if(known.begin(), known.end(), [&](const Alarm& a) { return a.space == alarm.space; });
  if (static_cast<std::size_t>(of_space) >= kMaxAlarmsPerSpace) {
    const Alarm* forgotten = to_forget(known, alarm.space);
    if (forgotten == nullptr) {
      Alarm& last = *std::find_if(known.rbegin(), known.rend(), [&](const Alarm& a) { return a.space == alarm.space; });
      ++last.repeated;
      batch.put(Table::alarm, number_key(last.id), encode_alarm(last));
      KITH_CHECK(store.commit(batch));
      return false;
    }
    batch.erase(Table::alarm, number_key(forgotten->id));
  }
  alarm.id = known.empty() ? 1 : known.back().id + 1;
  alarm.time_ms = clock.wall_ms();
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
  const MutexLock lock(impl_->mu);
  return read_alarms(impl_->store);
}

// Whoever dismisses a fork has seen that the relay showed two histories: from then on the space goes on,
// and merges by itself again a few times. Where a change of members is lost it waits for the decision.
Result<void> Replica::dismiss_alarm(std::uint64_t id) {
  const MutexLock lock(impl_->mu);
  KITH_TRY(const auto value, impl_->store.find(Table::alarm, number_key(id)));
  if (!value) return fail(Code::NOT_FOUND, "there is no such alarm");
  KITH_TRY(Alarm alarm, decode_alarm(number_key(id), *value));
  alarm.dismissed = true;
  changelog::Batch batch;
  batch.put(Table::alarm, number_key(id), encode_alarm(alarm));
  const SpaceRow* row = impl_->space(alarm.space);
  if (alarm.code != Code::FORK || row == nullptr) return impl_->store.commit(batch);
  SpaceRow next = row->clone();
  next.merges = 0;
  if (next.stopped == Code::FORK && !next.fork) next.stopped = Code{};
  return impl_->install(batch, std::move(next));
}

}  // namespace kith::client

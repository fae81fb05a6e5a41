#include "kith/client/replica.h"

#include <algorithm>

#include "replica/founding.h"
#include "replica/replica_impl.h"
#include "rows/held.h"

namespace kith::client {

SpaceRow* ReplicaImpl::space(SpaceNumber number) {
  const auto at = spaces.find(number);
  return at == spaces.end() ? nullptr : &at->second;
}

SpaceNumber ReplicaImpl::number_of(const SpaceId& id) const {
  const auto at = std::find_if(spaces.begin(), spaces.end(), [&id](const auto& one) { return one.second.id() == id; });
  return at == spaces.end() ? 0 : at->first;
}

Result<void> ReplicaImpl::install(changelog::Batch& batch, SpaceRow row) {
  std::vector<SpaceRow> rows;
  rows.push_back(std::move(row));
  return install(batch, std::move(rows));
}

Result<void> ReplicaImpl::install(changelog::Batch& batch, std::vector<SpaceRow> rows) {
  for (const SpaceRow& row : rows) batch.put(changelog::Table::space, space_key(row.number), encode_space(row));
  KITH_CHECK(store.commit(batch));
  for (SpaceRow& row : rows) {
    const SpaceNumber number = row.number;
    std::erase_if(entry_keys, [number](const auto& item) { return std::get<0>(item.first) == number; });
    spaces.insert_or_assign(number, std::move(row));
  }
  return {};
}

Result<void> ReplicaImpl::load() {
  Result<void> outcome;
  KITH_CHECK(store.scan(changelog::Table::space, {}, {}, [&](BytesView key, BytesView value) KITH_REQUIRES(mu) {
    Reader at(key);
    const SpaceNumber number = at.u32();
    auto row = at.at_end() ? decode_space(number, value) : Result<SpaceRow>(corrupt("a space under a key that is none"));
    if (!row.ok()) {
      outcome = row.error();
      return false;
    }
    last_time[row->number] = row->last_time_ms;
    spaces.emplace(row->number, *std::move(row));
    return true;
  }));
  KITH_CHECK(outcome);
  if (space(kSelfSpace) == nullptr) return corrupt("a vault without a self space");
  for (const auto& [number, row] : spaces) KITH_CHECK(load_lost(number));
  return {};
}

Result<std::uint64_t> ReplicaImpl::count_unsent(SpaceNumber number) const {
  KITH_TRY(const std::uint64_t all, store.waiting.count(changelog::Table::unsent, space_key(number)));
  KITH_TRY(const std::vector<UnsentRow> rows, unsent(record_prefix(number, kHeldKind)));
  const std::int64_t now_ms = clock.wall_ms();
  return all - static_cast<std::uint64_t>(
                   std::count_if(rows.begin(), rows.end(), [&](const UnsentRow& row) { return is_held(row, now_ms); }));
}

Result<SpaceInfo> ReplicaImpl::info(const SpaceRow& row) const {
  SpaceInfo out;
  out.number = row.number;
  out.membership = row.membership;
  out.head = row.head;
  out.my_member = row.me();
  out.verified = row.membership.kind == envelope::SpaceKind::self || (row.confirmed && row.partner_confirmed);
  out.ended = row.ended();
  out.leaving = row.leaving && !row.i_left();
  out.stopped = row.stopped;
  out.needs_decision = row.fork.has_value();
  KITH_TRY(out.unsent, count_unsent(row.number));
  KITH_CHECK(store.scan(changelog::Table::aside, space_key(row.number), {}, [&](BytesView, BytesView) {
    ++out.put_aside;
    return true;
  }));
  for (const auto& [id, lost_here] : lost_branch(row.number)) out.only_here += lost_here.stays_here ? 1 : 0;
  return out;
}

Replica::Replica(std::unique_ptr<ReplicaImpl> impl) : impl_(std::move(impl)) {}
Replica::~Replica() = default;

Result<std::unique_ptr<Replica>> Replica::create(changelog::Store& store, const Clock& clock, Random& random,
                                                 const AgreeKey& administration) {
  auto impl = std::make_unique<ReplicaImpl>(store, clock, random, administration);
  KITH_TRY(const auto existing, store.find(changelog::Table::space, space_key(kSelfSpace)));
  if (existing) return fail(Code::ALREADY_EXISTS, "this vault has its self space already");
  KITH_CHECK(found_space(*impl, envelope::SpaceKind::self, "", false));
  return std::unique_ptr<Replica>(new Replica(std::move(impl)));
}

Result<std::unique_ptr<Replica>> Replica::open(changelog::Store& store, const Clock& clock, Random& random,
                                               const AgreeKey& administration) {
  auto impl = std::make_unique<ReplicaImpl>(store, clock, random, administration);
  {
    const MutexLock lock(impl->mu);
    KITH_CHECK(impl->load());
  }
  return std::unique_ptr<Replica>(new Replica(std::move(impl)));
}

Result<std::vector<SpaceInfo>> Replica::spaces() const {
  const MutexLock lock(impl_->mu);
  std::vector<SpaceInfo> out;
  for (const auto& [number, row] : impl_->spaces) {
    KITH_TRY(SpaceInfo info, impl_->info(row));
    out.push_back(std::move(info));
  }
  return out;
}

Result<SpaceInfo> Replica::space(SpaceNumber number) const {
  const MutexLock lock(impl_->mu);
  const SpaceRow* row = impl_->space(number);
  if (row == nullptr) return fail(Code::NOT_FOUND, "no such space");
  return impl_->info(*row);
}

Result<std::optional<Bytes>> Replica::setting(std::string_view name) const {
  const MutexLock lock(impl_->mu);
  return impl_->store.find(changelog::Table::meta, as_bytes(name));
}

Result<void> Replica::set_setting(std::string_view name, BytesView value) {
  const MutexLock lock(impl_->mu);
  changelog::Batch batch;
  batch.put(changelog::Table::meta, to_bytes(name), to_bytes(value));
  return impl_->store.commit(batch);
}

}  // namespace kith::client

// Reading: the counted state of records with the unsent changes on top.

#include <algorithm>
#include <set>

#include "rows/index_rows.h"
#include "kith/protocol/merge.h"
#include "kith/protocol/sealing.h"
#include "replica/replica_impl.h"

namespace kith::client {
namespace {

using changelog::Table;

}  // namespace

model::PutName provisional_name(std::uint32_t index) {
  model::PutName name;
  name.entry.bytes.fill(0xff);
  name.index = index;
  return name;
}

std::int64_t ReplicaImpl::next_time(SpaceNumber number) {
  std::int64_t& last = last_time[number];
  // A clock beyond the year 2200 must not make this person's own entries unreadable to everybody.
  last = std::min(std::max(clock.wall_ms(), last + 1), protocol::kLastTimeMs);
  return last;
}

const Secret* ReplicaImpl::entry_key(const SpaceRow& row, const envelope::EntryHeader& header) {
  const Secret* secret = row.secret_of(header);
  if (secret == nullptr) return nullptr;
  // One key an epoch; those of lost branches by what their entries name.
  const Hash apart = row.lost_epochs.contains(header.membership) ? header.membership : Hash{};
  const auto [at, fresh] = entry_keys.try_emplace({row.number, header.epoch, apart});
  if (fresh) at->second = protocol::entry_key(row.id(), header.epoch, *secret);
  return &at->second;
}

Result<std::optional<model::RecordState>> ReplicaImpl::counted(SpaceNumber number, model::Kind kind,
                                                               const RecordId& id) const {
  const Bytes key = record_key(number, kind, id);
  KITH_TRY(const auto value, store.find(Table::record, key));
  if (!value) return std::optional<model::RecordState>();
  KITH_TRY(model::RecordState state, decode_state(key, *value));
  return std::optional(std::move(state));
}

Result<std::vector<UnsentRow>> ReplicaImpl::unsent(BytesView prefix) const {
  std::vector<UnsentRow> rows;
  Result<void> outcome;
  KITH_CHECK(store.scan(Table::unsent, prefix, {}, [&](BytesView key, BytesView value) {
    auto row = decode_unsent(key, value);
    if (!row.ok()) {
      outcome = row.error();
      return false;
    }
    rows.push_back(*std::move(row));
    return true;
  }));
  KITH_CHECK(outcome);
  return rows;
}

namespace {

// How many records are tried one by one before all are read.
constexpr std::size_t kLookedAt = 64;

// The unsent changes of one record in the order in which they were written: what is sealed by its number,
// what is open behind it.
void overlay(model::RecordState& state, std::vector<UnsentRow> rows, const SpaceRow& space, std::uint32_t& index) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const UnsentRow& a, const UnsentRow& b) { return a.key.sequence < b.key.sequence; });
  for (const UnsentRow& row : rows) {
    protocol::apply_change(state, row.change,
                           {space.device.key, model::kUnplaced, row.name.value_or(provisional_name(index++))},
                           space.membership);
  }
}

// What came ahead of its place in the log, as far as its authors' chains reach. Kept in memory alone and
// made anew by every sync that still meets the gap, so that nothing of it ever enters the state.
void overlay(model::RecordState& state, const std::vector<AheadChange>& ahead, const SpaceRow& space) {
  for (const AheadChange& one : ahead) protocol::apply_change(state, one.change, one.written, space.membership);
}

}  // namespace

Result<std::optional<model::RecordState>> ReplicaImpl::state(SpaceNumber number, model::Kind kind,
                                                             const RecordId& id) {
  const SpaceRow* row = space(number);
  if (row == nullptr) return fail(Code::NOT_FOUND, "no such space");
  KITH_TRY(std::optional<model::RecordState> out, counted(number, kind, id));
  KITH_TRY(std::vector<UnsentRow> changes, unsent(record_key(number, kind, id)));
  for (const auto* shown : {&lost_shown, &ahead}) {
    const auto early = shown->find({number, kind, id});
    if (early == shown->end()) continue;
    if (!out) out.emplace();
    overlay(*out, early->second, *row);
  }
  if (changes.empty()) return out;
  if (!out) out.emplace();
  out->id = id;
  out->kind = kind;
  std::uint32_t index = 0;
  overlay(*out, std::move(changes), *row, index);
  return out;
}

Result<std::vector<model::RecordState>> ReplicaImpl::states(SpaceNumber number, model::Kind kind,
                                                            std::set<RecordId>* with_unsent) {
  const SpaceRow* row = space(number);
  if (row == nullptr) return fail(Code::NOT_FOUND, "no such space");
  std::map<RecordId, model::RecordState> found;
  Result<void> outcome;
  KITH_CHECK(store.scan(Table::record, record_prefix(number, kind), {}, [&](BytesView key, BytesView value) {
    auto state = decode_state(key, value);
    if (!state.ok()) {
      outcome = state.error();
      return false;
    }
    found.emplace(state->id, *std::move(state));
    return true;
  }));
  KITH_CHECK(outcome);
  for (const auto* shown : {&lost_shown, &ahead}) {
    for (auto at = shown->lower_bound({number, kind, RecordId{}});
         at != shown->end() && at->first.space == number && at->first.kind == kind; ++at) {
      overlay(found[at->first.id], at->second, *row);
    }
  }
  std::uint32_t index = 0;
  // Record by record: of a log that was never sent there are tens of thousands.
  std::vector<UnsentRow> one;
  const auto lay = [&] {
    if (one.empty()) return;
    const RecordId id = one.front().key.record;
    model::RecordState& state = found[id];
    state.id = id;
    state.kind = kind;
    overlay(state, std::move(one), *row, index);
    one.clear();
    if (with_unsent != nullptr) with_unsent->insert(id);
  };
  KITH_CHECK(store.scan(Table::unsent, record_prefix(number, kind), {}, [&](BytesView key, BytesView value) {
    auto change = decode_unsent(key, value);
    if (!change.ok()) {
      outcome = change.error();
      return false;
    }
    if (!one.empty() && one.front().key.record != change->key.record) lay();
    one.push_back(*std::move(change));
    return true;
  }));
  KITH_CHECK(outcome);
  lay();
  std::vector<model::RecordState> out;
  out.reserve(found.size());
  for (auto& [id, state] : found) out.push_back(std::move(state));
  return out;
}

Result<std::optional<model::RecordState>> ReplicaImpl::find_state(SpaceNumber number, const RecordId& id,
                                                                 model::Kind kind) {
  const bool known = kind != model::Kind::unknown;
  const std::uint16_t first = known ? static_cast<std::uint16_t>(kind) : std::uint16_t{1};
  const std::uint16_t last = known ? first : kLastKind;
  for (std::uint16_t one = first; one <= last; ++one) {
    KITH_TRY(auto found, state(number, static_cast<model::Kind>(one), id));
    if (found && model::visible(*found)) return found;
  }
  return std::optional<model::RecordState>();
}

Shown ReplicaImpl::shown(const SpaceRow& row, const model::RecordState& state, model::Record record) const {
  Shown out;
  out.record = std::move(record);
  out.space = row.number;
  out.author = row.member_of(state.origin_author);
  out.mine = out.author != 0 && out.author == row.me();
  out.created_ms = state.origin_time_ms;
  out.made = state.made;
  if (model::contested(state)) {
    const model::Removal& last = state.removals.back();
    out.removed_by = row.member_of(last.author);
    out.removed_by_me = out.removed_by == row.me();
    out.removed_ms = last.time_ms;
  }
  return out;
}

Result<std::vector<Shown>> Replica::list(SpaceNumber number, model::Kind kind) const {
  const MutexLock lock(impl_->mu);
  std::set<RecordId> unsent;
  KITH_TRY(const std::vector<model::RecordState> states, impl_->states(number, kind, &unsent));
  const SpaceRow& row = *impl_->space(number);
  std::vector<Shown> out;
  for (const model::RecordState& state : states) {
    auto record = model::visible(state);
    if (!record) continue;
    out.push_back(impl_->shown(row, state, *std::move(record)));
    out.back().unsent = unsent.contains(state.id);
  }
  return out;
}

Result<bool> Replica::any(SpaceNumber number, model::Kind kind) const {
  const MutexLock lock(impl_->mu);
  const Bytes prefix = record_prefix(number, kind);
  std::vector<RecordId> ids;
  const auto next_id = [&](BytesView key, BytesView) {
    const auto id = RecordId::from(key.subspan(prefix.size(), RecordId::kSize));
    if (id && (ids.empty() || ids.back() != *id)) ids.push_back(*id);
    return ids.size() < kLookedAt;
  };
  KITH_CHECK(impl_->store.scan(Table::record, prefix, {}, next_id));
  KITH_CHECK(impl_->store.scan(Table::unsent, prefix, {}, next_id));
  for (const RecordId& id : ids) {
    KITH_TRY(const auto state, impl_->state(number, kind, id));
    if (state && model::visible(*state)) return true;
  }
  if (ids.size() < kLookedAt && impl_->ahead.empty() && impl_->lost_shown.empty()) return false;
  // Everything looked at was removed, or shows only what is not counted yet.
  KITH_TRY(const std::vector<model::RecordState> states, impl_->states(number, kind));
  return std::any_of(states.begin(), states.end(), [](const model::RecordState& s) { return model::visible(s); });
}

Result<std::optional<Shown>> Replica::find(SpaceNumber number, const RecordId& id, model::Kind kind) const {
  const MutexLock lock(impl_->mu);
  if (impl_->space(number) == nullptr) return fail(Code::NOT_FOUND, "no such space");
  KITH_TRY(const auto state, impl_->find_state(number, id, kind));
  if (!state) return std::optional<Shown>();
  Shown out = impl_->shown(*impl_->space(number), *state, *model::visible(*state));
  KITH_TRY(const std::uint64_t waits, impl_->store.waiting.count(Table::unsent, record_key(number, state->kind, id)));
  out.unsent = waits > 0;
  return std::optional(std::move(out));
}

Result<std::optional<Shown>> Replica::find(const RecordId& id, model::Kind kind) const {
  std::vector<SpaceNumber> numbers;
  {
    const MutexLock lock(impl_->mu);
    for (const auto& [number, row] : impl_->spaces) numbers.push_back(number);
  }
  for (const SpaceNumber number : numbers) {
    KITH_TRY(auto found, find(number, id, kind));
    if (found) return found;
  }
  return std::optional<Shown>();
}

Changes Replica::changed_since(std::uint64_t mark) const {
  const RecordTrail::Since since = impl_->store.trail.since(mark);
  Changes out{since.mark, since.forgotten, {}};
  for (const std::string& key : since.keys) {
    out.records.push_back(record_of(as_bytes(key)));
  }
  return out;
}

}  // namespace kith::client

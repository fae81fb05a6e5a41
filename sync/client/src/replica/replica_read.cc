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
  last = std::max(clock.wall_ms(), last + 1);
  return last;
}

const Secret* ReplicaImpl::entry_key(const SpaceRow& row, std::uint32_t epoch) {
  const auto secret = row.epochs.find(epoch);
  if (secret == row.epochs.end()) return nullptr;
  const auto [at, fresh] = entry_keys.try_emplace({row.number, epoch});
  if (fresh) at->second = protocol::entry_key(row.id(), epoch, secret->second);
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

// Sealed changes come before open ones of the same field, because open sorts last in the key.
void overlay(model::RecordState& state, const UnsentRow& row, const SpaceRow& space, std::uint32_t index) {
  const auto same = [&space](const SignKey& a, const SignKey& b) {
    return space.membership.member_of(a) == space.membership.member_of(b);
  };
  protocol::apply_change(state, row.change, space.device.key, row.name.value_or(provisional_name(index)), same);
}

}  // namespace

Result<std::optional<model::RecordState>> ReplicaImpl::state(SpaceNumber number, model::Kind kind,
                                                             const RecordId& id) {
  const SpaceRow* row = space(number);
  if (row == nullptr) return fail(Code::NOT_FOUND, "no such space");
  KITH_TRY(std::optional<model::RecordState> out, counted(number, kind, id));
  KITH_TRY(const std::vector<UnsentRow> changes, unsent(record_key(number, kind, id)));
  std::uint32_t index = 0;
  for (const UnsentRow& change : changes) {
    if (!out) {
      out.emplace();
      out->id = id;
      out->kind = kind;
    }
    overlay(*out, change, *row, index++);
  }
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
  std::uint32_t index = 0;
  // Row by row: of a log that was never sent there are tens of thousands.
  KITH_CHECK(store.scan(Table::unsent, record_prefix(number, kind), {}, [&](BytesView key, BytesView value) {
    const auto change = decode_unsent(key, value);
    if (!change.ok()) {
      outcome = change.error();
      return false;
    }
    model::RecordState& state = found[change->key.record];
    state.id = change->key.record;
    state.kind = kind;
    overlay(state, *change, *row, index++);
    if (with_unsent != nullptr) with_unsent->insert(state.id);
    return true;
  }));
  KITH_CHECK(outcome);
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
  out.author = row.membership.member_of(state.origin_author);
  out.mine = out.author != 0 && out.author == row.membership.member_of(row.device.key);
  out.created_ms = state.origin_time_ms;
  const std::uint32_t deleter = row.membership.member_of(state.deleted_by);
  // Whoever deleted it and wrote in it since has put it back.
  const bool put_back = std::any_of(state.fields.begin(), state.fields.end(), [&](const auto& field) {
    return std::any_of(field.second.begin(), field.second.end(), [&](const model::Put& put) {
      return row.membership.member_of(put.author) == deleter;
    });
  });
  out.deleted_by_other = state.deleted && deleter != row.membership.member_of(row.device.key) && !put_back;
  return out;
}

Result<std::vector<Shown>> Replica::list(SpaceNumber number, model::Kind kind) const {
  const std::lock_guard lock(impl_->mu);
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

Result<std::optional<Shown>> Replica::find(SpaceNumber number, const RecordId& id, model::Kind kind) const {
  const std::lock_guard lock(impl_->mu);
  if (impl_->space(number) == nullptr) return fail(Code::NOT_FOUND, "no such space");
  KITH_TRY(const auto state, impl_->find_state(number, id, kind));
  if (!state) return std::optional<Shown>();
  Shown out = impl_->shown(*impl_->space(number), *state, *model::visible(*state));
  out.unsent = impl_->waiting.count(Table::unsent, record_key(number, state->kind, id)) > 0;
  return std::optional(std::move(out));
}

Result<std::optional<Shown>> Replica::find(const RecordId& id, model::Kind kind) const {
  std::vector<SpaceNumber> numbers;
  {
    const std::lock_guard lock(impl_->mu);
    for (const auto& [number, row] : impl_->spaces) numbers.push_back(number);
  }
  for (const SpaceNumber number : numbers) {
    KITH_TRY(auto found, find(number, id, kind));
    if (found) return found;
  }
  return std::optional<Shown>();
}

Changes Replica::changed_since(std::uint64_t mark) const {
  const RecordTrail::Since since = impl_->trail.since(mark);
  Changes out{since.mark, since.forgotten, {}};
  for (const std::string& key : since.keys) {
    const RecordKey record = record_of(as_bytes(key));
    out.records.push_back({record.space, record.kind, record.id});
  }
  return out;
}

}  // namespace kith::client

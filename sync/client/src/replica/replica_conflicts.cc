// Values that lost against another one written at the same time, until a person decides.

#include <algorithm>

#include "replica/replica_impl.h"

namespace kith::client {
namespace {

using changelog::Table;

struct Found {
  SpaceNumber space = 0;
  model::RecordState state;
  model::FieldNumber field = 0;
  model::Put kept;
  bool removal = false;  // of the whole record; there is no field and no kept value
};

// A removal has no put that could name it: the record does.
model::PutName removal_name(const RecordId& id) {
  return {*decltype(model::PutName::entry)::from(id.view()), kRemovalIndex};
}

void add_kept(SpaceNumber number, const model::RecordState& state, std::vector<Found>& out) {
  if (!model::visible(state)) return;
  if (model::contested(state)) {
    Found found{number, state, 0, {}, true};
    found.kept.name = removal_name(state.id);
    found.kept.author = state.removals.back().author;
    found.kept.time_ms = state.removals.back().time_ms;
    out.push_back(std::move(found));
    return;  // to keep one value of it would be to keep that value alone
  }
  for (const auto& [field, live] : state.fields) {
    if (live.size() < 2) continue;
    const model::PutName shown = model::shown_put(live).name;
    for (const model::Put& put : live) {
      if (put.name != shown) out.push_back({number, state, field, put, false});
    }
  }
}

Result<void> add_kept_of_space(ReplicaImpl& impl, SpaceNumber number, std::vector<Found>& out) KITH_REQUIRES(impl.mu) {
  for (std::uint16_t kind = 1; kind <= kLastKind; ++kind) {
    KITH_TRY(const std::vector<model::RecordState> states, impl.states(number, static_cast<model::Kind>(kind)));
    for (const model::RecordState& state : states) add_kept(number, state, out);
  }
  return {};
}

Result<std::vector<Found>> kept_values(ReplicaImpl& impl) KITH_REQUIRES(impl.mu) {
  std::vector<Found> out;
  for (const auto& [number, row] : impl.spaces) KITH_CHECK(add_kept_of_space(impl, number, out));
  return out;
}

Result<Found> find_kept(ReplicaImpl& impl, const model::PutName& name) KITH_REQUIRES(impl.mu) {
  KITH_TRY(std::vector<Found> all, kept_values(impl));
  for (Found& found : all) {
    if (found.kept.name == name) return std::move(found);
  }
  return fail(Code::NOT_FOUND, "there is no such conflict, or it was decided already");
}

// Writes `value` over the shown and the kept value; other kept values of the field stay.
Result<void> decide(ReplicaImpl& impl, const Found& found, const model::Value& value) KITH_REQUIRES(impl.mu) {
  protocol::Change change;
  change.record = found.state.id;
  change.kind = found.state.kind;
  change.field = found.field;
  change.value = value;
  change.time_ms = impl.next_time(found.space);
  KITH_TRY(change.made, impl.made_of(found.space, found.state.kind, found.state.id));
  const std::vector<model::Put>& live = found.state.fields.at(found.field);
  change.replaces = {model::shown_put(live).name, found.kept.name};
  return impl.write(found.space, {change});
}

}  // namespace

Result<std::vector<Conflict>> Replica::conflicts() const {
  const MutexLock lock(impl_->mu);
  KITH_TRY(const std::vector<Found> all, kept_values(*impl_));
  std::vector<Conflict> out;
  for (const Found& found : all) {
    const SpaceRow& row = *impl_->space(found.space);
    Conflict conflict;
    conflict.name = found.kept.name;
    conflict.space = found.space;
    conflict.record = found.state.id;
    conflict.kind = found.state.kind;
    conflict.field = found.field;
    conflict.removal = found.removal;
    if (!found.removal) conflict.shown = model::shown_put(found.state.fields.at(found.field)).value;
    conflict.kept = found.kept.value;
    conflict.author = row.member_of(found.kept.author);
    conflict.mine = conflict.author == row.me();
    out.push_back(std::move(conflict));
  }
  return out;
}

Result<bool> Replica::any_conflict_with_a_partner() const {
  const MutexLock lock(impl_->mu);
  std::vector<Found> found;
  for (const auto& [number, row] : impl_->spaces) {
    if (number != kSelfSpace && !row.ended() && found.empty()) KITH_CHECK(add_kept_of_space(*impl_, number, found));
  }
  return !found.empty();
}

Result<void> Replica::keep(const model::PutName& kept) {
  MutexLock lock(impl_->mu);
  KITH_TRY(const Found found, find_kept(*impl_, kept));
  if (found.removal) {  // an edit of nothing writes all of a contested record
    lock.unlock();
    return change(found.space, {{found.state.id, found.state.kind, {}, false}});
  }
  return decide(*impl_, found, found.kept.value);
}

Result<void> Replica::dismiss(const model::PutName& kept) {
  MutexLock lock(impl_->mu);
  KITH_TRY(const Found found, find_kept(*impl_, kept));
  if (found.removal) {
    lock.unlock();
    return change(found.space, {{found.state.id, found.state.kind, {}, true}});
  }
  const model::Value shown = model::shown_put(found.state.fields.at(found.field)).value;
  return decide(*impl_, found, shown);
}

}  // namespace kith::client

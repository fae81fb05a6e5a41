// Writing: a person's edit becomes unsent changes, in one atomic step and without a network.

#include <algorithm>

#include "replica/replica_impl.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;
using protocol::Change;
using protocol::Op;

constexpr std::size_t kMaxRecordBytes = 128 * 1024;

UnsentKey open_key(SpaceNumber space, const Change& change) {
  return {space, change.kind, change.record, key_field(change), kOpen};
}

bool is_provisional(const model::PutName& name) { return name.entry == provisional_name(0).entry; }

// One open change a field: a second edit before anything was sent takes the first one's place
// and still replaces what that one replaced. Of more names than a change may hold the oldest stay
// unreplaced: their values are kept, nothing is lost.
Result<void> stage(ReplicaImpl& impl, Batch& batch, SpaceNumber space, Change change) KITH_REQUIRES(impl.mu) {
  const UnsentKey key = open_key(space, change);
  std::erase_if(change.replaces, is_provisional);
  change.seen = impl.space(space)->head.position;
  KITH_TRY(const auto earlier, impl.store.find(Table::unsent, unsent_key(key)));
  if (earlier) {
    KITH_TRY(const UnsentRow row, decode_unsent(unsent_key(key), *earlier));
    for (const model::PutName& name : row.change.replaces) {
      if (std::find(change.replaces.begin(), change.replaces.end(), name) == change.replaces.end()) {
        change.replaces.push_back(name);
      }
    }
  }
  if (change.replaces.size() > protocol::kMaxNames) change.replaces.resize(protocol::kMaxNames);
  batch.put(Table::unsent, unsent_key(key), encode_unsent({key, std::move(change), std::nullopt}));
  return {};
}

Result<void> stage_bounded(ReplicaImpl& impl, Batch& batch, SpaceNumber space, Change change) KITH_REQUIRES(impl.mu) {
  // Whatever a caller mixes up: what is private never stands in a space that somebody else reads.
  if (space != kSelfSpace && model::traits_of(change.kind).lives == model::Lives::self) {
    return fail(Code::PERMISSION_DENIED, "a record of this kind never leaves the own space");
  }
  if (protocol::size_in_body(change) > kMaxRecordBytes) return fail(Code::TOO_LARGE, "a text that is too long to keep");
  return stage(impl, batch, space, std::move(change));
}

Change put_change(model::Kind kind, const RecordId& id, model::FieldNumber field,
                  std::optional<model::Value> value, std::int64_t time) {
  Change change;
  change.record = id;
  change.kind = kind;
  change.field = field;
  change.value = std::move(value);
  change.time_ms = time;
  return change;
}

Error not_found() { return fail(Code::NOT_FOUND, "there is no such thing, or it was removed"); }

// A change of the whole record takes the place of all its open changes.
// Whether the log or a sealed entry has any of the record: else it only leaves this device.
Result<bool> drop_open(ReplicaImpl& impl, Batch& batch, SpaceNumber space, const model::RecordState& state)
    KITH_REQUIRES(impl.mu) {
  KITH_TRY(const auto rows, impl.unsent(record_key(space, state.kind, state.id)));
  bool elsewhere = false;
  for (const UnsentRow& row : rows) {
    if (row.key.sequence == kOpen) {
      batch.erase(Table::unsent, unsent_key(row.key));
    } else {
      elsewhere = true;
    }
  }
  KITH_TRY(const auto counted, impl.counted(space, state.kind, state.id));
  const RecordPlace place{space, state.kind, state.id};
  return elsewhere || counted || impl.ahead.contains(place) || impl.lost_shown.contains(place);
}

}  // namespace

Result<void> ReplicaImpl::writable(SpaceNumber number) {
  const SpaceRow* row = space(number);
  if (row == nullptr) return fail(Code::NOT_FOUND, "no such space");
  if (row->ended()) return fail(Code::CLOSED, "this pair has ended; both keep what they have");
  if (!row->may_write()) {
    return fail(Code::UNVERIFIED_KEY, "both persons must compare and confirm the digits first");
  }
  return {};
}

Result<void> ReplicaImpl::write(SpaceNumber number, const std::vector<Change>& changes) {
  KITH_CHECK(writable(number));
  Batch batch;
  for (const Change& change : changes) KITH_CHECK(stage_bounded(*this, batch, number, change));
  return batch.empty() ? Result<void>() : store.commit(batch);
}

Result<std::vector<RecordId>> Replica::create_records(SpaceNumber space, model::Kind kind,
                                                      const std::vector<Fields>& records) {
  const MutexLock lock(impl_->mu);
  const std::int64_t time = impl_->next_time(space);
  std::vector<RecordId> ids;
  std::vector<Change> changes;
  KITH_CHECK(impl_->writable(space));
  for (const Fields& fields : records) {
    ids.push_back(impl_->new_id(space));
    KITH_TRY(const auto made, impl_->made_of(space, kind, ids.back()));
    for (const auto& [field, value] : fields) {
      changes.push_back(put_change(kind, ids.back(), field, value, time));
      changes.back().made = made;
    }
  }
  KITH_CHECK(impl_->write(space, changes));
  for (const RecordId& id : ids) impl_->fresh_ids.erase(id);
  return ids;
}

Result<RecordId> Replica::create_record(SpaceNumber space, model::Kind kind, const Fields& fields) {
  KITH_TRY(const std::vector<RecordId> ids, create_records(space, kind, {fields}));
  return ids.front();
}

namespace {

// The field as a person leaves it: every live put of it that he was shown or chose among is replaced.
Result<void> stage_field(ReplicaImpl& impl, Batch& batch, SpaceNumber space, const model::RecordState& state,
                         model::FieldNumber field, const std::optional<model::Value>& value, std::int64_t time)
                             KITH_REQUIRES(impl.mu) {
  Change change = put_change(state.kind, state.id, field, value, time);
  KITH_TRY(change.made, impl.made_of(space, state.kind, state.id));
  const auto live = state.fields.find(field);
  if (live != state.fields.end() && !live->second.empty()) change.replaces = {model::shown_put(live->second).name};
  return stage_bounded(impl, batch, space, std::move(change));
}

// What an edit of one record comes to. Only fields whose value differs are written; but whoever edits a
// record that somebody removed meanwhile keeps it, whole, so every field is written.
Result<void> stage_edit(ReplicaImpl& impl, Batch& batch, SpaceNumber space, const model::RecordState& state,
                        const FieldEdits& edits, std::int64_t time) KITH_REQUIRES(impl.mu) {
  const bool whole = model::contested(state);
  for (const auto& [field, live] : state.fields) {
    if (!whole || live.empty() || edits.contains(field)) continue;
    KITH_CHECK(stage_field(impl, batch, space, state, field, model::shown_put(live).value, time));
  }
  for (const auto& [field, value] : edits) {
    const auto live = state.fields.find(field);
    const bool held = live != state.fields.end() && !live->second.empty();
    if (!held && !value) continue;
    if (held && value && !whole && model::shown_put(live->second).value == *value) continue;
    KITH_CHECK(stage_field(impl, batch, space, state, field, value, time));
  }
  return {};
}

// A removal names a position and no puts, so its size does not depend on what is removed.
Result<void> stage_remove(ReplicaImpl& impl, Batch& batch, SpaceNumber space, const model::RecordState& state,
                          std::int64_t time) KITH_REQUIRES(impl.mu) {
  KITH_TRY(const bool elsewhere, drop_open(impl, batch, space, state));
  if (!elsewhere) return {};
  Change change;
  change.record = state.id;
  change.kind = state.kind;
  change.op = Op::remove;
  change.time_ms = time;
  return stage(impl, batch, space, std::move(change));
}

// What no log has counted stays as old as it is: an edit of it is still part of its making.
Result<std::int64_t> time_of_edit(const ReplicaImpl& impl, SpaceNumber space, const model::RecordState& state,
                                  std::int64_t now) KITH_REQUIRES(impl.mu) {
  KITH_TRY(const auto counted, impl.counted(space, state.kind, state.id));
  return counted ? now : state.origin_time_ms;
}

}  // namespace

Result<void> Replica::change(SpaceNumber space, const std::vector<RecordChange>& changes) {
  const MutexLock lock(impl_->mu);
  KITH_CHECK(impl_->writable(space));
  const std::int64_t time = impl_->next_time(space);
  Batch batch;
  for (const RecordChange& one : changes) {
    if (one.made) impl_->fresh_ids[one.id] = *one.made;
    KITH_TRY(const auto state, impl_->find_state(space, one.id, one.kind));
    if (one.remove) {
      if (!state) return not_found();
      KITH_CHECK(stage_remove(*impl_, batch, space, *state, time));
    } else {
      model::RecordState fresh;  // what was removed comes back with the fields given, and nothing else of it
      fresh.id = one.id;
      fresh.kind = one.kind;
      std::int64_t when = one.time_ms > 0 && one.time_ms < time ? one.time_ms : time;
      if (state) {
        KITH_TRY(when, time_of_edit(*impl_, space, *state, when));
      }
      KITH_CHECK(stage_edit(*impl_, batch, space, state ? *state : fresh, one.fields, when));
    }
  }
  KITH_CHECK(batch.empty() ? Result<void>() : impl_->store.commit(batch));
  for (const RecordChange& one : changes) impl_->fresh_ids.erase(one.id);
  return {};
}

RecordId ReplicaImpl::new_id(SpaceNumber number) {
  const RecordId drawn = random.make<RecordId>();
  const SpaceRow* row = space(number);
  if (row == nullptr || row->membership.kind == envelope::SpaceKind::self) return drawn;
  const RecordId id = protocol::shared_id(row->id(), row->me(), drawn);
  fresh_ids[id] = drawn;
  return id;
}

Result<std::optional<RecordId>> ReplicaImpl::made_of(SpaceNumber number, model::Kind kind, const RecordId& id) {
  const auto fresh = fresh_ids.find(id);
  if (fresh != fresh_ids.end()) return std::optional(fresh->second);
  KITH_TRY(const auto known, state(number, kind, id));
  return known ? known->made : std::nullopt;
}

RecordId Replica::new_id(SpaceNumber space) {
  const MutexLock lock(impl_->mu);
  return impl_->new_id(space);
}

Result<void> Replica::edit(SpaceNumber space, const RecordId& id, const FieldEdits& edits) {
  const MutexLock lock(impl_->mu);
  KITH_CHECK(impl_->writable(space));
  KITH_TRY(const auto state, impl_->find_state(space, id));
  if (!state) return not_found();
  Batch batch;
  KITH_TRY(const std::int64_t time, time_of_edit(*impl_, space, *state, impl_->next_time(space)));
  KITH_CHECK(stage_edit(*impl_, batch, space, *state, edits, time));
  return batch.empty() ? Result<void>() : impl_->store.commit(batch);
}

Result<void> Replica::remove(SpaceNumber space, const RecordId& id) {
  return change(space, {{id, model::Kind::unknown, {}, true}});
}

Result<void> Replica::withdraw(SpaceNumber space, const RecordId& id) {
  const MutexLock lock(impl_->mu);
  KITH_CHECK(impl_->writable(space));
  KITH_TRY(const auto state, impl_->find_state(space, id));
  if (!state) return not_found();
  const SpaceRow& row = *impl_->space(space);
  if (row.member_of(state->origin_author) != row.me()) {
    return fail(Code::PERMISSION_DENIED, "only the person who shared it can withdraw it");
  }
  Batch batch;
  KITH_TRY(const bool elsewhere, drop_open(*impl_, batch, space, *state));
  if (elsewhere) {
    Change change;
    change.record = id;
    change.kind = state->kind;
    change.op = Op::withdraw;
    change.made = state->made;
    change.time_ms = impl_->next_time(space);
    KITH_CHECK(stage(*impl_, batch, space, std::move(change)));
  }
  return impl_->store.commit(batch);
}

}  // namespace kith::client

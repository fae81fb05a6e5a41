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
// and still replaces what that one replaced.
Result<void> stage(ReplicaImpl& impl, Batch& batch, SpaceNumber space, Change change) {
  const UnsentKey key = open_key(space, change);
  std::erase_if(change.replaces, is_provisional);
  KITH_TRY(const auto earlier, impl.store.find(Table::unsent, unsent_key(key)));
  if (earlier) {
    KITH_TRY(const UnsentRow row, decode_unsent(unsent_key(key), *earlier));
    for (const model::PutName& name : row.change.replaces) {
      if (std::find(change.replaces.begin(), change.replaces.end(), name) == change.replaces.end()) {
        change.replaces.push_back(name);
      }
    }
  }
  batch.put(Table::unsent, unsent_key(key), encode_unsent({key, std::move(change), std::nullopt}));
  return {};
}

Result<void> stage_bounded(ReplicaImpl& impl, Batch& batch, SpaceNumber space, Change change) {
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

std::vector<model::PutName> all_names(const model::RecordState& state) {
  std::vector<model::PutName> names;
  for (const auto& [field, live] : state.fields) {
    for (const model::Put& put : live) names.push_back(put.name);
  }
  return names;
}

// A change of the whole record takes the place of all its open changes.
Result<void> drop_open(ReplicaImpl& impl, Batch& batch, SpaceNumber space, const model::RecordState& state) {
  KITH_TRY(const auto rows, impl.unsent(record_key(space, state.kind, state.id)));
  for (const UnsentRow& row : rows) {
    if (row.key.sequence == kOpen) batch.erase(Table::unsent, unsent_key(row.key));
  }
  return {};
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
  const std::lock_guard lock(impl_->mu);
  const std::int64_t time = impl_->next_time(space);
  std::vector<RecordId> ids;
  std::vector<Change> changes;
  for (const Fields& fields : records) {
    ids.push_back(impl_->random.make<RecordId>());
    for (const auto& [field, value] : fields) changes.push_back(put_change(kind, ids.back(), field, value, time));
  }
  KITH_CHECK(impl_->write(space, changes));
  return ids;
}

Result<RecordId> Replica::create_record(SpaceNumber space, model::Kind kind, const Fields& fields) {
  KITH_TRY(const std::vector<RecordId> ids, create_records(space, kind, {fields}));
  return ids.front();
}

namespace {

// What an edit of one record comes to. Only fields whose value differs are written.
Result<void> stage_edit(ReplicaImpl& impl, Batch& batch, SpaceNumber space, const model::RecordState& state,
                        const FieldEdits& edits, std::int64_t time) {
  for (const auto& [field, value] : edits) {
    const auto live = state.fields.find(field);
    const bool held = live != state.fields.end() && !live->second.empty();
    if (!held && !value) continue;
    Change change = put_change(state.kind, state.id, field, value, time);
    if (held) {
      const model::Put& shown = model::shown_put(live->second);
      if (value && shown.value == *value) continue;
      change.replaces.push_back(shown.name);
    }
    KITH_CHECK(stage_bounded(impl, batch, space, std::move(change)));
  }
  return {};
}

Result<void> stage_remove(ReplicaImpl& impl, Batch& batch, SpaceNumber space, const model::RecordState& state,
                          std::int64_t time) {
  KITH_CHECK(drop_open(impl, batch, space, state));
  Change change;
  change.record = state.id;
  change.kind = state.kind;
  change.op = Op::remove;
  change.replaces = all_names(state);
  std::erase_if(change.replaces, is_provisional);
  change.time_ms = time;
  // What no log and no entry has seen needs no delete: it only leaves this device.
  if (change.replaces.empty()) return {};
  return stage(impl, batch, space, std::move(change));
}

// What no log has counted stays as old as it is: an edit of it is still part of its making.
Result<std::int64_t> time_of_edit(const ReplicaImpl& impl, SpaceNumber space, const model::RecordState& state,
                                  std::int64_t now) {
  KITH_TRY(const auto counted, impl.counted(space, state.kind, state.id));
  return counted ? now : state.origin_time_ms;
}

}  // namespace

Result<void> Replica::change(SpaceNumber space, const std::vector<RecordChange>& changes) {
  const std::lock_guard lock(impl_->mu);
  KITH_CHECK(impl_->writable(space));
  const std::int64_t time = impl_->next_time(space);
  Batch batch;
  for (const RecordChange& one : changes) {
    KITH_TRY(const auto state, impl_->find_state(space, one.id, one.kind));
    if (one.remove) {
      if (!state) return not_found();
      KITH_CHECK(stage_remove(*impl_, batch, space, *state, time));
    } else {
      model::RecordState fresh;
      fresh.id = one.id;
      fresh.kind = one.kind;
      std::int64_t when = one.time_ms > 0 && one.time_ms < time ? one.time_ms : time;
      if (state) {
        KITH_TRY(when, time_of_edit(*impl_, space, *state, when));
      }
      KITH_CHECK(stage_edit(*impl_, batch, space, state ? *state : fresh, one.fields, when));
    }
  }
  return batch.empty() ? Result<void>() : impl_->store.commit(batch);
}

RecordId Replica::new_id() {
  const std::lock_guard lock(impl_->mu);
  return impl_->random.make<RecordId>();
}

Result<void> Replica::edit(SpaceNumber space, const RecordId& id, const FieldEdits& edits) {
  const std::lock_guard lock(impl_->mu);
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
  const std::lock_guard lock(impl_->mu);
  KITH_CHECK(impl_->writable(space));
  KITH_TRY(const auto state, impl_->find_state(space, id));
  if (!state) return not_found();
  const SpaceRow& row = *impl_->space(space);
  if (row.membership.member_of(state->origin_author) != row.membership.member_of(row.device.key)) {
    return fail(Code::PERMISSION_DENIED, "only the person who shared it can withdraw it");
  }
  Batch batch;
  KITH_CHECK(drop_open(*impl_, batch, space, *state));
  std::vector<model::PutName> names = all_names(*state);
  std::erase_if(names, is_provisional);
  if (!names.empty()) {
    Change change;
    change.record = id;
    change.kind = state->kind;
    change.op = Op::withdraw;
    change.time_ms = impl_->next_time(space);
    KITH_CHECK(stage(*impl_, batch, space, std::move(change)));
  }
  return impl_->store.commit(batch);
}

}  // namespace kith::client

#include "exchange/rebuild.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

using States = std::map<RecordPlace, model::RecordState>;

// Where a carried entry came in: as is known from now on, or as is stored; 0: nowhere.
Result<std::uint64_t> place_of(const ReplicaImpl& impl, SpaceNumber number, const Hash& id, const Places& places) {
  const auto fresh = places.find(id);
  if (fresh != places.end()) return fresh->second;
  KITH_TRY(const auto value, impl.store.find(Table::author, carried_key(number, id)));
  if (!value) return std::uint64_t{0};
  KITH_TRY(const AuthorEntry place, decode_author_entry(*value));
  return place.position;
}

void apply_touched(States& states, const SpaceRow& row, const std::vector<AheadChange>& changes) {
  for (const AheadChange& one : changes) {
    const auto at = states.find({row.number, one.change.kind, one.change.record});
    if (at != states.end()) protocol::apply_change(at->second, one.change, one.written, row.membership);
  }
}

// One entry of the log in its turn. Carried entries count once, as they did when they came.
Result<void> replay(ReplicaImpl& impl, const SpaceRow& row, std::uint64_t position, BytesView bytes, States& states,
                    const Places& places, std::set<Hash>& carried) KITH_REQUIRES(impl.mu) {
  KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(bytes));
  const auto said = read_said(impl, row, entry, position);
  if (!said.ok()) return {};  // written before this device came: never read
  if (!carried.contains(envelope::entry_hash(bytes))) apply_touched(states, row, said->changes);
  for (const CarriedSaid& one : said->carried) {
    KITH_TRY(const std::uint64_t place, place_of(impl, row.number, one.id, places));
    if (place == position && carried.insert(one.id).second) apply_touched(states, row, one.changes);
  }
  return {};
}

}  // namespace

Result<std::map<std::uint64_t, AsideRow>> aside_rows(const changelog::Store& store, SpaceNumber number) {
  std::map<std::uint64_t, AsideRow> out;
  Result<void> outcome;
  KITH_CHECK(store.scan(Table::aside, space_key(number), {}, [&](BytesView key, BytesView value) {
    auto row = decode_aside(key, value);
    if (!row.ok()) {
      outcome = row.error();
      return false;
    }
    out.emplace(row->position, *std::move(row));
    return true;
  }));
  KITH_CHECK(outcome);
  return out;
}

Result<void> rebuild(ReplicaImpl& impl, const SpaceRow& row, std::uint64_t last, const std::set<RecordPlace>& touched,
                     const std::set<std::uint64_t>& skip, const Places& places, Batch& batch) {
  States states;
  for (const RecordPlace& place : touched) {
    model::RecordState& state = states[place];
    state.id = place.id;
    state.kind = place.kind;
  }
  std::set<Hash> carried;
  std::uint64_t expected = 0;
  Result<void> outcome;
  const auto take = [&](BytesView key, BytesView value) KITH_REQUIRES(impl.mu) {
    Reader at(key);
    at.u32();
    const std::uint64_t position = at.u64();
    if (position > last) return false;
    const auto stored = decode_entry_row(value);
    if (!stored.ok() || position != ++expected) {
      outcome = stored.ok() ? corrupt("an entry of the log is missing") : stored.error();
    } else if (!skip.contains(position)) {
      outcome = replay(impl, row, position, stored->entry, states, places, carried);
    }
    return outcome.ok();
  };
  KITH_CHECK(impl.store.scan(Table::entry, space_key(row.number), {}, take));
  KITH_CHECK(outcome);
  for (const auto& [place, state] : states) {
    const bool empty = state.fields.empty() && !state.withdrawn && state.removals.empty() && state.replaced.empty();
    const Bytes key = record_key(place.space, place.kind, place.id);
    if (empty) {
      batch.erase(Table::record, key);
    } else {
      batch.put(Table::record, key, encode_state(state));
    }
  }
  return {};
}

namespace {

// Whether it could be read now, as far as can be told without trying.
bool worth_reading(const SpaceRow& row, const AsideRow& aside) {
  if (aside.code == Code::FORK) return false;  // its author has to bring it in again
  if (aside.reader < kReaderVersion) return true;
  // Of its own epoch, or of that of an entry which it carries.
  return aside.code == Code::WRONG_EPOCH && row.epochs.contains(aside.epoch);
}

// Whether a carried entry counts at this place: it stands nowhere before it, and nobody carried it earlier.
Result<bool> comes_in_here(const ReplicaImpl& impl, const SpaceRow& row, const CarriedSaid& carried,
                           std::uint64_t position, const Places& places) {
  KITH_TRY(const std::uint64_t place, place_of(impl, row.number, carried.id, places));
  if (place != 0 && place < position) return false;
  KITH_TRY(const auto value, impl.store.find(Table::author, author_entry_key(row.number, carried.author, carried.sequence)));
  if (!value) return true;
  KITH_TRY(const AuthorEntry stands, decode_author_entry(*value));
  return stands.hash != carried.id || stands.position > position;
}

Result<std::optional<Said>> try_again(ReplicaImpl& impl, const SpaceRow& row, const AsideRow& aside)
    KITH_REQUIRES(impl.mu) {
  KITH_TRY(const EntryRow stored, stored_entry(impl.store, row.number, aside.position));
  KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(stored.entry));
  auto said = read_said(impl, row, entry, aside.position);
  return said.ok() ? std::optional(*std::move(said)) : std::nullopt;
}

}  // namespace

Result<std::uint64_t> read_aside_again(ReplicaImpl& impl, SpaceNumber number) {
  SpaceRow row = impl.space(number)->clone();
  KITH_TRY(const auto all, aside_rows(impl.store, number));
  Places places;
  Batch batch;
  std::set<RecordPlace> touched;
  std::set<std::uint64_t> skip;
  std::set<std::uint64_t> read;
  for (const auto& [position, aside] : all) {
    skip.insert(position);
    if (!worth_reading(row, aside)) continue;
    KITH_TRY(const auto said, try_again(impl, row, aside));
    if (!said) continue;
    skip.erase(position);
    read.insert(position);
    batch.erase(Table::aside, entry_key_of(number, position));
    for (const AheadChange& one : said->changes) touched.insert({number, one.change.kind, one.change.record});
    take_confirmation(row, aside.author, said->confirmation);
    for (const CarriedSaid& carried : said->carried) {
      KITH_TRY(const bool first, comes_in_here(impl, row, carried, position, places));
      if (!first) continue;
      places[carried.id] = position;
      batch.put(Table::author, carried_key(number, carried.id), encode_author_entry({carried.id, position}));
      for (const AheadChange& one : carried.changes) touched.insert({number, one.change.kind, one.change.record});
    }
  }
  if (read.empty()) return std::uint64_t{0};
  KITH_CHECK(rebuild(impl, row, row.head.position, touched, skip, places, batch));
  KITH_CHECK(impl.install(batch, std::move(row)));
  KITH_CHECK(impl.heal(number, [&](const Alarm& alarm) { return read.contains(alarm.position); }));
  return std::uint64_t{read.size()};
}

}  // namespace kith::client

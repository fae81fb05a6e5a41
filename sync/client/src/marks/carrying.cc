// What a renewed key sealed and no log counted goes out again under the new one.

#include "kith/protocol/sealing.h"
#include "marks/renewing.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;
using model::PutName;

using Names = std::map<PutName, PutName>;

struct Carried {
  std::uint64_t old_sequence = 0;
  Bytes old_entry;
  std::uint64_t sequence = 0;
};

PutName name_of(const Hash& entry, std::uint32_t index) {
  return {*decltype(PutName::entry)::from(entry.view().first(16)), index};
}

// Whether a name was translated.
bool translate(const Names& names, std::vector<PutName>& replaces) {
  bool changed = false;
  for (PutName& name : replaces) {
    const auto at = names.find(name);
    if (at == names.end()) continue;
    name = at->second;
    changed = true;
  }
  return changed;
}

Result<std::vector<Carried>> sealed_by_retired(ReplicaImpl& impl, const SpaceRow& row) {
  std::vector<Carried> out;
  Result<void> outcome;
  KITH_CHECK(impl.store.scan(Table::outbox, space_key(row.number), {}, [&](BytesView, BytesView value) {
    const auto entry = envelope::parse_entry(value);
    if (!entry.ok()) {
      outcome = corrupt("a sealed entry that does not parse");
      return false;
    }
    if (entry->header.sequence != 0 && entry->header.author != row.device.key) {
      out.push_back({entry->header.sequence, to_bytes(value), 0});
    }
    return true;
  }));
  KITH_CHECK(outcome);
  return out;
}

// The same changes under the next number of the key of today; `names` learns what they are called.
Result<Bytes> seal_again(ReplicaImpl& impl, SpaceRow& next, Carried& carried, Names& names) {
  KITH_TRY(const envelope::EntryView old, envelope::parse_entry(carried.old_entry));
  const Secret* old_key = impl.entry_key(next, old.header.epoch);
  const Secret* key = impl.entry_key(next, next.membership.epoch);
  if (old_key == nullptr || key == nullptr) return fail(Code::WRONG_EPOCH, "this device has no key of that epoch");
  KITH_TRY(protocol::Body body, protocol::open_data_entry(old, *old_key));
  for (protocol::Change& change : body.changes) translate(names, change.replaces);

  const envelope::EntryHeader header = next.next_header();
  KITH_TRY(Bytes entry, protocol::make_data_entry(header, body, *key, next.device, impl.random));
  const Hash old_id = envelope::entry_hash(carried.old_entry);
  const Hash id = envelope::entry_hash(entry);
  for (std::uint32_t i = 0; i < body.changes.size(); ++i) names[name_of(old_id, i)] = name_of(id, i);
  carried.sequence = header.sequence;
  next.next_sequence = header.sequence + 1;
  next.previous = id;
  return entry;
}

// The unsent changes under their new numbers and names. All old rows go before any new one comes:
// a number of the old key may be one of the new key too.
Result<void> move_unsent(ReplicaImpl& impl, SpaceNumber number, const std::vector<Carried>& all, const Names& names,
                         Batch& batch) {
  std::map<std::uint64_t, std::uint64_t> sequences;
  for (const Carried& carried : all) sequences[carried.old_sequence] = carried.sequence;
  KITH_TRY(std::vector<UnsentRow> rows, impl.unsent(space_key(number)));
  std::vector<UnsentRow> moved;
  for (UnsentRow& row : rows) {
    const Bytes old_key = unsent_key(row.key);
    const bool renamed = translate(names, row.change.replaces);
    const auto sequence = sequences.find(row.key.sequence);
    if (sequence != sequences.end()) {
      row.key.sequence = sequence->second;
      if (row.name) {
        const auto name = names.find(*row.name);
        if (name != names.end()) row.name = name->second;
      }
    } else if (!renamed) {
      continue;
    }
    batch.erase(Table::unsent, old_key);
    moved.push_back(std::move(row));
  }
  for (const UnsentRow& row : moved) batch.put(Table::unsent, unsent_key(row.key), encode_unsent(row));
  return {};
}

}  // namespace

Result<void> carry_over(ReplicaImpl& impl, SpaceNumber number) {
  const SpaceRow& row = *impl.space(number);
  if (row.retired.empty()) return {};
  KITH_TRY(std::vector<Carried> all, sealed_by_retired(impl, row));
  if (all.empty()) return {};
  SpaceRow next = row.clone();
  Names names;
  std::vector<Bytes> entries;
  for (Carried& carried : all) {
    KITH_TRY(Bytes entry, seal_again(impl, next, carried, names));
    entries.push_back(std::move(entry));
  }
  Batch batch;
  for (const Carried& carried : all) batch.erase(Table::outbox, outbox_key(number, carried.old_sequence));
  for (std::size_t i = 0; i < all.size(); ++i) {
    batch.put(Table::outbox, outbox_key(number, all[i].sequence), std::move(entries[i]));
  }
  KITH_CHECK(move_unsent(impl, number, all, names, batch));
  return impl.install(batch, std::move(next));
}

}  // namespace kith::client

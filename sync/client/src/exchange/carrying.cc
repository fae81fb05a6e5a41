#include "exchange/carrying.h"

#include <algorithm>

#include "kith/protocol/sealing.h"
#include "replica/said.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;
using model::PutName;

// Of a carried entry beside its bytes: tags, lengths, a position, a key.
constexpr std::size_t kBesideCarried = 64;

using Names = std::map<PutName, PutName>;

struct Carried {
  std::uint64_t old_sequence = 0;
  Bytes old_entry;
  std::uint64_t sequence = 0;
  Secret key = {};  // opens it, where it is not its epoch's here
};

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

Result<bool> can_count(const ReplicaImpl& impl, const SpaceRow& row, const envelope::EntryHeader& header) {
  if (header.author != row.device.key) return false;
  if (!envelope::check_counts(row.membership, header).ok()) return false;
  return has_head(impl.store, row, header.seen);
}

// What is sealed, waits, and can never count; and where the own chain goes on before it.
struct Stale {
  std::vector<Carried> entries;
  std::vector<std::uint64_t> done;  // which count already, carried by somebody else
  envelope::ChainEnd before;
};

Result<Stale> stale_entries(ReplicaImpl& impl, const SpaceRow& row) {
  Stale out;
  KITH_TRY(const auto stored, impl.store.find(Table::author, author_key(row.number, row.device.key)));
  if (stored) {
    KITH_TRY(const AuthorRow chain, decode_author(*stored));
    out.before = {chain.sequence, chain.hash};
  }
  Result<void> outcome;
  KITH_CHECK(impl.store.scan(Table::outbox, space_key(row.number), {}, [&](BytesView, BytesView value) {
    const auto entry = envelope::parse_entry(value);
    if (!entry.ok()) {
      outcome = corrupt("a sealed entry that does not parse");
      return false;
    }
    if (entry->header.sequence == 0) return true;
    const auto carried = impl.store.find(Table::author, carried_key(row.number, envelope::entry_hash(value)));
    if (!carried.ok()) {
      outcome = carried.error();
      return false;
    }
    if (*carried) {  // somebody else has brought it in
      out.done.push_back(entry->header.sequence);
      return true;
    }
    // Behind one that cannot count nothing of the chain can.
    if (out.entries.empty()) {
      const auto good = can_count(impl, row, entry->header);
      if (!good.ok()) {
        outcome = good.error();
        return false;
      }
      if (*good && envelope::goes_on(out.before, entry->header)) {
        out.before = {entry->header.sequence, envelope::entry_hash(value)};
        return true;
      }
    }
    out.entries.push_back({entry->header.sequence, to_bytes(value), 0, {}});
    return true;
  }));
  KITH_CHECK(outcome);
  return out;
}

// Of a branch that the relay has lost, as much as fits one entry, in the order that it had.
std::vector<Hash> some_of_lost(const LostBranch& lost, const std::set<Hash>& taken) {
  std::vector<Hash> out;
  std::size_t size = kRoomBeside;
  for (const LostEntry* one : in_order(lost, [](const LostEntry& e) { return e.comes_as_data() && !e.row.on_its_way; })) {
    const Hash id = envelope::entry_hash(one->row.entry);
    if (taken.contains(id)) continue;
    size += one->row.entry.size() + kBesideCarried;
    if (size > protocol::max_body_size(true) && !out.empty()) break;
    out.push_back(id);
  }
  return out;
}

// Own ones of the lost branch under a key that has ended since: nobody takes those from anybody any more, so
// what they said is said again. In the order that they had.
Result<std::vector<Carried>> own_of_ended_keys(ReplicaImpl& impl, const SpaceRow& row) KITH_REQUIRES(impl.mu) {
  const auto is_refused = [](const LostEntry& e) { return e.kind == LostKind::data && !e.opens && !e.row.on_its_way; };
  std::vector<Carried> out;
  for (const LostEntry* one : in_order(impl.lost_branch(row.number), is_refused)) {
    KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(one->row.entry));
    const SignKey& author = entry.header.author;
    const bool mine = row.me() != 0 && row.member_of(author) == row.me() && author != row.device.key;
    // What does not open says nothing that could be said again.
    if (!mine || !read_lost(impl, row, one->row, entry).ok()) continue;
    out.push_back({entry.header.sequence, one->row.entry, 0, key_of_lost(impl, row, one->row, entry.header)});
  }
  return out;
}

// Every entry of the lost branch that the new one does not take as it was, inside entries of this device.
Result<std::set<Hash>> carry_lost(ReplicaImpl& impl, SpaceRow& next, Batch& batch) KITH_REQUIRES(impl.mu) {
  const auto& lost = impl.lost[next.number];
  std::set<Hash> taken;
  for (std::vector<Hash> some = some_of_lost(lost, taken); !some.empty(); some = some_of_lost(lost, taken)) {
    protocol::Body body;
    for (const Hash& id : some) {
      LostRow row = lost.at(id).row.clone();
      KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(row.entry));
      body.carried.push_back({row.entry, row.common, key_of_lost(impl, next, row, entry.header)});
      row.on_its_way = true;
      batch.put(Table::lost, lost_key(next.number, id), encode_lost(row));
    }
    taken.insert(some.begin(), some.end());
    KITH_TRY(Bytes entry, seal_next(impl, next, body));
    batch.put(Table::outbox, outbox_key(next.number, next.previous_sequence), std::move(entry));
  }
  return taken;
}

// The same changes under the next number of the key of today; `names` learns what they are called.
Result<Bytes> seal_again(ReplicaImpl& impl, SpaceRow& next, Carried& carried, Names& names) KITH_REQUIRES(impl.mu) {
  KITH_TRY(const envelope::EntryView old, envelope::parse_entry(carried.old_entry));
  const Secret* old_key = carried.key.empty() ? impl.entry_key(next, old.header) : &carried.key;
  if (old_key == nullptr) return fail(Code::WRONG_EPOCH, "this device has no key of that epoch");
  KITH_TRY(protocol::Body body, protocol::open_data_entry(old, *old_key));
  for (protocol::Change& change : body.changes) {
    translate(names, change.replaces);
    change.seen = std::min(change.seen, next.head.position);
  }
  // Sealed on a branch that was lost since: positions behind where that parts are other ones now.
  KITH_TRY(const bool here, has_head(impl.store, next, old.header.seen));
  for (protocol::Carried& one : body.carried) {
    if (!here) one.common = std::min(one.common, next.last_common);
  }
  KITH_TRY(Bytes entry, seal_next(impl, next, body));
  const Hash old_id = envelope::entry_hash(carried.old_entry);
  for (std::uint32_t i = 0; i < body.changes.size(); ++i) names[name_of(old_id, i)] = name_of(next.previous, i);
  carried.sequence = next.previous_sequence;
  return entry;
}

// The unsent changes under their new numbers and names. All old rows go before any new one comes:
// a number of the old key may be one of the new key too.
Result<void> move_unsent(ReplicaImpl& impl, SpaceNumber number, const std::vector<Carried>& all, const Names& names,
                         Batch& batch) KITH_REQUIRES(impl.mu) {
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

Result<Bytes> seal_next(ReplicaImpl& impl, SpaceRow& next, const protocol::Body& body) {
  const envelope::EntryHeader header = next.next_header();
  const Secret* key = impl.entry_key(next, header);
  if (key == nullptr) return fail(Code::WRONG_EPOCH, "this device has no key of the current epoch");
  KITH_TRY(Bytes entry, protocol::make_data_entry(header, body, *key, next.device, impl.random));
  next.next_sequence = header.sequence + 1;
  next.previous = envelope::entry_hash(entry);
  next.previous_sequence = header.sequence;
  return entry;
}

Result<void> carry_over(ReplicaImpl& impl, SpaceNumber number) {
  const SpaceRow& row = *impl.space(number);
  KITH_TRY(Stale stale, stale_entries(impl, row));
  auto& lost = impl.lost[number];
  KITH_TRY(std::vector<Carried> own_lost, own_of_ended_keys(impl, row));
  const bool lost_waits = !some_of_lost(lost, {}).empty() || !own_lost.empty();
  const bool in_order = row.previous_sequence == stale.before.sequence && row.previous == stale.before.hash;
  if (stale.entries.empty() && stale.done.empty() && !lost_waits && in_order) return {};
  SpaceRow next = row.clone();
  // The chain goes on behind the last entry that counts or still may; the numbers between are void.
  next.previous = stale.before.hash;
  next.previous_sequence = stale.before.sequence;
  Batch batch;
  for (const std::uint64_t sequence : stale.done) batch.erase(Table::outbox, outbox_key(number, sequence));
  for (const Carried& carried : stale.entries) {
    batch.erase(Table::outbox, outbox_key(number, carried.old_sequence));
    // One of a lost branch that was to be put back as it was is carried by another instead.
    const auto back = lost.find(envelope::entry_hash(carried.old_entry));
    if (back != lost.end()) back->second.row.on_its_way = false;
  }
  KITH_TRY(const std::set<Hash> taken, carry_lost(impl, next, batch));
  Names names;
  for (Carried& carried : own_lost) {
    KITH_TRY(Bytes entry, seal_again(impl, next, carried, names));
    batch.put(Table::outbox, outbox_key(number, carried.sequence), std::move(entry));
    batch.erase(Table::lost, lost_key(number, envelope::entry_hash(carried.old_entry)));
  }
  std::vector<Carried> again;
  std::vector<Bytes> entries;
  for (Carried& carried : stale.entries) {
    if (taken.contains(envelope::entry_hash(carried.old_entry))) continue;
    batch.put(Table::author, voided_key(number, envelope::entry_hash(carried.old_entry)), Bytes{1});
    KITH_TRY(Bytes entry, seal_again(impl, next, carried, names));
    entries.push_back(std::move(entry));
    again.push_back(std::move(carried));
  }
  for (std::size_t i = 0; i < again.size(); ++i) {
    batch.put(Table::outbox, outbox_key(number, again[i].sequence), std::move(entries[i]));
  }
  KITH_CHECK(move_unsent(impl, number, again, names, batch));
  KITH_CHECK(impl.install(batch, std::move(next)));
  for (const Hash& id : taken) lost.at(id).row.on_its_way = true;
  return own_lost.empty() ? Result<void>() : impl.load_lost(number);
}

}  // namespace kith::client

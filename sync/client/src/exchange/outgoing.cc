#include "exchange/outgoing.h"

#include "kith/protocol/sealing.h"
#include "marks/renewing.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

// The open changes that fit one entry; the rest waits for the next.
std::vector<UnsentRow> take_entry(std::vector<UnsentRow>& open) {
  std::vector<UnsentRow> taken;
  std::size_t size = 128;
  while (!open.empty() && taken.size() < protocol::kMaxChanges) {
    size += protocol::size_in_body(open.back().change);
    if (size > protocol::max_body_size() && !taken.empty()) break;
    taken.push_back(std::move(open.back()));
    open.pop_back();
  }
  return taken;
}

Result<void> seal_one(ReplicaImpl& impl, SpaceNumber number, const std::vector<UnsentRow>& rows) {
  SpaceRow next = impl.space(number)->clone();
  protocol::Body body;
  for (const UnsentRow& row : rows) body.changes.push_back(row.change);
  if (next.owes_confirmation) body.confirmation = next.digits_hash;
  next.owes_confirmation = false;

  const envelope::EntryHeader header = next.next_header();
  const Secret* key = impl.entry_key(next, header.epoch);
  if (key == nullptr) return fail(Code::WRONG_EPOCH, "this device has no key of the current epoch");
  KITH_TRY(const Bytes entry, protocol::make_data_entry(header, body, *key, next.device, impl.random));
  const Hash id = envelope::entry_hash(entry);

  Batch batch;
  batch.put(Table::outbox, outbox_key(number, header.sequence), entry);
  std::uint32_t index = 0;
  for (UnsentRow row : rows) {
    batch.erase(Table::unsent, unsent_key(row.key));
    row.key.sequence = header.sequence;
    row.name = model::PutName{*decltype(model::PutName::entry)::from(id.view().first(16)), index++};
    batch.put(Table::unsent, unsent_key(row.key), encode_unsent(row));
  }
  next.next_sequence = header.sequence + 1;
  next.previous = id;
  next.last_time_ms = std::max(next.last_time_ms, impl.last_time[number]);
  return impl.install(batch, std::move(next));
}

}  // namespace

Result<void> seal_open(ReplicaImpl& impl, SpaceNumber number) {
  const std::lock_guard lock(impl.mu);
  const SpaceRow* row = impl.space(number);
  // A leave that is on its way comes after everything that was written before it.
  if (row->joining() || !row->membership.epoch_open || row->dormant || row->renewal) return {};
  KITH_CHECK(carry_over(impl, number));
  KITH_TRY(std::vector<UnsentRow> open, impl.unsent(space_key(number)));
  std::erase_if(open, [](const UnsentRow& r) { return r.key.sequence != kOpen; });
  std::reverse(open.begin(), open.end());
  while (!open.empty() || impl.space(number)->owes_confirmation) {
    const std::vector<UnsentRow> rows = take_entry(open);
    KITH_CHECK(seal_one(impl, number, rows));
  }
  return {};
}

Result<std::vector<Waiting>> waiting(ReplicaImpl& impl, SpaceNumber number) {
  const std::lock_guard lock(impl.mu);
  std::vector<Waiting> out;
  std::vector<Waiting> membership;
  KITH_CHECK(impl.store.scan(Table::outbox, space_key(number), {}, [&](BytesView key, BytesView value) {
    Reader at(key);
    at.u32();
    const std::uint64_t sequence = at.u64();
    (sequence == 0 ? membership : out).push_back({sequence, to_bytes(value)});
    return true;
  }));
  for (Waiting& entry : membership) out.push_back(std::move(entry));
  return out;
}

}  // namespace kith::client

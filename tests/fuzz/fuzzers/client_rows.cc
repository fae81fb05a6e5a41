// The rows that a device keeps: the first byte says of which table, then come the key and the value. A
// row that is read is written and read again the same, as far as it is told apart by its bytes.

#include "rows/rows.h"

#include "rows/index_rows.h"
#include "pairing/pairing_rows.h"
#include "fuzz.h"
#include "kith/testing/memory_store.h"

namespace kith::fuzz {
namespace client_rows_fuzzer {

using namespace client;

Bytes key_in(Reader& in, std::size_t size) {
  Bytes out = to_bytes(in.raw(std::min(size, in.left())));
  return out;
}

void check_state(Reader& in) {
  const Bytes key = key_in(in, kRecordKeyBytes);
  const auto state = decode_state(key, in.rest());
  if (!state.ok()) return;
  // Who deleted what nobody deleted is not kept.
  const Bytes once = encode_state(*state);
  const auto again = decode_state(key, once);
  KITH_HOLDS(again.ok() && encode_state(*again) == once && again->fields == state->fields);
  (void)model::visible(*state);
}

void check_unsent(Reader& in) {
  const Bytes key = key_in(in, kRecordKeyBytes + 2 + 8);
  const auto row = decode_unsent(key, in.rest());
  if (!row.ok()) return;
  KITH_HOLDS(unsent_key(row->key) == key);
  const auto again = decode_unsent(key, encode_unsent(*row));
  KITH_HOLDS(again.ok() && again->key == row->key && again->change == row->change && again->name == row->name);
}

void check_entry(Reader& in) {
  const BytesView value = in.rest();
  const auto row = decode_entry_row(value);
  if (row.ok()) KITH_HOLDS(equal(encode_entry_row(row->running, row->entry), value));
}

void check_author(Reader& in) {
  const BytesView value = in.rest();
  if (const auto row = decode_author(value); row.ok()) {
    const auto again = decode_author(encode_author(*row));
    KITH_HOLDS(again.ok() && again->sequence == row->sequence && again->hash == row->hash);
  }
  if (const auto row = decode_author_entry(value); row.ok()) KITH_HOLDS(equal(encode_author_entry(*row), value));
}

void check_alarm(Reader& in) {
  const Bytes key = key_in(in, 8);
  const auto alarm = decode_alarm(key, in.rest());
  if (!alarm.ok()) return;
  KITH_HOLDS(number_key(alarm->id) == key);
  const Bytes once = encode_alarm(*alarm);
  const auto again = decode_alarm(key, once);
  KITH_HOLDS(again.ok() && encode_alarm(*again) == once && again->evidence == alarm->evidence);
}

void check_pairing(Reader& in) {
  testing::MemoryStore store;
  changelog::Batch batch;
  const Bytes key = key_in(in, RecordId::kSize);
  batch.put(changelog::Table::pairing, Bytes(key), to_bytes(in.rest()));
  KITH_HOLDS(store.commit(batch).ok());
  const auto rows = pairing_rows(store);
  if (!rows.ok()) return;
  KITH_HOLDS(rows->size() == 1);
  changelog::Batch next;
  put_pairing(next, rows->front());
  KITH_HOLDS(store.commit(next).ok());
  const auto again = pairing_row(store, rows->front().id);
  KITH_HOLDS(again.ok() && again->code == rows->front().code && again->offer == rows->front().offer &&
             again->secret.equals(rows->front().secret) && again->state == rows->front().state);
}

void check_index(Reader& in) {
  const BytesView value = in.rest();
  if (const auto row = decode_document(value); row.ok()) KITH_HOLDS(equal(encode_document(*row), value));
  const auto state = decode_index_state(value);
  if (state.ok() && state->has_value()) KITH_HOLDS(equal(encode_index_state(**state), value));
}

constexpr void (*kChecks[])(Reader&) = {check_state, check_unsent,  check_entry, check_author,
                                        check_alarm, check_pairing, check_index};

void run(BytesView input) {
  Reader in(input);
  kChecks[in.u8() % std::size(kChecks)](in);
}

model::RecordState some_state() {
  model::RecordState out;
  out.origin_author = SignKey{{1}};
  out.origin_time_ms = 5;
  out.made = RecordId{{6}};
  out.removals.push_back({SignKey{{2}}, 7, 5});
  model::PutName name;
  name.entry.bytes.fill(3);
  model::Put put;
  put.name = name;
  put.author = SignKey{{4}};
  put.value = model::Value("text");
  out.fields[1] = {put};
  put.value = model::Value(model::List{std::int64_t{1}, Bytes{2}});
  out.fields[2] = {put};
  name.index = 9;
  out.replaced = {name};
  return out;
}

Bytes seed(Byte which, Bytes key, BytesView value) {
  append(key, value);
  return chosen(which, key);
}

// Such a row is damage: it could not be written again as it was read.
Bytes a_kind_counted_twice() {
  constexpr std::size_t kBeforeCounts = 1 + 2 + 4 + 4 + 4;
  constexpr std::size_t kKeyOfCount = 4 + 2;
  constexpr std::size_t kCount = kKeyOfCount + 4;
  Bytes out = encode_index_state({1, 2, {}, {{{1, model::Kind::note}, 5}, {{2, model::Kind::note}, 6}}});
  std::copy_n(out.begin() + kBeforeCounts, kKeyOfCount, out.begin() + kBeforeCounts + kCount);
  KITH_HOLDS(!decode_index_state(out).ok());
  return out;
}

std::vector<Bytes> seeds() {
  const Bytes record = record_key(0, model::Kind::note, RecordId{{7}});
  UnsentRow unsent;
  unsent.key = {0, model::Kind::note, RecordId{{7}}, 1, kOpen};
  unsent.change.op = protocol::Op::put;
  unsent.change.value = model::Value("text");
  Alarm alarm;
  alarm.code = Code::FORK;
  alarm.evidence = {Bytes{1}};
  PairingRow pairing;
  pairing.space = 1;
  pairing.secret = secret_of(2);
  changelog::Batch batch;
  put_pairing(batch, pairing);
  return {seed(0, record, encode_state(some_state())), seed(1, unsent_key(unsent.key), encode_unsent(unsent)),
          seed(2, {}, encode_entry_row(Hash{{1}}, Bytes{1, 2})), seed(3, {}, encode_author({1, Hash{{1}}})),
          seed(3, {}, encode_author_entry({Hash{{1}}, 2})), seed(4, number_key(3), encode_alarm(alarm)),
          seed(5, batch.ops().front().key, *batch.ops().front().value),
          seed(6, {}, encode_document({1, 2, {model::PartialDate{2024, 1, 2, -1}, 3}})),
          seed(6, {}, encode_index_state({1, 2, {{3, 4}}, {{{1, model::Kind::note}, 5}}})),
          seed(6, {}, a_kind_counted_twice())};
}

KITH_FUZZER(client_rows, run, seeds);

}  // namespace client_rows_fuzzer
}  // namespace kith::fuzz

// What is inside a sealed entry. A body that parses is written and read again the same, and comes out
// of an entry, sealed and signed, as it went in; a changed entry does not open.

#include "kith/protocol/body.h"

#include "fuzz.h"
#include "kith/protocol/sealing.h"

namespace kith::fuzz {
namespace body_fuzzer {

using namespace protocol;

const verify::SignPair& author() {
  static const verify::SignPair pair = verify::sign_pair_of(secret_of(1));
  return pair;
}

Result<Body> opened(BytesView entry, const Secret& key) {
  KITH_TRY(const envelope::EntryView view, envelope::parse_entry(entry));
  KITH_CHECK(envelope::check_signature(view));
  return open_data_entry(view, key);
}

void check_sealed(const Body& body, BytesView input) {
  testing::SeededRandom random = fixed_random();
  const SpaceId space{{4}};
  const Secret key = entry_key(space, 1, secret_of(2));
  envelope::EntryHeader header;
  header.space = space;
  header.epoch = 1;
  header.author = author().key;
  header.sequence = 1;
  const auto entry = make_data_entry(header, body, key, author(), random);
  if (!entry.ok()) {
    KITH_HOLDS(entry.error().code == Code::TOO_LARGE);
    return;
  }
  const auto whole = opened(*entry, key);
  KITH_HOLDS(whole.ok() && *whole == body);
  Reader in(input.last(std::min<std::size_t>(input.size(), 4)));
  KITH_HOLDS(!opened(with_flipped_bit(*entry, in), key).ok());
  KITH_HOLDS(!opened(*entry, secret_of(3)).ok());
}

void run(BytesView input) {
  const auto body = decode_body(input);
  if (!body.ok()) {
    KITH_HOLDS(body.error().code == Code::MALFORMED);
    return;
  }
  KITH_HOLDS(body->changes.size() <= kMaxChanges);
  std::size_t sizes = 0;
  for (const Change& change : body->changes) {
    KITH_HOLDS(!change.record.is_zero() && change.time_ms >= 0 && change.time_ms <= kLastTimeMs);
    sizes += size_in_body(change);
  }
  for (const Carried& carried : body->carried) sizes += carried.entry.size() + 60;  // tags, lengths, a number, a key
  const Bytes encoded = encode_body(*body);
  if (!body->confirmation && body->put_aside.empty()) KITH_HOLDS(sizes >= encoded.size());
  const auto again = decode_body(encoded);
  KITH_HOLDS(again.ok() && *again == *body);
  check_sealed(*body, input);
}

Change change_of(model::Value value) {
  Change out;
  out.record = RecordId{{1}};
  out.kind = model::Kind::note;
  out.field = 1;
  out.value = std::move(value);
  out.time_ms = 1700000000000;
  return out;
}

std::vector<Bytes> seeds() {
  Body all;
  all.changes = {change_of("text"), change_of(std::int64_t{-5}), change_of(Bytes{1, 2}), change_of(RecordId{{7}}),
                 change_of(model::PartialDate{2024, 2, 29, 75}), change_of(model::List{"a", RecordId{{8}}})};
  all.changes[1].replaces = {{decltype(model::PutName::entry){{9}}, 3}};
  all.changes[2].op = Op::remove;
  all.changes[3].op = Op::withdraw;
  all.changes[4].value.reset();
  all.confirmation = Hash{{5}};
  all.put_aside = {{SignKey{{6}}, 7, Code::GAP}};
  Body one;
  one.changes = {all.changes[0]};
  return {encode_body(all), encode_body(one), encode_body({})};
}

KITH_FUZZER(body, run, seeds);

}  // namespace body_fuzzer
}  // namespace kith::fuzz

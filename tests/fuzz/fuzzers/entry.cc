// The frame of an entry, as a relay or a device is handed it. What parses says of itself exactly what
// was there, an entry that we signed is read as it was made, and with one bit changed it is refused.

#include "kith/envelope/entry.h"

#include "fuzz.h"

namespace kith::fuzz {
namespace entry_fuzzer {

using namespace envelope;

const verify::SignPair& author() {
  static const verify::SignPair pair = verify::sign_pair_of(secret_of(1));
  return pair;
}

EntryHeader header_of(Reader& in) {
  EntryHeader header;
  header.kind = in.u8() % 2 == 0 ? EntryKind::data : EntryKind::membership;
  header.space = one_of_few<SpaceId>(in);
  header.epoch = in.u32();
  header.author = author().key;
  header.sequence = header.kind == EntryKind::data ? in.u64() | 1U : 0;
  header.previous = one_of_few<Hash>(in);
  header.seen = {in.u64(), one_of_few<Hash>(in)};
  header.membership = one_of_few<Hash>(in);
  return header;
}

void check_parsed(BytesView bytes, const EntryView& view) {
  KITH_HOLDS(equal(view.all, bytes) && bytes.size() <= kMaxEntryBytes);
  KITH_HOLDS(equal(view.header_bytes, encode_header(view.header)));
  KITH_HOLDS(view.header_bytes.size() + view.body.size() + Signature::kSize == bytes.size());
}

// REQUIRES: `entry` is rightly signed.
void check_flipped(const Bytes& entry, Reader& in) {
  const Bytes spoilt = with_flipped_bit(entry, in);
  const auto view = parse_entry(spoilt);
  KITH_HOLDS(!view.ok() || !check_signature(*view).ok());
  // The id is of the proof alone; a spoilt body is found by the hash in it.
  const bool same = equal(BytesView(spoilt).first(kProofBytes), BytesView(entry).first(kProofBytes));
  KITH_HOLDS(same == (entry_hash(spoilt) == entry_hash(entry)));
}

void run(BytesView input) {
  if (const auto view = parse_entry(input); view.ok()) {
    check_parsed(input, *view);
    (void)check_signature(*view);
  }
  Reader in(input);
  const EntryHeader header = header_of(in);
  const Bytes body = some_bytes(in, 512);
  const Bytes entry = make_entry(header, body, author());
  const auto view = parse_entry(entry);
  KITH_HOLDS(view.ok() && check_signature(*view).ok());
  check_parsed(entry, *view);
  KITH_HOLDS(equal(view->body, body) && view->header.author == header.author &&
             view->header.space == header.space && view->header.seen == header.seen);
  check_flipped(entry, in);
  KITH_HOLDS(!parse_entry(BytesView(entry).first(entry.size() - 1)).ok());
}

std::vector<Bytes> seeds() {
  Bytes plenty(64, 3);
  Reader in(plenty);
  const EntryHeader header = header_of(in);
  return {make_entry(header, {}, author()), make_entry(header, plenty, author()), plenty};
}

KITH_FUZZER(entry, run, seeds);

}  // namespace entry_fuzzer
}  // namespace kith::fuzz

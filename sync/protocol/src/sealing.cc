#include "kith/protocol/sealing.h"

#include <algorithm>

#include "kith/base/wire.h"
#include "kith/crypto/kdf.h"

namespace kith::protocol {

Secret entry_key(const SpaceId& space, std::uint32_t epoch, const Secret& epoch_secret) {
  Writer number;
  number.u32(epoch);
  return crypto::derive(epoch_secret, verify::label::kEntryKey, {space.view(), number.bytes()});
}

Result<Bytes> make_data_entry(envelope::EntryHeader header, const Body& body, const Secret& key,
                              const verify::SignPair& device, Random& random) {
  const Bytes encoded = encode_body(body);
  if (encoded.size() > max_body_size(!body.carried.empty())) return fail(Code::TOO_LARGE, "a body that does not fit an entry");
  Writer plain;
  plain.sized(encoded);
  Bytes padded = plain.take();
  padded.resize(crypto::padded_size(padded.size()));
  header.kind = envelope::EntryKind::data;
  header.body_size = static_cast<std::uint32_t>(padded.size() + crypto::kSealOverhead);
  const Bytes clear = envelope::encode_header(header);
  const Bytes sealed = crypto::seal(key, BytesView(clear).first(envelope::kBoundBytes), padded, random);
  wipe(padded);
  return envelope::make_entry(header, sealed, device);
}

Result<Body> open_data_entry(const envelope::EntryView& entry, const Secret& key) {
  KITH_TRY(const Bytes plain, crypto::open(key, entry.bound(), entry.body));
  Reader in(plain);
  const BytesView encoded = in.sized();
  if (!in.ok()) return fail(Code::MALFORMED, "a body longer than its entry");
  if (plain.size() != crypto::padded_size(encoded.size() + 4)) return fail(Code::MALFORMED, "a body of the wrong padding");
  const BytesView padding = in.rest();
  if (std::any_of(padding.begin(), padding.end(), [](Byte b) { return b != 0; })) {
    return fail(Code::MALFORMED, "padding that is not zero");
  }
  KITH_TRY(Body body, decode_body(encoded));
  if (body.carried.empty() && entry.all.size() > envelope::kMaxOwnEntryBytes) {
    return fail(Code::MALFORMED, "an entry too long to be carried by another");
  }
  return body;
}

}  // namespace kith::protocol

#include "kith/envelope/entry.h"

#include "kith/base/wire.h"
#include "kith/verify/hash.h"

namespace kith::envelope {
namespace {

Hash body_hash(BytesView body) { return verify::hash(verify::label::kBody, {body}); }

EntryHeader read_header(Reader& in) {
  EntryHeader h;
  h.suite = in.u8();
  h.kind = static_cast<EntryKind>(in.u8());
  h.space = in.fixed<SpaceId>();
  h.epoch = in.u32();
  h.author = in.fixed<SignKey>();
  h.sequence = in.u64();
  h.void_from = in.u64();
  h.previous = in.fixed<Hash>();
  h.seen.position = in.u64();
  h.seen.running = in.fixed<Hash>();
  h.membership = in.fixed<Hash>();
  h.body_size = in.u32();
  h.body_hash = in.fixed<Hash>();
  return h;
}

}  // namespace

Result<EntryView> parse_entry(BytesView bytes) {
  if (bytes.size() > kMaxEntryBytes) return fail(Code::TOO_LARGE, "an entry of more than 256 KiB");
  if (bytes.size() < kProofBytes) return fail(Code::TRUNCATED, "an entry cut short");
  Reader in(bytes);
  EntryView out;
  out.header = read_header(in);
  out.all = bytes;
  out.header_bytes = bytes.first(kHeaderBytes);
  if (out.header.suite != kSuite) {
    return out.header.suite == 0 ? fail(Code::DOWNGRADE, "an entry of suite 0")
                                 : fail(Code::UNKNOWN_SUITE, "an entry of an unknown suite");
  }
  if (out.header.kind != EntryKind::data && out.header.kind != EntryKind::membership) {
    return fail(Code::WRONG_TYPE, "an entry of an unknown kind");
  }
  const std::size_t expected = kProofBytes + std::size_t{out.header.body_size};
  if (bytes.size() < expected) return fail(Code::TRUNCATED, "an entry cut short");
  if (bytes.size() > expected) return fail(Code::MALFORMED, "bytes after the end of an entry");
  const bool is_membership = out.header.kind == EntryKind::membership;
  if (is_membership != (out.header.sequence == 0)) {
    return fail(Code::MALFORMED, "an entry whose sequence does not fit its kind");
  }
  // Void numbers lie below the own one; which they have to be, the author's chain says.
  if (out.header.void_from != 0 && out.header.void_from >= out.header.sequence) {
    return fail(Code::MALFORMED, "an entry whose void numbers are not below its own");
  }
  out.signature = in.fixed<Signature>();
  out.body = in.raw(out.header.body_size);
  return out;
}

Result<void> check_signature(const EntryView& entry) {
  if (!verify::verify(entry.header.author, verify::label::kSignEntry, {entry.header_bytes}, entry.signature)) {
    return fail(Code::BAD_SIGNATURE, "an entry that its author did not sign");
  }
  if (body_hash(entry.body) != entry.header.body_hash) {
    return fail(Code::BAD_SIGNATURE, "an entry with another body than its author signed");
  }
  return {};
}

Result<EntryHeader> check_proof(BytesView proof) {
  if (proof.size() != kProofBytes) return fail(Code::TRUNCATED, "a proof of another size");
  Reader in(proof);
  const EntryHeader header = read_header(in);
  if (!verify::verify(header.author, verify::label::kSignEntry, {proof.first(kHeaderBytes)}, in.fixed<Signature>())) {
    return fail(Code::BAD_SIGNATURE, "a proof that its author did not sign");
  }
  return header;
}

Bytes encode_header(const EntryHeader& h) {
  Writer out;
  out.u8(h.suite);
  out.u8(static_cast<std::uint8_t>(h.kind));
  out.raw(h.space.view());
  out.u32(h.epoch);
  out.raw(h.author.view());
  out.u64(h.sequence);
  out.u64(h.void_from);
  out.raw(h.previous.view());
  out.u64(h.seen.position);
  out.raw(h.seen.running.view());
  out.raw(h.membership.view());
  out.u32(h.body_size);
  out.raw(h.body_hash.view());
  return out.take();
}

Bytes make_entry(EntryHeader header, BytesView body, const verify::SignPair& pair) {
  header.body_size = static_cast<std::uint32_t>(body.size());
  header.body_hash = body_hash(body);
  Bytes out = encode_header(header);
  const Signature signature = verify::sign(pair, verify::label::kSignEntry, {out});
  out.reserve(kProofBytes + body.size());
  append(out, signature.view());
  append(out, body);
  return out;
}

Hash entry_hash(BytesView entry) { return verify::hash(verify::label::kEntry, {entry.first(kProofBytes)}); }

}  // namespace kith::envelope

#include "rows/rows.h"

#include "kith/base/wire.h"

namespace kith::relay {
namespace {

Error corrupt(Literal<0> what) { return fail(Code::STORE_CORRUPT, worded("the relay's store: {0}", what)); }

}  // namespace

Bytes log_key(const SpaceId& space, std::uint64_t position) {
  Writer out;
  out.raw(space.view());
  out.u64(position);
  return out.take();
}

std::uint64_t position_of_log_key(BytesView key) {
  Reader in(key);
  (void)in.raw(SpaceId::kSize);
  return in.u64();
}

Bytes index_key(const SpaceId& space, BytesView author_or_id, std::uint64_t sequence) {
  Writer out;
  out.raw(space.view());
  out.raw(author_or_id);
  out.u64(sequence);
  return out.take();
}

Bytes author_key(const SpaceId& space, const SignKey& author) {
  Writer out;
  out.raw(space.view());
  out.raw(author.view());
  return out.take();
}

Bytes mailbox_key(const MailboxId& mailbox, std::uint32_t slot) {
  Writer out;
  out.raw(mailbox.view());
  out.u8(static_cast<std::uint8_t>(slot));
  return out.take();
}

Bytes expiry_key(std::int64_t expires_ms, BytesView mailbox_key) {
  Writer out;
  out.u64(static_cast<std::uint64_t>(expires_ms));
  out.raw(mailbox_key);
  return out.take();
}

Result<Expiry> decode_expiry(BytesView key) {
  Reader in(key);
  Expiry out;
  out.expires_ms = static_cast<std::int64_t>(in.u64());
  out.mailbox_key = in.raw(MailboxId::kSize + 1);
  if (!in.at_end()) return corrupt("no row of what expires");
  return out;
}

Bytes encode_space(const SpaceState& state) {
  Writer out;
  out.u64(static_cast<std::uint64_t>(state.created_ms));
  out.u64(state.stored_bytes);
  out.u64(state.head.position);
  out.raw(state.head.running.view());
  out.sized(state.admission);
  out.sized(envelope::encode_membership(state.membership));
  out.u16(static_cast<std::uint16_t>(state.data_bytes.size()));
  for (const auto& [member, bytes] : state.data_bytes) {
    out.u32(member);
    out.u64(bytes);
  }
  return out.take();
}

Result<SpaceState> decode_space(const SpaceId& space, BytesView row) {
  Reader in(row);
  SpaceState out;
  out.created_ms = static_cast<std::int64_t>(in.u64());
  out.stored_bytes = in.u64();
  out.head.position = in.u64();
  out.head.running = in.fixed<Hash>();
  out.admission = to_bytes(in.sized());
  const BytesView membership = in.sized();
  for (std::uint32_t left = in.u16(); left > 0 && in.ok(); --left) {
    const std::uint32_t member = in.u32();
    std::uint64_t& bytes = in.at_key(out.data_bytes, member);
    bytes = in.u64();
  }
  if (!in.at_end()) return corrupt("no row of a space");
  auto decoded = envelope::decode_membership(membership);
  if (!decoded || decoded->space != space) return corrupt("no membership of a space");
  out.membership = *std::move(decoded);
  return out;
}

Bytes encode_stored(const StoredEntry& entry) {
  Writer out;
  out.u64(static_cast<std::uint64_t>(entry.received_ms));
  out.raw(entry.running.view());
  out.raw(entry.entry);
  return out.take();
}

Result<StoredEntry> decode_stored(std::uint64_t position, BytesView row) {
  Reader in(row);
  StoredEntry out;
  out.position = position;
  out.received_ms = static_cast<std::int64_t>(in.u64());
  out.running = in.fixed<Hash>();
  if (!in.ok()) return corrupt("no row of a log");
  out.entry = to_bytes(in.rest());
  return out;
}

Bytes encode_position(std::uint64_t position) {
  Writer out;
  out.u64(position);
  return out.take();
}

Result<std::uint64_t> decode_position(BytesView row) {
  Reader in(row);
  const std::uint64_t out = in.u64();
  if (!in.at_end()) return corrupt("no row of the index");
  return out;
}

Bytes encode_author(const AuthorEnd& end) {
  Writer out;
  out.u64(end.sequence);
  out.raw(end.id.view());
  return out.take();
}

Result<AuthorEnd> decode_author(BytesView row) {
  Reader in(row);
  AuthorEnd out;
  out.sequence = in.u64();
  out.id = in.fixed<Hash>();
  if (!in.at_end()) return corrupt("no row of an author");
  return out;
}

Bytes encode_mailbox(const MailboxContent& content) {
  Writer out;
  out.u64(static_cast<std::uint64_t>(content.expires_ms));
  out.raw(content.content);
  return out.take();
}

Result<MailboxContent> decode_mailbox(BytesView row) {
  Reader in(row);
  MailboxContent out;
  out.expires_ms = static_cast<std::int64_t>(in.u64());
  if (!in.ok()) return corrupt("no row of a mailbox");
  out.content = to_bytes(in.rest());
  return out;
}

Bytes encode_admission(const Admission& admission) {
  Writer out;
  out.u64(static_cast<std::uint64_t>(admission.made_ms));
  out.u64(static_cast<std::uint64_t>(admission.expires_ms));
  out.u8(admission.uses_left ? 1 : 0);
  out.u64(admission.uses_left.value_or(0));
  out.u64(admission.spaces_made);
  out.u8(admission.revoked ? 1 : 0);
  out.sized(as_bytes(admission.name));
  return out.take();
}

Result<Admission> decode_admission(BytesView row) {
  Reader in(row);
  Admission out;
  out.made_ms = static_cast<std::int64_t>(in.u64());
  out.expires_ms = static_cast<std::int64_t>(in.u64());
  const std::uint8_t bounded = in.u8();
  const std::uint64_t left = in.u64();
  if (bounded == 1) out.uses_left = left;
  out.spaces_made = in.u64();
  const std::uint8_t revoked = in.u8();
  out.revoked = revoked == 1;
  out.name = std::string(as_text(in.sized()));
  // Each admission has one writing.
  const bool one_writing = bounded <= 1 && revoked <= 1 && (bounded == 1 || left == 0);
  if (!in.at_end() || !one_writing) return corrupt("no row of an admission");
  return out;
}

}  // namespace kith::relay

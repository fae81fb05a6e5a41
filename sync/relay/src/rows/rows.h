#pragma once
// The bytes of a relay's rows and their keys, as STORE.md has them.
//
// Threads: pure functions.
// Errors:  STORE_CORRUPT for bytes that are no row.

#include "kith/relay/log_store.h"

namespace kith::relay {

inline constexpr std::uint8_t kStoreVersion = 3;
inline constexpr std::uint8_t kWithoutExpiry = 1;  // the oldest that is taken over: no index of what expires when
inline constexpr std::uint8_t kWithoutAdmissions = 2;

Bytes log_key(const SpaceId& space, std::uint64_t position);
Bytes index_key(const SpaceId& space, BytesView author_or_id, std::uint64_t sequence);
Bytes author_key(const SpaceId& space, const SignKey& author);
Bytes mailbox_key(const MailboxId& mailbox, std::uint32_t slot);
std::uint64_t position_of_log_key(BytesView key);
// Slots in the order in which they expire, by when and their own key.
Bytes expiry_key(std::int64_t expires_ms, BytesView mailbox_key);
struct Expiry {
  std::int64_t expires_ms = 0;
  BytesView mailbox_key;  // within the key that was read
};
Result<Expiry> decode_expiry(BytesView key);

Bytes encode_space(const SpaceState& state);
Result<SpaceState> decode_space(const SpaceId& space, BytesView row);
Bytes encode_stored(const StoredEntry& entry);
Result<StoredEntry> decode_stored(std::uint64_t position, BytesView row);
Bytes encode_position(std::uint64_t position);
Result<std::uint64_t> decode_position(BytesView row);
Bytes encode_author(const AuthorEnd& end);
Result<AuthorEnd> decode_author(BytesView row);
Bytes encode_mailbox(const MailboxContent& content);
Result<MailboxContent> decode_mailbox(BytesView row);
Bytes encode_admission(const Admission& admission);
Result<Admission> decode_admission(BytesView row);

}  // namespace kith::relay

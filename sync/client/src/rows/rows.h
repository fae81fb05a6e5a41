#pragma once
// Keys and values of the tables this module keeps in the store; documented in
// core/vault/FORMAT.md, "Tables and rows". Private to sync/client.
//
// Errors: STORE_CORRUPT for a row that does not parse.

#include "kith/base/wire.h"
#include "kith/changelog/store.h"
#include "kith/client/replica.h"
#include "kith/protocol/body.h"

namespace kith::client {

// The last kind of record this version knows; newer ones are kept and not shown.
inline constexpr std::uint16_t kLastKind = 33;

// Of an unsent change that is in no entry yet.
inline constexpr std::uint64_t kOpen = ~std::uint64_t{0};
// Field numbers that stand for the whole record in a key.
inline constexpr model::FieldNumber kRemoveField = 0xffff;
inline constexpr model::FieldNumber kWithdrawField = 0xfffe;

struct UnsentKey {
  SpaceNumber space = 0;
  model::Kind kind = model::Kind::unknown;
  RecordId record;
  model::FieldNumber field = 0;
  std::uint64_t sequence = kOpen;
  auto operator<=>(const UnsentKey&) const = default;
};
struct UnsentRow {
  UnsentKey key;
  protocol::Change change;
  std::optional<model::PutName> name;  // once sealed
};

Bytes space_key(SpaceNumber space);
Bytes record_key(SpaceNumber space, model::Kind kind, const RecordId& id);
Bytes record_prefix(SpaceNumber space, model::Kind kind);
Bytes unsent_key(const UnsentKey& key);
Bytes entry_key_of(SpaceNumber space, std::uint64_t position);
Bytes outbox_key(SpaceNumber space, std::uint64_t sequence);
Bytes author_key(SpaceNumber space, const SignKey& author);
Bytes author_entry_key(SpaceNumber space, const SignKey& author, std::uint64_t sequence);
Bytes number_key(std::uint64_t number);
model::FieldNumber key_field(const protocol::Change& change);

Bytes encode_state(const model::RecordState& state);
Result<model::RecordState> decode_state(BytesView key, BytesView value);
Bytes encode_unsent(const UnsentRow& row);
Result<UnsentRow> decode_unsent(BytesView key, BytesView value);

// An entry as stored: the running hash up to and with it, then its bytes.
struct EntryRow {
  Hash running;
  Bytes entry;
};
Bytes encode_entry_row(const Hash& running, BytesView entry);
Result<EntryRow> decode_entry_row(BytesView value);

// Where an author's chain stands.
struct AuthorRow {
  std::uint64_t sequence = 0;
  Hash hash;
  Code stopped{};  // the code of the entry his chain stops at; 0 when it goes on
};
Bytes encode_author(const AuthorRow& row);
Result<AuthorRow> decode_author(BytesView value);

// One entry of an author: its hash and its place, 0 while the log has not confirmed one.
struct AuthorEntry {
  Hash hash;
  std::uint64_t position = 0;
};
Bytes encode_author_entry(const AuthorEntry& entry);
Result<AuthorEntry> decode_author_entry(BytesView value);

Bytes encode_alarm(const Alarm& alarm);
Result<Alarm> decode_alarm(BytesView key, BytesView value);

Bytes encode_signed_head(const envelope::SignedHead& head);
std::optional<envelope::SignedHead> decode_signed_head(BytesView bytes);

Error corrupt(const char* what);

}  // namespace kith::client

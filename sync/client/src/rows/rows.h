#pragma once
// Keys and values of the tables this module keeps in the store; documented in
// core/vault/FORMAT.md, "Tables and rows". Private to sync/client.
//
// Errors: STORE_CORRUPT for a row that does not parse.

#include "kith/base/wire.h"
#include "kith/changelog/store.h"
#include "kith/client/replica.h"
#include "kith/model/kind_traits.h"
#include "kith/protocol/body.h"

namespace kith::client {

using model::kLastKind;

// Of an unsent change that is in no entry yet.
inline constexpr std::uint64_t kOpen = ~std::uint64_t{0};
// Slots of the outbox for a leave: under the device's key, and under the one that it goes on with while a
// renewal is under way. Above every number that an author's chain can reach.
inline constexpr std::uint64_t kLeaveSlot = std::uint64_t{1} << 62U;
// Field numbers that stand for the whole record in a key. A removal takes all open changes of its record
// away, so what is open beside it was written after it: its key comes first.
inline constexpr model::FieldNumber kRemoveField = 0;
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

// The name of a change: where it stands in the entry with that id.
model::PutName name_of(const Hash& entry, std::uint32_t index);

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
// STORE_CORRUPT where the log has none at that position.
Result<EntryRow> stored_entry(const changelog::Store& store, SpaceNumber space, std::uint64_t position);

// Where an author's chain stands: its last entry that counts.
struct AuthorRow {
  std::uint64_t sequence = 0;
  Hash hash;
};
Bytes encode_author(const AuthorRow& row);
Result<AuthorRow> decode_author(BytesView value);

// The version of what reads bodies: what an older one put aside is read again.
inline constexpr std::uint32_t kReaderVersion = 1;

// An entry that counts and that this device could not read; its bytes are in the table `entry`.
struct AsideRow {
  std::uint64_t position = 0;
  SignKey author;
  std::uint64_t sequence = 0;  // 0: a membership entry
  Code code = Code::INTERNAL;
  std::uint32_t epoch = 0;
  std::uint32_t reader = kReaderVersion;
  bool told = false;
};
Bytes encode_aside(const AsideRow& row);
Result<AsideRow> decode_aside(BytesView key, BytesView value);

// An entry of a branch that the relay has lost, until it stands in the log again or was carried into it.
struct LostRow {
  std::uint64_t position = 0;  // that it had
  std::uint64_t common = 0;    // the last position of both branches
  bool on_its_way = false;     // it is in an entry that waits to be sent, or waits itself
  Secret key;                  // opens it, where it had been carried and this device has no other for it
  Bytes entry;
  LostRow clone() const { return {position, common, on_its_way, key.clone(), entry}; }
};
Bytes lost_key(SpaceNumber space, const Hash& id);
Bytes encode_lost(const LostRow& row);
Result<LostRow> decode_lost(BytesView value);

// Where an entry that others carried into the log stands, beside the rows of its author: its id in
// the place of the author's key, under the last number.
Bytes carried_key(SpaceNumber space, const Hash& id);
// An entry of this device whose changes it has sealed again: under the last number but one.
Bytes voided_key(SpaceNumber space, const Hash& id);

// One entry of an author: its hash and its place.
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

Error corrupt(Literal<0> what);

}  // namespace kith::client

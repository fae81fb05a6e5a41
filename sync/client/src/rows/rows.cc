#include "rows/rows.h"

#include "kith/crypto/aead.h"
#include "kith/model/message_codec.h"
#include "kith/store/v1/store.pb.h"

namespace kith::client {
namespace {

namespace disk = kith::store::v1;

template <typename Message>
bool parse(Message& message, BytesView bytes) {
  return message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

template <typename Message>
Bytes serialized(const Message& message) {
  return to_bytes(message.SerializeAsString());
}

}  // namespace

Error corrupt(Literal<0> what) { return fail(Code::STORE_CORRUPT, what); }

model::PutName name_of(const Hash& entry, std::uint32_t index) {
  return {*decltype(model::PutName::entry)::from(entry.view().first(16)), index};
}

Bytes space_key(SpaceNumber space) {
  Writer out;
  out.u32(space);
  return out.take();
}

Bytes record_prefix(SpaceNumber space, model::Kind kind) {
  Writer out;
  out.u32(space);
  out.u16(static_cast<std::uint16_t>(kind));
  return out.take();
}

Bytes record_key(SpaceNumber space, model::Kind kind, const RecordId& id) {
  Bytes out = record_prefix(space, kind);
  append(out, id.view());
  return out;
}

Bytes unsent_key(const UnsentKey& key) {
  Writer out;
  out.raw(record_key(key.space, key.kind, key.record));
  out.u16(key.field);
  out.u64(key.sequence);
  return out.take();
}

Bytes entry_key_of(SpaceNumber space, std::uint64_t position) {
  Writer out;
  out.u32(space);
  out.u64(position);
  return out.take();
}

Bytes outbox_key(SpaceNumber space, std::uint64_t sequence) { return entry_key_of(space, sequence); }

Bytes author_key(SpaceNumber space, const SignKey& author) {
  Writer out;
  out.u32(space);
  out.raw(author.view());
  return out.take();
}

Bytes author_entry_key(SpaceNumber space, const SignKey& author, std::uint64_t sequence) {
  Writer out;
  out.raw(author_key(space, author));
  out.u64(sequence);
  return out.take();
}

Bytes number_key(std::uint64_t number) {
  Writer out;
  out.u64(number);
  return out.take();
}

model::FieldNumber key_field(const protocol::Change& change) {
  switch (change.op) {
    case protocol::Op::remove:
      return kRemoveField;
    case protocol::Op::withdraw:
      return kWithdrawField;
    default:
      return change.field;
  }
}

Bytes encode_state(const model::RecordState& state) {
  disk::RecordState out;
  out.set_origin_author(model::as_string(state.origin_author.view()));
  out.set_origin_time_ms(state.origin_time_ms);
  out.set_withdrawn(state.withdrawn);
  if (state.made) out.set_made(model::as_string(state.made->view()));
  for (const model::Removal& removal : state.removals) {
    auto* to = out.add_removals();
    to->set_author(model::as_string(removal.author.view()));
    to->set_position(removal.position);
    to->set_time_ms(removal.time_ms);
  }
  for (const auto& [field, live] : state.fields) {
    for (const model::Put& put : live) {
      auto* to = out.add_puts();
      to->set_field(field);
      model::write_name(put.name, to->mutable_name());
      to->set_time_ms(put.time_ms);
      to->set_author(model::as_string(put.author.view()));
      model::write_value(put.value, to->mutable_value());
      to->set_position(put.position);
      to->set_removed(put.removed);
    }
  }
  for (const model::PutName& name : state.replaced) model::write_name(name, out.add_replaced());
  return serialized(out);
}

Result<model::RecordState> decode_state(BytesView key, BytesView value) {
  disk::RecordState in;
  Reader at(key);
  at.u32();
  model::RecordState out;
  out.kind = static_cast<model::Kind>(at.u16());
  out.id = at.fixed<RecordId>();
  if (!at.at_end() || !parse(in, value)) return corrupt("a record that does not parse");
  out.origin_author = SignKey::from(as_bytes(in.origin_author())).value_or(SignKey{});
  out.origin_time_ms = in.origin_time_ms();
  out.withdrawn = in.withdrawn();
  if (!in.made().empty()) {
    out.made = RecordId::from(as_bytes(in.made()));
    if (!out.made) return corrupt("a half of an id that does not parse");
  }
  for (const disk::Removal& removal : in.removals()) {
    const auto author = SignKey::from(as_bytes(removal.author()));
    if (!author) return corrupt("a removal without an author");
    out.removals.push_back({*author, removal.position(), removal.time_ms()});
  }
  for (const disk::Put& put : in.puts()) {
    const auto name = model::read_name(put.name());
    const auto author = SignKey::from(as_bytes(put.author()));
    auto held = model::read_value(put.value());
    if (!name || !author || !held) return corrupt("a put that does not parse");
    out.fields[static_cast<model::FieldNumber>(put.field())].push_back(
        {*name, put.position(), put.time_ms(), *author, std::move(*held), put.removed()});
  }
  for (const disk::Name& name : in.replaced()) {
    const auto read = model::read_name(name);
    if (!read) return corrupt("a replaced name that does not parse");
    out.replaced.push_back(*read);
  }
  return out;
}

Bytes encode_unsent(const UnsentRow& row) {
  disk::Unsent out;
  out.set_kind(static_cast<std::uint32_t>(row.change.kind));
  out.set_op(static_cast<std::uint32_t>(row.change.op));
  if (row.change.value) model::write_value(*row.change.value, out.mutable_value());
  for (const model::PutName& name : row.change.replaces) model::write_name(name, out.add_replaces());
  out.set_time_ms(row.change.time_ms);
  if (row.name) model::write_name(*row.name, out.mutable_name());
  out.set_seen(row.change.seen);
  if (row.change.made) out.set_made(model::as_string(row.change.made->view()));
  return serialized(out);
}

Result<UnsentRow> decode_unsent(BytesView key, BytesView value) {
  disk::Unsent in;
  Reader at(key);
  UnsentRow out;
  out.key.space = at.u32();
  out.key.kind = static_cast<model::Kind>(at.u16());
  out.key.record = at.fixed<RecordId>();
  out.key.field = at.u16();
  out.key.sequence = at.u64();
  if (!at.at_end() || !parse(in, value) || in.op() < 1 || in.op() > 3) return corrupt("an unsent change that does not parse");
  out.change.record = out.key.record;
  out.change.kind = out.key.kind;
  out.change.op = static_cast<protocol::Op>(in.op());
  out.change.field = out.change.op == protocol::Op::put ? out.key.field : model::FieldNumber{0};
  if (in.has_value()) {
    out.change.value = model::read_value(in.value());
    if (!out.change.value) return corrupt("an unsent value that does not parse");
  }
  for (const disk::Name& name : in.replaces()) {
    const auto read = model::read_name(name);
    if (!read) return corrupt("an unsent name that does not parse");
    out.change.replaces.push_back(*read);
  }
  out.change.time_ms = in.time_ms();
  if (in.has_name()) out.name = model::read_name(in.name());
  out.change.seen = in.seen();
  if (!in.made().empty()) {
    out.change.made = RecordId::from(as_bytes(in.made()));
    if (!out.change.made) return corrupt("a half of an id that does not parse");
  }
  return out;
}

Bytes encode_entry_row(const Hash& running, BytesView entry) {
  Bytes out = to_bytes(running.view());
  append(out, entry);
  return out;
}

Result<EntryRow> decode_entry_row(BytesView value) {
  if (value.size() < Hash::kSize) return corrupt("an entry row cut short");
  return EntryRow{*Hash::from(value.first(Hash::kSize)), to_bytes(value.subspan(Hash::kSize))};
}

Result<EntryRow> stored_entry(const changelog::Store& store, SpaceNumber space, std::uint64_t position) {
  KITH_TRY(const auto value, store.find(changelog::Table::entry, entry_key_of(space, position)));
  if (!value) return corrupt("an entry of the log is missing");
  return decode_entry_row(*value);
}

Bytes encode_author(const AuthorRow& row) {
  disk::Author out;
  out.set_sequence(row.sequence);
  out.set_hash(model::as_string(row.hash.view()));
  return serialized(out);
}

Result<AuthorRow> decode_author(BytesView value) {
  disk::Author in;
  if (!parse(in, value)) return corrupt("an author that does not parse");
  const auto hash = Hash::from(as_bytes(in.hash()));
  if (!hash) return corrupt("an author without a hash");
  return AuthorRow{in.sequence(), *hash};
}

Bytes encode_aside(const AsideRow& row) {
  disk::Aside out;
  out.set_author(model::as_string(row.author.view()));
  out.set_sequence(row.sequence);
  out.set_code(static_cast<std::uint32_t>(row.code));
  out.set_epoch(row.epoch);
  out.set_reader(row.reader);
  out.set_told(row.told);
  return serialized(out);
}

Result<AsideRow> decode_aside(BytesView key, BytesView value) {
  disk::Aside in;
  Reader at(key);
  at.u32();
  AsideRow out;
  out.position = at.u64();
  const auto author = parse(in, value) ? SignKey::from(as_bytes(in.author())) : std::nullopt;
  if (!at.at_end() || !author) return corrupt("an entry put aside that does not parse");
  out.author = *author;
  out.sequence = in.sequence();
  out.code = code_from_number(static_cast<std::uint16_t>(in.code())).value_or(Code::INTERNAL);
  out.epoch = in.epoch();
  out.reader = in.reader();
  out.told = in.told();
  return out;
}

Bytes lost_key(SpaceNumber space, const Hash& id) { return author_key(space, *SignKey::from(id.view())); }

Bytes encode_lost(const LostRow& row) {
  Writer out;
  out.u64(row.position);
  out.u64(row.common);
  out.u8(row.on_its_way ? 1 : 0);
  out.sized(row.key.reveal());
  out.raw(row.entry);
  return out.take();
}

Result<LostRow> decode_lost(BytesView value) {
  Reader in(value);
  LostRow out;
  out.position = in.u64();
  out.common = in.u64();
  out.on_its_way = in.u8() == 1;
  const BytesView key = in.sized();
  out.key = Secret::copy_of(key);
  if (!in.ok() || (!key.empty() && key.size() != crypto::kKeyBytes)) return corrupt("an entry of a lost branch that does not parse");
  out.entry = to_bytes(in.rest());
  return out;
}

Bytes voided_key(SpaceNumber space, const Hash& id) {
  return author_entry_key(space, *SignKey::from(id.view()), ~std::uint64_t{0} - 1);
}

Bytes carried_key(SpaceNumber space, const Hash& id) {
  return author_entry_key(space, *SignKey::from(id.view()), ~std::uint64_t{0});
}

Bytes encode_author_entry(const AuthorEntry& entry) {
  Writer out;
  out.raw(entry.hash.view());
  out.u64(entry.position);
  return out.take();
}

Result<AuthorEntry> decode_author_entry(BytesView value) {
  Reader in(value);
  AuthorEntry out;
  out.hash = in.fixed<Hash>();
  out.position = in.u64();
  if (!in.at_end()) return corrupt("an author's entry that does not parse");
  return out;
}

Bytes encode_alarm(const Alarm& alarm) {
  disk::Alarm out;
  out.set_code(static_cast<std::uint32_t>(alarm.code));
  out.set_space(alarm.space);
  out.set_author(model::as_string(alarm.author.view()));
  out.set_position(alarm.position);
  out.set_time_ms(alarm.time_ms);
  out.set_detail(alarm.detail);
  out.set_healed(alarm.healed);
  out.set_dismissed(alarm.dismissed);
  out.set_repeated_times(alarm.repeated);
  for (const Bytes& evidence : alarm.evidence) out.add_evidence(model::as_string(evidence));
  return serialized(out);
}

Result<Alarm> decode_alarm(BytesView key, BytesView value) {
  disk::Alarm in;
  if (!parse(in, value)) return corrupt("an alarm that does not parse");
  Alarm out;
  Reader at(key);
  out.id = at.u64();
  if (!at.at_end()) return corrupt("an alarm under a key that is none");
  out.code = code_from_number(static_cast<std::uint16_t>(in.code())).value_or(Code::INTERNAL);
  out.space = in.space();
  out.author = SignKey::from(as_bytes(in.author())).value_or(SignKey{});
  out.position = in.position();
  out.time_ms = in.time_ms();
  out.detail = in.detail();
  out.healed = in.healed();
  out.dismissed = in.dismissed();
  out.repeated = in.repeated_times();
  for (const std::string& evidence : in.evidence()) out.evidence.push_back(to_bytes(evidence));
  return out;
}

Bytes encode_signed_head(const envelope::SignedHead& head) {
  Writer out;
  out.raw(head.space.view());
  out.u64(head.head.position);
  out.raw(head.head.running.view());
  out.u64(static_cast<std::uint64_t>(head.time_ms));
  out.raw(head.relay.view());
  out.raw(head.signature.view());
  return out.take();
}

std::optional<envelope::SignedHead> decode_signed_head(BytesView bytes) {
  Reader in(bytes);
  envelope::SignedHead head;
  head.space = in.fixed<SpaceId>();
  head.head.position = in.u64();
  head.head.running = in.fixed<Hash>();
  head.time_ms = static_cast<std::int64_t>(in.u64());
  head.relay = in.fixed<SignKey>();
  head.signature = in.fixed<Signature>();
  if (!in.at_end()) return std::nullopt;
  return head;
}

}  // namespace kith::client

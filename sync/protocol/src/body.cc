#include "kith/protocol/body.h"

#include "kith/crypto/aead.h"
#include "kith/model/message_codec.h"
#include "kith/sync/v1/sync.pb.h"

namespace kith::protocol {
namespace {

namespace wire = kith::sync::v1;

Error malformed(Literal<0> why) { return fail(Code::MALFORMED, why); }

void write_change(const Change& change, wire::Change* out) {
  out->set_record(model::as_string(change.record.view()));
  out->set_kind(static_cast<std::uint32_t>(change.kind));
  out->set_op(static_cast<wire::Op>(change.op));
  out->set_field(change.field);
  if (change.value) model::write_value(*change.value, out->mutable_value());
  for (const model::PutName& name : change.replaces) model::write_name(name, out->add_replaces());
  out->set_time_ms(change.time_ms);
  out->set_seen(change.seen);
  if (change.made) out->set_made(model::as_string(change.made->view()));
}

bool too_long(const model::Value& value) {
  if (const auto* text = value.text()) return text->size() > kMaxTextBytes;
  if (const auto* bytes = value.bytes()) return bytes->size() > kMaxTextBytes;
  if (const auto* newer = value.newer()) return newer->raw.size() > kMaxTextBytes;
  if (const auto* list = value.list()) {
    std::size_t sum = 0;
    for (const model::Value& item : *list) {
      if (too_long(item)) return true;
      sum += item.text() != nullptr ? item.text()->size() : 16;
    }
    return sum > 2 * kMaxTextBytes;
  }
  return false;
}

Result<Change> read_change(const wire::Change& in) {
  Change out;
  const auto id = RecordId::from(as_bytes(in.record()));
  if (!id || id->is_zero()) return malformed("a change without a record");
  out.record = *id;
  if (in.kind() == 0 || in.kind() > 0xffff || in.field() > 0xffff) return malformed("a change of an impossible kind");
  out.kind = static_cast<model::Kind>(in.kind());
  out.field = static_cast<model::FieldNumber>(in.field());
  if (in.op() < wire::OP_PUT || in.op() > wire::OP_WITHDRAW) return malformed("a change of an unknown sort");
  out.op = static_cast<Op>(in.op());
  if (out.op == Op::put && out.field == 0) return malformed("a put without a field");
  if (in.has_value()) {
    out.value = model::read_value(in.value());
    if (!out.value) return malformed("a value that is none");
    if (too_long(*out.value)) return malformed("a value that is too long");
  }
  if (in.replaces_size() > static_cast<int>(kMaxNames)) return malformed("a change that replaces too many puts");
  for (const wire::Name& name : in.replaces()) {
    const auto read = model::read_name(name);
    if (!read) return malformed("a put without a name");
    out.replaces.push_back(*read);
  }
  out.time_ms = in.time_ms();
  if (out.time_ms < 0 || out.time_ms > kLastTimeMs) return malformed("a time that cannot be");
  out.seen = in.seen();
  if (!in.made().empty()) {
    out.made = RecordId::from(as_bytes(in.made()));
    if (!out.made) return malformed("a half of an id that is none");
  }
  return out;
}

}  // namespace

Bytes encode_body(const Body& body) {
  wire::Body out;
  for (const Change& change : body.changes) write_change(change, out.add_changes());
  if (body.confirmation) out.mutable_confirmation()->set_digits_hash(model::as_string(body.confirmation->view()));
  for (const PutAside& aside : body.put_aside) {
    auto* to = out.add_put_aside();
    to->set_author(model::as_string(aside.author.view()));
    to->set_sequence(aside.sequence);
    to->set_code(static_cast<std::uint32_t>(aside.code));
  }
  for (const Carried& carried : body.carried) {
    auto* to = out.add_carried();
    to->set_entry(model::as_string(carried.entry));
    to->set_common(carried.common);
    to->set_key(model::as_string(carried.key.reveal()));
  }
  return to_bytes(out.SerializeAsString());
}

Result<Body> decode_body(BytesView bytes) {
  wire::Body in;
  if (!in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return malformed("a body that does not parse");
  if (in.changes_size() > static_cast<int>(kMaxChanges)) return malformed("a body of too many changes");
  Body out;
  out.changes.reserve(static_cast<std::size_t>(in.changes_size()));
  for (const wire::Change& change : in.changes()) {
    KITH_TRY(Change read, read_change(change));
    out.changes.push_back(std::move(read));
  }
  if (in.has_confirmation()) {
    out.confirmation = Hash::from(as_bytes(in.confirmation().digits_hash()));
    if (!out.confirmation) return malformed("a confirmation of nothing");
  }
  if (in.put_aside_size() > static_cast<int>(kMaxPutAside)) return malformed("a body that puts too much aside");
  for (const wire::PutAside& aside : in.put_aside()) {
    const auto author = SignKey::from(as_bytes(aside.author()));
    if (!author) return malformed("something put aside without an author");
    const auto code = code_from_number(static_cast<std::uint16_t>(aside.code()));
    out.put_aside.push_back({*author, aside.sequence(), code.value_or(Code::INTERNAL)});
  }
  for (const wire::Carried& carried : in.carried()) {
    const bool key = carried.key().empty() || carried.key().size() == crypto::kKeyBytes;
    if (!key) return malformed("a carried entry with a key of the wrong size");
    out.carried.push_back({to_bytes(carried.entry()), carried.common(), Secret::copy_of(as_bytes(carried.key()))});
  }
  return out;
}

std::size_t size_in_body(const Change& change) {
  wire::Change out;
  write_change(change, &out);
  return out.ByteSizeLong() + 8;
}

}  // namespace kith::protocol

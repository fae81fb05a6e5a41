// A whole export, as an import reads it. What is taken fits into entries that every reader takes: no
// record twice, no time that cannot be, no value that a body refuses.

#include <limits>

#include "engine/src/files/whole_records.h"
#include "fuzz.h"
#include "kith/protocol/body.h"

namespace kith::fuzz {
namespace whole_export_fuzzer {

namespace api = kith::api::v1;

void check_change(const client::RecordChange& record) {
  KITH_HOLDS(!record.id.is_zero() && !record.fields.empty() && record.time_ms >= 0);
  protocol::Body body;
  for (const auto& [field, value] : record.fields) {
    protocol::Change change;
    change.record = record.id;
    change.kind = record.kind;
    change.field = field;
    change.value = value;
    change.time_ms = record.time_ms;
    body.changes = {std::move(change)};
    KITH_HOLDS(protocol::decode_body(protocol::encode_body(body)).ok());
  }
}

void run(BytesView input) {
  api::Export message;
  if (!message.ParseFromArray(input.data(), static_cast<int>(input.size()))) return;
  const auto records = engine::read_export(message);
  if (!records.ok()) return;
  KITH_HOLDS(records->size() == static_cast<std::size_t>(message.records_size()));
  for (const client::RecordChange& record : *records) check_change(record);
}

api::ExportedField* field_of(api::ExportedRecord* record, std::uint32_t number) {
  api::ExportedField* out = record->add_fields();
  out->set_number(number);
  return out;
}

void add_value(api::ExportedField* field, const char* type, const char* value) {
  api::ExportedValue* out = field->add_values();
  out->set_type(type);
  out->set_value(value);
}

std::vector<Bytes> seeds() {
  api::Export all;
  all.set_format("kith-export");
  all.set_version(1);
  api::ExportedRecord* record = all.add_records();
  record->set_id(std::string(32, 'a'));
  record->set_kind(static_cast<std::uint32_t>(model::Kind::profile));
  record->set_created_ms(1.7e12);
  add_value(field_of(record, 1), "text", "Amina");
  add_value(field_of(record, 2), "date", "2024/2/29/-1");
  add_value(field_of(record, 3), "integer", "-5");
  add_value(field_of(record, 4), "id", "000102030405060708090a0b0c0d0e0f");
  api::ExportedField* list = field_of(record, 5);
  list->set_list(true);
  add_value(list, "bytes", "00ff");
  api::Export late = all;
  late.mutable_records(0)->set_created_ms(std::numeric_limits<double>::max());
  api::Export wide = all;
  wide.mutable_records(0)->set_kind(0x10000 + all.records(0).kind());
  return {to_bytes(all.SerializeAsString()), to_bytes(late.SerializeAsString()), to_bytes(wide.SerializeAsString())};
}

KITH_FUZZER(whole_export, run, seeds);

}  // namespace whole_export_fuzzer
}  // namespace kith::fuzz

#include "files/whole_records.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

#include "kith/engine/limits.h"

namespace kith::engine {
namespace {

using client::RecordChange;
using model::Kind;
using model::Value;

constexpr int kMostRecords = 200'000;
// What a body takes, as protocol::kMaxTextBytes: beyond it nobody could read the entry that it gets into, this vault
// itself among them.
constexpr std::size_t kMostText = 64 * 1024;

std::optional<int> take_number(std::string_view& text, int low, int high) {
  int out = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || out < low || out > high) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(at - text.data()));
  if (text.starts_with('/')) text.remove_prefix(1);
  return out;
}

std::optional<model::PartialDate> read_date_parts(std::string_view text) {
  const auto year = take_number(text, 0, 9999);
  const auto month = take_number(text, 0, 12);
  const auto day = take_number(text, 0, 31);
  const auto minute = take_number(text, -1, 24 * 60 - 1);
  if (!year || !month || !day || !minute || !text.empty()) return std::nullopt;
  return model::PartialDate{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month),
                            static_cast<std::uint8_t>(*day), static_cast<std::int16_t>(*minute)};
}

Error broken(Literal<0> what) {
  return fail(Code::MALFORMED, worded("this is no whole export: {0}; nothing was taken in", what));
}

Result<Value> read_value(const api::ExportedValue& in) {
  if (in.type() == "text") return Value(in.value());
  if (in.type() == "date") {
    const auto date = read_date_parts(in.value());
    if (!date) return broken("a date that is none");
    return Value(*date);
  }
  if (in.type() == "integer") {
    std::int64_t number = 0;
    const char* end = in.value().data() + in.value().size();
    const auto [at, error] = std::from_chars(in.value().data(), end, number);
    if (error != std::errc() || at != end) return broken("a number that is none");
    return Value(number);
  }
  if (in.type() == "id") {
    const auto id = RecordId::from_hex(in.value());
    if (!id) return broken("an id that is none");
    return Value(*id);
  }
  if (in.type() == "bytes") {
    const auto bytes = from_hex(in.value());
    if (!bytes) return broken("bytes that are none");
    return Value(*bytes);
  }
  return broken("a value of an unknown type");
}

std::size_t size_of(const Value& value) {
  if (const auto* text = value.text()) return text->size();
  if (const auto* bytes = value.bytes()) return bytes->size();
  return 16;
}

Result<std::pair<model::FieldNumber, Value>> read_field(const api::ExportedField& in) {
  if (in.number() == 0 || in.number() > std::numeric_limits<model::FieldNumber>::max()) {
    return broken("a field without a number");
  }
  const auto number = static_cast<model::FieldNumber>(in.number());
  model::List list;
  std::size_t size = 0;
  for (const api::ExportedValue& one : in.values()) {
    KITH_TRY(Value value, read_value(one));
    size += size_of(value);
    if (size_of(value) > kMostText || size > 2 * kMostText) return broken("a value that is too long");
    list.push_back(std::move(value));
  }
  if (in.list()) return std::pair(number, Value(std::move(list)));
  if (list.size() != 1) return broken("a field without a value");
  return std::pair(number, std::move(list.front()));
}

Result<RecordChange> read_record(const api::ExportedRecord& in) {
  RecordChange out;
  const auto id = RecordId::from_hex(in.id());
  if (!id || id->is_zero()) return broken("a record without an id");
  out.id = *id;
  out.kind = static_cast<Kind>(in.kind());
  if (in.kind() > std::numeric_limits<std::uint16_t>::max() ||
      std::find(std::begin(kWholeKinds), std::end(kWholeKinds), out.kind) == std::end(kWholeKinds)) {
    return broken("a kind of record that this version does not know");
  }
  for (const api::ExportedField& field : in.fields()) {
    KITH_TRY(auto read, read_field(field));
    if (!out.fields.emplace(std::move(read)).second) return broken("a field that stands twice");
  }
  if (out.fields.empty()) return broken("a record that holds nothing");
  if (!(in.created_ms() >= 0 && in.created_ms() <= kLastTimeMs)) return broken("a time that cannot be");
  out.time_ms = static_cast<std::int64_t>(in.created_ms());
  return out;
}

}  // namespace

Result<std::vector<RecordChange>> read_export(const api::Export& request) {
  if (request.format() != "kith-export") return broken("another format");
  if (request.version() > kExportVersion) {
    return fail(Code::UNSUPPORTED, "this export is of a newer version; nothing was taken in");
  }
  if (request.records_size() > kMostRecords) return fail(Code::TOO_LARGE, "more records than an import takes");
  std::vector<RecordChange> changes;
  std::set<RecordId> seen;
  bool profile = false;
  for (const api::ExportedRecord& record : request.records()) {
    KITH_TRY(RecordChange change, read_record(record));
    if (!seen.insert(change.id).second) return broken("a record that stands twice");
    profile = profile || change.kind == Kind::profile;
    changes.push_back(std::move(change));
  }
  if (!profile) return broken("it does not say whose it is");
  return changes;
}

}  // namespace kith::engine

// The own space written out record by record, and read in again into a new vault: the same ids, the
// same values, the same times. What stands in the space of a pair belongs to two and cannot be made
// again by one; it is in the export to be read.

#include "whole.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

#include "fields.h"
#include "shown_value.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using client::RecordChange;
using client::Shown;
using model::Kind;
using model::Value;

constexpr std::uint32_t kVersion = 1;
constexpr int kMostRecords = 200'000;

// Everything but the links into pairs, and answers that are sealed in one.
constexpr Kind kKinds[] = {
    Kind::profile,       Kind::person,        Kind::relationship, Kind::conversation, Kind::note,
    Kind::goal,          Kind::structure,     Kind::turning_point, Kind::phase_span,  Kind::function_mark,
    Kind::need,          Kind::acquaintance,  Kind::care_flag,    Kind::candidate,    Kind::offer,
    Kind::circle,        Kind::life_event,    Kind::pause,        Kind::snapshot,     Kind::review,
    Kind::removed,       Kind::merged,        Kind::sample,       Kind::tag_cadence};

// Year, month, day and minute as they are kept: 0, and -1 of the minute, for what is not known.
std::string date_parts(const model::PartialDate& date) {
  return std::to_string(date.year) + "/" + std::to_string(date.month) + "/" + std::to_string(date.day) + "/" +
         std::to_string(date.minute);
}

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

void write_value(const Value& value, api::ExportedValue* out) {
  if (const auto* text = value.text()) {
    out->set_type("text");
    out->set_value(*text);
  } else if (const auto* number = value.integer()) {
    out->set_type("integer");
    out->set_value(std::to_string(*number));
  } else if (const auto* date = value.date()) {
    out->set_type("date");
    out->set_value(date_parts(*date));
  } else if (const auto* id = value.id()) {
    out->set_type("id");
    out->set_value(id->hex());
  } else if (const auto* bytes = value.bytes()) {
    out->set_type("bytes");
    out->set_value(to_hex(*bytes));
  }
}

void write_record(const Shown& shown, api::ExportedRecord* out) {
  out->set_id(shown.record.id.hex());
  out->set_kind(static_cast<std::uint32_t>(shown.record.kind));
  out->set_kind_name(std::string(kind_name(shown.record.kind)));
  out->set_created_ms(static_cast<double>(shown.created_ms));
  for (const auto& [number, value] : shown.record.fields) {
    api::ExportedField* field = out->add_fields();
    field->set_number(number);
    field->set_name(field_name(shown.record.kind, number));
    field->set_list(value.list() != nullptr);
    if (value.list() == nullptr) {
      write_value(value, field->add_values());
    } else {
      for (const Value& item : *value.list()) write_value(item, field->add_values());
    }
  }
}

Error broken(const std::string& what) {
  return fail(Code::MALFORMED, "this is no whole export: " + what + "; nothing was taken in");
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

Result<std::pair<model::FieldNumber, Value>> read_field(const api::ExportedField& in) {
  if (in.number() == 0 || in.number() > std::numeric_limits<model::FieldNumber>::max()) {
    return broken("a field without a number");
  }
  const auto number = static_cast<model::FieldNumber>(in.number());
  model::List list;
  for (const api::ExportedValue& one : in.values()) {
    KITH_TRY(Value value, read_value(one));
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
  if (std::find(std::begin(kKinds), std::end(kKinds), out.kind) == std::end(kKinds)) {
    return broken("a kind of record that this version does not know");
  }
  for (const api::ExportedField& field : in.fields()) {
    KITH_TRY(auto read, read_field(field));
    if (!out.fields.emplace(std::move(read)).second) return broken("a field that stands twice");
  }
  if (out.fields.empty()) return broken("a record that holds nothing");
  out.time_ms = static_cast<std::int64_t>(in.created_ms());
  return out;
}

// A new vault holds a profile and nothing else.
Result<Shown> only_profile(Session& session) {
  std::optional<Shown> profile;
  for (const Kind kind : kKinds) {
    KITH_TRY(const std::vector<Shown> all, session.replica->list(kSelfSpace, kind));
    if (kind == Kind::profile && all.size() == 1) {
      profile = all.front();
    } else if (!all.empty()) {
      return fail(Code::ALREADY_EXISTS, "a whole export is read into a new vault, and this one holds something: kith init");
    }
  }
  if (!profile) return fail(Code::STORE_CORRUPT, "this vault has no profile");
  return *profile;
}

Result<api::ImportVaultReply> read_in(Session& session, const api::Export& request) {
  if (request.format() != "kith-export") return broken("another format");
  if (request.version() > kVersion) {
    return fail(Code::UNSUPPORTED, "this export is of a newer version; nothing was taken in");
  }
  if (request.records_size() > kMostRecords) return fail(Code::TOO_LARGE, "more records than an import takes");
  KITH_TRY(const Shown fresh, only_profile(session));
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
  if (!seen.contains(fresh.record.id)) changes.push_back({fresh.record.id, Kind::profile, {}, true, 0});
  KITH_CHECK(session.replica->change(kSelfSpace, changes));
  api::ImportVaultReply out;
  out.set_records(static_cast<std::uint32_t>(request.records_size()));
  out.set_left_out(static_cast<std::uint32_t>(request.actions_size() + request.agenda_size() + request.shared_size()));
  return out;
}

}  // namespace

Result<void> export_records(Session& session, api::Export* out) {
  for (const Kind kind : kKinds) {
    KITH_TRY(std::vector<Shown> all, session.replica->list(kSelfSpace, kind));
    std::sort(all.begin(), all.end(), [](const Shown& a, const Shown& b) {
      return std::pair(a.created_ms, a.record.id) < std::pair(b.created_ms, b.record.id);
    });
    for (const Shown& shown : all) write_record(shown, out->add_records());
  }
  return {};
}

std::span<const Method> whole_methods() {
  static constexpr Method kTable[] = {method<read_in>("vault.import")};
  return kTable;
}

}  // namespace kith::engine

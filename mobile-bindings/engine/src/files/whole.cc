// The own space written out record by record, and read in again into a new vault: the same ids, the
// same values, the same times. What stands in the space of a pair belongs to two and cannot be made
// again by one; it is in the export to be read.

#include "files/whole.h"

#include <algorithm>

#include "files/whole_records.h"
#include "methods.h"
#include "notes/shown_value.h"
#include "session/fields.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using client::RecordChange;
using client::Shown;
using model::Kind;
using model::Value;

// Year, month, day and minute as they are kept: 0, and -1 of the minute, for what is not known.
std::string date_parts(const model::PartialDate& date) {
  return std::to_string(date.year) + "/" + std::to_string(date.month) + "/" + std::to_string(date.day) + "/" +
         std::to_string(date.minute);
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

// A new vault holds a profile and nothing else.
Result<Shown> only_profile(Session& session) {
  std::optional<Shown> profile;
  for (const Kind kind : kWholeKinds) {
    KITH_TRY(const std::vector<Shown> all, session.replica->list(kSelfSpace, kind));
    if (kind == Kind::profile && all.size() == 1) {
      profile = all.front();
    } else if (!all.empty()) {
      return fail(Code::ALREADY_EXISTS, "a whole export is read into a new vault, and this one holds something",
                  {Step::VAULT_MAKE});
    }
  }
  if (!profile) return fail(Code::STORE_CORRUPT, "this vault has no profile");
  return *profile;
}

}  // namespace

Result<void> export_records(Session& session, api::Export* out) {
  for (const Kind kind : kWholeKinds) {
    KITH_TRY(std::vector<Shown> all, session.replica->list(kSelfSpace, kind));
    std::sort(all.begin(), all.end(), [](const Shown& a, const Shown& b) {
      return std::pair(a.created_ms, a.record.id) < std::pair(b.created_ms, b.record.id);
    });
    for (const Shown& shown : all) write_record(shown, out->add_records());
  }
  return {};
}

Result<api::ImportVaultReply> vault_import(Session& session, const api::Export& request) {
  KITH_TRY(std::vector<RecordChange> changes, read_export(request));
  KITH_TRY(const Shown fresh, only_profile(session));
  const bool same = std::any_of(changes.begin(), changes.end(),
                                [&](const RecordChange& change) { return change.id == fresh.record.id; });
  if (!same) changes.push_back({fresh.record.id, Kind::profile, {}, true, 0});
  KITH_CHECK(session.replica->change(kSelfSpace, changes));
  api::ImportVaultReply out;
  out.set_records(static_cast<std::uint32_t>(request.records_size()));
  out.set_left_out(static_cast<std::uint32_t>(request.actions_size() + request.agenda_size() + request.shared_size()));
  return out;
}

}  // namespace kith::engine

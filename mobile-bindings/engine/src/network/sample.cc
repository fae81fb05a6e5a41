// Demonstration data: the tables of both papers, kept as records of their own so that they never
// mix with a person's network; loaded, shown and removed as a unit.

#include <algorithm>

#include "kith/network/kind_hint.h"
#include "methods.h"
#include "network/network_rows.h"
#include "network/sample_rows.h"

namespace kith::engine {
namespace {

namespace sample_field = model::sample;
using client::kSelfSpace;
using client::Shown;
using model::Kind;

Result<const SampleSet*> set_input(const std::string& name) {
  std::string names;
  for (const SampleSet& set : sample_sets()) {
    if (set.name == name) return &set;
    names += (names.empty() ? "" : ", ") + std::string(set.name);
  }
  return fail(Code::INVALID_ARGUMENT, worded("the demonstration data are one of {0}", names));
}

Result<std::vector<model::Record>> loaded_rows(Session& session, const SampleSet& set) {
  KITH_TRY(const std::vector<Shown> all, session.replica->list(kSelfSpace, Kind::sample));
  std::vector<model::Record> out;
  for (const Shown& shown : all) {
    if (shown.record.text(sample_field::kSet) == set.name) out.push_back(shown.record);
  }
  std::sort(out.begin(), out.end(), [](const model::Record& a, const model::Record& b) {
    return a.integer(sample_field::kRow) < b.integer(sample_field::kRow);
  });
  return out;
}

std::vector<std::string> cells_of(const model::Record& record) {
  std::vector<std::string> out;
  for (const model::Value& cell : record.list(sample_field::kCells)) {
    out.push_back(cell.text() == nullptr ? std::string() : *cell.text());
  }
  return out;
}

}  // namespace

Result<api::SampleReply> sample_load(Session& session, const api::SampleRequest& request) {
  KITH_TRY(const SampleSet* set, set_input(request.set()));
  KITH_TRY(const std::vector<model::Record> known, loaded_rows(session, *set));
  if (!known.empty()) return fail(Code::ALREADY_EXISTS, "these demonstration data are loaded already");
  std::vector<client::RecordChange> changes;
  const std::vector<std::vector<std::string>> rows = set->rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    client::RecordChange change{session.replica->new_id(), Kind::sample, {}, false};
    change.fields[sample_field::kSet] = model::Value(std::string(set->name));
    change.fields[sample_field::kRow] = static_cast<std::int64_t>(i);
    model::List cells;
    for (const std::string& cell : rows[i]) cells.emplace_back(cell);
    change.fields[sample_field::kCells] = std::move(cells);
    changes.push_back(std::move(change));
  }
  KITH_CHECK(session.replica->change(kSelfSpace, changes));
  return sample_show(session, request);
}

Result<api::SampleReply> sample_show(Session& session, const api::SampleRequest& request) {
  KITH_TRY(const SampleSet* set, set_input(request.set()));
  KITH_TRY(const std::vector<model::Record> rows, loaded_rows(session, *set));
  api::SampleReply out;
  out.set_set(std::string(set->name));
  out.set_loaded(!rows.empty());
  for (const std::string_view column : set->columns) out.add_columns(std::string(column));
  for (const model::Record& record : rows) {
    api::SampleRow* row = out.add_rows();
    row->set_row(static_cast<std::uint32_t>(record.integer(sample_field::kRow)));
    for (std::string& cell : cells_of(record)) row->add_cells(std::move(cell));
    KITH_TRY(std::string says, set->says(static_cast<std::size_t>(record.integer(sample_field::kRow)), today(session)));
    row->set_says(std::move(says));
  }
  return out;
}

Result<api::SampleCheckReply> sample_check(Session& session, const api::SampleRequest& request) {
  KITH_TRY(const SampleSet* set, set_input(request.set()));
  KITH_TRY(const std::vector<model::Record> rows, loaded_rows(session, *set));
  if (rows.empty()) {
    return fail(Code::NOT_FOUND, "these demonstration data are not loaded", {Step::SAMPLE_LOAD, {request.set()}});
  }
  std::vector<std::vector<std::string>> cells;
  for (const model::Record& record : rows) cells.push_back(cells_of(record));
  api::SampleCheckReply out;
  out.set_set(std::string(set->name));
  out.set_holds(true);
  for (const Checksum& sum : set->checksums(cells)) {
    api::SampleCheck* row = out.add_items();
    row->set_what(sum.what);
    row->set_expected(sum.expected);
    row->set_found(sum.found);
    row->set_holds(sum.expected == sum.found);
    out.set_holds(out.holds() && row->holds());
  }
  return out;
}

Result<api::Empty> sample_remove(Session& session, const api::SampleRequest& request) {
  KITH_TRY(const SampleSet* set, set_input(request.set()));
  KITH_TRY(const std::vector<model::Record> rows, loaded_rows(session, *set));
  if (rows.empty()) return fail(Code::NOT_FOUND, "these demonstration data are not loaded");
  std::vector<client::RecordChange> gone;
  for (const model::Record& record : rows) gone.push_back({record.id, record.kind, {}, true});
  KITH_CHECK(session.replica->change(kSelfSpace, gone));
  return api::Empty();
}

}  // namespace kith::engine

// Tables of comma-separated values, and Monica's export: everything comes in private and in one
// atomic step, and nobody becomes a developer by it.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "files/card_import.h"
#include "files/newcomers.h"
#include "kith/interchange/csv.h"
#include "kith/interchange/monica.h"
#include "kith/model/partial_date.h"
#include "methods.h"
#include "session/fields.h"
#include "session/records.h"

namespace kith::engine {
namespace {

namespace in = interchange;
using client::kSelfSpace;
using client::RecordChange;
using model::Kind;

Result<in::DateOrder> date_order(const std::string& said) {
  if (said.empty()) return in::DateOrder::by_the_table;
  if (said == "day-first") return in::DateOrder::day_first;
  if (said == "month-first") return in::DateOrder::month_first;
  return fail(Code::INVALID_ARGUMENT, "dates of a table are day-first or month-first");
}

void add_counts(const in::MonicaCounts& counts, std::string_view fate, api::ImportReply& out) {
  for (const auto& [what, count] : counts) {
    api::ImportCount* row = out.add_report();
    row->set_what(what);
    row->set_fate(std::string(fate));
    row->set_count(static_cast<std::uint32_t>(count));
  }
}

// How Monica's people and conversations become records of ours; ids stand at the persons' places. What stands
// in my log and among my notes already, word for word, is not written twice.
class MonicaRecords {
 public:
  MonicaRecords(Session& session, const in::MonicaImport& read, Newcomers& newcomers) : session_(session), read_(read) {
    for (const in::MonicaPerson& person : read_.persons) ids_.push_back(newcomers.take(person.fields));
  }

  Result<std::vector<RecordChange>> changes() {
    for (const Kind kind : {Kind::conversation, Kind::note}) {
      KITH_TRY(const std::vector<client::Shown> all, session_.replica->list(kSelfSpace, kind));
      for (const client::Shown& shown : all) there_.insert(content_of(kind, shown.record.fields));
    }
    for (const in::MonicaConversation& talk : read_.conversations) add(talk);
    for (const in::MonicaNote& note : read_.notes) add(note);
    for (std::size_t i = 0; i < read_.persons.size(); ++i) add_meeting(i);
    return std::move(out_);
  }
  std::size_t left() const { return left_; }

 private:
  // By what a talk or a note is the same one.
  using Content = std::tuple<Kind, std::string, std::string, std::string>;
  static Content content_of(Kind kind, const client::Fields& fields) {
    const model::Record record{{}, kind, fields};
    if (kind == Kind::note) return {kind, record.ref(model::note::kAbout).hex(), "", record.text(model::note::kText)};
    std::string with;
    for (const model::Value& id : record.list(model::conversation::kWith)) with += id.id() == nullptr ? "" : id.id()->hex();
    return {kind, with, model::format_date(record.date(model::conversation::kWhen)), record.text(model::conversation::kNote)};
  }
  // `created_ms`: when it was written, of which lists are in the order; 0 where nobody knows.
  void put(Kind kind, const client::Fields& fields, std::int64_t created_ms) {
    if (there_.contains(content_of(kind, fields))) {
      ++left_;
    } else {
      out_.push_back({session_.replica->new_id(), kind, {fields.begin(), fields.end()}, false, created_ms});
    }
  }

  void add(const in::MonicaConversation& talk) {
    client::Fields fields;
    model::List with;
    for (const std::size_t place : talk.with) with.emplace_back(ids_[place]);
    fields[model::conversation::kWith] = std::move(with);
    if (talk.when.year != 0) fields[model::conversation::kWhen] = talk.when;
    if (!talk.medium.empty()) fields[model::conversation::kMedium] = talk.medium;
    if (!talk.note.empty()) fields[model::conversation::kNote] = talk.note;
    put(Kind::conversation, fields, 0);
  }

  void add(const in::MonicaNote& note) {
    client::Fields fields{{model::note::kText, note.text},
                          {model::note::kCreated, note.created_ms > 0 ? note.created_ms : session_.clock().wall_ms()}};
    if (note.about) fields[model::note::kAbout] = ids_[*note.about];
    put(Kind::note, fields, std::max<std::int64_t>(note.created_ms, 0));
  }

  // The interval and the first meeting have no place but a relationship, which an import does not
  // make: they are kept as a note, for when the person says what somebody is to them.
  void add_meeting(std::size_t place) {
    const in::MonicaPerson& person = read_.persons[place];
    std::string text;
    if (person.ideal_interval_days) {
      text += "Stay in touch every " + std::to_string(*person.ideal_interval_days) + " days.\n";
    }
    if (person.first_met) text += "First met " + model::format_date(*person.first_met);
    if (person.first_met_through) {
      const client::Fields& through = read_.persons[*person.first_met_through].fields;
      const auto name = through.find(model::person::kName);
      const bool named = name != through.end() && name->second.text() != nullptr;
      text += (person.first_met ? " through " : "First met through ") + (named ? *name->second.text() : "somebody");
    }
    if (!text.empty()) add(in::MonicaNote{place, std::move(text), 0, false});
  }

  Session& session_;
  const in::MonicaImport& read_;
  std::vector<RecordId> ids_;
  std::set<Content> there_;
  std::size_t left_ = 0;
  std::vector<RecordChange> out_;
};

}  // namespace

Result<api::ImportReply> import_table(Session& session, const api::ImportRequest& request) {
  KITH_TRY(const in::CsvTable table, in::read_csv(request.content()));
  const std::vector<std::string> wanted(request.mapping().begin(), request.mapping().end());
  in::CsvMapping mapping;
  if (wanted.empty()) {
    KITH_TRY(mapping, in::default_csv_mapping(table));
  } else {
    KITH_TRY(mapping, in::csv_mapping(table, wanted));
  }
  KITH_TRY(const in::DateOrder order, date_order(request.dates()));
  KITH_TRY(const in::CsvPersons read, in::csv_persons(table, mapping, order));
  api::ImportReply out;
  for (const in::SkippedRow& row : read.skipped) add_skipped(row.line, row.reason, out);
  for (const std::string& header : read.unmapped) {
    api::ImportCount* count = out.add_report();
    count->set_what(header);
    count->set_fate("kept in the note");
  }
  std::vector<client::Fields> persons;
  for (const in::CsvPerson& person : read.persons) persons.push_back(person.fields);
  if (persons.empty()) return out;
  KITH_TRY(const std::set<std::size_t> picked, pick_persons(persons, request.pick()));
  KITH_TRY(Newcomers newcomers, Newcomers::read(session));
  for (const std::size_t index : picked) newcomers.take(persons[index]);
  newcomers.report(out);
  KITH_CHECK(session.replica->change(kSelfSpace, newcomers.changes()));
  return out;
}

Result<api::ImportReply> import_monica(Session& session, const api::ImportRequest& request) {
  KITH_TRY(const in::MonicaImport read, in::read_monica(request.content()));
  api::ImportReply out;
  KITH_TRY(Newcomers newcomers, Newcomers::read(session));
  MonicaRecords records(session, read, newcomers);
  std::vector<RecordChange> changes = newcomers.changes();
  KITH_TRY(const std::vector<RecordChange> more, records.changes());
  changes.insert(changes.end(), more.begin(), more.end());
  newcomers.report(out);
  if (records.left() > 0) add_counts({{"talks and notes", records.left()}}, "here already, word for word", out);
  add_counts(read.report.mapped, "taken", out);
  add_counts(read.report.kept_aside, "kept aside in a note", out);
  add_counts(read.report.unknown, "not known, kept aside in a note", out);
  add_counts(read.report.dropped, "left out", out);
  for (const std::string& warning : read.report.warnings) add_skipped(0, warning, out);
  KITH_CHECK(session.replica->change(kSelfSpace, changes));
  return out;
}

}  // namespace kith::engine

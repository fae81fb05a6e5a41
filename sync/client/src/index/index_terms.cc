#include "index/index_terms.h"

#include "kith/model/partial_date.h"

namespace kith::client {
namespace {

using model::Kind;
using search::Field;

// Which field of a text counts how much. What a kind of a newer version keeps in its first field is
// what it is for, as in all of ours.
Field field_of(Kind kind, model::FieldNumber number) {
  if (kind == Kind::person || kind == Kind::relationship) {
    const bool name = number == model::person::kName || number == model::person::kFamilyName ||
                      number == model::person::kGivenName;
    return kind == Kind::person && name ? search::kName : search::kOther;
  }
  if (kind == Kind::conversation) return number == model::conversation::kNote ? search::kMain : search::kOther;
  return number == 1 ? search::kMain : search::kOther;
}

void add_value(search::Terms& terms, Field field, const model::Value& value) {
  if (const auto* text = value.text()) terms.add_text(field, *text);
  if (const auto* id = value.id()) terms.add(search::term(search::kPersonTerm, id->view()), search::kAbout);
  if (const auto* list = value.list()) {
    for (const model::Value& item : *list) add_value(terms, field, item);
  }
}

}  // namespace

IndexTime index_time(const model::RecordState& state, const model::Record& record) {
  IndexTime out;
  if (record.kind == Kind::conversation) out.date = record.date(model::conversation::kWhen);
  if (!model::is_real(out.date) || out.date.year == 0) out.date = {};
  // Notes, goals and the like all keep it there.
  static_assert(model::note::kCreated == 3 && model::goal::kCreated == 3 && model::action::kCreated == 3 &&
                model::agenda_line::kCreated == 3 && model::passage::kCreated == 3);
  out.wall_ms = record.integer(model::note::kCreated);
  if (out.wall_ms == 0) out.wall_ms = state.origin_time_ms;
  out.created_ms = state.origin_time_ms;
  return out;
}

bool is_searched(Kind kind) { return model::traits_of(kind).search == model::Search::found; }

IndexedRecord indexed(const model::RecordState& state, const model::Record& record) {
  IndexedRecord out;
  for (const auto& [number, value] : record.fields) add_value(out.terms, field_of(record.kind, number), value);
  // A person is about himself.
  if (record.kind == Kind::person) {
    out.terms.add(search::term(search::kPersonTerm, record.id.view()), search::kAbout);
  }
  out.time = index_time(state, record);
  out.digest = search::digest_of(out.terms) + digest_of(out.time);
  return out;
}

}  // namespace kith::client

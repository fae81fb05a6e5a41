// Facts of the dictionary: one set of methods for all of them.

#include "network/fact.h"

#include <algorithm>

#include "kith/facts/values.h"
#include "methods.h"
#include "network/candidate.h"
#include "notes/lines.h"
#include "session/fields.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;

Result<const facts::FactKind*> fact_kind_input(const std::string& noun) {
  const facts::FactKind* kind = facts::find_fact(noun);
  if (kind != nullptr) return kind;
  std::string nouns;
  for (const facts::FactKind& row : facts::fact_kinds()) nouns += (nouns.empty() ? "" : ", ") + std::string(row.noun);
  return fail(Code::INVALID_ARGUMENT, worded("the kind of fact is one of {0}", nouns));
}

// There must be no other one that is the same.
Result<void> check_single(Session& session, const facts::FactKind& kind, const model::Record& fresh) {
  if (kind.key.empty()) return {};
  KITH_TRY(const std::vector<client::Shown> all, session.replica->list(kSelfSpace, kind.kind));
  for (const client::Shown& shown : all) {
    if (shown.record.id != fresh.id && facts::same_key(kind, shown.record, fresh)) {
      return fail(Code::ALREADY_EXISTS, "this is noted already",
                  {Step::FACT_EDIT, {std::string(kind.noun), shown.record.id.hex()}});
    }
  }
  return {};
}

// What is written in the same step.
Result<std::vector<client::RecordChange>> more_with(Session& session, const model::Record& next,
                                                    client::FieldEdits& edits) {
  if (next.kind == model::Kind::candidate) return put_on_the_map(session, next, edits);
  return std::vector<client::RecordChange>();
}

api::Fact row(const People& people, const facts::FactKind& kind, const client::Shown& shown) {
  api::Fact out;
  out.set_id(shown.record.id.hex());
  out.set_kind(std::string(kind.noun));
  if (kind.person != 0) {
    const RecordId about = shown.record.ref(kind.person);
    out.set_person(people.name(about));
    if (!about.is_zero()) out.set_person_id(about.hex());
  }
  fill_fields(people, shown.record, kind.fields, out.mutable_fields());
  out.set_created_ms(static_cast<double>(shown.created_ms));
  return out;
}

bool is_about(const facts::FactKind& kind, const model::Record& record, const RecordId& person) {
  return std::any_of(kind.fields.begin(), kind.fields.end(), [&](const facts::FieldRow& field) {
    if (record.ref(field.number) == person) return true;
    const model::List list = record.list(field.number);
    return std::find(list.begin(), list.end(), model::Value(person)) != list.end();
  });
}

}  // namespace

Result<void> check_fact(Session& session, const facts::FactKind& kind, const model::Record& fresh) {
  KITH_CHECK(facts::check(kind, fresh));
  return check_single(session, kind, fresh);
}

Result<api::Changed> fact_add(Session& session, const api::FactAddRequest& request) {
  KITH_TRY(const facts::FactKind* kind, fact_kind_input(request.kind()));
  KITH_TRY(client::FieldEdits edits, fields_input(session, kind->fields, request.fields()));
  const model::Record fresh{session.replica->new_id(), kind->kind, set_fields(edits)};
  KITH_CHECK(check_fact(session, *kind, fresh));
  KITH_TRY(std::vector<client::RecordChange> changes, more_with(session, fresh, edits));
  changes.push_back({fresh.id, kind->kind, edits, false});
  KITH_CHECK(session.replica->change(kSelfSpace, changes));
  return changed(fresh.id);
}

Result<api::Changed> fact_edit(Session& session, const api::FactEditRequest& request) {
  KITH_TRY(const facts::FactKind* kind, fact_kind_input(request.kind()));
  KITH_TRY(const client::Shown found, record(session, request.id(), kind->kind));
  KITH_TRY(client::FieldEdits edits, fields_input(session, kind->fields, request.fields()));
  if (edits.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to change was given");
  model::Record next = found.record;
  for (const auto& [number, value] : edits) {
    next.fields.erase(number);
    if (value) next.fields[number] = *value;
  }
  KITH_CHECK(check_fact(session, *kind, next));
  KITH_TRY(std::vector<client::RecordChange> changes, more_with(session, next, edits));
  changes.push_back({next.id, kind->kind, edits, false});
  KITH_CHECK(session.replica->change(found.space, changes));
  return changed(found.record.id);
}

Result<api::FactList> fact_list(Session& session, const api::FactListRequest& request) {
  KITH_TRY(const facts::FactKind* kind, fact_kind_input(request.kind()));
  KITH_TRY(std::vector<client::Shown> all, session.replica->list(kSelfSpace, kind->kind));
  if (!request.person().empty()) {
    KITH_TRY(const model::Record about, person(session, request.person()));
    std::erase_if(all, [&](const client::Shown& shown) { return !is_about(*kind, shown.record, about.id); });
  }
  // By its date; what has none comes first, and of equal ones what was noted first.
  std::sort(all.begin(), all.end(), [kind](const client::Shown& a, const client::Shown& b) {
    const auto date = [kind](const client::Shown& shown) {
      return kind->when == 0 ? model::PartialDate{} : shown.record.date(kind->when);
    };
    return std::tuple(date(a), a.created_ms, a.record.id) < std::tuple(date(b), b.created_ms, b.record.id);
  });
  KITH_TRY(const People people, People::read(session));
  api::FactList out;
  for (const client::Shown& shown : all) *out.add_items() = row(people, *kind, shown);
  return out;
}

Result<api::Fact> fact_show(Session& session, const api::FactIdRequest& request) {
  KITH_TRY(const facts::FactKind* kind, fact_kind_input(request.kind()));
  KITH_TRY(const client::Shown found, record(session, request.id(), kind->kind));
  KITH_TRY(const People people, People::read(session));
  return row(people, *kind, found);
}

Result<api::Changed> fact_remove(Session& session, const api::FactIdRequest& request) {
  KITH_TRY(const facts::FactKind* kind, fact_kind_input(request.kind()));
  api::IdRequest id;
  id.set_id(request.id());
  return remove_record(session, id, kind->kind);
}

}  // namespace kith::engine

// Reassessing: the network as it stood on a day, and what was decided about each one. Nobody is
// discarded: who is eased stays, as a valued friend who is asked now and then.

#include "snapshots.h"

#include <algorithm>

#include "input.h"
#include "kith/facts/packed.h"
#include "kith/facts/snapshot.h"
#include "kith/network/review.h"
#include "network_rows.h"

namespace kith::engine {
namespace {

namespace n = network;
namespace snapshot_field = model::snapshot;
using client::kSelfSpace;
using client::Shown;
using model::Kind;

Result<std::vector<model::Record>> in_order(Session& session) {
  KITH_TRY(const std::vector<Shown> all, session.replica->list(kSelfSpace, Kind::snapshot));
  std::vector<model::Record> out;
  for (const Shown& shown : all) out.push_back(shown.record);
  std::sort(out.begin(), out.end(), [](const model::Record& a, const model::Record& b) {
    return std::pair(a.date(snapshot_field::kWhen), a.id) < std::pair(b.date(snapshot_field::kWhen), b.id);
  });
  return out;
}

// A snapshot, and who was a valued friend off the map then.
struct Then {
  n::Snapshot snapshot;
  std::vector<RecordId> valued;
};

std::vector<n::PersonDecision> decisions_of(const model::Record& record) {
  std::vector<n::PersonDecision> out;
  const model::List list = record.list(snapshot_field::kDecisions);
  for (std::size_t i = 0; i + 1 < list.size(); i += 2) {
    if (list[i].id() == nullptr || list[i + 1].text() == nullptr) continue;
    const auto decision = n::from_code<n::Decision>(*list[i + 1].text());
    if (decision) out.push_back({*list[i].id(), *decision});
  }
  return out;
}

Result<Then> then_of(Session& session, const model::Record& record) {
  KITH_TRY(const std::vector<model::Record> packed, facts::unpack(record.list(snapshot_field::kRecords)));
  const facts::Account then = facts::read_account(facts::by_kind(packed), today(session));
  return Then{{record.date(snapshot_field::kWhen), then.network, decisions_of(record)}, facts::ids_of(then.valued)};
}

Result<Then> now_of(Session& session) {
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  return Then{{today(session), own.network, {}}, facts::ids_of(own.valued)};
}

// What has come of people in between, although no decision of the later snapshot names them: who left
// the map for the valued friends is eased and not gone, and who is back on it is eased no more.
void decide_by_the_map(const n::Snapshot& before, Then& after) {
  std::vector<n::PersonDecision>& decisions = after.snapshot.decisions;
  const auto decided = [&](const RecordId& id) {
    return std::any_of(decisions.begin(), decisions.end(), [&](const auto& one) { return one.person == id; });
  };
  for (const RecordId& id : after.valued) {
    if (facts::developer(before.network, id) != nullptr && !decided(id)) decisions.push_back({id, n::Decision::ease});
  }
  for (const n::PersonDecision& then : before.decisions) {
    const bool back = facts::developer(after.snapshot.network, then.person) != nullptr;
    if (then.decision == n::Decision::ease && back && !decided(then.person)) {
      decisions.push_back({then.person, n::Decision::keep});
    }
  }
}

Result<n::Decision> decision_input(const std::string& text) {
  const auto found = n::from_code<n::Decision>(text);
  if (found) return *found;
  return fail(Code::INVALID_ARGUMENT, "a decision: " + found.error().message);
}

// Easing is kept in the relationship too, so that the map shows it from now on.
std::optional<client::RecordChange> eased(const facts::Account& own, const n::PersonDecision& decision) {
  const auto at = own.people.find(decision.person);
  if (at == own.people.end() || at->second.relationship.id.is_zero()) return std::nullopt;
  const bool ease = decision.decision == n::Decision::ease;
  const bool valued = at->second.relationship.integer(model::relationship::kValued) != 0;
  if (ease == valued) return std::nullopt;
  client::RecordChange out{at->second.relationship.id, Kind::relationship, {}, false};
  out.fields[model::relationship::kValued] = ease ? std::optional<model::Value>(std::int64_t{1}) : std::nullopt;
  return out;
}

Result<api::Changed> save(Session& session, const api::SnapshotRequest& request) {
  model::PartialDate when = today(session);
  if (!request.when().empty()) {
    KITH_TRY(when, date_input(session, request.when(), "when"));
  }
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  if (own.network.developers.empty()) {
    return fail(Code::INVALID_ARGUMENT, "the map is empty: nothing to reassess yet; kith review begins with you");
  }
  client::RecordChange made{session.replica->new_id(), Kind::snapshot, {}, false};
  std::vector<client::RecordChange> changes;
  model::List decided;
  for (const api::PersonDecision& row : request.decisions()) {
    KITH_TRY(const model::Record who, person(session, row.person()));
    KITH_TRY(const n::Decision decision, decision_input(row.decision()));
    if (std::find(decided.begin(), decided.end(), model::Value(who.id)) != decided.end()) {
      return fail(Code::INVALID_ARGUMENT, "two decisions about " + who.text(model::person::kName));
    }
    decided.emplace_back(who.id);
    decided.emplace_back(std::string(n::term(decision).code));
    if (auto change = eased(own, {who.id, decision})) changes.push_back(*std::move(change));
  }
  made.fields[snapshot_field::kWhen] = when;
  made.fields[snapshot_field::kRecords] = facts::pack(facts::network_records(own));
  if (!decided.empty()) made.fields[snapshot_field::kDecisions] = std::move(decided);
  changes.push_back(made);
  KITH_CHECK(session.replica->change(kSelfSpace, changes));
  return changed(made.id);
}

Result<api::SnapshotList> list_snapshots(Session& session, const api::Empty&) {
  KITH_TRY(const std::vector<model::Record> all, in_order(session));
  KITH_TRY(const People people, People::read(session));
  api::SnapshotList out;
  for (const model::Record& record : all) {
    api::Snapshot* row = out.add_items();
    row->set_id(record.id.hex());
    row->set_when(shown_date(record, snapshot_field::kWhen));
    KITH_TRY(const n::Snapshot snapshot, snapshot_of(session, record));
    row->set_people(static_cast<std::uint32_t>(snapshot.network.developers.size()));
    for (const n::PersonDecision& decision : snapshot.decisions) {
      api::PersonDecision* to = row->add_decisions();
      to->set_person(people.name(decision.person));
      to->set_person_id(decision.person.hex());
      to->set_decision(std::string(n::term(decision.decision).code));
    }
  }
  return out;
}

void fill_names(const People& people, const std::vector<RecordId>& ids,
                google::protobuf::RepeatedPtrField<std::string>* out) {
  for (const RecordId& id : ids) {
    const std::string name = people.name(id);
    *out->Add() = name.empty() ? "(removed)" : name;
  }
}

Result<api::SnapshotComparison> compare(Session& session, const api::SnapshotCompareRequest& request) {
  KITH_TRY(const model::Record first, snapshot_record(session, request.before()));
  KITH_TRY(const n::Snapshot before, snapshot_of(session, first));
  Then after;
  if (request.after().empty()) {
    KITH_TRY(after, now_of(session));
  } else {
    KITH_TRY(const model::Record second, snapshot_record(session, request.after()));
    KITH_TRY(after, then_of(session, second));
  }
  decide_by_the_map(before, after);
  KITH_TRY(const n::Review review, n::review(before, after.snapshot));
  KITH_TRY(const People people, People::read(session));
  api::SnapshotComparison out;
  for (const n::MeasureDefinition& definition : n::measure_definitions()) {
    api::MeasureChange* row = out.add_measures();
    row->set_term(std::string(definition.term));
    if (review.before[definition.id].value) row->set_before(*review.before[definition.id].value);
    if (review.after[definition.id].value) row->set_after(*review.after[definition.id].value);
  }
  if (review.stability) out.set_stability(*review.stability);
  if (review.support_growth) out.set_support_growth(*review.support_growth);
  for (const n::SocialSystem system : review.new_systems) out.add_new_systems(said(system));
  fill_names(people, review.came, out.mutable_came());
  fill_names(people, review.gone, out.mutable_gone());
  fill_names(people, review.valued, out.mutable_valued());
  return out;
}

Result<api::Changed> remove_snapshot(Session& session, const api::IdRequest& request) {
  KITH_TRY(const Shown found, record(session, request.id(), Kind::snapshot));
  KITH_CHECK(session.replica->remove(found.space, found.record.id));
  return changed(found.record.id);
}

}  // namespace

Result<n::Snapshot> snapshot_of(Session& session, const model::Record& record) {
  KITH_TRY(Then out, then_of(session, record));
  return std::move(out.snapshot);
}

Result<n::Snapshot> present(Session& session) {
  KITH_TRY(Then out, now_of(session));
  return std::move(out.snapshot);
}

Result<model::Record> snapshot_record(Session& session, const std::string& text) {
  KITH_TRY(const std::vector<model::Record> all, in_order(session));
  for (auto at = all.rbegin(); at != all.rend(); ++at) {
    if (at->id.hex() == text || shown_date(*at, snapshot_field::kWhen) == text) return *at;
  }
  return fail(Code::NOT_FOUND, "there is no snapshot of that id or date: kith reassess list");
}

std::span<const Method> snapshot_methods() {
  static constexpr Method kTable[] = {method<save>("reassess.save"), method<list_snapshots>("reassess.list"),
                                      method<compare>("reassess.compare"), method<remove_snapshot>("reassess.remove")};
  return kTable;
}

}  // namespace kith::engine

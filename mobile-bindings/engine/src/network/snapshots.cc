// Reassessments: the network as it stood on a day, and what was decided about each one. Nobody is
// discarded: who is eased stays, as a valued friend who is asked now and then. Saving: reassess.cc.

#include "network/snapshots.h"

#include <algorithm>
#include <tuple>

#include "kith/facts/packed.h"
#include "kith/facts/snapshot.h"
#include "kith/network/review.h"
#include "methods.h"
#include "network/network_rows.h"
#include "session/input.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

namespace n = network;
namespace snapshot_field = model::snapshot;
using client::kSelfSpace;
using client::Shown;
using model::Kind;

// A snapshot, and who was off the map then: valued friends, with whom it had ended, who had died.
struct Then {
  n::Snapshot snapshot;
  std::vector<RecordId> valued;
  std::vector<RecordId> ended;
  std::vector<RecordId> died;
};

Then then_with(const facts::Account& account, const model::PartialDate& when,
               std::vector<n::PersonDecision> decisions) {
  Then out{{when, account.network, std::move(decisions)}, facts::ids_of(account.valued), ended_of(account), {}};
  for (const n::Developer& one : account.past) {
    if (one.person.deceased) out.died.push_back(one.person.id);
  }
  return out;
}

Result<Then> then_of(Session& session, const model::Record& record) {
  KITH_TRY(const facts::Account then, account_in(session, record));
  return then_with(then, record.date(snapshot_field::kWhen), decisions_of(record));
}

Result<Then> now_of(Session& session) {
  KITH_TRY(const AccountRead held, account(session));
  return then_with(*held, today(session), {});
}

bool is_in(const std::vector<RecordId>& ids, const RecordId& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// What has come of people in between, although no decision of the later snapshot names them: who left
// the map for the valued friends is eased and not gone, who is back on it is eased no more, and with
// whom it ended is not a valued friend, whatever was decided before.
void decide_by_the_map(const Then& before, Then& after) {
  std::vector<n::PersonDecision>& decisions = after.snapshot.decisions;
  const auto forget = [&](const RecordId& id) {
    std::erase_if(decisions, [&](const n::PersonDecision& one) { return one.person == id; });
  };
  const auto decided = [&](const RecordId& id) {
    return std::any_of(decisions.begin(), decisions.end(), [&](const auto& one) { return one.person == id; });
  };
  const auto was_on_the_map = [&](const RecordId& id) {
    return facts::developer(before.snapshot.network, id) != nullptr;
  };
  for (const RecordId& id : after.valued) {
    if (was_on_the_map(id) && !decided(id)) decisions.push_back({id, n::Decision::ease});
  }
  for (const n::PersonDecision& then : before.snapshot.decisions) {
    const bool left = then.decision == n::Decision::ease || then.decision == n::Decision::end;
    const bool back = facts::developer(after.snapshot.network, then.person) != nullptr;
    if (left && back && !decided(then.person)) decisions.push_back({then.person, n::Decision::keep});
  }
  for (const RecordId& id : after.ended) {
    forget(id);
    if (was_on_the_map(id) || is_in(before.valued, id)) decisions.push_back({id, n::Decision::end});
  }
  // Who has died is neither asked now and then nor somebody it ended with.
  for (const RecordId& id : after.died) {
    forget(id);
    decisions.push_back({id, n::Decision::keep});
  }
}

std::vector<RecordId> off_the_map(const Then& before, const Then& after) {
  std::vector<RecordId> out;
  for (const Then* then : {&before, &after}) {
    for (const auto* ids : {&then->valued, &then->ended, &then->died}) out.insert(out.end(), ids->begin(), ids->end());
  }
  return out;
}

// By name, so that a list does not depend on how ids fell.
void fill_names(const People& people, const std::vector<RecordId>& ids,
                google::protobuf::RepeatedPtrField<std::string>* out) {
  for (const RecordId& id : ids) {
    const std::string name = people.name(id);
    *out->Add() = name.empty() ? "(removed)" : name;
  }
  std::sort(out->begin(), out->end());
}

}  // namespace

Result<std::vector<model::Record>> snapshot_records(Session& session) {
  KITH_TRY(std::vector<Shown> all, session.replica->list(kSelfSpace, Kind::snapshot));
  // Of two of one day the one that was made later comes behind.
  const auto order = [](const Shown& shown) {
    return std::tuple(shown.record.date(snapshot_field::kWhen), shown.created_ms, shown.record.id);
  };
  std::sort(all.begin(), all.end(), [&order](const Shown& a, const Shown& b) { return order(a) < order(b); });
  std::vector<model::Record> out;
  for (Shown& shown : all) out.push_back(std::move(shown.record));
  return out;
}

Result<facts::Account> account_in(Session& session, const model::Record& snapshot) {
  KITH_TRY(const std::vector<model::Record> packed, facts::unpack(snapshot.list(snapshot_field::kRecords)));
  return facts::read_account(facts::by_kind(packed), today(session));
}

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

std::vector<RecordId> ended_of(const facts::Account& account) {
  std::vector<RecordId> out;
  for (const n::Developer& one : account.past) {
    if (!one.person.deceased) out.push_back(one.person.id);
  }
  return out;
}

Result<n::Snapshot> snapshot_of(Session& session, const model::Record& record) {
  KITH_TRY(Then out, then_of(session, record));
  return std::move(out.snapshot);
}

Result<n::Snapshot> present(Session& session) {
  KITH_TRY(Then out, now_of(session));
  return std::move(out.snapshot);
}

Result<model::Record> snapshot_record(Session& session, const std::string& text) {
  KITH_TRY(const std::vector<model::Record> all, snapshot_records(session));
  for (auto at = all.rbegin(); at != all.rend(); ++at) {
    if (at->id.hex() == text || shown_date(*at, snapshot_field::kWhen) == text) return *at;
  }
  return fail(Code::NOT_FOUND, "there is no snapshot of that id or date", {Step::SNAPSHOT_LIST});
}

Result<api::SnapshotList> reassess_list(Session& session, const api::Empty&) {
  KITH_TRY(const std::vector<model::Record> all, snapshot_records(session));
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

Result<api::SnapshotComparison> reassess_compare(Session& session, const api::SnapshotCompareRequest& request) {
  KITH_TRY(const model::Record first, snapshot_record(session, request.before()));
  KITH_TRY(const Then before, then_of(session, first));
  Then after;
  if (request.after().empty()) {
    KITH_TRY(after, now_of(session));
  } else {
    KITH_TRY(const model::Record second, snapshot_record(session, request.after()));
    KITH_TRY(after, then_of(session, second));
  }
  decide_by_the_map(before, after);
  KITH_TRY(const n::Review review, n::review(before.snapshot, after.snapshot, {}, off_the_map(before, after)));
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
  fill_names(people, review.ended, out.mutable_ended());
  return out;
}

Result<api::Changed> reassess_remove(Session& session, const api::IdRequest& request) {
  KITH_TRY(const Shown found, record(session, request.id(), Kind::snapshot));
  KITH_CHECK(session.replica->remove(found.space, found.record.id));
  return changed(found.record.id);
}

}  // namespace kith::engine

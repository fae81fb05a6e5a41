// Saving a reassessment: the network of today and what is decided, which changes what people are to
// me in the same change; or the network of a day that is past, as far as dates tell it.

#include <algorithm>

#include "kith/facts/as_of.h"
#include "kith/facts/packed.h"
#include "kith/facts/snapshot.h"
#include "kith/model/partial_date.h"
#include "network/snapshots.h"
#include "session/input.h"

namespace kith::engine {
namespace {

namespace n = network;
namespace tie_field = model::relationship;
using client::RecordChange;
using model::Kind;

struct Reassessed {
  model::PartialDate when;
  bool past = false;
  AccountRead account;
  std::vector<std::string> left_out;
};

Result<n::Decision> decision_input(const std::string& text) {
  const auto found = n::from_code<n::Decision>(text);
  if (found) return *found;
  return fail(Code::INVALID_ARGUMENT, worded("a decision: {0}", found.error().message));
}

Result<Reassessed> now_at(Session& session, const model::PartialDate& when) {
  Reassessed out{when, false, {}, {}};
  KITH_TRY(out.account, account(session));
  if (out.account->network.developers.empty()) {
    return fail(Code::INVALID_ARGUMENT, "the map is empty: nothing to reassess yet", {Step::REVIEW_BEGIN});
  }
  return out;
}

Error nobody_then(const model::PartialDate& when, const facts::AsOf& then) {
  std::vector<Sentence> why;
  for (const std::string& sentence : then.left_out) why.push_back(Sentence::value(sentence));
  if (why.empty()) why.push_back(worded("Every relationship that is noted began later, or had ended by then."));
  const Sentence reasons = Sentence::joined(std::move(why));
  Error out = fail(Code::INVALID_ARGUMENT,
                   worded("it cannot be said who was in your network then, {0}. {1}", model::format_date(when), reasons));
  if (then.wants_since) out.next.push_back({Step::SINCE_SET});
  return out;
}

// Whether it still went on with this person, before what was decided then.
bool went_on_in(const facts::Account& then, const RecordId& person) {
  const auto at = then.people.find(person);
  return at != then.people.end() && !facts::is_past(at->second);
}

// Every decision of every snapshot, the earliest first.
Result<std::vector<facts::Decided>> all_decided(Session& session) {
  std::vector<facts::Decided> out;
  KITH_TRY(const std::vector<model::Record> snapshots, snapshot_records(session));
  for (const model::Record& snapshot : snapshots) {
    const std::vector<n::PersonDecision> decisions = decisions_of(snapshot);
    if (decisions.empty()) continue;
    // One of a newer version, which cannot be read here, proves nothing.
    const auto then = account_in(session, snapshot);
    for (const n::PersonDecision& one : decisions) {
      out.push_back({one, snapshot.date(model::snapshot::kWhen), then && went_on_in(*then, one.person)});
    }
  }
  return out;
}

Result<Reassessed> past_at(Session& session, const model::PartialDate& when) {
  KITH_TRY(const std::vector<facts::Decided> decided, all_decided(session));
  KITH_TRY(const facts::Records* records, session.own.of_account(*session.replica));
  facts::AsOf then = facts::as_of(*records, decided, when);
  const AccountRead read = std::make_shared<const facts::Account>(facts::read_account(then.records, when));
  if (read->network.developers.empty()) return nobody_then(when, then);
  return Reassessed{when, true, read, std::move(then.left_out)};
}

Result<Reassessed> reassessed(Session& session, const std::string& text) {
  const model::PartialDate now = today(session);
  if (text.empty()) return now_at(session, now);
  KITH_TRY(const model::PartialDate when, date_input(session, text, "when"));
  KITH_CHECK(n::check_date(when, "when"));
  const std::int64_t day = n::days_of(now).first;
  if (n::days_of(when).first > day) {
    return fail(Code::INVALID_ARGUMENT,
                worded("{0} lies ahead: a network is reassessed as it is, or was", model::format_date(when)));
  }
  // A month or year that is not over yet is today.
  return n::days_of(when).last < day ? past_at(session, when) : now_at(session, now);
}

Result<void> check_decision(const Reassessed& of, const model::Record& who, n::Decision decision) {
  const std::string name = who.text(model::person::kName);
  const n::Developer* there = facts::anybody(*of.account, who.id);
  if (of.past && there == nullptr) {
    return fail(Code::INVALID_ARGUMENT,
                worded("{0} was not surely in your network then: nothing can be decided of that day", name));
  }
  KITH_CHECK(developer(*of.account, who.id));
  if (there->person.deceased) {
    return fail(Code::INVALID_ARGUMENT, worded("there is nothing left to decide about {0}", name));
  }
  if (facts::is_past(of.account->people.at(who.id)) && decision != n::Decision::end) {
    return fail(Code::INVALID_ARGUMENT,
                worded("it has ended with {0}, and that would have to be taken back first", name),
                {Step::OUTCOME_CLEAR, {name}});
  }
  return {};
}

// What is decided is kept in the relationship too, so that the map shows it from now on. What has
// ended is not called valued.
std::optional<RecordChange> applied(const facts::Account& own, const n::PersonDecision& decision) {
  const facts::Ties& ties = own.people.at(decision.person);
  RecordChange out{ties.relationship.id, Kind::relationship, {}, false};
  const bool ease = decision.decision == n::Decision::ease;
  if (ease != (ties.relationship.integer(tie_field::kValued) != 0)) {
    out.fields[tie_field::kValued] = ease ? std::optional<model::Value>(std::int64_t{1}) : std::nullopt;
  }
  if (decision.decision == n::Decision::end && !facts::is_past(ties)) {
    out.fields[tie_field::kOutcome] = model::Value(std::string(n::term(n::Outcome::ended).code));
  }
  return out.fields.empty() ? std::nullopt : std::optional(std::move(out));
}

Result<std::vector<n::PersonDecision>> decisions_input(Session& session, const Reassessed& of,
                                                       const api::SnapshotRequest& request) {
  std::vector<n::PersonDecision> out;
  for (const api::PersonDecision& row : request.decisions()) {
    KITH_TRY(const model::Record who, person(session, row.person()));
    KITH_TRY(const n::Decision decision, decision_input(row.decision()));
    if (std::any_of(out.begin(), out.end(), [&](const auto& one) { return one.person == who.id; })) {
      return fail(Code::INVALID_ARGUMENT, worded("two decisions about {0}", who.text(model::person::kName)));
    }
    KITH_CHECK(check_decision(of, who, decision));
    out.push_back({who.id, decision});
  }
  return out;
}

}  // namespace

Result<api::SnapshotSaved> reassess_save(Session& session, const api::SnapshotRequest& request) {
  KITH_TRY(Reassessed of, reassessed(session, request.when()));
  KITH_TRY(const std::vector<n::PersonDecision> decisions, decisions_input(session, of, request));
  RecordChange made{session.replica->new_id(), Kind::snapshot, {}, false};
  std::vector<RecordChange> changes;
  model::List decided;
  for (const n::PersonDecision& one : decisions) {
    decided.emplace_back(one.person);
    decided.emplace_back(std::string(n::term(one.decision).code));
    if (of.past) continue;
    if (auto change = applied(*of.account, one)) changes.push_back(*std::move(change));
  }
  if (of.past && !decisions.empty()) {
    of.left_out.emplace_back("What was decided then is kept with it; what people are to you today is not changed by it.");
  }
  made.fields[model::snapshot::kWhen] = of.when;
  made.fields[model::snapshot::kRecords] = facts::pack(facts::network_records(*of.account));
  if (!decided.empty()) made.fields[model::snapshot::kDecisions] = std::move(decided);
  changes.push_back(made);
  KITH_CHECK(session.replica->change(client::kSelfSpace, changes));
  api::SnapshotSaved out;
  out.set_id(made.id.hex());
  out.set_when(model::format_date(of.when));
  out.set_people(static_cast<std::uint32_t>(of.account->network.developers.size()));
  for (std::string& sentence : of.left_out) out.add_left_out(std::move(sentence));
  return out;
}

}  // namespace kith::engine

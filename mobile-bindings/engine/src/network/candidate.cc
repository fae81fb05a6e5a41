#include "network/candidate.h"

#include "kith/network/terms.h"
#include "session/fields.h"

namespace kith::engine {
namespace {

using model::Kind;
namespace field = model::candidate;

bool enlists(const client::FieldEdits& edits) {
  const auto state = edits.find(field::kState);
  if (state == edits.end() || !state->second || state->second->text() == nullptr) return false;
  return *state->second->text() == network::term(network::CandidateState::enlisted).code;
}

// Zero where it is nobody of the network.
Result<RecordId> person_meant(const facts::Account& own, const model::Record& candidate) {
  const std::vector<RecordId> meant = facts::people_meant(own, candidate);
  if (meant.size() > 1) {
    return fail(Code::AMBIGUOUS, "more than one person has this name: say who is meant, as the person of the candidate");
  }
  return meant.empty() ? RecordId{} : meant.front();
}

// Somebody who has been on the map: whoever was eased is active again. What is over does not begin again by
// a candidate's state.
Result<std::vector<client::RecordChange>> taken_up(const facts::Account& own, const network::Developer& who) {
  const facts::Ties& ties = own.people.at(who.person.id);
  if (who.person.deceased) {
    return fail(Code::INVALID_ARGUMENT, worded("{0} has died: nobody to enlist", who.person.name));
  }
  if (facts::is_past(ties)) {
    return fail(Code::INVALID_ARGUMENT,
                worded("it has ended with {0}; once that is taken back, this person can be enlisted", who.person.name),
                {Step::OUTCOME_CLEAR, {who.person.name}});
  }
  std::vector<client::RecordChange> out;
  if (facts::developer(own.network, who.person.id) == nullptr) {
    out.push_back({ties.relationship.id, Kind::relationship, {{model::relationship::kValued, std::nullopt}}, false});
  }
  return out;
}

}  // namespace

Result<std::vector<client::RecordChange>> put_on_the_map(Session& session, const model::Record& next,
                                                         client::FieldEdits& edits) {
  std::vector<client::RecordChange> out;
  if (!enlists(edits)) return out;
  KITH_TRY(const AccountRead own, account(session));
  KITH_TRY(RecordId person, person_meant(*own, next));
  if (const network::Developer* known = facts::anybody(*own, person)) return taken_up(*own, *known);
  const std::string kind = next.text(field::kKind);
  if (kind.empty()) {
    return fail(Code::INVALID_ARGUMENT,
                "who is enlisted goes on your map: add the kind, what this person will be to you (a mentor, a peer, ...)");
  }
  if (person.is_zero()) {
    person = session.replica->new_id();
    out.push_back({person, Kind::person, {{model::person::kName, model::Value(next.text(field::kWho))}}, false});
  }
  if (next.ref(field::kPerson) != person) edits[field::kPerson] = model::Value(person);
  out.push_back({session.replica->new_id(),
                 Kind::relationship,
                 {{model::relationship::kPerson, model::Value(person)},
                  {model::relationship::kKind, model::Value(kind)}},
                 false});
  return out;
}

}  // namespace kith::engine

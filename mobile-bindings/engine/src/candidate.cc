#include "candidate.h"

#include <algorithm>

#include "kith/model/text.h"
#include "kith/network/terms.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using model::Kind;
namespace field = model::candidate;

bool enlists(const client::FieldEdits& edits) {
  const auto state = edits.find(field::kState);
  if (state == edits.end() || !state->second || state->second->text() == nullptr) return false;
  return *state->second->text() == network::term(network::CandidateState::enlisted).code;
}

// The one it names, or the one person with that very name; zero where it is nobody of the network.
Result<RecordId> person_meant(Session& session, const model::Record& candidate) {
  KITH_TRY(const std::vector<model::Record> all, persons(session));
  const RecordId named = candidate.ref(field::kPerson);
  const std::string who = model::fold(candidate.text(field::kWho));
  std::vector<RecordId> of_that_name;
  for (const model::Record& one : all) {
    if (one.id == named) return named;
    if (model::fold(one.text(model::person::kName)) == who) of_that_name.push_back(one.id);
  }
  if (of_that_name.size() > 1) {
    return fail(Code::AMBIGUOUS, "more than one person has this name: say who is meant, as the person of the candidate");
  }
  return of_that_name.empty() ? RecordId{} : of_that_name.front();
}

Result<bool> is_on_the_map(Session& session, const RecordId& person) {
  KITH_TRY(const std::vector<client::Shown> all, session.replica->list(kSelfSpace, Kind::relationship));
  return std::any_of(all.begin(), all.end(), [&](const client::Shown& shown) {
    return shown.record.ref(model::relationship::kPerson) == person;
  });
}

}  // namespace

Result<std::vector<client::RecordChange>> put_on_the_map(Session& session, const model::Record& next,
                                                         client::FieldEdits& edits) {
  std::vector<client::RecordChange> out;
  if (!enlists(edits)) return out;
  KITH_TRY(RecordId person, person_meant(session, next));
  if (!person.is_zero()) {
    KITH_TRY(const bool there, is_on_the_map(session, person));
    if (there) return out;
  }
  const std::string kind = next.text(field::kKind);
  if (kind.empty()) {
    return fail(Code::INVALID_ARGUMENT,
                "who is enlisted goes on your map: add the kind, what this person will be to you (a mentor, a peer, "
                "...), as in --state enlisted --kind mentor");
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

#include "session/partners.h"

#include <algorithm>

#include "kith/client/sync_client.h"
#include "kith/model/text.h"
#include "session/connection.h"
#include "session/people.h"

namespace kith::engine {
namespace {

using client::Pair;
using client::PairState;

// Higher is the pair that a person means when there are several with one partner.
int weight(const Pair& pair) {
  switch (pair.state) {
    case PairState::paired: return pair.verified ? 5 : 4;
    case PairState::accepted: return 3;
    case PairState::invited: return 2;
    case PairState::ended: return 1;
    case PairState::cancelled: return 0;
  }
  return 0;
}

// A confirmation may lie at the relay already; whether it can be asked does not matter here.
void look_for_confirmation(Session& session, const Pair& pair) {
  auto relay = connect(session);
  if (!relay) return;
  if (!session.pairing().refresh(**relay)) return;
  if (!link_partners(session)) return;
  if (pair.space == 0) return;
  (void)client::SyncClient(*session.replica, **relay).sync_space(pair.space, admission(session)).ok();
}

Error not_ready(const model::Record& person, const std::optional<Pair>& pair) {
  const std::string name = person.text(model::person::kName);
  if (!pair || pair->state == PairState::cancelled) {
    return fail(Code::UNVERIFIED_KEY, worded("there is no pair with {0} yet", name), {Step::PAIR_INVITE, {name}});
  }
  if (pair->state == PairState::invited) {
    return fail(Code::UNVERIFIED_KEY, worded("{0} has not accepted the invitation yet", name), {Step::PAIR_LIST});
  }
  if (!pair->confirmed) {
    return fail(Code::UNVERIFIED_KEY, worded("compare the 12 digits with {0} and confirm them", name),
                {Step::PAIR_CONFIRM, {pair->id.hex()}});
  }
  return fail(Code::UNVERIFIED_KEY,
              worded("{0} has not confirmed the digits yet, or it has not arrived", name),
              {Step::SYNC});
}

}  // namespace

Result<std::optional<Pair>> pair_with(Session& session, const RecordId& person) {
  KITH_TRY(const std::vector<Pair> all, session.pairing().list());
  std::optional<Pair> best;
  for (const Pair& pair : all) {
    if (pair.person != person) continue;
    if (!best || weight(pair) > weight(*best)) best = pair;
  }
  return best;
}

Result<client::SpaceNumber> pair_space(Session& session, const model::Record& person) {
  KITH_TRY(std::optional<Pair> pair, pair_with(session, person.id));
  if (pair && pair->state == PairState::ended) {
    return fail(Code::CLOSED, "this pair has ended: both keep what they have, nothing is added");
  }
  if (!pair || !pair->verified) {
    look_for_confirmation(session, pair.value_or(Pair{}));
    KITH_TRY(pair, pair_with(session, person.id));
  }
  if (!pair || !pair->verified || pair->space == 0) return not_ready(person, pair);
  return pair->space;
}

Result<void> link_partners(Session& session) {
  KITH_TRY(const std::vector<Pair> pairs, session.pairing().list());
  for (const Pair& pair : pairs) {
    if (!pair.person.is_zero() || pair.partner_name.empty() || pair.state == PairState::cancelled) continue;
    KITH_TRY(const std::vector<model::Record> all, persons(session));
    const std::string folded = model::fold(pair.partner_name);
    std::vector<RecordId> same;
    for (const model::Record& record : all) {
      if (model::fold(record.text(model::person::kName)) == folded) same.push_back(record.id);
    }
    RecordId person;
    if (same.size() == 1) {
      person = same.front();
    } else {
      KITH_TRY(person, session.replica->create_record(client::kSelfSpace, model::Kind::person,
                                                      {{model::person::kName, pair.partner_name}}));
    }
    KITH_CHECK(session.pairing().set_person(pair.id, person));
  }
  return {};
}

}  // namespace kith::engine

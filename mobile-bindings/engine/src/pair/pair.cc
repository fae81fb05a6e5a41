// Pairs: invite, accept, compare and confirm, end.

#include "kith/client/sync_client.h"
#include "methods.h"
#include "session/connection.h"
#include "session/input.h"
#include "session/partners.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using client::Pair;
using client::PairState;

std::string_view state_name(PairState state) {
  switch (state) {
    case PairState::invited: return "invited";
    case PairState::accepted: return "accepted";
    case PairState::paired: return "paired";
    case PairState::ended: return "ended";
    case PairState::cancelled: return "cancelled";
  }
  return "";
}

Result<api::Pair> pair_row(Session& session, const People& people, const Pair& pair) {
  api::Pair out;
  out.set_id(pair.id.hex());
  const std::string known = people.name(pair.person);
  out.set_person(known.empty() ? pair.partner_name : known);
  if (!pair.person.is_zero()) out.set_person_id(pair.person.hex());
  out.set_partner_name(pair.partner_name);
  out.set_digits(pair.digits);
  out.set_state(std::string(state_name(pair.state)));
  out.set_verified(pair.verified);
  out.set_confirmed(pair.confirmed);
  out.set_inviter(pair.inviter);
  out.set_code(pair.code);
  out.set_expires_ms(static_cast<double>(pair.expires_ms));
  out.set_partner_renewals(pair.partner_renewals);
  if (pair.space == 0) return out;
  KITH_TRY(const client::SpaceInfo space, session.replica->space(pair.space));
  out.set_unreadable(static_cast<std::uint32_t>(space.put_aside));
  return out;
}

Result<api::Pair> current(Session& session, const RecordId& id) {
  KITH_TRY(const Pair pair, session.pairing().get(id));
  KITH_TRY(const People people, People::read(session));
  return pair_row(session, people, pair);
}

// A second live pair with the same person would leave two agendas; one has to end first.
Result<void> not_paired_yet(Session& session, const RecordId& person, bool accepting) {
  KITH_TRY(const std::optional<Pair> pair, pair_with(session, person));
  if (!pair || (pair->state != PairState::paired && pair->state != PairState::accepted)) return {};
  // What I accepted and did not confirm may be accepted again: the first try may not have arrived.
  if (accepting && !pair->inviter && !pair->confirmed) return {};
  return fail(Code::ALREADY_EXISTS, "there is a pair with this person already", {Step::PAIR_LIST});
}

// The digits as a person reads them out: spaces and dashes do not count.
std::string plain_digits(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '-') out += c;
  }
  return out;
}

Result<RecordId> pair_id(Session& session, const std::string& typed) {
  return id_of(typed, [&]() -> Result<std::vector<RecordId>> {
    KITH_TRY(const std::vector<Pair> pairs, session.pairing().list());
    std::vector<RecordId> ids;
    for (const Pair& pair : pairs) ids.push_back(pair.id);
    return ids;
  });
}

bool refreshed(Session& session) {
  auto relay = connect(session);
  return relay && session.pairing().refresh(**relay);
}

// The whole id of a pair; a person, by name or id; the beginning of a pair's id where nobody is meant by it: what
// ends a pair is not to take somebody's name for the digits of another one.
Result<RecordId> pair_named(Session& session, const std::string& query) {
  if (const auto id = RecordId::from_hex(query); id && session.pairing().get(*id).ok()) return *id;
  const auto found = person(session, query);
  if (!found.ok()) {
    if (found.error().code != Code::NOT_FOUND) return found.error();
    const auto id = pair_id(session, query);
    return id.ok() && session.pairing().get(*id).ok() ? id : Result<RecordId>(found.error());
  }
  KITH_TRY(const std::optional<Pair> pair, pair_with(session, found->id));
  if (!pair) return fail(Code::NOT_FOUND, "there is no pair with this person");
  return pair->id;
}

}  // namespace

Result<api::PairInvitation> pair_invite(Session& session, const api::PairInviteRequest& request) {
  RecordId id;
  if (!request.person().empty()) {
    KITH_TRY(const model::Record found, person(session, request.person()));
    id = found.id;
    KITH_CHECK(not_paired_yet(session, id, false));
  }
  KITH_TRY(const Me self, me(session));
  KITH_TRY(client::Transport* const relay, connect(session));
  KITH_TRY(const std::string address, relay_address(session));
  KITH_TRY(const client::Invitation made,
           session.pairing().invite(*relay, self.name, id, address));
  api::PairInvitation out;
  out.set_id(made.id.hex());
  out.set_code(made.code);
  return out;
}

Result<api::Pair> pair_accept(Session& session, const api::PairAcceptRequest& request) {
  KITH_TRY(const std::string address, client::relay_of_invitation(request.code()));
  RecordId id;
  if (!request.person().empty()) {
    KITH_TRY(const model::Record found, person(session, request.person()));
    id = found.id;
    KITH_CHECK(not_paired_yet(session, id, true));
  }
  KITH_TRY(const Me self, me(session));
  KITH_TRY(client::Transport* const relay, connect(session, address));
  KITH_TRY(const Pair pair, session.pairing().accept(*relay, request.code(), self.name, id));
  KITH_CHECK(link_partners(session));
  return current(session, pair.id);
}

Result<api::Pair> pair_confirm(Session& session, const api::PairConfirmRequest& request) {
  KITH_TRY(const RecordId id, pair_id(session, request.id()));
  const std::string digits = plain_digits(request.code());
  if (digits.size() != 12 || digits.find_first_not_of("0123456789") != std::string::npos) {
    return fail(Code::INVALID_ARGUMENT, "the code to confirm is the 12 digits that both screens show");
  }
  KITH_TRY(const crypto::AgreePair opened, administration(session, request.passphrase()));
  KITH_TRY(client::Transport* const relay, connect(session));
  KITH_TRY(const Pair before, session.pairing().get(id));
  if (before.digits.empty()) KITH_CHECK(session.pairing().refresh(*relay));
  KITH_TRY(const Pair pair, session.pairing().confirm(*relay, id, digits, opened));
  KITH_CHECK(link_partners(session));
  return current(session, pair.id);
}

Result<api::Changed> pair_cancel(Session& session, const api::IdRequest& request) {
  KITH_TRY(const RecordId id, pair_id(session, request.id()));
  KITH_CHECK(session.pairing().cancel(id));
  return changed(id);
}

Result<api::PairList> pair_refresh(Session& session, const api::Empty&) {
  const bool asked = refreshed(session);
  KITH_CHECK(link_partners(session));
  KITH_TRY(api::PairList out, pair_list(session, {}));
  out.set_refreshed(asked);
  return out;
}

Result<api::PairList> pair_list(Session& session, const api::Empty&) {
  api::PairList out;
  KITH_TRY(const std::vector<Pair> pairs, session.pairing().list());
  KITH_TRY(const People people, People::read(session));
  for (const Pair& pair : pairs) {
    if (pair.state == PairState::cancelled) continue;
    KITH_TRY(*out.add_items(), pair_row(session, people, pair));
  }
  return out;
}

Result<api::PairEnded> pair_end(Session& session, const api::PairEndRequest& request) {
  KITH_TRY(const RecordId id, pair_named(session, request.person()));
  KITH_TRY(const crypto::AgreePair opened, administration(session, request.passphrase()));
  KITH_TRY(const client::PairEnd ended, session.pairing().end(id, opened));
  api::PairEnded out;
  out.set_id(id.hex());
  out.set_withdrawals(static_cast<std::uint32_t>(ended.withdrawals));
  out.set_unsent(static_cast<std::uint32_t>(ended.unsent));
  return out;
}

}  // namespace kith::engine

#include "kith/client/pairing.h"

#include <algorithm>

#include "pairing/addition.h"
#include "exchange/exchange.h"
#include "replica/founding.h"
#include "kith/crypto/passphrase.h"
#include "kith/protocol/parting.h"
#include "marks/renewing.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

constexpr std::int64_t kInvitationMs = 7LL * 24 * 3600 * 1000;

Result<void> store_row(ReplicaImpl& impl, const PairingRow& row) {
  Batch batch;
  put_pairing(batch, row);
  const MutexLock lock(impl.mu);
  return impl.store.commit(batch);
}

Result<PairingRow> read_row(ReplicaImpl& impl, const RecordId& id) {
  const MutexLock lock(impl.mu);
  return pairing_row(impl.store, id);
}

Result<void> drop(ReplicaImpl& impl, const PairingRow& row) {
  Batch batch;
  batch.erase(Table::pairing, to_bytes(row.id.view()));
  const MutexLock lock(impl.mu);
  return forget_space(impl, row.space, batch);
}

// What a person sees of a row: the space knows more than the row once there is one.
Pair pair_of(ReplicaImpl& impl, const PairingRow& row) KITH_REQUIRES(impl.mu) {
  Pair out{row.id,     row.inviter, row.state, row.person, row.partner_name, row.code, row.digits, false,
           false,      row.space,   row.expires_ms, 0};
  const SpaceRow* space = impl.space(row.space);
  if (space == nullptr || row.state == PairState::cancelled) return out;
  const std::uint32_t me = space->me();
  for (const auto& [number, member] : space->membership.members) {
    if (number != me) out.partner_renewals += static_cast<std::uint32_t>(member.retired.size());
  }
  out.confirmed = space->confirmed;
  out.verified = space->confirmed && space->partner_confirmed;
  if (space->ended()) {
    out.state = PairState::ended;
  } else if (out.verified) {
    out.state = PairState::paired;
  }
  return out;
}

Result<void> check_name(std::string_view name) {
  if (name.empty() || name.size() > protocol::kMaxNameBytes) {
    return fail(Code::INVALID_ARGUMENT, "a name of 1 to 200 bytes is needed");
  }
  return {};
}

Result<void> make_digits(PairingRow& row) {
  KITH_TRY(row.digits, crypto::slow_digits(protocol::digits_hash(row.offer, row.acceptance)));
  return {};
}

// A joiner's view of a space of which nothing has been read yet.
SpaceRow joining_row(const protocol::Offer& offer, NewDevice made, const Secret& secret) {
  SpaceRow row;
  row.genesis = envelope::encode_genesis(offer.genesis);
  row.membership.space = envelope::space_id(offer.genesis);
  row.membership.kind = offer.genesis.kind;
  row.head = envelope::log_start(row.membership.space);
  row.device = std::move(made.device);
  row.agree = std::move(made.agree);
  row.sealed_administration = std::move(made.sealed_administration);
  row.transport = std::move(made.transport);
  row.join_secret = secret.clone();
  return row;
}

Result<protocol::Offer> read_offer(ReplicaImpl& impl, Transport& transport, const protocol::InvitationCode& code,
                                   const SignKey& relay, Bytes& sealed) {
  const MailboxId mailbox = protocol::mailbox_of(code.secret);
  KITH_TRY(auto found, transport.mailbox_get(mailbox, protocol::kOfferSlot));
  if (!found) return fail(Code::NOT_FOUND, "the relay has no such invitation: it has expired, or is at another relay");
  sealed = *std::move(found);
  KITH_TRY(protocol::Offer offer, protocol::open_offer(code.secret, sealed));
  if (offer.expires_ms < impl.clock.wall_ms()) return fail(Code::STALE, "this invitation has expired; ask for a new one");
  if (offer.relay_key != relay) return fail(Code::KEY_CHANGED, "the inviter knows this relay by another key");
  return offer;
}

Result<std::optional<PairingRow>> with_secret(ReplicaImpl& impl, const Secret& secret) {
  const MutexLock lock(impl.mu);
  KITH_TRY(std::vector<PairingRow> rows, pairing_rows(impl.store));
  for (PairingRow& row : rows) {
    if (row.secret.equals(secret)) return std::optional(std::move(row));
  }
  return std::optional<PairingRow>();
}

// Both messages are stored here before they are sent, so a second call sends the same bytes.
Result<void> send_acceptance(ReplicaImpl& impl, Transport& transport, const PairingRow& row) {
  KITH_TRY(const bool stored, transport.mailbox_put(protocol::mailbox_of(row.secret), protocol::kAcceptanceSlot,
                                                    row.acceptance, kInvitationMs));
  if (stored) return {};
  KITH_CHECK(drop(impl, row));
  return fail(Code::REPLAY, "this invitation was used already; ask for a new one");
}

std::string only_digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '-') out.push_back(c);
  }
  return out;
}

}  // namespace

Result<std::string> relay_of_invitation(std::string_view code) {
  KITH_TRY(const protocol::InvitationCode decoded, protocol::decode_code(code, protocol::InvitationType::pair));
  return decoded.relay;
}

Pairing::Pairing(Replica& replica) : replica_(replica) {}

Result<std::vector<Pair>> Pairing::list() const {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock lock(impl.mu);
  KITH_TRY(const std::vector<PairingRow> rows, pairing_rows(impl.store));
  std::vector<Pair> out;
  for (const PairingRow& row : rows) out.push_back(pair_of(impl, row));
  return out;
}

Result<Pair> Pairing::get(const RecordId& id) const {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock lock(impl.mu);
  KITH_TRY(const PairingRow row, pairing_row(impl.store, id));
  return pair_of(impl, row);
}

Result<void> Pairing::set_person(const RecordId& id, const RecordId& person) {
  ReplicaImpl& impl = replica_.impl();
  KITH_TRY(PairingRow row, read_row(impl, id));
  row.person = person;
  return store_row(impl, row);
}

Result<Invitation> Pairing::invite(Transport& transport, std::string_view my_name, const RecordId& person,
                                   std::string_view relay_address) {
  KITH_CHECK(check_name(my_name));
  if (relay_address.size() > 255) return fail(Code::INVALID_ARGUMENT, "the relay's address is too long");
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  KITH_CHECK(check_settled(impl));
  SyncReport report;
  KITH_TRY(const SignKey relay, pinned_key(impl, transport, report));

  PairingRow row;
  row.id = impl.random.make<RecordId>();
  row.inviter = true;
  row.person = person;
  row.secret = Secret(32);
  impl.random.fill(row.secret.writable());
  row.expires_ms = impl.clock.wall_ms() + kInvitationMs;
  row.code = protocol::encode_code({protocol::InvitationType::pair, row.secret.clone(), std::string(relay_address)});
  KITH_TRY(row.space, found_space(impl, envelope::SpaceKind::pair, my_name, true));

  protocol::Offer offer;
  {
    const MutexLock lock(impl.mu);
    const SpaceRow& space = *impl.space(row.space);
    KITH_TRY(offer.genesis, envelope::decode_genesis(space.genesis));
  }
  offer.relay_key = relay;
  offer.relay = std::string(relay_address);
  offer.expires_ms = row.expires_ms;
  offer.name = std::string(my_name);
  KITH_TRY(row.offer, protocol::seal_offer(row.secret, offer, impl.random));
  KITH_CHECK(store_row(impl, row));
  const auto put = transport.mailbox_put(protocol::mailbox_of(row.secret), protocol::kOfferSlot, row.offer, kInvitationMs);
  if (!put.ok() || !*put) {
    KITH_CHECK(drop(impl, row));
    return put.ok() ? fail(Code::CONFLICT, "the relay did not take the invitation; try again") : put.error();
  }
  return Invitation{row.id, row.code};
}

Result<Pair> Pairing::accept(Transport& transport, std::string_view code, std::string_view my_name,
                             const RecordId& person) {
  KITH_CHECK(check_name(my_name));
  KITH_TRY(const protocol::InvitationCode decoded, protocol::decode_code(code, protocol::InvitationType::pair));
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  KITH_CHECK(check_settled(impl));
  KITH_TRY(const auto earlier, with_secret(impl, decoded.secret));
  if (earlier) {
    if (earlier->inviter) return fail(Code::INVALID_ARGUMENT, "this is your own invitation; give the code to your partner");
    KITH_CHECK(send_acceptance(impl, transport, *earlier));
    return get(earlier->id);
  }
  SyncReport report;
  KITH_TRY(const SignKey relay, pinned_key(impl, transport, report));
  PairingRow row;
  KITH_TRY(const protocol::Offer offer, read_offer(impl, transport, decoded, relay, row.offer));
  KITH_TRY(const auto used, transport.mailbox_get(protocol::mailbox_of(decoded.secret), protocol::kAcceptanceSlot));
  if (used) return fail(Code::REPLAY, "this invitation was used already; ask for a new one");

  KITH_TRY(NewDevice made, make_device(impl.random, impl.administration));
  KITH_TRY(row.acceptance,
           protocol::seal_acceptance(decoded.secret, {made.keys, std::string(my_name)}, impl.random));
  row.id = impl.random.make<RecordId>();
  row.state = PairState::accepted;
  row.person = person;
  row.partner_name = offer.name;
  row.secret = decoded.secret.clone();
  row.expires_ms = offer.expires_ms;
  KITH_CHECK(make_digits(row));
  {
    const MutexLock lock(impl.mu);
    SpaceRow space = joining_row(offer, std::move(made), decoded.secret);
    space.number = free_number(impl);
    space.digits_hash = protocol::digits_hash(row.offer, row.acceptance);
    row.space = space.number;
    Batch batch;
    put_pairing(batch, row);
    KITH_CHECK(impl.install(batch, std::move(space)));
  }
  KITH_CHECK(send_acceptance(impl, transport, row));
  return get(row.id);
}

namespace {

// The first acceptance that opens spends the invitation; what does not open is nobody's.
Result<void> look_for_acceptance(ReplicaImpl& impl, Transport& transport, PairingRow row) {
  KITH_TRY(const auto found, transport.mailbox_get(protocol::mailbox_of(row.secret), protocol::kAcceptanceSlot));
  if (!found) return {};
  const auto acceptance = protocol::open_acceptance(row.secret, *found);
  if (!acceptance.ok()) return {};
  row.acceptance = *found;
  row.partner_name = acceptance->name;
  row.state = PairState::accepted;
  KITH_CHECK(make_digits(row));
  return store_row(impl, row);
}

}  // namespace

Result<void> Pairing::refresh(Transport& transport) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  std::vector<PairingRow> rows;
  std::vector<SpaceNumber> open;
  {
    const MutexLock lock(impl.mu);
    KITH_TRY(rows, pairing_rows(impl.store));
    for (const PairingRow& row : rows) {
      const PairState state = pair_of(impl, row).state;
      const SpaceRow* space = impl.space(row.space);
      if (state == PairState::accepted && space != nullptr && !space->dormant) open.push_back(row.space);
    }
  }
  for (PairingRow& row : rows) {
    if (row.inviter && row.state == PairState::invited) KITH_CHECK(look_for_acceptance(impl, transport, std::move(row)));
  }
  if (open.empty()) return {};
  SyncReport report;
  return sync_spaces(impl, transport, open, {}, report);
}

Result<Pair> Pairing::confirm(Transport& transport, const RecordId& id, std::string_view digits,
                              const crypto::AgreePair& administration) {
  ReplicaImpl& impl = replica_.impl();
  {
    const MutexLock exchange(impl.exchange);
    KITH_CHECK(check_settled(impl));
    KITH_TRY(PairingRow row, read_row(impl, id));
    if (row.state == PairState::cancelled) return fail(Code::CLOSED, "this invitation was cancelled");
    if (row.digits.empty()) return fail(Code::NOT_FOUND, "nobody has accepted this invitation yet");
    if (only_digits(digits) != row.digits) {
      return fail(Code::INVALID_ARGUMENT, "these are not the digits on this screen; do not confirm, start again");
    }
    const MutexLock lock(impl.mu);
    const SpaceRow* const known = impl.space(row.space);
    if (known == nullptr) return corrupt("an invitation without its space");
    const SpaceRow& space = *known;
    if (space.ended()) return fail(Code::CLOSED, "this pair has ended");
    if (!space.confirmed && row.inviter) {
      KITH_TRY(const protocol::Acceptance acceptance, protocol::open_acceptance(row.secret, row.acceptance));
      KITH_TRY(Decided decided, add_partner(impl, space, row, acceptance, administration));
      Batch batch;
      batch.put(Table::outbox, outbox_key(row.space, 0), decided.entry);
      KITH_CHECK(impl.install(batch, std::move(decided.next)));
    } else if (!space.confirmed) {
      SpaceRow next = space.clone();
      next.confirmed = true;
      next.owes_confirmation = true;
      Batch batch;
      KITH_CHECK(impl.install(batch, std::move(next)));
    }
  }
  KITH_TRY(const Pair now, get(id));
  const MutexLock exchange(impl.exchange);
  SyncReport report;
  KITH_CHECK(sync_spaces(impl, transport, {now.space}, {}, report));
  return get(id);
}

Result<void> Pairing::cancel(const RecordId& id) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  KITH_TRY(PairingRow row, read_row(impl, id));
  const MutexLock lock(impl.mu);
  const SpaceRow* space = impl.space(row.space);
  if (row.state == PairState::cancelled) return {};
  if (space != nullptr && space->confirmed) {
    return fail(Code::CLOSED, "this pair is confirmed; it can only be ended");
  }
  const SpaceNumber number = row.space;
  row.state = PairState::cancelled;
  row.space = 0;
  row.secret = Secret();
  row.code.clear();
  Batch batch;
  put_pairing(batch, row);
  return forget_space(impl, number, batch);
}

namespace {

// What waits in a pair: the withdrawals, which a leave takes along, and how much else there is.
struct StillWaiting {
  std::vector<protocol::Change> withdrawals;
  std::uint64_t others = 0;
};

Result<StillWaiting> still_waiting(ReplicaImpl& impl, SpaceNumber number) KITH_REQUIRES(impl.mu) {
  StillWaiting out;
  KITH_TRY(const std::vector<UnsentRow> rows, impl.unsent(space_key(number)));
  for (const UnsentRow& row : rows) {
    const bool withdrawal = row.change.op == protocol::Op::withdraw && out.withdrawals.size() < protocol::kMaxParting;
    if (withdrawal) {
      out.withdrawals.push_back(row.change);
    } else {
      ++out.others;
    }
  }
  return out;
}

}  // namespace

Result<PairEnd> Pairing::end(const RecordId& id, const crypto::AgreePair& administration) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  KITH_TRY(const PairingRow row, read_row(impl, id));
  const MutexLock lock(impl.mu);
  const SpaceRow* space = impl.space(row.space);
  if (space == nullptr || space->ended()) return fail(Code::CLOSED, "this pair has ended already");
  if (space->joining() || space->dormant) return fail(Code::INVALID_ARGUMENT, "this is no pair yet; cancel it instead");
  KITH_TRY(const StillWaiting waits, still_waiting(impl, row.space));
  KITH_TRY(const std::vector<Bytes> leaves, leave_entries(impl, *space, waits.withdrawals, administration));
  SpaceRow next = space->clone();
  next.leaving = true;
  Batch batch;
  for (std::size_t i = 0; i < leaves.size(); ++i) batch.put(Table::outbox, outbox_key(row.space, kLeaveSlot + i), leaves[i]);
  KITH_CHECK(impl.install(batch, std::move(next)));
  return PairEnd{waits.withdrawals.size(), waits.others};
}

}  // namespace kith::client

// The vault itself: who I am, how things stand, checking every byte, locking.

#include <charconv>

#include "kith/client/search.h"
#include "method.h"
#include "sync_result.h"

namespace kith::engine {
namespace {

using client::Pair;
using client::PairState;
using model::Kind;

Result<api::Changed> who(Session& session, const api::Empty&) {
  KITH_TRY(const Me self, me(session));
  return changed(self.id);
}

Result<std::int64_t> last_sync_ms(Session& session) {
  KITH_TRY(const std::optional<Bytes> kept, session.replica->setting("last_sync_ms"));
  std::int64_t out = 0;
  if (kept) {
    const std::string_view text = as_text(*kept);
    std::from_chars(text.data(), text.data() + text.size(), out);
  }
  return out;
}

std::string next_step(const api::StatusResult& status, const std::vector<Pair>& pairs) {
  if (status.copy_ended()) return "kith export";
  if (status.renewal_needed()) return "kith renew";
  if (status.persons() == 0) return "kith person add \"A Name\"";
  if (status.alarms() > 0) return "kith alarms list";
  for (const Pair& pair : pairs) {
    if (pair.state == PairState::invited || pair.state == PairState::accepted) {
      if (pair.digits.empty()) return "kith pair list";
      if (!pair.confirmed) return "kith pair confirm " + pair.id.hex() + " --code DIGITS";
    }
  }
  if (status.conflicts() > 0) return "kith conflicts list";
  if (status.conversations() == 0) return "kith log add --with \"A Name\" --when today --note \"What we spoke about\"";
  if (status.pairs() == 0 && status.unconfirmed_pairs() == 0) return "kith pair invite \"A Name\"";
  if (status.pending() > 0) return "kith sync";
  return "kith log list";
}

Result<void> fill_counts(Session& session, api::StatusResult* out) {
  KITH_TRY(const std::uint32_t people, count(session, Kind::person));
  out->set_persons(people);
  KITH_TRY(const std::uint32_t conversations, count(session, Kind::conversation));
  out->set_conversations(conversations);
  KITH_TRY(const std::uint32_t notes, count(session, Kind::note));
  out->set_notes(notes);
  KITH_TRY(const std::uint32_t goals, count(session, Kind::goal));
  out->set_goals(goals);
  KITH_TRY(const std::uint32_t actions, count(session, Kind::action));
  out->set_actions(actions);
  KITH_TRY(const std::uint32_t agenda, count(session, Kind::agenda_line));
  out->set_agenda(agenda);
  KITH_TRY(const std::uint32_t shared, count(session, Kind::passage));
  out->set_shared(shared);
  return {};
}

Result<api::StatusResult> status(Session& session, const api::Empty&) {
  api::StatusResult out;
  KITH_TRY(const Me self, me(session));
  out.set_id(self.id.hex());
  out.set_name(self.name);
  KITH_TRY(const std::string relay, relay_address(session));
  out.set_relay(relay);
  KITH_CHECK(fill_counts(session, &out));
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  std::uint64_t pending = 0;
  for (const client::SpaceInfo& space : spaces) {
    if (space.stopped == Code::REVOKED_DEVICE) out.set_copy_ended(true);
    if (!space.ended) pending += space.unsent;  // what waits in a pair that has ended stays here
  }
  out.set_pending(static_cast<std::uint32_t>(pending));
  KITH_TRY(const std::vector<Pair> pairs, session.pairing().list());
  for (const Pair& pair : pairs) {
    const bool live = pair.state != PairState::ended && pair.state != PairState::cancelled;
    if (pair.state == PairState::paired && pair.verified) {
      out.set_pairs(out.pairs() + 1);
    } else if (live) {
      out.set_unconfirmed_pairs(out.unconfirmed_pairs() + 1);
    }
  }
  KITH_TRY(const std::vector<client::Conflict> conflicts, session.replica->conflicts());
  out.set_conflicts(static_cast<std::uint32_t>(conflicts.size()));
  KITH_TRY(const std::vector<client::Alarm> alarms, session.replica->alarms());
  for (const client::Alarm& alarm : alarms) out.set_alarms(out.alarms() + (is_open(alarm) ? 1 : 0));
  KITH_TRY(const client::RenewalState renewal, client::Renewal(*session.replica).state());
  out.set_renewal_needed(renewal.needed() && !out.copy_ended());
  KITH_TRY(const std::int64_t synced, last_sync_ms(session));
  out.set_last_sync_ms(static_cast<double>(synced));
  out.set_next_step(next_step(out, pairs));
  out.set_keys_not_locked(!secret_memory_is_locked());
  return out;
}

// The passphrase is tried before a relay is asked for anything.
Result<api::RenewResult> renew(Session& session, const api::RenewRequest& request) {
  KITH_TRY(const crypto::AgreePair opened, administration(session, request.passphrase()));
  KITH_TRY(client::Transport* const relay, connect(session));
  client::Renewal renewal(*session.replica);
  session.own.forget();  // which of the changes made here count as whose is told anew
  KITH_TRY(const client::RenewalReport report, renewal.run(*relay, opened, admission(session)));
  api::RenewResult out;
  KITH_TRY(const Me self, me(session));
  out.set_id(self.id.hex());
  out.set_renewed(report.renewed);
  out.set_left(report.left);
  KITH_TRY(*out.mutable_sync(), sync_result(session, report.sync));
  return out;
}

Result<api::VerifyResult> verify_all(Session& session, const api::VerifyRequest& request) {
  KITH_TRY(const vault::VerifyReport report, session.vault->verify({}));
  if (request.rebuild_index()) KITH_CHECK(session.replica->rebuild_index());
  KITH_TRY(const client::IndexReport index, session.replica->check_index());
  api::VerifyResult out;
  out.set_files(static_cast<double>(report.files));
  out.set_bytes(static_cast<double>(report.bytes));
  out.set_rows(static_cast<double>(report.rows));
  out.set_indexed(static_cast<double>(index.documents));
  return out;
}

Result<api::Empty> lock(Session& session, const api::Empty&) {
  session.transport.reset();
  session.own.forget();
  session.vault->lock();
  session.locked = true;
  return api::Empty();
}

Result<api::Empty> compact(Session& session, const api::Empty&) {
  KITH_CHECK(session.vault->compact());
  return api::Empty();
}

constexpr double kSuspendMs = 5000;

Result<api::Empty> suspend(Session& session, const api::SuspendRequest& request) {
  const double limit = request.limit_ms() > 0 ? request.limit_ms() : kSuspendMs;
  session.transport.reset();
  session.own.forget();
  KITH_CHECK(session.vault->suspend(std::chrono::milliseconds(static_cast<std::int64_t>(limit))));
  return api::Empty();
}

Result<api::Empty> resume(Session& session, const api::Empty&) {
  if (!session.vault->suspended()) return api::Empty();
  KITH_CHECK(session.vault->resume());
  // Another program may have had it meanwhile: what was kept in memory counts no more.
  session.own.forget();
  KITH_TRY(session.replica, client::Replica::open(session.vault->store(), *session.options.clock,
                                                  *session.options.random, session.vault->administration_key()));
  return api::Empty();
}

}  // namespace

std::span<const Method> vault_methods() {
  static constexpr Method kTable[] = {method<who>("vault.me"),            method<status>("vault.status"),
                                      method<renew>("vault.renew"),       method<verify_all>("vault.verify"),
                                      method<lock>("vault.lock"),         method<compact>("vault.compact"),
                                      method<suspend>("vault.suspend"),   method<resume>("vault.resume")};
  return kTable;
}

}  // namespace kith::engine

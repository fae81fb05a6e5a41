// The vault itself: who I am, how things stand, checking every byte, locking.

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>

#include "kith/client/search.h"
#include "kith/engine/next.h"
#include "locked/kit.h"
#include "methods.h"
#include "session/connection.h"
#include "session/people.h"
#include "session/records.h"
#include "sync/alarms.h"
#include "sync/sync.h"
#include "vault/put_away.h"

namespace kith::engine {
namespace {

using client::Pair;
using client::PairState;
using model::Kind;

Result<std::int64_t> last_sync_ms(Session& session) {
  KITH_TRY(const std::optional<Bytes> kept, session.replica->setting("last_sync_ms"));
  std::int64_t out = 0;
  if (kept) {
    const std::string_view text = as_text(*kept);
    std::from_chars(text.data(), text.data() + text.size(), out);
  }
  return out;
}

// What the next step depends on. Whether there is something, never how much: asking is as quick with a long
// history as with none.
struct Standing {
  bool copy_ended = false;
  bool renewal_needed = false;
  bool persons = false;
  bool conversations = false;
  std::uint32_t alarms = 0;  // that nobody has looked at
  bool conflicts = false;
  bool pending = false;
  bool shared = false;  // by a partner or by me
  std::vector<client::SpaceInfo> spaces;
  std::vector<Pair> pairs;
};

bool is_live(const Pair& pair) { return pair.state != PairState::ended && pair.state != PairState::cancelled; }

Result<bool> any_shared(Session& session, const std::vector<client::SpaceInfo>& spaces) {
  for (const client::SpaceInfo& space : spaces) {
    if (space.number == client::kSelfSpace || space.ended) continue;
    for (const Kind kind : {Kind::passage, Kind::agenda_line}) {
      KITH_TRY(const bool any, session.replica->any(space.number, kind));
      if (any) return true;
    }
  }
  return false;
}

Result<Standing> standing(Session& session) {
  Standing out;
  KITH_TRY(out.spaces, session.replica->spaces());
  for (const client::SpaceInfo& space : out.spaces) {
    out.copy_ended = out.copy_ended || space.stopped == Code::REVOKED_DEVICE;
  }
  out.pending = waiting_in(out.spaces) > 0;
  KITH_TRY(const client::RenewalState renewal, client::Renewal(*session.replica).state());
  out.renewal_needed = renewal.needed() && !out.copy_ended;
  KITH_TRY(out.persons, session.replica->any(client::kSelfSpace, Kind::person));
  KITH_TRY(out.conversations, session.replica->any(client::kSelfSpace, Kind::conversation));
  KITH_TRY(const std::vector<client::Alarm> alarms, session.replica->alarms());
  for (const client::Alarm& alarm : alarms) out.alarms += is_open(alarm) ? 1 : 0;
  KITH_TRY(out.conflicts, session.replica->any_conflict_with_a_partner());
  KITH_TRY(out.pairs, session.pairing().list());
  KITH_TRY(out.shared, any_shared(session, out.spaces));
  return out;
}

// A pair that waits for somebody to do something.
std::optional<Next> step_of_pairs(const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    if (pair.state != PairState::invited && pair.state != PairState::accepted) continue;
    if (pair.digits.empty()) return Next{Step::PAIR_LIST};
    if (!pair.confirmed) return Next{Step::PAIR_CONFIRM, {pair.id.hex()}};
  }
  return std::nullopt;
}

std::vector<Next> next_steps(const Standing& now) {
  if (now.copy_ended) return {{Step::VAULT_EXPORT}};
  if (now.renewal_needed) return {{Step::VAULT_RENEW}};
  if (!now.persons) return {{Step::PERSON_ADD}};
  if (now.alarms > 0) return {{Step::ALARM_LIST}};
  if (auto step = step_of_pairs(now.pairs)) return {*std::move(step)};
  if (now.conflicts) return {{Step::CONFLICT_LIST}};
  if (!now.conversations) return {{Step::LOG_ADD}};
  if (std::none_of(now.pairs.begin(), now.pairs.end(), is_live)) return {{Step::PAIR_INVITE}};
  if (now.pending) return {{Step::SYNC}};
  if (now.shared) return {{Step::SHARED_LIST}, {Step::AGENDA_LIST}};
  return {{Step::LOG_LIST}};
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

// The session's lock, if it comes before that moment.
class BetweenCalls {
 public:
  BetweenCalls(Mutex& mu, std::chrono::steady_clock::time_point until) KITH_UNCHECKED : mu_(mu) {
    while (!(has_ = mu_.try_lock()) && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(kLook);
  }
  ~BetweenCalls() KITH_UNCHECKED {
    if (has_) mu_.unlock();
  }
  bool has() const { return has_; }
  BetweenCalls(const BetweenCalls&) = delete;
  BetweenCalls& operator=(const BetweenCalls&) = delete;

 private:
  static constexpr std::chrono::milliseconds kLook{2};
  Mutex& mu_;
  bool has_ = false;
};

constexpr double kSuspendMs = 5000;
constexpr double kMostSuspendMs = 3600 * 1000;
// Of the time that putting away may take.
constexpr double kForTheTurn = 0.25;
constexpr double kForCalls = 0.5;

}  // namespace

Result<api::Changed> vault_me(Session& session, const api::Empty&) {
  KITH_TRY(const Me self, me(session));
  return changed(self.id);
}

Result<api::StatusResult> vault_status(Session& session, const api::Empty&) {
  api::StatusResult out;
  KITH_TRY(const Me self, me(session));
  out.set_id(self.id.hex());
  out.set_name(self.name);
  KITH_TRY(const std::string relay, relay_address(session));
  out.set_relay(relay);
  KITH_CHECK(fill_counts(session, &out));
  KITH_TRY(const Standing now, standing(session));
  out.set_pending(static_cast<std::uint32_t>(waiting_in(now.spaces)));
  for (const Pair& pair : now.pairs) {
    if (pair.state == PairState::paired && pair.verified) {
      out.set_pairs(out.pairs() + 1);
    } else if (is_live(pair)) {
      out.set_unconfirmed_pairs(out.unconfirmed_pairs() + 1);
    }
  }
  KITH_TRY(const std::vector<client::Conflict> conflicts, session.replica->conflicts());
  out.set_conflicts(static_cast<std::uint32_t>(conflicts.size()));
  out.set_alarms(now.alarms);
  KITH_TRY(const std::int64_t synced, last_sync_ms(session));
  out.set_last_sync_ms(static_cast<double>(synced));
  out.set_copy_ended(now.copy_ended);
  out.set_renewal_needed(now.renewal_needed);
  for (const Next& step : next_steps(now)) add_next(step, out.mutable_next());
  out.set_keys_not_locked(!secret_memory_is_locked());
  return out;
}

Result<api::NextStep> vault_next(Session& session, const api::Empty&) {
  KITH_TRY(const Me self, me(session));
  KITH_TRY(const Standing now, standing(session));
  api::NextStep out;
  out.set_name(self.name);
  for (const Next& step : next_steps(now)) add_next(step, out.mutable_next());
  return out;
}

// The passphrase is tried before a relay is asked for anything.
Result<api::RenewResult> vault_renew(Session& session, const api::RenewRequest& request) {
  KITH_TRY(const crypto::AgreePair opened, administration(session, request.passphrase()));
  KITH_TRY(client::Transport* const relay, connect(session));
  client::Renewal renewal(*session.replica);
  session.own.forget();  // which of the changes made here count as whose is told anew
  auto renewed = renewal.run(*relay, opened, admission(session));
  session.own.forget();  // others may have read it again while the relay was asked
  KITH_TRY(const client::RenewalReport report, std::move(renewed));
  api::RenewResult out;
  KITH_TRY(const Me self, me(session));
  out.set_id(self.id.hex());
  out.set_renewed(report.renewed);
  out.set_left(report.left);
  KITH_TRY(*out.mutable_sync(), sync_result(session, report.sync));
  return out;
}

Result<api::VerifyResult> vault_verify(Session& session, const api::VerifyRequest& request) {
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

Result<api::Empty> vault_lock(Session& session, const api::Empty&) {
  lay_out_kit(session);
  session.transport.reset();
  session.own.forget();
  session.vault->lock();
  session.locked = true;
  return api::Empty();
}

Result<api::Empty> vault_compact(Session& session, const api::Empty&) {
  KITH_CHECK(session.vault->compact());
  return api::Empty();
}

Result<Bytes> put_away(Session& session, BytesView bytes) {
  KITH_TRY(api::SuspendRequest request, parse<api::SuspendRequest>(bytes));
  if (!(request.limit_ms() > 0)) request.set_limit_ms(kSuspendMs);
  request.set_limit_ms(std::min(request.limit_ms(), kMostSuspendMs));
  const auto began = std::chrono::steady_clock::now();
  const auto after = [&](double part) {
    return began + std::chrono::milliseconds(static_cast<std::int64_t>(request.limit_ms() * part));
  };
  // What was under way at the relay has been told to end, and does so in moments.
  const RelayTurn::Taken turn(session.turn, nullptr, after(kForTheTurn));
  // Between two calls where that can be, so that none is cut in its middle.
  const BetweenCalls between(session.mu, after(kForCalls));
  if (turn.had() && between.has()) lay_out_kit(session);
  const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - began;
  request.set_limit_ms(request.limit_ms() - passed.count());
  KITH_TRY(const api::Empty done, vault_suspend(session, request));
  return serialize(done);
}

// Beside calls that have the session: nothing of it is touched here that they read without the vault's own locks.
Result<api::Empty> vault_suspend(Session& session, const api::SuspendRequest& request) {
  const auto limit = std::chrono::milliseconds(static_cast<std::int64_t>(std::max(request.limit_ms(), 0.0)));
  KITH_CHECK(session.vault->suspend(limit));
  session.own_is_stale = true;
  return api::Empty();
}

Result<api::Empty> vault_resume(Session& session, const api::Empty&) {
  if (!session.vault->suspended()) return api::Empty();
  KITH_CHECK(session.vault->resume());
  // Another program may have had it meanwhile: what was kept in memory counts no more.
  session.own.forget();
  auto fresh = client::Replica::open(session.vault->store(), *session.options.clock, *session.options.random,
                                     session.vault->administration_key());
  if (!fresh) {
    // The old one must not write on what it has not read: its next numbers may be given already.
    if (!session.vault->suspend(std::chrono::milliseconds(static_cast<std::int64_t>(kSuspendMs)))) {
      session.vault->lock();
      session.locked = true;
    }
    return fresh.error();
  }
  session.replica = *std::move(fresh);
  take_in_what_came(session);
  return api::Empty();
}

}  // namespace kith::engine

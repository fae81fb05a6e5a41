// Syncing with the relay.

#include "sync/sync.h"

#include "kith/client/compare.h"
#include "kith/engine/next.h"
#include "methods.h"
#include "session/connection.h"
#include "session/deadline.h"
#include "session/partners.h"
#include "session/people.h"
#include "sync/alarms.h"
#include "sync/outcomes.h"
#include "sync/relay.h"

namespace kith::engine {
namespace {

using client::Alarm;

}  // namespace

void set_error(api::SyncResult* out, const Error& error) {
  if (!out->has_error()) fill_error(error, out->mutable_error());
}

Wording held_back(const client::RenewalState& state) {
  if (state.restored) {
    return wording("This vault was put back from a backup. Nothing is sent under its old keys, because they may have "
                   "written on since; what you write is kept. It has to go on under new keys.");
  }
  if (state.left > 0) {
    return wording("This vault is on its way to new keys, and not in every space there. What waits is kept; going on "
                   "with that finishes it.");
  }
  return meaning(Code::STORE_ROLLED_BACK);
}

std::uint64_t waiting_in(const std::vector<client::SpaceInfo>& spaces) {
  std::uint64_t out = 0;
  for (const client::SpaceInfo& space : spaces) out += space.ended ? 0 : space.unsent;
  return out;
}

client::SyncReport joined(client::SyncReport first, const client::SyncReport& second) {
  first.sent += second.sent;
  first.received += second.received;
  first.pending = second.pending;
  first.alarms.insert(first.alarms.end(), second.alarms.begin(), second.alarms.end());
  first.renewed.insert(first.renewed.end(), second.renewed.begin(), second.renewed.end());
  first.put_aside.insert(first.put_aside.end(), second.put_aside.begin(), second.put_aside.end());
  for (const client::SpaceResult& one : second.spaces) {
    std::erase_if(first.spaces, [&one](const client::SpaceResult& earlier) { return earlier.space == one.space; });
    first.spaces.push_back(one);
  }
  return first;
}

Result<void> settle_pairs(Session& session, client::Transport& relay, client::SyncReport& report) {
  KITH_TRY(const std::uint32_t opened, client::Compare(*session.replica).settle());
  KITH_TRY(const std::uint32_t said, client::Moving(*session.replica).settle());
  if (opened + said == 0) return {};
  KITH_TRY(const client::SyncReport more, client::SyncClient(*session.replica, relay).sync(admission(session)));
  report = joined(std::move(report), more);
  return {};
}

Result<api::SyncResult> sync_result(Session& session, const client::SyncReport& report) {
  // What came is taken into the search index now, so that no search has to wait for it. A search
  // says what is wrong with the index; what was synced counts all the same.
  (void)session.replica->catch_up_index();
  KITH_TRY(const Me self, me(session));
  api::SyncResult out;
  out.set_id(self.id.hex());
  out.set_sent(static_cast<std::uint32_t>(report.sent));
  out.set_received(static_cast<std::uint32_t>(report.received));
  out.set_pending(static_cast<std::uint32_t>(report.pending));
  for (const Alarm& alarm : report.alarms) {
    api::AlarmMark* mark = out.add_alarms();
    mark->set_id(std::to_string(alarm.id));
    mark->set_code(std::string(code_name(alarm.code)));
  }
  KITH_TRY(const People people, People::read(session));
  KITH_CHECK(fill_outcomes(session, people, report, &out));
  fill_put_aside(people, report, &out);
  KITH_TRY(const std::optional<Sentence> ended, ended_copy(session));
  if (ended) set_error(&out, fail(Code::REVOKED_DEVICE, *ended, {Step::VAULT_EXPORT}));
  for (const client::Renewed& one : report.renewed) {
    if (!one.mine) out.add_renewed(people.partner_name(one.space));
  }
  if (!report.alarms.empty()) {
    const Alarm& first = report.alarms.front();
    Error error = fail(first.code, meaning(first.code), {Step::ALARM_SHOW, {std::to_string(first.id)}});
    // What stands in the way of every sync is said at once; the other steps wait until somebody has looked.
    if (step_about(first.code) == Step::VAULT_RENEW) error.next.push_back({Step::VAULT_RENEW});
    set_error(&out, error);
  }
  return out;
}

namespace {

Result<api::SyncResult> whole_sync(Session& session, const client::SyncReport& before, client::SyncReport& until_then) {
  KITH_TRY(const std::optional<client::RelayPlace> moving, client::Moving(*session.replica).under_way());
  if (moving) return finish_move(session, false);
  KITH_TRY(client::Transport* const relay, connect(session));
  const Result<void> pairs = session.pairing().refresh(*relay);
  if (!pairs && is_transient(pairs.error().code)) return pairs.error();
  KITH_CHECK(link_partners(session));
  KITH_TRY(client::SyncReport report, client::SyncClient(*session.replica, *relay).sync(admission(session), &until_then));
  const Result<void> opened = settle_pairs(session, *relay, report);
  if (!opened && session.turn.why_ended()) {
    until_then = report;
    return opened.error();
  }
  const std::string now = std::to_string(session.clock().wall_ms());
  KITH_CHECK(session.replica->set_setting("last_sync_ms", as_bytes(now)));
  KITH_TRY(api::SyncResult out, sync_result(session, joined(before, report)));
  KITH_TRY(const client::RenewalState renewal, client::Renewal(*session.replica).state());
  KITH_TRY(const std::optional<client::RelayPlace> elsewhere, client::Moving(*session.replica).elsewhere());
  if (elsewhere) {
    set_error(&out, fail(Code::STORE_ROLLED_BACK,
                         worded("This is a copy of the vault from before it went on at {0}. Nothing is sent from here; "
                                "what you write is kept. It has to go there first.",
                                elsewhere->address),
                         {Step::RELAY_MOVE, {elsewhere->address}}));
  }
  if (renewal.needed()) {
    set_error(&out, fail(Code::STORE_ROLLED_BACK, held_back(renewal), {Step::VAULT_RENEW}));
  }
  // An invitation that went wrong must not hold up what is in order; it is said afterwards.
  if (!pairs) set_error(&out, pairs.error());
  if (!opened) set_error(&out, opened.error());
  return out;
}

// What was done until the time was over, and what is left. Nothing of it is lost: the next sync goes on from there.
Result<api::SyncResult> stopped(Session& session, client::SyncReport done) {
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  done.pending = waiting_in(spaces);
  KITH_TRY(api::SyncResult out, sync_result(session, done));
  out.set_more(true);
  return out;
}

}  // namespace

Result<api::SyncResult> sync_now(Session& session, const client::SyncReport& before) {
  client::SyncReport until_then;
  auto out = whole_sync(session, before, until_then);
  if (out || !session.turn.ran_out()) return out;
  return stopped(session, joined(before, until_then));
}

Result<api::SyncResult> sync_once(Session& session, const api::SyncRequest& request) {
  KITH_CHECK(set_deadline(session.turn, request.deadline_ms()));
  return sync_now(session);
}

}  // namespace kith::engine

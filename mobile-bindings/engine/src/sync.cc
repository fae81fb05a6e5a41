// Syncing with the relay, and what it was caught at.

#include "kith/client/compare.h"
#include "sync_result.h"

namespace kith::engine {
namespace {

using client::Alarm;

struct Meaning {
  Code code;
  std::string_view text;
};

constexpr Meaning kMeanings[] = {
    {Code::ROLLBACK, "The relay showed an older state than it had shown before. Nothing here was taken back; this "
                     "device puts the missing entries there again."},
    {Code::FORK, "The relay showed two different histories of one space. Sending there has stopped; everything you "
                 "wrote is kept here. Speak with the other person before you go on."},
    {Code::CLONED_DEVICE, "Two different entries carry one number of one device: two copies of a vault are in use. "
                          "Sending has stopped; everything is kept here. Whose vault it is goes on under new keys "
                          "with `kith renew`."},
    {Code::STORE_ROLLED_BACK, "This vault is older than what was sent from it: an older copy of its folder was put "
                              "back, or another copy of it is in use. Sending has stopped; everything is kept here. "
                              "`kith renew` goes on under new keys."},
    {Code::BAD_SIGNATURE, "An entry was changed on its way, or its author is not who it says. It was not applied; "
                          "everything honest beside it was."},
    {Code::BAD_CIPHERTEXT, "An entry does not open with this space's key. It was not applied; everything honest "
                           "beside it was."},
    {Code::KEY_CHANGED, "The relay has another key than before. Nothing was taken from it and nothing was sent."},
    {Code::UNKNOWN_DEVICE, "An entry is by a device that is not in this space. It was not applied."},
    {Code::REVOKED_DEVICE, "An entry is by a device that has left this space, or under a key that was renewed. It "
                           "was not applied."},
    {Code::GAP, "An entry is missing before one that was shown. What comes after it waits until it arrives."},
    {Code::REPLAY, "An entry was shown a second time. It was not applied again."},
    {Code::STALE, "There was no news for long while your changes wait. They are kept and sent when it works again."},
    {Code::BAD_MEMBERSHIP, "Somebody tried to change who is in this space without the right to. Nothing changed."},
    {Code::WRONG_EPOCH, "An entry uses keys that no longer count. It was not applied."},
};

Result<api::SyncResult> once(Session& session, const api::Empty&) { return sync_now(session); }

Result<api::AlarmList> alarms(Session& session, const api::Empty&) {
  KITH_TRY(const std::vector<Alarm> all, session.replica->alarms());
  KITH_TRY(const People people, People::read(session));
  api::AlarmList out;
  for (const Alarm& alarm : all) {
    api::Alarm* row = out.add_items();
    row->set_id(std::to_string(alarm.id));
    row->set_code(std::string(code_name(alarm.code)));
    if (const auto space = session.replica->space(alarm.space)) row->set_space(space->membership.space.hex());
    row->set_person(people.partner_name(alarm.space));
    if (alarm.author != SignKey{}) row->set_author(alarm.author.hex());
    row->set_position(static_cast<double>(alarm.position));
    row->set_time_ms(static_cast<double>(alarm.time_ms));
    row->set_detail(alarm.detail);
    row->set_meaning(std::string(meaning(alarm.code)));
    row->set_healed(alarm.healed);
  }
  return out;
}

}  // namespace

void set_error(api::SyncResult* out, Code code, std::string message) {
  if (out->has_error()) return;
  out->mutable_error()->set_code(static_cast<api::ErrorCode>(code));
  out->mutable_error()->set_message(std::move(message));
}

std::string_view held_back(const client::RenewalState& state) {
  if (state.restored) {
    return "This vault was put back from a backup. Nothing is sent under its old keys, because they may have written "
           "on since; what you write is kept. `kith renew` goes on under new keys.";
  }
  if (state.left > 0) {
    return "This vault is on its way to new keys, and not in every space there. What waits is kept; `kith renew` "
           "finishes it.";
  }
  return meaning(Code::STORE_ROLLED_BACK);
}

std::string_view meaning(Code code) {
  for (const Meaning& entry : kMeanings) {
    if (entry.code == code) return entry.text;
  }
  return "What the relay showed does not fit together. It was not applied; everything honest beside it was.";
}

client::SyncReport joined(client::SyncReport first, const client::SyncReport& second) {
  first.sent += second.sent;
  first.received += second.received;
  first.pending = second.pending;
  first.alarms.insert(first.alarms.end(), second.alarms.begin(), second.alarms.end());
  first.renewed.insert(first.renewed.end(), second.renewed.begin(), second.renewed.end());
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
  if (!report.renewed.empty()) {
    KITH_TRY(const People people, People::read(session));
    for (const client::Renewed& one : report.renewed) {
      if (!one.mine) out.add_renewed(people.partner_name(one.space));
    }
  }
  if (!report.alarms.empty()) {
    const Code code = report.alarms.front().code;
    set_error(&out, code, std::string(meaning(code)));
  }
  return out;
}

Result<api::SyncResult> sync_now(Session& session, const client::SyncReport& before) {
  KITH_TRY(const std::optional<client::RelayPlace> moving, client::Moving(*session.replica).under_way());
  if (moving) return finish_move(session, false);
  KITH_TRY(client::Transport* const relay, connect(session));
  const Result<void> pairs = session.pairing().refresh(*relay);
  if (!pairs && is_transient(pairs.error().code)) return pairs.error();
  KITH_CHECK(link_partners(session));
  KITH_TRY(client::SyncReport report, client::SyncClient(*session.replica, *relay).sync(admission(session)));
  const Result<void> opened = settle_pairs(session, *relay, report);
  const std::string now = std::to_string(session.clock().wall_ms());
  KITH_CHECK(session.replica->set_setting("last_sync_ms", as_bytes(now)));
  KITH_TRY(api::SyncResult out, sync_result(session, joined(before, report)));
  KITH_TRY(const client::RenewalState renewal, client::Renewal(*session.replica).state());
  KITH_TRY(const std::optional<client::RelayPlace> elsewhere, client::Moving(*session.replica).elsewhere());
  if (elsewhere) {
    set_error(&out, Code::STORE_ROLLED_BACK, "This is a copy of the vault from before it went on at " +
                                                 elsewhere->address + ". Nothing is sent from here; what you write is "
                                                 "kept: kith relay move there first.");
  }
  if (renewal.needed()) set_error(&out, Code::STORE_ROLLED_BACK, std::string(held_back(renewal)));
  // An invitation that went wrong must not hold up what is in order; it is said afterwards.
  if (!pairs) set_error(&out, pairs.error().code, pairs.error().message);
  if (!opened) set_error(&out, opened.error().code, opened.error().message);
  return out;
}

std::span<const Method> sync_methods() {
  static constexpr Method kTable[] = {method<once>("sync.once"), method<alarms>("alarm.list")};
  return kTable;
}

}  // namespace kith::engine

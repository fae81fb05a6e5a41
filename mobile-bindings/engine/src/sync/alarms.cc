// What was noticed: what each alarm means, what can be done about it, and a person's answer to it.

#include "sync/alarms.h"

#include <algorithm>
#include <charconv>

#include "kith/engine/next.h"
#include "methods.h"
#include "session/connection.h"
#include "session/people.h"
#include "sync/outcomes.h"
#include "sync/sync.h"

namespace kith::engine {
namespace {

using client::Alarm;

struct Meaning {
  Code code;
  Wording text;
  Wording to_do;
  Step next = {};  // zero: there is none
};

constexpr Wording kNothing = wording("Nothing has to be done. What is missing comes when the relay is honest again.");
constexpr Wording kRenew = wording("Go on under new keys.");
constexpr Wording kAskPartner = wording("If it comes again, ask the other one whether his program is up to date.");

constexpr Meaning kMeanings[] = {
    {Code::ROLLBACK,
     wording("The relay showed an older state than it had shown before. Nothing here was taken back; this device puts "
             "the missing entries there again."),
     wording("Nothing has to be done, unless it happens again: then go to another relay."),
     Step::RELAY_MOVE},
    {Code::FORK,
     wording("The relay showed two different histories of one space. Everything you wrote is kept here. A few times "
             "both are put together by themselves; then, or where a change of members is missing, sending there "
             "stops."),
     wording("Speak with the other person. Where sending has stopped, the space goes on once you say so."),
     Step::ALARM_HEAL},
    {Code::CLONED_DEVICE,
     wording("Two different entries carry one number of one device: two copies of a vault are in use. Sending has "
             "stopped; everything is kept here. Whose vault it is goes on under new keys."),
     kRenew, Step::VAULT_RENEW},
    {Code::STORE_ROLLED_BACK,
     wording("This vault is older than what was sent from it: an older copy of its folder was put back, or another "
             "copy of it is in use. Sending has stopped; everything is kept here. The vault has to go on under new "
             "keys."),
     kRenew, Step::VAULT_RENEW},
    {Code::BAD_SIGNATURE,
     wording("An entry was changed on its way, or its author is not who it says. It was not applied; everything honest "
             "beside it was."),
     kNothing},
    {Code::BAD_CIPHERTEXT,
     wording("An entry does not open with this space's key. It was not applied; everything honest beside it was."),
     kAskPartner},
    {Code::KEY_CHANGED,
     wording("The relay has another key than before. Nothing was taken from it and nothing was sent."),
     wording("Ask whoever runs the relay. If it is a new one, go there."), Step::RELAY_MOVE},
    {Code::UNKNOWN_DEVICE, wording("An entry is by a device that is not in this space. It was not applied."), kNothing},
    {Code::REVOKED_DEVICE,
     wording("An entry is by a device that has left this space, or under a key that was renewed. It was not applied."),
     kNothing},
    {Code::GAP,
     wording("An entry is missing before one that was shown. What comes after it waits until it arrives."),
     kNothing},
    {Code::REPLAY, wording("An entry was shown a second time. It was not applied again."), kNothing},
    {Code::STALE,
     wording("There was no news for long while your changes wait. They are kept and sent when it works again."),
     kNothing},
    {Code::BAD_MEMBERSHIP,
     wording("Somebody tried to change who is in this space without the right to. Nothing changed."),
     kNothing},
    {Code::WRONG_EPOCH,
     wording("An entry uses keys that no longer count. It was not applied."),
     kAskPartner},
};

const Meaning* meaning_of(Code code) {
  const auto* at = std::find_if(std::begin(kMeanings), std::end(kMeanings), [code](const Meaning& m) { return m.code == code; });
  return at == std::end(kMeanings) ? nullptr : at;
}

bool is_about_me(Code stopped, const Alarm& alarm) { return stopped == Code::REVOKED_DEVICE && alarm.code == stopped; }

// What is known of the space an alarm is about.
struct Where {
  std::string id;
  Code stopped{};
  bool needs_decision = false;
  std::uint64_t only_here = 0;
};

Where where_of(Session& session, client::SpaceNumber number) {
  const auto space = session.replica->space(number);
  return space ? Where{space->membership.space.hex(), space->stopped, space->needs_decision, space->only_here} : Where{};
}

// What each choice does, before anybody chooses.
constexpr Wording kLostMembers =
    wording("The relay showed two different histories of one space, and the one that it shows now lacks a change of "
            "who is in it: new keys of a member, a member who was added, or a new key of the space. Nothing is sent "
            "there until you have decided. Everything you wrote is kept here.");
constexpr Wording kDecide =
    wording("Speak with the other person first. Then decide, with your passphrase: this device goes over to the "
            "history that the relay shows, says there again what the lost one had decided, and brings back all that "
            "was written in it. Whoever left or went on under new keys, in either history, does not come back by it, "
            "and what was withdrawn stays withdrawn. Or leave it: then nothing is sent there, and each of you goes on "
            "alone.");

// What nobody takes from this device: a key that has ended may not speak again, whoever brings its words.
Sentence only_here_says(std::uint64_t entries) {
  if (entries == 1) {
    return worded("1 entry that the other person wrote in the lost history, with keys that have ended since, can only "
                  "be seen in this vault now: tell them, so that they write it again.");
  }
  return worded("{0} entries that the other person wrote in the lost history, with keys that have ended since, can "
                "only be seen in this vault now: tell them, so that they write it again.",
                entries);
}

// Of the alarms of one fork, the one that stands.
bool waits_for_decision(const Alarm& alarm, const Where& where) {
  return alarm.code == Code::FORK && !alarm.healed && where.needs_decision;
}

void fill_words(const Alarm& alarm, const Where& where, api::Alarm* row) {
  const Meaning* known = meaning_of(alarm.code);
  Sentence means = meaning(alarm.code);
  Sentence to_do = known == nullptr ? kNothing : known->to_do;
  Step next = step_about(alarm.code);
  row->set_stops_space(!alarm.healed && where.stopped != Code{} && where.stopped == alarm.code);
  if (waits_for_decision(alarm, where)) {
    means = kLostMembers;
    to_do = kDecide;
    next = Step::ALARM_HEAL;
    row->set_stops_space(true);
    row->set_wants_passphrase(true);
  } else if (is_about_me(where.stopped, alarm)) {
    means = ended_copy_says(alarm.time_ms);
    to_do = worded("What was written here since can be taken out, and brought into the other copy.");
    next = Step::VAULT_EXPORT;
  } else if (alarm.code == Code::FORK && !row->stops_space()) {
    to_do = worded("Nothing has to be done: the space goes on.");
    next = {};
  }
  if (alarm.code == Code::FORK && where.only_here > 0) {
    to_do = Sentence::joined({std::move(to_do), only_here_says(where.only_here)});
  }
  fill_said(means, row->mutable_meaning(), row->mutable_meaning_sentence());
  fill_said(to_do, row->mutable_to_do(), row->mutable_to_do_sentence());
  if (next != Step{}) add_next({next, next == Step::ALARM_HEAL ? std::vector{row->id()} : std::vector<std::string>{}}, row->mutable_next());
}

api::Alarm alarm_row(Session& session, const People& people, const Alarm& alarm) {
  const Where where = where_of(session, alarm.space);
  api::Alarm row;
  row.set_id(std::to_string(alarm.id));
  row.set_code(std::string(code_name(alarm.code)));
  row.set_space(where.id);
  row.set_person(people.partner_name(alarm.space));
  if (alarm.author != SignKey{}) row.set_author(alarm.author.hex());
  row.set_position(static_cast<double>(alarm.position));
  row.set_time_ms(static_cast<double>(alarm.time_ms));
  row.set_detail(alarm.detail);
  row.set_healed(alarm.healed);
  row.set_dismissed(alarm.dismissed);
  row.set_more(alarm.repeated);
  for (const Bytes& piece : alarm.evidence) row.add_evidence_bytes(static_cast<std::uint32_t>(piece.size()));
  fill_words(alarm, where, &row);
  return row;
}

Result<Alarm> alarm_named(Session& session, const std::string& id) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size()) {
    return fail(Code::INVALID_ARGUMENT, "the id of an alarm is a number", {Step::ALARM_LIST});
  }
  KITH_TRY(const std::vector<Alarm> all, session.replica->alarms());
  for (const Alarm& alarm : all) {
    if (alarm.id == number) return alarm;
  }
  return fail(Code::NOT_FOUND, "there is no such alarm");
}

// Whoever has seen that there were two histories lets the space go on; so both commands do the same there.
constexpr Wording kHealed =
    wording("The space goes on. The next sync puts both histories together; no end of a pair and nothing that was "
            "withdrawn comes back by it. Where the relay's history lacks a change of members it asks for a decision "
            "then.");

constexpr Wording kEndedThere =
    wording("In the history that the relay shows this pair has ended, so nothing is sent there any more. What was "
            "written and not sent stays here, and can be taken out.");
constexpr Wording kDecided =
    wording("Both histories are one again: the one that the relay shows, with all that the lost one had decided and "
            "all that was written in it.");

Result<bool> is_stopped_fork(Session& session, const Alarm& alarm) {
  if (alarm.code != Code::FORK) return false;
  KITH_TRY(const client::SpaceInfo space, session.replica->space(alarm.space));
  return space.stopped == Code::FORK;
}

Result<api::AlarmChanged> settle(Session& session, const Alarm& alarm) {
  KITH_TRY(const bool stopped, is_stopped_fork(session, alarm));
  KITH_CHECK(session.replica->dismiss_alarm(alarm.id));
  api::AlarmChanged out;
  out.set_id(std::to_string(alarm.id));
  fill_said(stopped ? kHealed : wording("It is kept, and no longer shown as new."), out.mutable_says(),
            out.mutable_says_sentence());
  return out;
}

// The passphrase is tried before the relay is asked for anything.
Result<api::AlarmChanged> decide(Session& session, const Alarm& alarm, const std::string& passphrase) {
  if (passphrase.empty()) {
    return fail(Code::INVALID_ARGUMENT, "a change of members was lost: what is decided over it is signed, and takes the passphrase");
  }
  KITH_TRY(const crypto::AgreePair opened, administration(session, passphrase));
  KITH_TRY(client::Transport* const relay, connect(session));
  KITH_TRY(const client::SyncReport report,
           client::SyncClient(*session.replica, *relay).decide_fork(alarm.space, opened, admission(session)));
  api::AlarmChanged out;
  out.set_id(std::to_string(alarm.id));
  KITH_TRY(*out.mutable_sync(), sync_result(session, report));
  KITH_TRY(const client::SpaceInfo space, session.replica->space(alarm.space));
  if (space.needs_decision || space.stopped != Code{}) {
    const Sentence why = report.spaces.empty() ? Sentence() : report.spaces.back().detail;
    fill_said(worded("It is not done: {0}. Nothing is lost.", why), out.mutable_says(), out.mutable_says_sentence());
    add_next({Step::ALARM_SHOW, {out.id()}}, out.mutable_next());
    return out;
  }
  KITH_CHECK(session.replica->dismiss_alarm(alarm.id));
  fill_said(space.ended ? kEndedThere : kDecided, out.mutable_says(), out.mutable_says_sentence());
  if (space.ended) add_next({Step::VAULT_EXPORT}, out.mutable_next());
  return out;
}

}  // namespace

Wording meaning(Code code) {
  const Meaning* known = meaning_of(code);
  if (known != nullptr) return known->text;
  return wording("What the relay showed does not fit together. It was not applied; everything honest beside it was.");
}

Step step_about(Code code) {
  const Meaning* known = meaning_of(code);
  return known == nullptr ? Step{} : known->next;
}

bool is_open(const client::Alarm& alarm) { return !alarm.healed && !alarm.dismissed; }

Result<api::AlarmList> alarm_list(Session& session, const api::Empty&) {
  KITH_TRY(std::vector<Alarm> all, session.replica->alarms());
  KITH_TRY(const People people, People::read(session));
  std::stable_partition(all.begin(), all.end(), [](const Alarm& alarm) { return !alarm.dismissed; });
  api::AlarmList out;
  for (const Alarm& alarm : all) *out.add_items() = alarm_row(session, people, alarm);
  return out;
}

Result<api::Alarm> alarm_show(Session& session, const api::IdRequest& request) {
  KITH_TRY(const Alarm alarm, alarm_named(session, request.id()));
  KITH_TRY(const People people, People::read(session));
  return alarm_row(session, people, alarm);
}

Result<api::AlarmChanged> alarm_dismiss(Session& session, const api::IdRequest& request) {
  KITH_TRY(const Alarm alarm, alarm_named(session, request.id()));
  return settle(session, alarm);
}

Result<api::AlarmChanged> alarm_heal(Session& session, const api::HealRequest& request) {
  KITH_TRY(const Alarm alarm, alarm_named(session, request.id()));
  if (waits_for_decision(alarm, where_of(session, alarm.space))) return decide(session, alarm, request.passphrase());
  KITH_TRY(const bool stopped, is_stopped_fork(session, alarm));
  if (!stopped) {
    return fail(Code::INVALID_ARGUMENT, "no space waits for this alarm", {Step::ALARM_SHOW, {request.id()}});
  }
  return settle(session, alarm);
}

}  // namespace kith::engine

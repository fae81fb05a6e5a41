// How each space came out of a sync, in plain words: what went wrong there, or what waits and why.

#include "sync/outcomes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>

#include "kith/engine/next.h"
#include "notes/lines.h"
#include "session/people.h"

namespace kith::engine {
namespace {

struct Reason {
  Code code;
  bool trouble;
  std::string_view text;  // empty: the client's own words say it
  std::array<Step, 2> next = {};  // zero: there is none
};

constexpr Reason kReasons[] = {
    {Code::UNVERIFIED_KEY, false, "You have not both confirmed the digits yet.", {Step::PAIR_LIST}},
    {Code::CONFLICT, false, ""},
    {Code::STALE, false, ""},
    {Code::QUOTA_EXCEEDED, false,
     "The relay keeps no more of this space for now. What waits is kept here and sent when the relay takes it."},
    {Code::FORK, true,
     "The relay showed another history, and nothing is sent there until you have looked. Everything is kept here.",
     {Step::ALARM_LIST, Step::ALARM_HEAL}},
    {Code::GAP, true,
     "The relay hands out what does not hold together. What is honest was taken, and the rest is asked for again with "
     "every sync.",
     {Step::ALARM_LIST}},
    {Code::ROLLBACK, true,
     "The relay does not show what it had counted before. Nothing here was taken back.", {Step::ALARM_LIST}},
    {Code::CLONED_DEVICE, true, "Two copies of a vault are in use, and nothing is sent there.",
     {Step::ALARM_LIST, Step::VAULT_RENEW}},
    {Code::STORE_ROLLED_BACK, true,
     "This vault is older than what was sent from it, and nothing is sent there before it goes on under new keys.",
     {Step::VAULT_RENEW}},
    {Code::WRONG_EPOCH, true,
     "This device has no key for what is written there now, and cannot ask for another one yet. What waits is kept."},
    {Code::UPGRADE_NEEDED, true,
     "A newer version of Kith is needed for this space, and nothing is sent there before. What you write is kept; the "
     "other spaces go on."},
};

const Reason* reason_of(Code code) {
  const auto* at = std::find_if(std::begin(kReasons), std::end(kReasons), [code](const Reason& r) { return r.code == code; });
  return at == std::end(kReasons) ? nullptr : at;
}

// The client's words as a sentence.
std::string sentence(std::string text) {
  if (text.empty()) return "Something went wrong there.";
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text + ".";
}

std::string day(std::int64_t wall_ms) {
  const std::time_t seconds = static_cast<std::time_t>(wall_ms / 1000);
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  char out[16];
  return {out, std::strftime(out, sizeof out, "%Y-%m-%d", &parts)};
}

Result<std::int64_t> ended_noticed_ms(Session& session, client::SpaceNumber space) {
  KITH_TRY(const std::vector<client::Alarm> all, session.replica->alarms());
  for (const client::Alarm& alarm : all) {
    if (alarm.space == space && alarm.code == Code::REVOKED_DEVICE) return alarm.time_ms;
  }
  return 0;
}

constexpr std::string_view kAsideForKey = " All of it is kept, and read there by itself once the key has arrived.";
constexpr std::string_view kAsideForVersion = " All of it is kept, and read there with a newer version.";
constexpr std::string_view kAsideForGood = " All of it is kept here; write once more what matters.";

std::string_view aside_words(Code code) {
  if (code == Code::WRONG_EPOCH || code == Code::BAD_CIPHERTEXT) return kAsideForKey;
  return code == Code::UNSUPPORTED || code == Code::UPGRADE_NEEDED ? kAsideForVersion : kAsideForGood;
}

}  // namespace

std::string ended_copy_says(std::int64_t noticed_ms) {
  const std::string when = noticed_ms > 0 ? "; that was noticed here on " + day(noticed_ms) : std::string();
  return "This copy of the vault has ended: another one was renewed" + when +
         ". Nothing is sent from here any more. What was written here since is kept, and can be taken out.";
}

Result<std::optional<std::string>> ended_copy(Session& session) {
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  for (const client::SpaceInfo& space : spaces) {
    if (space.stopped != Code::REVOKED_DEVICE) continue;
    KITH_TRY(const std::int64_t noticed, ended_noticed_ms(session, space.number));
    return std::optional(ended_copy_says(noticed));
  }
  return std::optional<std::string>();
}

void fill_reason(Code code, const std::string& detail, api::SpaceOutcome* out) {
  const Reason* known = reason_of(code);
  out->set_code(std::string(code_name(code)));
  out->set_trouble(known == nullptr || known->trouble);
  out->set_why(known == nullptr || known->text.empty() ? sentence(detail) : std::string(known->text));
  out->set_detail(detail);
  if (known == nullptr) return;
  for (const Step step : known->next) {
    if (step != Step{}) add_next({step}, out->mutable_next());
  }
}

Result<void> fill_outcomes(Session& session, const People& people, const client::SyncReport& report, api::SyncResult* out) {
  for (const client::SpaceResult& one : report.spaces) {
    KITH_TRY(const client::SpaceInfo space, session.replica->space(one.space));
    api::SpaceOutcome* row = out->add_spaces();
    row->set_space(space.membership.space.hex());
    fill_partner(people, one.space, row);
    row->set_own(one.space == client::kSelfSpace);
    row->set_waiting(static_cast<std::uint32_t>(one.waiting));
    row->set_leave_waits(space.leaving);
    if (one.code == Code{}) continue;
    fill_reason(one.code, one.detail, row);
    if (one.code != Code::REVOKED_DEVICE) continue;
    KITH_TRY(const std::int64_t noticed, ended_noticed_ms(session, one.space));
    row->set_why(ended_copy_says(noticed));
    add_next({Step::VAULT_EXPORT}, row->mutable_next());
  }
  return {};
}

void fill_put_aside(const People& people, const client::SyncReport& report, api::SyncResult* out) {
  std::map<std::pair<client::SpaceNumber, Code>, std::uint32_t> counts;
  for (const client::PutAsideByOther& one : report.put_aside) ++counts[{one.space, one.code}];
  for (const auto& [what, count] : counts) {
    const auto& [space, code] = what;
    api::PutAside* row = out->add_put_aside();
    fill_partner(people, space, row);
    row->set_code(std::string(code_name(code)));
    row->set_count(count);
    const std::string name = row->person().empty() ? "The other one" : row->person();
    row->set_says(name + " could not read " + (count == 1 ? "an entry" : std::to_string(count) + " entries") +
                  " of yours (" + row->code() + ")." + std::string(aside_words(code)));
  }
}

}  // namespace kith::engine

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
  std::optional<Wording> text;  // none: the client's own words say it
  std::array<Step, 2> next = {};  // zero: there is none
};

constexpr Reason kReasons[] = {
    {Code::UNVERIFIED_KEY, false, wording("You have not both confirmed the digits yet."), {Step::PAIR_LIST}},
    {Code::CONFLICT, false, std::nullopt},
    {Code::STALE, false, std::nullopt},
    {Code::QUOTA_EXCEEDED, false,
     wording("The relay keeps no more of this space for now. What waits is kept here and sent when the relay takes "
             "it.")},
    {Code::FORK, true,
     wording("The relay showed another history, and nothing is sent there until you have looked. Everything is kept "
             "here."),
     {Step::ALARM_LIST, Step::ALARM_HEAL}},
    {Code::GAP, true,
     wording("The relay hands out what does not hold together. What is honest was taken, and the rest is asked for "
             "again with every sync."),
     {Step::ALARM_LIST}},
    {Code::ROLLBACK, true,
     wording("The relay does not show what it had counted before. Nothing here was taken back."), {Step::ALARM_LIST}},
    {Code::CLONED_DEVICE, true, wording("Two copies of a vault are in use, and nothing is sent there."),
     {Step::ALARM_LIST, Step::VAULT_RENEW}},
    {Code::STORE_ROLLED_BACK, true,
     wording("This vault is older than what was sent from it, and nothing is sent there before it goes on under new "
             "keys."),
     {Step::VAULT_RENEW}},
    {Code::WRONG_EPOCH, true,
     wording("This device has no key for what is written there now, and cannot ask for another one yet. What waits is "
             "kept.")},
    {Code::UPGRADE_NEEDED, true,
     wording("A newer version of Kith is needed for this space, and nothing is sent there before. What you write is "
             "kept; the other spaces go on.")},
};

const Reason* reason_of(Code code) {
  const auto* at = std::find_if(std::begin(kReasons), std::end(kReasons), [code](const Reason& r) { return r.code == code; });
  return at == std::end(kReasons) ? nullptr : at;
}

// The client's words as a sentence of its own: in English it begins large and ends.
void fill_detail(const Sentence& detail, api::SpaceOutcome* out) {
  fill_sentence(detail.empty() ? worded("something went wrong there") : detail, out->mutable_why_sentence());
  std::string* english = out->mutable_why_sentence()->mutable_english();
  english->front() = static_cast<char>(std::toupper(static_cast<unsigned char>(english->front())));
  *english += ".";
  out->set_why(*english);
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

Wording aside_words(Code code) {
  if (code == Code::WRONG_EPOCH || code == Code::BAD_CIPHERTEXT) {
    return wording("All of it is kept, and read there by itself once the key has arrived.");
  }
  if (code == Code::UNSUPPORTED || code == Code::UPGRADE_NEEDED) {
    return wording("All of it is kept, and read there with a newer version.");
  }
  return wording("All of it is kept here; write once more what matters.");
}

Sentence could_not_read(const std::string& name, std::uint32_t count, const std::string& code) {
  if (name.empty() && count == 1) return worded("The other one could not read an entry of yours ({0}).", code);
  if (name.empty()) return worded("The other one could not read {0} entries of yours ({1}).", count, code);
  if (count == 1) return worded("{0} could not read an entry of yours ({1}).", name, code);
  return worded("{0} could not read {1} entries of yours ({2}).", name, count, code);
}

}  // namespace

Sentence ended_copy_says(std::int64_t noticed_ms) {
  if (noticed_ms <= 0) {
    return worded("This copy of the vault has ended: another one was renewed. Nothing is sent from here any more. What "
                  "was written here since is kept, and can be taken out.");
  }
  return worded("This copy of the vault has ended: another one was renewed; that was noticed here on {0}. Nothing is "
                "sent from here any more. What was written here since is kept, and can be taken out.",
             day(noticed_ms));
}

Result<std::optional<Sentence>> ended_copy(Session& session) {
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  for (const client::SpaceInfo& space : spaces) {
    if (space.stopped != Code::REVOKED_DEVICE) continue;
    KITH_TRY(const std::int64_t noticed, ended_noticed_ms(session, space.number));
    return std::optional(ended_copy_says(noticed));
  }
  return std::optional<Sentence>();
}

void fill_reason(Code code, const Sentence& detail, api::SpaceOutcome* out) {
  const Reason* known = reason_of(code);
  out->set_code(std::string(code_name(code)));
  out->set_trouble(known == nullptr || known->trouble);
  if (known == nullptr || !known->text) {
    fill_detail(detail, out);
  } else {
    fill_said(*known->text, out->mutable_why(), out->mutable_why_sentence());
  }
  out->set_detail(detail.text());
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
    fill_said(ended_copy_says(noticed), row->mutable_why(), row->mutable_why_sentence());
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
    fill_said(Sentence::joined({could_not_read(row->person(), count, row->code()), aside_words(code)}),
              row->mutable_says(), row->mutable_says_sentence());
  }
}

}  // namespace kith::engine

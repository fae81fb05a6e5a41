#include "exchange/space_sync.h"

#include <algorithm>
#include <utility>

#include "exchange/decision.h"
#include "exchange/fork.h"
#include "exchange/outgoing.h"
#include "exchange/rebuild.h"
#include "marks/move_marks.h"

namespace kith::client {
namespace {

using changelog::Table;

// Rounds of pull and push before a sync leaves the rest to the next one: a relay that always
// has something new must not hold a device for ever.
constexpr int kMaxRounds = 64;
constexpr int kMaxPages = 4096;
// Membership entries that go with a founding.
constexpr std::size_t kMostFollowing = 16;

// The token that lets this person make spaces at the relay, once given, is remembered.
Result<Bytes> admission_or_setting(const changelog::Store& store, BytesView admission) {
  if (!admission.empty()) return to_bytes(admission);
  KITH_TRY(auto kept, store.find(Table::meta, as_bytes("admission")));
  return std::move(kept).value_or(Bytes());
}

}  // namespace

Result<AppendReply> create_space(ReplicaImpl& impl, Transport& transport, SpaceNumber number, BytesView admission) {
  SpaceRow now;
  {
    const MutexLock lock(impl.mu);
    now = impl.space(number)->clone();
  }
  KITH_TRY(const EntryRow founding, stored_entry(impl.store, number, 1));
  // Whoever came later is known by the entry that let him in: a relay that has lost everything takes it
  // from anybody, so any member fills it again.
  std::vector<Bytes> following;
  // But a relay that this vault moves to has lost nothing, and is filled by the founder first.
  const std::uint64_t last = now.signed_head ? now.head.position : 1;
  for (std::uint64_t position = 2; position <= last && following.size() < kMostFollowing; ++position) {
    KITH_TRY(EntryRow stored, stored_entry(impl.store, number, position));
    KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(stored.entry));
    if (entry.header.kind != envelope::EntryKind::membership) break;
    following.push_back(std::move(stored.entry));
  }
  KITH_TRY(const Bytes token, admission_or_setting(impl.store, admission));
  return transport.create_space(token, founding.entry, following);
}

SpaceRow SpaceSync::row() {
  const MutexLock lock(impl_.mu);
  return impl_.space(number_)->clone();
}

AskHead SpaceSync::ask() {
  return [this, id = row().id()](std::uint64_t position) -> std::optional<envelope::SignedHead> {
    auto head = transport_.head_at(id, position);
    if (!head.ok() || head->head.position != position) return std::nullopt;
    if (!envelope::check_head(*head, id, relay_).ok()) return std::nullopt;
    return *head;
  };
}

void SpaceSync::halt(Code code, Sentence detail) {
  why_ = code;
  detail_ = std::move(detail);
}

Result<void> SpaceSync::run(bool let_in, BytesView admission) {
  const SpaceRow first = row();
  // Who has left looks on: a relay that lost the leave is told it again.
  if (first.dormant) return {};
  // A history that is in dispute is not taken to a relay that knows nothing of it.
  if ((first.stopped == Code::FORK || first.deciding()) && !first.at_relay) {
    halt(Code::FORK, "this history is in dispute, and the new relay knows nothing of it");
    return {};
  }
  if (!let_in) {
    KITH_TRY(const bool entered, enter(admission));
    if (!entered) return {};
  }
  KITH_CHECK(at_relay());
  std::pair<std::uint64_t, std::uint64_t> before{~std::uint64_t{0}, 0};
  for (int round = 0; round < kMaxRounds; ++round) {
    halt(Code{}, Sentence());
    const SignKey key = row().device.key;
    KITH_TRY(const Pulled pulled, pull());
    if (pulled == Pulled::stopped && !row().leaving) return {};
    if (row().device.key != key) KITH_CHECK(prove_any());  // it goes on under the key that it had ready
    if (row().i_left()) return {};
    {
      const MutexLock lock(impl_.mu);
      KITH_CHECK(read_aside_again(impl_, number_));
    }
    const SpaceRow now = row();
    KITH_TRY(const Pushed pushed, push());
    if (pushed != Pushed::something || row().i_left()) return {};
    // Once a renewal counts, or a decision that tells of one, the old key is not let in.
    if (now.renewal || now.deciding()) KITH_CHECK(prove_any());
    KITH_TRY(const auto waits, waiting(impl_, number_));
    const std::pair state{now.head.position, waits.empty() ? 0 : waits.front().sequence};
    if (state == before && !waits.empty()) return is_idle(state);
    before = state;
  }
  halt(Code::STALE, "there was always something new; the rest goes with the next sync");
  return {};
}

// Twice the relay said that it took something, and its log is where it was.
Result<void> SpaceSync::is_idle(const std::pair<std::uint64_t, std::uint64_t>& state) {
  if (why_ == Code::STALE) return {};  // it said that it did not
  Alarm alarm;
  alarm.code = Code::GAP;
  alarm.space = number_;
  alarm.position = state.first;
  alarm.detail = "the relay says that it took what its log does not show";
  KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  halt(Code::GAP, "the relay says that it took what its log does not show");
  return {};
}

// The newest key first. A renewed key only shows who is there: to a relay that has lost the
// renewal it is the only one that this device is known by, and by it puts the renewal back.
Result<bool> SpaceSync::prove_any() {
  const SpaceRow now = row();
  std::vector<const verify::SignPair*> keys;
  if (now.renewal) keys.push_back(&now.renewal->transport);
  keys.push_back(&now.transport);
  for (auto old = now.retired.rbegin(); old != now.retired.rend(); ++old) keys.push_back(&*old);
  for (const verify::SignPair* key : keys) {
    KITH_TRY(const std::vector<bool> let_in, transport_.authenticate({Identity{now.id(), key}}));
    if (!let_in.empty() && let_in.front()) return true;
  }
  return false;
}

Result<void> SpaceSync::at_relay() {
  SpaceRow next = row();
  if (next.at_relay) return {};
  next.at_relay = true;
  changelog::Batch batch;
  const MutexLock lock(impl_.mu);
  return impl_.install(batch, std::move(next));
}

// A space of which nothing but its founding had been written is whole again already.
Result<void> SpaceSync::founded_again() {
  Alarm alarm;
  alarm.code = Code::ROLLBACK;
  alarm.space = number_;
  alarm.detail = "the relay had lost this space";
  KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  return rollback_healed();
}

// The relay does not let this device in: it has never seen the space, or has lost it.
Result<bool> SpaceSync::enter(BytesView admission) {
  const SpaceRow now = row();
  if (now.joining()) {
    halt(Code::UNVERIFIED_KEY, "the inviter has not confirmed the digits yet");
    return false;
  }
  if (now.renewal || !now.retired.empty()) {
    KITH_TRY(const bool known, prove_any());
    if (known) return true;
  }
  KITH_TRY(const AppendReply reply, create_space(impl_, transport_, number_, admission));
  KITH_CHECK(envelope::check_head(reply.head, now.id(), relay_));
  if (now.at_relay && now.head.position == 1) KITH_CHECK(founded_again());
  KITH_TRY(const bool let_in, prove_any());
  // A relay that has signed nothing yet has lost nothing: this member joined after the founding, and
  // waits until an earlier one has filled it.
  if (let_in) return true;
  if (!now.signed_head) {
    halt(Code::PERMISSION_DENIED, "the relay does not know this device yet; it waits until the other one has filled it");
    return false;
  }
  halt(Code::ROLLBACK, "the relay no longer knows this device as a member");
  Alarm alarm;
  alarm.code = Code::ROLLBACK;
  alarm.space = number_;
  alarm.position = now.head.position;
  alarm.detail = "the relay no longer knows this device as a member, and does not say why";
  KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  return false;
}

Result<bool> SpaceSync::good_head(const envelope::SignedHead& head) {
  const auto checked = envelope::check_head(head, row().id(), relay_);
  if (checked.ok()) return true;
  Alarm alarm;
  alarm.code = checked.error().code;
  alarm.space = number_;
  alarm.detail = checked.error().message.text();
  alarm.evidence.push_back(encode_signed_head(head));
  KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  return false;
}

Result<bool> SpaceSync::take(const envelope::Page& page) {
  KITH_TRY(const Pulled pulled, take_page(page));
  return pulled == Pulled::level;
}

Result<SpaceSync::Pulled> SpaceSync::take_page(const envelope::Page& page) {
  KITH_TRY(const bool signed_well, good_head(page.head));
  if (!signed_well) return Pulled::stopped;
  std::vector<BytesView> rows;
  for (const Row& r : page.rows) rows.push_back(r.entry);
  KITH_TRY(const Applied applied, apply_rows(impl_, number_, rows, page.head, ask(), report_));
  if (applied.page == PageState::other_branch) return other_branch(page.head);
  if (applied.page == PageState::broken) {
    halt_broken(applied.broken);
    return Pulled::stopped;
  }
  return Pulled::level;
}

// What has stopped the space for good says more than that a page does not hold.
void SpaceSync::halt_broken(Code broken) {
  if (const Code stopped = row().stopped; stopped != Code{}) {
    halt(stopped, "sending in this space has stopped; see the alarms");
  } else if (broken == Code::UPGRADE_NEEDED) {
    halt(broken, "this space holds what only a newer version understands");
  } else {
    halt(Code::GAP, "the relay hands out what does not hold; see the alarms");
  }
}

// It goes over to the branch that the relay shows, or waits for a person.
Result<SpaceSync::Pulled> SpaceSync::other_branch(const envelope::SignedHead& head) {
  const bool consents = decides_ != nullptr && !std::exchange(consented_, true);
  KITH_TRY(const bool merged, merge_fork(impl_, number_, head, ask(), consents, report_));
  if (merged) return Pulled::level;
  halt(Code::FORK, "the relay shows another history; a person has to look (alarms)");
  return Pulled::stopped;
}

Result<SpaceSync::Pulled> SpaceSync::pull() {
  bool refilled = false;
  for (int i = 0; i < kMaxPages; ++i) {
    const SpaceRow now = row();
    KITH_TRY(const envelope::Page page, transport_.fetch(now.id(), now.head.position));
    KITH_TRY(const bool signed_well, good_head(page.head));
    if (!signed_well) return Pulled::stopped;
    if (page.head.head.position < now.head.position) {
      if (refilled) {  // it was given back what it lost, and lies on: the alarm stays
        halt(Code::ROLLBACK, "the relay was given back what it had lost, and does not show it");
        return Pulled::stopped;
      }
      KITH_TRY(const bool same_branch, behind(page.head));
      if (same_branch) {
        refilled = true;
        continue;
      }
      KITH_TRY(const Pulled pulled, other_branch(page.head));
      if (pulled == Pulled::stopped) return pulled;
      continue;
    }
    if (refilled) KITH_CHECK(rollback_healed());
    const bool level = page.head.head.position == now.head.position;
    if (level && page.head.head != now.head) {
      KITH_TRY(const Pulled pulled, other_branch(page.head));
      if (pulled == Pulled::stopped) return pulled;
      continue;
    }
    if (level && now.signed_head && now.signed_head->head == now.head && now.stopped == Code{}) {
      KITH_CHECK(heal_passed(impl_, number_, now.head.position));
      return Pulled::level;
    }
    KITH_TRY(const Pulled pulled, take_page(page));
    if (pulled == Pulled::stopped) return pulled;
    if (row().head.position >= page.head.head.position) return Pulled::level;
  }
  return Pulled::level;
}

// The relay's log is shorter than the one this device has verified: filled again where it is a beginning
// of that; false where it is another branch.
Result<bool> SpaceSync::behind(const envelope::SignedHead& head) {
  const SpaceRow now = row();
  KITH_TRY(const bool beginning, has_head(impl_.store, now, head.head));
  if (!beginning) return false;
  if (!now.signed_head) {  // a new relay: it is filled, and has lost nothing
    KITH_CHECK(put_back(head.head.position));
    return true;
  }
  Alarm alarm;
  alarm.code = Code::ROLLBACK;
  alarm.space = number_;
  alarm.position = head.head.position;
  alarm.detail = "the relay has lost " + std::to_string(now.head.position - head.head.position) +
                 " entries that this device has verified";
  if (now.signed_head) alarm.evidence.push_back(encode_signed_head(*now.signed_head));
  alarm.evidence.push_back(encode_signed_head(head));
  KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  KITH_CHECK(put_back(head.head.position));
  return true;
}

Result<void> SpaceSync::rollback_healed() {
  const MutexLock lock(impl_.mu);
  return impl_.heal(number_, [](const Alarm& a) { return a.code == Code::ROLLBACK; });
}

// Byte for byte what the relay had, whoever wrote it, in its order.
Result<void> SpaceSync::put_back(std::uint64_t after) {
  const SpaceRow now = row();
  std::uint64_t position = after;
  while (position < now.head.position) {
    std::vector<Bytes> entries;
    AppendRoom room;
    while (position < now.head.position) {
      KITH_TRY(EntryRow entry, stored_entry(impl_.store, number_, position + 1));
      if (!room.takes(entry.entry)) break;
      entries.push_back(std::move(entry.entry));
      ++position;
    }
    auto reply = transport_.append(now.id(), entries);
    if (!reply && reply.error().code == Code::PERMISSION_DENIED) {  // what was put back so far renewed this device
      KITH_CHECK(prove_any());
      reply = transport_.append(now.id(), entries);
    }
    KITH_CHECK(reply);
    if (reply->results.size() != entries.size()) return fail(Code::MALFORMED, "the relay answered for other entries");
    std::uint64_t expected = position - entries.size();
    for (const AppendResult& result : reply->results) {
      const bool taken = result.verdict == Verdict::counted || result.verdict == Verdict::known;
      if (!taken || result.position != ++expected) {
        return fail(Code::CONFLICT, "the relay did not take back what it had lost");
      }
    }
  }
  if (!now.retired.empty()) KITH_CHECK(prove_any());
  return {};
}

// What others had written on a branch that the relay has lost, and it can take as it was. Once a sync:
// what it does not take is carried by the next entry of this device.
Result<SpaceSync::Pulled> SpaceSync::put_back_branch() {
  KITH_TRY(const std::vector<Bytes> entries, to_put_back(impl_, number_));
  bool tried = false;
  for (const Bytes& entry : entries) {
    if (!branch_tried_.insert(envelope::entry_hash(entry)).second) continue;
    tried = true;
    KITH_TRY(const AppendReply reply, transport_.append(row().id(), {entry}));
    static_cast<void>(reply);  // taken or not: the log says so
  }
  return tried ? pull() : Result<Pulled>(Pulled::level);
}

// Data of a lost branch is on its way back. A leave comes after it: it was said before the leave was.
bool SpaceSync::branch_waits() {
  const MutexLock lock(impl_.mu);
  return has_data_to_come(impl_.lost_branch(number_));
}

Result<bool> SpaceSync::may_push(const SpaceRow& now) {
  const MutexLock lock(impl_.mu);
  KITH_TRY(const std::optional<Error> why, why_not_sent(impl_, now));
  if (why) halt(why->code, why->message);
  return !why;
}

// A leave depends on nothing else: not on data, not on a renewal, not on what has stopped the space. Only
// to a relay that the other one has not come to it does not go: he would not see it there.
Result<SpaceSync::Pushed> SpaceSync::push_leave() {
  {
    const MutexLock lock(impl_.mu);
    KITH_TRY(const bool waits, waits_for_partner(impl_, *impl_.space(number_)));
    if (waits) {
      halt(Code::CONFLICT, "the other one is at another relay; the end of the pair is sent when both are at one");
      return Pushed::stopped;
    }
  }
  KITH_TRY(const auto leave, waiting_leave(impl_, number_));
  if (!leave) {
    if (why_ == Code{}) halt(Code::PERMISSION_DENIED, "this device is no member any more; the leave is moot");
    return Pushed::nothing;
  }
  return push_some({*leave});
}

// Whether something was sent, so that another round is worth it.
Result<SpaceSync::Pushed> SpaceSync::push() {
  const SpaceRow now = row();
  if (now.deciding()) return push_decision(now);
  if (now.leaving && !(now.membership.epoch_open && branch_waits())) return push_leave();
  KITH_TRY(const bool may, may_push(now));
  if (!may) return now.leaving ? push_leave() : Result<Pushed>(Pushed::stopped);
  KITH_TRY(const Pulled back, put_back_branch());
  if (back == Pulled::stopped) return Pushed::stopped;
  KITH_CHECK(drop_overtaken(impl_, number_));
  const auto answered = answer_epoch(impl_, number_);
  if (!answered.ok()) {
    if (answered.error().code != Code::WRONG_EPOCH) return answered.error();
    halt(Code::WRONG_EPOCH, answered.error().message);
    return Pushed::stopped;
  }
  KITH_CHECK(grant_epochs(impl_, number_));
  const SpaceRow fresh = row();
  const bool keyless = fresh.lacks_key();
  if (!keyless) KITH_CHECK(seal_open(impl_, number_));
  KITH_TRY(const std::vector<Waiting> all, waiting(impl_, number_));
  std::vector<Bytes> entries;
  AppendRoom room;
  for (const Waiting& w : all) {
    if (!fresh.membership.epoch_open) break;  // what an ended pair did not take stays here
    if ((fresh.renewal || keyless) && w.sequence != 0) continue;  // of a key or an epoch that is about to end
    // A membership entry names the log it follows: it goes alone, after all data.
    if (w.sequence == 0 && !entries.empty()) break;
    if (!room.takes(w.entry)) break;
    entries.push_back(w.entry);
  }
  if (entries.empty()) return now.leaving ? push_leave() : Result<Pushed>(Pushed::nothing);
  return push_some(entries);
}

// Why the decision cannot be made. The end of a pair does not wait for one that cannot, or that nobody makes.
Result<SpaceSync::Pushed> SpaceSync::decides_nothing(const Error& why) {
  const SpaceRow now = row();
  halt(why.code, why.message);
  if (why.code == Code::REVOKED_DEVICE || why.code == Code::CLONED_DEVICE) {
    Alarm alarm;
    alarm.code = why.code;
    alarm.space = number_;
    if (why.code == Code::REVOKED_DEVICE) alarm.author = now.device.key;
    alarm.position = now.head.position;
    alarm.detail = why.message.text();
    KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  }
  if (why.code == Code::REVOKED_DEVICE) KITH_CHECK(stop_sending(impl_, number_, why.code));
  return leave_or_stop(now);
}

Result<SpaceSync::Pushed> SpaceSync::leave_or_stop(const SpaceRow& now) {
  return now.leaving && now.membership.is_active(now.device.key) ? push_leave() : Result<Pushed>(Pushed::stopped);
}

// What others wrote on the lost branch, and what was written under a key that it had ended, counts best
// before the decision ends that key here as well.
Result<SpaceSync::Pushed> SpaceSync::push_decision(const SpaceRow& now) {
  KITH_TRY(const bool may, may_push(now));
  if (!may) return leave_or_stop(now);
  const auto owed = owed_decision(impl_, number_);
  if (!owed.ok()) return decides_nothing(owed.error());
  if (!*owed) return Pushed::something;  // the space goes on
  KITH_TRY(const Pulled back, put_back_branch());
  if (back == Pulled::stopped) return Pushed::stopped;
  if (row().head != now.head) return Pushed::something;  // what came may be the decision of somebody else
  KITH_CHECK(drop_overtaken(impl_, number_));
  const auto made = decides_ != nullptr ? make_decision(impl_, number_, **owed, *decides_) : Result<void>();
  if (!made.ok()) return decides_nothing(made.error());
  KITH_TRY(const auto decision, waiting_decision(impl_, number_));
  if (decision) return push_some({*decision});
  halt(Code::FORK, "a change of members was lost by the relay, and a person has to decide again (alarms heal)");
  return leave_or_stop(now);
}

Result<SpaceSync::Pushed> SpaceSync::push_some(const std::vector<Bytes>& entries) {
  const SpaceRow now = row();
  KITH_TRY(const AppendReply reply, transport_.append(now.id(), entries));
  std::uint64_t expected = now.head.position;
  std::vector<BytesView> rows;
  for (std::size_t i = 0; i < reply.results.size() && i < entries.size(); ++i) {
    const AppendResult& result = reply.results[i];
    if (result.verdict == Verdict::taken) return taken(result, entries[i]);
    if (result.verdict == Verdict::refused) {
      halt(result.code == Code{} ? Code::PERMISSION_DENIED : result.code, "the relay refused what was sent");
      return Pushed::stopped;
    }
    if (result.verdict == Verdict::wait) {
      halt(Code::QUOTA_EXCEEDED, "the relay keeps no more of this space for now");
      return i > 0 ? Pushed::something : Pushed::stopped;
    }
    if (result.verdict == Verdict::stale) {
      halt(Code::STALE, "the relay's log has gone on; what waits goes with the next sync");
      return Pushed::something;  // pulled and sealed again; a relay that goes on so is noticed as idle
    }
    if (result.position == ++expected) rows.push_back(entries[i]);
  }
  if (rows.empty() || reply.head.head.position != expected || rows.size() != reply.results.size()) return Pushed::something;
  // Nobody else wrote meanwhile: the answer itself is the page.
  KITH_TRY(const bool signed_well, good_head(reply.head));
  if (!signed_well) return Pushed::stopped;
  KITH_TRY(const Applied applied, apply_rows(impl_, number_, rows, reply.head, ask(), report_));
  return applied.page == PageState::whole || applied.page == PageState::part ? Pushed::something : Pushed::stopped;
}

// The number is taken by other bytes: somebody else writes with this device's key.
Result<SpaceSync::Pushed> SpaceSync::taken(const AppendResult& result, BytesView sent) {
  const auto stored = envelope::parse_entry(result.stored);
  const SignKey mine = row().device.key;
  KITH_TRY(const envelope::EntryView own, envelope::parse_entry(sent));
  // Another entry with the very number that was sent: anything else shows nothing.
  const bool twin = stored.ok() && stored->header.author == mine && stored->header.sequence == own.header.sequence &&
                    own.header.sequence != 0 && envelope::entry_hash(result.stored) != envelope::entry_hash(sent) &&
                    envelope::check_signature(*stored).ok();
  if (!twin) {
    halt(Code::MALFORMED, "the relay claims a number that it cannot show");
    return Pushed::stopped;
  }
  Alarm alarm;
  alarm.code = Code::CLONED_DEVICE;
  alarm.space = number_;
  alarm.author = mine;
  alarm.position = stored->header.sequence;
  alarm.detail = "the relay holds another entry under this device's number";
  alarm.evidence = {to_bytes(stored->proof()), to_bytes(own.proof())};
  KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  KITH_CHECK(stop_sending(impl_, number_, Code::CLONED_DEVICE));
  halt(Code::CLONED_DEVICE, "somebody else writes with this device's key");
  return Pushed::stopped;
}

}  // namespace kith::client

#include "exchange/incoming.h"

#include <algorithm>

#include "exchange/walker.h"
#include "marks/renewing.h"

namespace kith::client {
namespace {

using envelope::EntryView;
using envelope::SignedHead;

// Where the rows of a page lead.
struct Walked {
  std::optional<Fault> broken;       // what ended the unbroken prefix
  std::vector<BytesView> beyond;     // the broken row and all after it
};

Walked walk_prefix(Walker& walker, const std::vector<BytesView>& rows) {
  Walked out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto step = walker.step(rows[i]);
    if (step.ok()) continue;
    out.broken = walker.fault;
    out.broken->code = step.error().code;
    out.broken->detail = step.error().message.text();
    // What nobody of this space has written asks for no newer version.
    const bool newer = out.broken->code == Code::UPGRADE_NEEDED;
    if (newer && walker.row.membership.member_of(out.broken->author) == 0) {
      out.broken->code = Code::UNKNOWN_DEVICE;
      out.broken->detail = "an entry by somebody who is no member";
    }
    out.beyond.assign(rows.begin() + static_cast<std::ptrdiff_t>(i), rows.end());
    return out;
  }
  return out;
}

// Each row is looked at once, whatever order the relay put them in: by author and number, which is the
// only order in which a chain can hold.
std::vector<EntryView> by_chain(const SpaceRow& row, const std::vector<BytesView>& rows) {
  std::vector<EntryView> out;
  for (const BytesView bytes : rows) {
    const auto entry = envelope::parse_entry(bytes);
    if (!entry.ok() || entry->header.space != row.id() || !envelope::check_signature(*entry).ok()) continue;
    out.push_back(*entry);
  }
  std::stable_sort(out.begin(), out.end(), [](const EntryView& a, const EntryView& b) {
    return std::tie(a.header.author, a.header.sequence) < std::tie(b.header.author, b.header.sequence);
  });
  return out;
}

// Honest entries beside a broken one are shown all the same, as far as each author's chain alone says
// that they count. They enter no state: that is a function of the log, and they have no place in it yet.
Result<void> show_ahead(ReplicaImpl& impl, SpaceNumber number, const std::vector<BytesView>& rows) {
  std::map<RecordPlace, std::vector<AheadChange>> ahead;
  if (!rows.empty()) {
    std::optional<Walker> walker;
    {
      const MutexLock lock(impl.mu);
      walker.emplace(impl, *impl.space(number));
    }
    for (const EntryView& entry : by_chain(walker->row, rows)) {
      auto changes = walker->step_ahead(entry);
      if (!changes.ok()) continue;
      for (AheadChange& one : *changes) {
        ahead[{number, one.change.kind, one.change.record}].push_back(std::move(one));
      }
    }
  }
  const MutexLock lock(impl.mu);
  const auto first = impl.ahead.lower_bound({number, model::Kind{}, RecordId{}});
  const auto last = impl.ahead.lower_bound({number + 1, model::Kind{}, RecordId{}});
  for (auto at = first; at != last; ++at) impl.store.trail.note(record_key(number, at->first.kind, at->first.id));
  impl.ahead.erase(first, last);
  for (const auto& [place, changes] : ahead) impl.store.trail.note(record_key(number, place.kind, place.id));
  impl.ahead.merge(std::move(ahead));
  return {};
}

Alarm alarm_of(const Fault& fault, SpaceNumber number) {
  Alarm alarm;
  alarm.code = fault.code;
  alarm.space = number;
  alarm.author = fault.author;
  alarm.position = fault.position;
  alarm.detail = fault.detail;
  for (const Bytes* proof : {&fault.proof, &fault.other}) {
    if (!proof->empty()) alarm.evidence.push_back(*proof);
  }
  return alarm;
}

// What says that this device's own key has written, or was renewed, elsewhere.
bool ends_my_key(const Fault& fault, const SignKey& mine) {
  return fault.author == mine && (fault.code == Code::STORE_ROLLED_BACK || fault.code == Code::REVOKED_DEVICE);
}

// An older copy meets entries of its own key that it does not know before it meets the renewal that ended
// it. The renewal is the truth, so it is looked for: signed by the own key and its administration key, on
// its own or within the decision over a fork.
bool was_renewed(const SpaceRow& row, const std::vector<BytesView>& rows) {
  return std::any_of(rows.begin(), rows.end(), [&row](BytesView bytes) {
    const auto entry = envelope::parse_entry(bytes);
    if (!entry.ok() || !envelope::check_signature(*entry).ok()) return false;
    const auto body = envelope::parse_membership(*entry);
    if (!body.ok()) return false;
    const auto* renewal = std::get_if<envelope::RenewAction>(&body->action);
    if (renewal == nullptr && !std::holds_alternative<envelope::DecideForkAction>(body->action)) return false;
    const envelope::Place place{entry->header.seen.position + 1, renewal != nullptr ? renewal->cut : envelope::ChainEnd{}};
    const auto after = envelope::apply(&row.membership, *entry, place);
    return after.ok() && !after->is_active(row.device.key);
  });
}

// A vault that is known to be a restored one finds what it had sent, as it must.
Result<bool> is_expected(ReplicaImpl& impl, const Fault& fault) {
  if (fault.code != Code::STORE_ROLLED_BACK) return false;
  const MutexLock lock(impl.mu);
  KITH_TRY(const Incarnation state, incarnation(impl.store));
  return state == Incarnation::restored;
}

Alarm page_alarm(SpaceNumber number, std::uint64_t position, const SignedHead& head) {
  Alarm alarm;
  alarm.code = Code::GAP;
  alarm.space = number;
  alarm.position = position;
  alarm.detail = "the relay's entries do not lead to the head that it signed";
  alarm.evidence.push_back(encode_signed_head(head));
  return alarm;
}

// The relay's own word for the place that our hashes lead to: the head of the page where it reaches so
// far, or else what the relay says when it is asked for that place. Nothing where it says otherwise.
std::optional<SignedHead> word_for(const envelope::Head& reached, const SignedHead& head, const envelope::Head& before,
                                   const AskHead& ask) {
  if (reached.position == head.head.position) return reached == head.head ? std::optional(head) : std::nullopt;
  if (reached.position <= before.position || reached.position > head.head.position) return std::nullopt;
  auto said = ask(reached.position);
  return said && said->head == reached ? said : std::nullopt;
}

Result<void> install_walk(ReplicaImpl& impl, Walker& walker, const SignedHead& head, SyncReport& report) {
  changelog::Batch batch;
  KITH_CHECK(walker.finish(head, batch));
  const SpaceNumber number = walker.row.number;
  const std::vector<Hash> back = walker.spent_lost();
  const Hash members = walker.row.membership.last;
  {
    const MutexLock lock(impl.mu);
    const bool members_changed = impl.space(number)->membership.last != members;
    KITH_CHECK(walker.see_own(impl, batch));
    KITH_CHECK(impl.install(batch, std::move(walker.row)));
    // What can come back, and from whom, is told by who is a member now.
    if (!back.empty() || members_changed) KITH_CHECK(impl.load_lost(number));
  }
  report.received += walker.received;
  report.sent += walker.sent;
  report.renewed.insert(report.renewed.end(), walker.renewed.begin(), walker.renewed.end());
  for (const protocol::PutAside& told : walker.told) report.put_aside.push_back({number, told.sequence, told.code});
  return settle_alarms(impl, number, walker.ended_keys);
}

// What is done about a row that no honest relay would hand out.
Result<void> name_broken(ReplicaImpl& impl, Walker& walker, const Fault& broken, SyncReport& report) {
  KITH_TRY(const bool expected, is_expected(impl, broken));
  // What only a newer version understands is no lie of anybody.
  if (expected || broken.code == Code::UPGRADE_NEEDED) return {};
  KITH_CHECK(report_alarm(impl, alarm_of(broken, walker.row.number), report));
  if (!ends_my_key(broken, walker.row.device.key) && broken.code != Code::CLONED_DEVICE) return {};
  walker.row.stopped = broken.code;
  return stop_sending(impl, walker.row.number, broken.code);
}

}  // namespace

Result<void> stop_sending(ReplicaImpl& impl, SpaceNumber number, Code code) {
  const MutexLock lock(impl.mu);
  SpaceRow next = impl.space(number)->clone();
  next.stopped = code;
  changelog::Batch batch;
  return impl.install(batch, std::move(next));
}

Result<void> heal_passed(ReplicaImpl& impl, SpaceNumber number, std::uint64_t position) {
  const MutexLock lock(impl.mu);
  return impl.heal(number, [&, position](const Alarm& alarm) {
    if (ends_with_renewal(alarm.code) || alarm.code == Code::FORK || alarm.position > position) return false;
    if (!is_about_entry(alarm.code)) return true;
    // What could not be read stands in the log as it is; a row that was none has another in its place by now.
    const auto aside = impl.store.find(changelog::Table::aside, entry_key_of(number, alarm.position));
    return aside.ok() && !*aside;
  });
}

Result<void> report_alarm(ReplicaImpl& impl, Alarm alarm, SyncReport& report) {
  const MutexLock lock(impl.mu);
  KITH_TRY(const bool fresh, impl.raise(alarm));
  if (fresh) report.alarms.push_back(std::move(alarm));
  return {};
}

Result<Applied> apply_rows(ReplicaImpl& impl, SpaceNumber number, const std::vector<BytesView>& rows,
                           const SignedHead& head, const AskHead& ask, SyncReport& report) {
  std::optional<Walker> walker;
  {
    const MutexLock lock(impl.mu);
    walker.emplace(impl, *impl.space(number));
  }
  // walk: as far as every row holds
  const envelope::Head before = walker->row.head;
  Walked walked = walk_prefix(*walker, rows);
  const envelope::Head reached = walker->row.head;

  // judge: against what the relay itself signs for that place, and for the place before
  const std::optional<SignedHead> word = word_for(reached, head, before, ask);
  const bool short_of_head = reached.position > before.position || head.head.position > before.position;
  if (!word || walked.broken) {
    const auto mine = ask(before.position);
    if (mine && mine->head != before) return Applied{PageState::other_branch, false, {}};
  }
  if (walked.broken && walked.broken->code == Code::STORE_ROLLED_BACK && was_renewed(walker->row, walked.beyond)) {
    walked.broken->code = Code::REVOKED_DEVICE;
    walked.broken->detail = "another copy of this vault has renewed this device's key";
  }
  if (walked.broken) {
    KITH_CHECK(name_broken(impl, *walker, *walked.broken, report));
    if (walked.broken->code == Code::CLONED_DEVICE) return Applied{PageState::broken, false, Code::CLONED_DEVICE};
  } else if (!word && short_of_head) {
    KITH_CHECK(report_alarm(impl, page_alarm(number, before.position, head), report));
  }

  // install: the prefix that the relay signs, and nothing where it signs none
  Applied out;
  if (word) {
    for (const Fault& fault : walker->author_faults) KITH_CHECK(report_alarm(impl, alarm_of(fault, number), report));
    // The relay shows the verified history again: what it showed in between is kept as an alarm.
    if (!walked.broken && walker->row.stopped == Code::FORK) {
      walker->row.stopped = Code{};
      // What a person has decided stays owed until the log has it.
      if (!walker->row.deciding()) walker->row.fork.reset();
    }
    KITH_CHECK(install_walk(impl, *walker, *word, report));
    KITH_CHECK(heal_passed(impl, number, reached.position));
    out.advanced = reached.position > before.position;
  }
  if (walked.broken) out.broken = walked.broken->code;
  const bool broken = walked.broken.has_value() || (!word && short_of_head);
  KITH_CHECK(show_ahead(impl, number, word ? walked.beyond : broken ? rows : std::vector<BytesView>()));
  out.page = broken ? PageState::broken : reached.position == head.head.position ? PageState::whole : PageState::part;
  return out;
}

}  // namespace kith::client

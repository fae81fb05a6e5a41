#include "exchange/space_sync.h"

#include "marks/move_marks.h"
#include "exchange/outgoing.h"
#include "marks/renewing.h"

namespace kith::client {
namespace {

using changelog::Table;

// Rounds of pull and push before a sync leaves the rest to the next one: a relay that always
// has something new must not hold a device for ever.
constexpr int kMaxRounds = 64;
constexpr int kMaxPages = 4096;
constexpr std::size_t kAppendBytes = envelope::kMaxAppendBytes - 16 * 1024;

Result<EntryRow> stored_entry(const changelog::Store& store, SpaceNumber number, std::uint64_t position) {
  KITH_TRY(const auto value, store.find(Table::entry, entry_key_of(number, position)));
  if (!value) return corrupt("an entry of the log is missing");
  return decode_entry_row(*value);
}

// The token that lets this person make spaces at the relay, once given, is remembered.
Result<Bytes> admission_or_setting(const changelog::Store& store, BytesView admission) {
  if (!admission.empty()) return to_bytes(admission);
  KITH_TRY(auto kept, store.find(Table::meta, as_bytes("admission")));
  return std::move(kept).value_or(Bytes());
}

}  // namespace

Result<AppendReply> create_space(const ReplicaImpl& impl, Transport& transport, SpaceNumber number,
                                 BytesView admission) {
  KITH_TRY(const EntryRow founding, stored_entry(impl.store, number, 1));
  KITH_TRY(const Bytes token, admission_or_setting(impl.store, admission));
  return transport.create_space(token, founding.entry);
}

SpaceRow SpaceSync::row() {
  const std::lock_guard lock(impl_.mu);
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

Result<void> SpaceSync::run(bool let_in, BytesView admission) {
  if (row().dormant || row().i_left()) return {};
  // A history that is in dispute is not taken to a relay that knows nothing of it.
  if (row().stopped == Code::FORK && !row().at_relay) return {};
  if (!let_in) {
    KITH_TRY(const bool entered, enter(admission));
    if (!entered) return {};
  }
  KITH_CHECK(at_relay());
  for (int round = 0; round < kMaxRounds; ++round) {
    KITH_TRY(const bool clean, pull());
    if (!clean) return {};
    const SpaceRow before = row();
    KITH_TRY(const bool more, push());
    if (!more || row().i_left()) return {};
    if (before.renewal) KITH_CHECK(prove_any());  // once the renewal counts, the old key is not let in
  }
  return {};
}

// The newest key first. A renewed key only shows who is there: to a relay that has lost the
// renewal it is the only one that this device is known by, and by it puts the renewal back.
Result<bool> SpaceSync::prove_any() {
  const SpaceRow now = row();
  std::vector<const verify::SignPair*> keys;
  if (now.renewal) keys.push_back(&now.renewal->device);
  keys.push_back(&now.device);
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
  const std::lock_guard lock(impl_.mu);
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
  if (now.joining()) return false;  // not added yet
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
  if (let_in || !now.signed_head) return let_in;
  Alarm alarm;
  alarm.code = Code::ROLLBACK;
  alarm.space = number_;
  alarm.position = now.head.position;
  alarm.detail = "the relay no longer knows this device as a member: it has lost it, or another copy of this vault "
                 "has renewed the key";
  KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  return false;
}

Result<bool> SpaceSync::good_head(const envelope::SignedHead& head) {
  const auto checked = envelope::check_head(head, row().id(), relay_);
  if (checked.ok()) return true;
  Alarm alarm;
  alarm.code = checked.error().code;
  alarm.space = number_;
  alarm.detail = checked.error().message;
  alarm.evidence.push_back(encode_signed_head(head));
  KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  return false;
}

Result<bool> SpaceSync::take(const Page& page) {
  KITH_TRY(const bool signed_well, good_head(page.head));
  if (!signed_well) return false;
  std::vector<BytesView> rows;
  for (const Row& r : page.rows) rows.push_back(r.entry);
  KITH_TRY(const Applied applied, apply_rows(impl_, number_, rows, page.head, ask(), report_));
  return applied.clean;
}

Result<bool> SpaceSync::pull() {
  bool refilled = false;
  for (int i = 0; i < kMaxPages; ++i) {
    const SpaceRow now = row();
    KITH_TRY(const Page page, transport_.fetch(now.id(), now.head.position));
    KITH_TRY(const bool signed_well, good_head(page.head));
    if (!signed_well) return false;
    if (page.head.head.position < now.head.position) {
      if (refilled) return false;  // it was given back what it lost, and lies on: the alarm stays
      KITH_TRY(refilled, behind(page.head));
      if (!refilled) return false;
      continue;
    }
    if (refilled) KITH_CHECK(rollback_healed());
    if (page.head.head.position == now.head.position) {
      if (page.head.head != now.head) {
        KITH_CHECK(report_fork(impl_, number_, page.head, "the relay signs another history of the same length", report_));
        return false;
      }
      if (now.signed_head && now.signed_head->head == now.head && now.stopped == Code{}) {
        KITH_CHECK(heal_passed(impl_, number_, now.head.position));
        return true;
      }
      KITH_TRY(const Applied applied, apply_rows(impl_, number_, {}, page.head, ask(), report_));
      return applied.clean;
    }
    KITH_TRY(const bool clean, take(page));
    if (!clean) return false;
    if (row().head.position >= page.head.head.position) return true;
  }
  return true;
}

// The relay's log is shorter than the one this device has verified.
Result<bool> SpaceSync::behind(const envelope::SignedHead& head) {
  const SpaceRow now = row();
  envelope::Head there = envelope::log_start(now.id());
  if (head.head.position > 0) {
    KITH_TRY(const EntryRow entry, stored_entry(impl_.store, number_, head.head.position));
    there = {head.head.position, entry.running};
  }
  if (there != head.head) {
    KITH_CHECK(report_fork(impl_, number_, head, "the relay signs another, shorter history", report_));
    return false;
  }
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
  const std::lock_guard lock(impl_.mu);
  return impl_.heal(number_, [](const Alarm& a) { return a.code == Code::ROLLBACK; });
}

// Byte for byte what the relay had, whoever wrote it, in its order.
Result<void> SpaceSync::put_back(std::uint64_t after) {
  const SpaceRow now = row();
  std::uint64_t position = after;
  while (position < now.head.position) {
    std::vector<Bytes> entries;
    std::size_t size = 0;
    while (position < now.head.position) {
      KITH_TRY(EntryRow entry, stored_entry(impl_.store, number_, position + 1));
      if (!entries.empty() && size + entry.entry.size() > kAppendBytes) break;
      size += entry.entry.size() + 16;
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

// Whether something was sent, so that another round is worth it.
Result<bool> SpaceSync::push() {
  const SpaceRow now = row();
  // A renewal is what a space that stopped for its own key waits for.
  if (now.stopped != Code{} && !(now.renewal && ends_with_renewal(now.stopped))) return false;
  {
    const std::lock_guard lock(impl_.mu);
    KITH_TRY(const Incarnation state, incarnation(impl_.store));
    if (state == Incarnation::restored) return false;
    KITH_TRY(const bool waits, waits_for_partner(impl_, now));
    if (waits) return false;
  }
  KITH_CHECK(seal_open(impl_, number_));
  KITH_TRY(const std::vector<Waiting> all, waiting(impl_, number_));
  if (all.empty()) return false;
  const bool open = now.membership.epoch_open;
  std::vector<Bytes> entries;
  std::size_t size = 0;
  for (const Waiting& w : all) {
    if (!open) break;  // what an ended pair did not take stays here
    if (now.renewal && w.sequence != 0) continue;  // sealed under the key that is about to end
    // A membership entry names the log it follows: it goes alone, after all data.
    if (w.sequence == 0 && !entries.empty()) break;
    if (!entries.empty() && size + w.entry.size() > kAppendBytes) break;
    size += w.entry.size() + 16;
    entries.push_back(w.entry);
  }
  if (entries.empty()) return false;
  return push_some(entries);
}

Result<bool> SpaceSync::push_some(const std::vector<Bytes>& entries) {
  const SpaceRow now = row();
  KITH_TRY(const AppendReply reply, transport_.append(now.id(), entries));
  std::uint64_t expected = now.head.position;
  std::vector<BytesView> rows;
  for (std::size_t i = 0; i < reply.results.size() && i < entries.size(); ++i) {
    const AppendResult& result = reply.results[i];
    if (result.verdict == Verdict::taken) return taken(result, entries[i]);
    if (result.verdict == Verdict::refused) {
      return fail(result.code == Code{} ? Code::PERMISSION_DENIED : result.code, "the relay refused what was sent");
    }
    if (result.verdict == Verdict::wait) return false;
    if (result.verdict == Verdict::stale) return i > 0;
    if (result.position == ++expected) rows.push_back(entries[i]);
  }
  if (rows.empty() || reply.head.head.position != expected || rows.size() != reply.results.size()) return true;
  // Nobody else wrote meanwhile: the answer itself is the page.
  KITH_TRY(const bool signed_well, good_head(reply.head));
  if (!signed_well) return false;
  KITH_TRY(const Applied applied, apply_rows(impl_, number_, rows, reply.head, ask(), report_));
  return applied.clean;
}

// The number is taken by other bytes: somebody else writes with this device's key.
Result<bool> SpaceSync::taken(const AppendResult& result, BytesView sent) {
  Alarm alarm;
  alarm.code = Code::CLONED_DEVICE;
  alarm.space = number_;
  alarm.detail = "the relay holds another entry under this device's number";
  alarm.evidence.push_back(result.stored);
  alarm.evidence.push_back(to_bytes(sent));
  {
    const std::lock_guard lock(impl_.mu);
    alarm.author = impl_.space(number_)->device.key;
  }
  const auto stored = envelope::parse_entry(result.stored);
  const bool ours = stored.ok() && stored->header.author == alarm.author && envelope::check_signature(*stored).ok();
  if (!ours) return fail(Code::MALFORMED, "the relay claims a number that it cannot show");
  alarm.position = stored->header.sequence;
  KITH_CHECK(report_alarm(impl_, std::move(alarm), report_));
  SpaceRow next = row();
  next.stopped = Code::CLONED_DEVICE;
  changelog::Batch batch;
  const std::lock_guard lock(impl_.mu);
  KITH_CHECK(impl_.install(batch, std::move(next)));
  return false;
}

}  // namespace kith::client

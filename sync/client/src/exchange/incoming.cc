#include "exchange/incoming.h"

#include "marks/renewing.h"
#include "exchange/walker.h"

namespace kith::client {
namespace {

struct Walked {
  std::uint64_t good = 0;      // position of the last row of the unbroken prefix
  std::optional<Fault> broken; // what ended it
  std::vector<BytesView> beyond;
};

// The prefix that holds, row by row.
Walked walk_prefix(Walker& walker, const std::vector<BytesView>& rows) {
  Walked out;
  out.good = walker.row.head.position;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto step = walker.step(rows[i]);
    if (!step.ok()) {
      out.broken = walker.fault;
      out.broken->code = step.error().code;
      out.broken->detail = step.error().message;
      out.beyond.assign(rows.begin() + static_cast<std::ptrdiff_t>(i), rows.end());
      return out;
    }
    out.good = walker.row.head.position;
  }
  return out;
}

// Honest entries beside a broken one still arrive: each author's chain decides for itself. A
// row whose predecessor comes later in the page is tried again once that has been seen.
void walk_beyond(Walker& walker, std::vector<BytesView> rows) {
  for (bool progress = true; progress;) {
    progress = false;
    std::vector<BytesView> left;
    for (const BytesView bytes : rows) {
      const auto step = walker.step_ahead(bytes);
      if (step.ok() && *step != Step::known) progress = true;
      if (!step.ok() && step.error().code == Code::GAP) left.push_back(bytes);
    }
    rows = std::move(left);
  }
}

Alarm alarm_of(const Fault& fault, SpaceNumber number) {
  Alarm alarm;
  alarm.code = fault.code;
  alarm.space = number;
  alarm.author = fault.author;
  alarm.position = fault.position;
  alarm.detail = fault.detail;
  alarm.evidence.push_back(fault.entry);
  if (!fault.other.empty()) alarm.evidence.push_back(fault.other);
  return alarm;
}

// What says that this device's own key has written, or was renewed, elsewhere.
bool ends_my_key(const Fault& fault, const SignKey& mine) {
  return fault.author == mine && (fault.code == Code::STORE_ROLLED_BACK || fault.code == Code::REVOKED_DEVICE);
}

// A vault that is known to be a restored one finds what it had sent, as it must.
Result<bool> is_expected(ReplicaImpl& impl, const Fault& fault) {
  if (fault.code != Code::STORE_ROLLED_BACK) return false;
  const std::lock_guard lock(impl.mu);
  KITH_TRY(const Incarnation state, incarnation(impl.store));
  return state == Incarnation::restored;
}

Alarm page_alarm(SpaceNumber number, std::uint64_t position, const envelope::SignedHead& head) {
  Alarm alarm;
  alarm.code = Code::GAP;
  alarm.space = number;
  alarm.position = position;
  alarm.detail = "the relay's entries do not lead to the head that it signed";
  alarm.evidence.push_back(encode_signed_head(head));
  return alarm;
}

bool says(const std::optional<envelope::SignedHead>& head, const envelope::Head& expected) {
  return head && head->head == expected;
}

Result<void> install_walk(ReplicaImpl& impl, Walker& walker, std::uint64_t confirmed,
                          const std::optional<envelope::SignedHead>& head, SyncReport& report) {
  changelog::Batch batch;
  KITH_CHECK(walker.finish(confirmed, head, batch));
  {
    const std::lock_guard lock(impl.mu);
    KITH_CHECK(impl.install(batch, std::move(walker.row)));
  }
  report.received += walker.received;
  report.sent += walker.sent;
  return {};
}

Result<void> stop_sending(ReplicaImpl& impl, SpaceNumber number, Code code) {
  const std::lock_guard lock(impl.mu);
  SpaceRow next = impl.space(number)->clone();
  next.stopped = code;
  changelog::Batch batch;
  return impl.install(batch, std::move(next));
}

}  // namespace

Result<void> heal_passed(ReplicaImpl& impl, SpaceNumber number, std::uint64_t position) {
  const std::lock_guard lock(impl.mu);
  return impl.heal(number, [position](const Alarm& alarm) {
    return !ends_with_renewal(alarm.code) && alarm.position <= position && alarm.code != Code::BAD_CIPHERTEXT &&
           alarm.code != Code::MALFORMED;
  });
}

Result<void> report_alarm(ReplicaImpl& impl, Alarm alarm, SyncReport& report) {
  const std::lock_guard lock(impl.mu);
  KITH_TRY(const bool fresh, impl.raise(alarm));
  if (fresh) report.alarms.push_back(std::move(alarm));
  return {};
}

Result<void> report_fork(ReplicaImpl& impl, SpaceNumber number, const envelope::SignedHead& theirs,
                         std::string_view why, SyncReport& report) {
  Alarm alarm;
  alarm.code = Code::FORK;
  alarm.space = number;
  alarm.detail = std::string(why);
  {
    const std::lock_guard lock(impl.mu);
    const SpaceRow* row = impl.space(number);
    alarm.position = row->head.position;
    if (row->signed_head) alarm.evidence.push_back(encode_signed_head(*row->signed_head));
  }
  alarm.evidence.push_back(encode_signed_head(theirs));
  KITH_CHECK(report_alarm(impl, std::move(alarm), report));
  return stop_sending(impl, number, Code::FORK);
}

Result<Applied> apply_rows(ReplicaImpl& impl, SpaceNumber number, const std::vector<BytesView>& rows,
                           const envelope::SignedHead& head, const AskHead& ask, SyncReport& report) {
  std::optional<Walker> walker;
  {
    const std::lock_guard lock(impl.mu);
    walker.emplace(impl, *impl.space(number));
  }
  const envelope::Head before = walker->row.head;
  const std::vector<Fault>& author_faults = walker->author_faults;
  Walked walked = walk_prefix(*walker, rows);
  const envelope::Head reached = walker->row.head;

  // A whole page ends at the signed head; a part of one ends where the relay says it does.
  Applied out;
  std::optional<envelope::SignedHead> confirmation;
  if (reached.position == head.head.position) {
    if (reached == head.head) confirmation = head;
  } else if (reached.position > before.position && reached.position < head.head.position) {
    confirmation = ask(reached.position);
    if (!says(confirmation, reached)) confirmation.reset();
  }
  const bool moved = reached.position > before.position;
  const bool confirmed = confirmation.has_value();
  if (!confirmed || walked.broken) {
    const auto mine = ask(before.position);
    if (mine && mine->head != before) {
      KITH_CHECK(report_fork(impl, number, *mine, "the relay signs another history than the one seen before", report));
      out.clean = false;
      return out;
    }
  }
  if (walked.broken) {
    out.clean = false;
    if (confirmed || !walker->membership_changed) walk_beyond(*walker, std::move(walked.beyond));
    if (walked.broken->code == Code::FORK) {
      KITH_CHECK(report_fork(impl, number, head, walked.broken->detail, report));
      return out;
    }
    KITH_TRY(const bool expected, is_expected(impl, *walked.broken));
    if (!expected) {
      KITH_CHECK(report_alarm(impl, alarm_of(*walked.broken, number), report));
      const bool mine = ends_my_key(*walked.broken, walker->row.device.key);
      if (mine || walked.broken->code == Code::CLONED_DEVICE) {
        KITH_CHECK(stop_sending(impl, number, walked.broken->code));
        walker->row.stopped = walked.broken->code;
      }
      if (walked.broken->code == Code::CLONED_DEVICE) return out;
    }
  } else if (!confirmed && (moved || head.head.position > before.position)) {
    out.clean = false;
    KITH_CHECK(report_alarm(impl, page_alarm(number, before.position, head), report));
  }
  for (const Fault& fault : author_faults) KITH_CHECK(report_alarm(impl, alarm_of(fault, number), report));
  // Without the relay's word for it a change of members is not believed, nor what rests on it.
  if (!confirmed && walker->membership_changed) return out;
  const std::uint64_t keep = confirmed ? reached.position : before.position;
  if (confirmed && !walked.broken && walker->row.stopped == Code::FORK) walker->row.stopped = Code{};
  KITH_CHECK(install_walk(impl, *walker, keep, confirmation, report));
  KITH_CHECK(settle_alarms(impl, number, walker->ended_keys));
  report.renewed.insert(report.renewed.end(), walker->renewed.begin(), walker->renewed.end());
  if (confirmed) KITH_CHECK(heal_passed(impl, number, keep));
  out.advanced = keep > before.position;
  out.complete = out.clean && keep == head.head.position;
  return out;
}

}  // namespace kith::client

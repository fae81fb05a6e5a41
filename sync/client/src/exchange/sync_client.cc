#include "kith/client/sync_client.h"

#include "exchange/exchange.h"
#include "marks/renewing.h"

namespace kith::client {
namespace {

using changelog::Table;

std::vector<SpaceNumber> all_spaces(ReplicaImpl& impl) {
  const MutexLock lock(impl.mu);
  std::vector<SpaceNumber> out;
  for (const auto& [number, row] : impl.spaces) out.push_back(number);
  return out;
}

// Nothing waits without its reason.
Result<SpaceResult> result_of(ReplicaImpl& impl, SpaceNumber number, Code why, Sentence detail) {
  const MutexLock lock(impl.mu);
  const SpaceRow* row = impl.space(number);
  SpaceResult out{number, why, std::move(detail), 0};
  if (row == nullptr) return out;
  if (!row->is_over()) {
    KITH_TRY(out.waiting, impl.count_unsent(number));
  }
  KITH_TRY(const std::uint64_t sealed, impl.store.waiting.count(changelog::Table::outbox, space_key(number)));
  const LostBranch& lost = impl.lost_branch(number);
  const bool comes_back = std::any_of(lost.begin(), lost.end(), [](const auto& one) { return one.second.opens; });
  const bool more = sealed > 0 || row->owes_confirmation || comes_back;
  const bool leaves = row->leaving && !row->i_left();
  const bool takes_more = !row->is_over() && !row->joining() && !row->dormant;
  const bool waits = out.waiting > 0 || row->deciding() || leaves || (more && takes_more);
  // It came through in the end; or nothing is there yet that could wait.
  if (!waits && (why == Code::STALE || why == Code::UNVERIFIED_KEY)) out.code = Code{};
  if (!waits || out.code != Code{}) return out;
  if (row->joining() || row->dormant) {
    out.code = Code::UNVERIFIED_KEY;
    out.detail = worded("both persons have not confirmed the digits yet");
  } else {
    out.code = Code::STALE;
    out.detail = worded("the relay took part in the sync and said nothing of what waits");
  }
  return out;
}

// One space, from the proof on; its trouble becomes its result.
Result<SpaceResult> sync_one(ReplicaImpl& impl, Transport& transport, const SignKey& relay, SpaceNumber number, bool in,
                             BytesView admission, SyncReport& report, const crypto::AgreePair* decides = nullptr) {
  for (bool again = false;; again = true) {
    SpaceSync one(impl, transport, relay, number, report, decides);
    const auto done = one.run(in, admission);
    if (done.ok()) return result_of(impl, number, one.why(), one.detail());
    if (done.error().code == Code::UNAUTHENTICATED && !again) {  // a token lives a quarter of an hour
      KITH_TRY(const auto proved, prove(impl, transport, {number}));
      const auto at = proved.find(number);
      in = at != proved.end() && at->second;
      continue;
    }
    if (is_everybodys(done.error().code)) return done.error();
    return result_of(impl, number, done.error().code, done.error().message);
  }
}

// Tokens live a quarter of an hour: whoever was let in before proves himself again, once.
template <typename Call>
auto with_proof(ReplicaImpl& impl, Transport& transport, SpaceNumber number, const Call& call) -> decltype(call()) {
  auto first = call();
  if (first.ok() || first.error().code != Code::UNAUTHENTICATED) return first;
  KITH_CHECK(prove(impl, transport, {number}));
  return call();
}

}  // namespace

Result<void> count_pending(ReplicaImpl& impl, SyncReport& report) {
  const MutexLock lock(impl.mu);
  report.pending = 0;
  for (const auto& [number, row] : impl.spaces) {
    if (row.is_over()) continue;  // an ended pair takes nothing more
    KITH_TRY(const std::uint64_t waits, impl.count_unsent(number));
    report.pending += waits;
  }
  return {};
}

bool is_everybodys(Code code) {
  switch (code) {
    case Code::OFFLINE:
    case Code::RELAY_UNTRUSTED:
    case Code::TIMEOUT:
    case Code::RATE_LIMITED:
    case Code::CANCELLED:
    case Code::STORE_READ_ONLY:
    case Code::STORE_CORRUPT:
    case Code::STORE_IO:
    case Code::NO_SPACE:
    case Code::VAULT_LOCKED:
    case Code::VAULT_SUSPENDED:
    case Code::OUT_OF_MEMORY:
      return true;
    default:
      return false;
  }
}

Result<SignKey> pinned_key(ReplicaImpl& impl, Transport& transport, SyncReport& report) {
  KITH_TRY(const SignKey key, transport.relay_key());
  std::optional<Bytes> pinned;
  {
    const MutexLock lock(impl.mu);
    KITH_TRY(pinned, impl.store.find(Table::meta, as_bytes(kRelayKeySetting)));
    if (!pinned) {
      changelog::Batch batch;
      batch.put(Table::meta, to_bytes(kRelayKeySetting), to_bytes(key.view()));
      KITH_CHECK(impl.store.commit(batch));
      return key;
    }
  }
  if (equal(*pinned, key.view())) return key;
  Alarm alarm;
  alarm.code = Code::KEY_CHANGED;
  alarm.detail = "the relay shows another key than the one seen before";
  alarm.evidence.push_back(to_bytes(key.view()));
  KITH_CHECK(report_alarm(impl, std::move(alarm), report));
  return fail(Code::KEY_CHANGED, "the relay shows another key than the one seen before; nothing was sent");
}

Result<std::map<SpaceNumber, bool>> prove(ReplicaImpl& impl, Transport& transport,
                                          const std::vector<SpaceNumber>& numbers) {
  std::vector<SpaceRow> rows;
  {
    const MutexLock lock(impl.mu);
    for (const SpaceNumber number : numbers) {
      const SpaceRow* row = impl.space(number);
      if (row == nullptr) return fail(Code::NOT_FOUND, "no such space");
      if (!row->dormant) rows.push_back(row->clone());
    }
  }
  std::vector<Identity> identities;
  for (const SpaceRow& row : rows) identities.push_back({row.id(), &row.transport});
  std::map<SpaceNumber, bool> out;
  if (identities.empty()) return out;
  KITH_TRY(const std::vector<bool> let_in, transport.authenticate(identities));
  for (std::size_t i = 0; i < rows.size(); ++i) out[rows[i].number] = i < let_in.size() && let_in[i];
  return out;
}

Result<void> sync_spaces(ReplicaImpl& impl, Transport& transport, const std::vector<SpaceNumber>& numbers,
                         BytesView admission, SyncReport& report, const crypto::AgreePair* decides) {
  KITH_TRY(const SignKey relay, pinned_key(impl, transport, report));
  KITH_TRY(const auto let_in, prove(impl, transport, numbers));
  for (const auto& [number, in] : let_in) {
    KITH_TRY(SpaceResult one, sync_one(impl, transport, relay, number, in, admission, report, decides));
    std::erase_if(report.spaces, [synced = number](const SpaceResult& earlier) { return earlier.space == synced; });
    report.spaces.push_back(std::move(one));
  }
  return settle_incarnation(impl);
}

SyncClient::SyncClient(Replica& replica, Transport& transport) : replica_(replica), transport_(transport) {}

Result<SyncReport> SyncClient::sync(BytesView admission, SyncReport* until_then) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  SyncReport report;
  auto done = sync_spaces(impl, transport_, all_spaces(impl), admission, report);
  if (const auto counted = count_pending(impl, report); done && !counted) done = counted;
  if (done) return report;
  if (until_then != nullptr) *until_then = std::move(report);
  return done.error();
}

Result<SyncReport> SyncClient::sync_space(SpaceNumber number, BytesView admission) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  SyncReport report;
  KITH_CHECK(sync_spaces(impl, transport_, {number}, admission, report));
  KITH_CHECK(count_pending(impl, report));
  return report;
}

Result<SyncReport> SyncClient::decide_fork(SpaceNumber number, const crypto::AgreePair& administration,
                                           BytesView admission) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  KITH_TRY(const SpaceInfo space, replica_.space(number));
  if (!space.needs_decision) return fail(Code::INVALID_ARGUMENT, "nothing is to be decided in this space");
  SyncReport report;
  KITH_CHECK(sync_spaces(impl, transport_, {number}, admission, report, &administration));
  KITH_CHECK(count_pending(impl, report));
  return report;
}

Result<SpaceView> SyncClient::inspect(SpaceNumber number) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  KITH_TRY(const SpaceInfo space, replica_.space(number));
  KITH_CHECK(prove(impl, transport_, {number}));
  return with_proof(impl, transport_, number, [&] { return transport_.inspect(space.membership.space); });
}

Result<std::vector<Row>> SyncClient::rows(SpaceNumber number) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  KITH_TRY(const SpaceInfo space, replica_.space(number));
  KITH_CHECK(prove(impl, transport_, {number}));
  std::vector<Row> out;
  for (std::uint64_t position = 0;;) {
    KITH_TRY(Page page, with_proof(impl, transport_, number,
                                   [&] { return transport_.fetch(space.membership.space, position); }));
    if (page.rows.empty()) return out;
    for (Row& row : page.rows) out.push_back(std::move(row));
    position = out.size();
    if (position >= page.head.head.position) return out;
  }
}

Result<std::unique_ptr<LiveStream>> SyncClient::live() {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  SyncReport report;
  KITH_CHECK(pinned_key(impl, transport_, report));
  KITH_TRY(const auto let_in, prove(impl, transport_, all_spaces(impl)));
  std::vector<SpaceId> ids;
  {
    const MutexLock lock(impl.mu);
    for (const auto& [number, in] : let_in) {
      if (in) ids.push_back(impl.space(number)->id());
    }
  }
  return transport_.live(ids);
}

Result<SyncReport> SyncClient::apply(const LiveEvent& event) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  SyncReport report;
  SpaceNumber number = 0;
  envelope::Head head;
  {
    const MutexLock lock(impl.mu);
    number = impl.number_of(event.space);
    if (number != 0) head = impl.space(number)->head;
  }
  if (number == 0) return report;  // a space nobody asked for is never looked at
  KITH_TRY(const SignKey relay, pinned_key(impl, transport_, report));
  const bool carried = !event.page.rows.empty() && event.page.rows.front().position == head.position + 1;
  if (carried) {
    SpaceSync one(impl, transport_, relay, number, report);
    KITH_CHECK(one.take(event.page));
    KITH_TRY(SpaceResult result, result_of(impl, number, one.why(), one.detail()));
    report.spaces.push_back(std::move(result));
  } else if (event.page.head.head != head) {
    KITH_TRY(SpaceResult one, sync_one(impl, transport_, relay, number, true, {}, report));
    report.spaces.push_back(std::move(one));
  }
  KITH_CHECK(count_pending(impl, report));
  return report;
}

}  // namespace kith::client

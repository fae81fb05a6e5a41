#include "kith/client/sync_client.h"

#include "exchange/exchange.h"
#include "marks/renewing.h"

namespace kith::client {
namespace {

using changelog::Table;

std::vector<SpaceNumber> all_spaces(ReplicaImpl& impl) {
  const std::lock_guard lock(impl.mu);
  std::vector<SpaceNumber> out;
  for (const auto& [number, row] : impl.spaces) out.push_back(number);
  return out;
}

void count_pending(ReplicaImpl& impl, SyncReport& report) {
  const std::lock_guard lock(impl.mu);
  report.pending = 0;
  for (const auto& [number, row] : impl.spaces) {
    if (row.ended() && !row.leaving) continue;  // an ended pair takes nothing more
    report.pending += impl.count_unsent(number);
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

Result<SignKey> pinned_key(ReplicaImpl& impl, Transport& transport, SyncReport& report) {
  KITH_TRY(const SignKey key, transport.relay_key());
  std::optional<Bytes> pinned;
  {
    const std::lock_guard lock(impl.mu);
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
    const std::lock_guard lock(impl.mu);
    for (const SpaceNumber number : numbers) {
      const SpaceRow* row = impl.space(number);
      if (row == nullptr) return fail(Code::NOT_FOUND, "no such space");
      if (!row->dormant && !row->i_left()) rows.push_back(row->clone());
    }
  }
  std::vector<Identity> identities;
  for (const SpaceRow& row : rows) identities.push_back({row.id(), &row.device});
  std::map<SpaceNumber, bool> out;
  if (identities.empty()) return out;
  KITH_TRY(const std::vector<bool> let_in, transport.authenticate(identities));
  for (std::size_t i = 0; i < rows.size(); ++i) out[rows[i].number] = i < let_in.size() && let_in[i];
  return out;
}

Result<void> sync_spaces(ReplicaImpl& impl, Transport& transport, const std::vector<SpaceNumber>& numbers,
                         BytesView admission, SyncReport& report) {
  KITH_TRY(const SignKey relay, pinned_key(impl, transport, report));
  KITH_TRY(const auto let_in, prove(impl, transport, numbers));
  for (const auto& [number, in] : let_in) {
    auto done = SpaceSync(impl, transport, relay, number, report).run(in, admission);
    if (!done && done.error().code == Code::UNAUTHENTICATED) {  // a token lives a quarter of an hour
      KITH_TRY(auto again, prove(impl, transport, {number}));
      done = SpaceSync(impl, transport, relay, number, report).run(again[number], admission);
    }
    KITH_CHECK(done);
  }
  return settle_incarnation(impl);
}

SyncClient::SyncClient(Replica& replica, Transport& transport) : replica_(replica), transport_(transport) {}

Result<SyncReport> SyncClient::sync(BytesView admission) {
  ReplicaImpl& impl = replica_.impl();
  const std::lock_guard exchange(impl.exchange);
  SyncReport report;
  KITH_CHECK(sync_spaces(impl, transport_, all_spaces(impl), admission, report));
  count_pending(impl, report);
  return report;
}

Result<SyncReport> SyncClient::sync_space(SpaceNumber number, BytesView admission) {
  ReplicaImpl& impl = replica_.impl();
  const std::lock_guard exchange(impl.exchange);
  SyncReport report;
  KITH_CHECK(sync_spaces(impl, transport_, {number}, admission, report));
  count_pending(impl, report);
  return report;
}

Result<SpaceView> SyncClient::inspect(SpaceNumber number) {
  ReplicaImpl& impl = replica_.impl();
  const std::lock_guard exchange(impl.exchange);
  KITH_TRY(const SpaceInfo space, replica_.space(number));
  KITH_CHECK(prove(impl, transport_, {number}));
  return with_proof(impl, transport_, number, [&] { return transport_.inspect(space.membership.space); });
}

Result<std::vector<Row>> SyncClient::rows(SpaceNumber number) {
  ReplicaImpl& impl = replica_.impl();
  const std::lock_guard exchange(impl.exchange);
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
  const std::lock_guard exchange(impl.exchange);
  SyncReport report;
  KITH_CHECK(pinned_key(impl, transport_, report));
  KITH_TRY(const auto let_in, prove(impl, transport_, all_spaces(impl)));
  std::vector<SpaceId> ids;
  {
    const std::lock_guard lock(impl.mu);
    for (const auto& [number, in] : let_in) {
      if (in) ids.push_back(impl.space(number)->id());
    }
  }
  return transport_.live(ids);
}

Result<SyncReport> SyncClient::apply(const LiveEvent& event) {
  ReplicaImpl& impl = replica_.impl();
  const std::lock_guard exchange(impl.exchange);
  SyncReport report;
  SpaceNumber number = 0;
  std::uint64_t position = 0;
  {
    const std::lock_guard lock(impl.mu);
    for (const auto& [n, row] : impl.spaces) {
      if (row.id() != event.space) continue;
      number = n;
      position = row.head.position;
    }
  }
  if (number == 0) return report;  // a space nobody asked for is never looked at
  KITH_TRY(const SignKey relay, pinned_key(impl, transport_, report));
  SpaceSync one(impl, transport_, relay, number, report);
  const bool carried = !event.page.rows.empty() && event.page.rows.front().position == position + 1;
  if (carried) {
    KITH_CHECK(one.take(event.page));
  } else if (event.page.head.head.position != position) {
    KITH_CHECK(with_proof(impl, transport_, number, [&]() -> Result<void> { return one.run(true, {}); }));
  }
  count_pending(impl, report);
  return report;
}

}  // namespace kith::client

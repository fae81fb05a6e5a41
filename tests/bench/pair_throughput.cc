// Many changes at once: pushed, fetched, and both at the same time.

#include <unistd.h>

#include <future>

#include "pair.h"
#include "stopwatch.h"

namespace kith::bench {
namespace {

using Batch = std::vector<client::Fields>;
using Batches = std::vector<Batch>;

constexpr std::size_t kItemBytes = 600;  // as the items of the peers in README.md
constexpr std::size_t kLineBytes = 60;

client::Fields item(std::uint64_t number) { return {{model::agenda_line::kText, words(kItemBytes, number)}}; }

client::Fields line(std::uint64_t number) {
  return {
      {model::agenda_line::kText, words(kLineBytes, number)},
      {model::agenda_line::kCreated, std::int64_t{1'700'000'000'000} + static_cast<std::int64_t>(number)}};
}

Batches make_batches(const Sizes& sizes, client::Fields (*make)(std::uint64_t)) {
  const std::size_t records = sizes.change_batch / make(0).size();
  Batches out(sizes.change_batches);
  std::uint64_t number = 0;
  for (Batch& batch : out) {
    for (std::size_t i = 0; i < records; ++i) batch.push_back(make(number++));
  }
  return out;
}

std::size_t changes_in(const Batches& batches) {
  return batches.size() * batches.front().size() * batches.front().front().size();
}

Result<void> push(PairOfDevices& pair, const Batches& batches) {
  for (const Batch& batch : batches) {
    KITH_CHECK(pair.writer.replica->create_records(pair.of_writer, model::Kind::agenda_line, batch));
    KITH_TRY(const auto report, pair.writer.sync().sync_space(pair.of_writer));
    if (report.pending != 0) return fail(Code::INTERNAL, "the relay did not take everything");
  }
  return {};
}

// What a person who only wrote, and one who was away, wait for.
Result<void> one_after_the_other(PairOfDevices& pair, const Sizes& sizes, Report& report) {
  const Batches batches = make_batches(sizes, item);
  const std::size_t changes = changes_in(batches);
  const Stopwatch pushing;
  KITH_CHECK(push(pair, batches));
  report.add(
      {"pair_push_per_s", "written and pushed, 600 bytes each", pushing.per_second(changes), "/s", "30,000"});
  const Stopwatch fetching;
  KITH_TRY(const auto fetched, pair.partner.sync().sync_space(pair.of_partner));
  report.add({"pair_fetch_per_s", "fetched by a partner who was away", fetching.per_second(changes), "/s",
              "50,000"});
  if (fetched.received != changes) return fail(Code::INTERNAL, "not everything arrived");
  return {};
}

Result<Moment> follow(Device& partner, client::LiveStream& live, std::size_t changes) {
  for (std::uint64_t got = 0; got < changes;) {
    KITH_TRY(const client::SyncReport report, take_next(partner, live));
    got += report.received;
  }
  return now();
}

struct EndToEnd {
  double per_second = 0;
  double devices_us = 0;  // of processor time a change
  double relay_us = 0;
};

Result<EndToEnd> end_to_end(PairOfDevices& pair, const RelayProcess& relay, const Batches& batches) {
  const std::size_t changes = changes_in(batches);
  KITH_TRY(const auto live, open_live(pair.partner));
  KITH_TRY(const double devices_before, cpu_us(::getpid()));
  KITH_TRY(const double relay_before, cpu_us(relay.process()));
  const Moment start = now();
  auto partner = std::async(std::launch::async, [&] { return follow(pair.partner, *live, changes); });
  const Result<void> pushed = push(pair, batches);
  if (!pushed) live->cancel();
  const Result<Moment> arrived = partner.get();
  KITH_CHECK(pushed);
  KITH_TRY(const Moment end, arrived);
  KITH_TRY(const double devices_after, cpu_us(::getpid()));
  KITH_TRY(const double relay_after, cpu_us(relay.process()));
  const auto count = static_cast<double>(changes);
  return EndToEnd{count * 1000.0 / ms_between(start, end), (devices_after - devices_before) / count,
                  (relay_after - relay_before) / count};
}

}  // namespace

Result<void> pair_throughput(PairOfDevices& pair, const RelayProcess& relay, const Sizes& sizes,
                             Report& report) {
  KITH_CHECK(one_after_the_other(pair, sizes, report));
  KITH_TRY(const EndToEnd items, end_to_end(pair, relay, make_batches(sizes, item)));
  report.add({"pair_changes_per_s", "end to end, 600 bytes each", items.per_second, "/s", "20,000"});
  report.add({"pair_devices_cpu_us", "  processor, both devices, a change", items.devices_us, "us", ""});
  report.add({"pair_relay_cpu_us", "  processor, relay, a change", items.relay_us, "us", ""});
  KITH_TRY(const EndToEnd lines, end_to_end(pair, relay, make_batches(sizes, line)));
  report.add({"pair_short_changes_per_s", "end to end, lines of 60 letters and their time", lines.per_second,
              "/s", ""});
  report.add(
      {"pair_short_devices_cpu_us", "  processor, both devices, a change", lines.devices_us, "us", ""});
  report.add({"pair_short_relay_cpu_us", "  processor, relay, a change", lines.relay_us, "us", ""});
  return {};
}

}  // namespace kith::bench

// Two devices of two persons and a relay between them.

#include "kith/testing/temporary_folder.h"
#include "pair.h"

namespace kith::bench {
namespace {

Result<void> same_on_both(const PairOfDevices& pair) {
  KITH_TRY(const auto there, pair.writer.replica->list(pair.of_writer, model::Kind::agenda_line));
  KITH_TRY(const auto here, pair.partner.replica->list(pair.of_partner, model::Kind::agenda_line));
  KITH_TRY(const auto space, pair.writer.replica->space(pair.of_writer));
  if (there.empty() || there.size() != here.size() || space.unsent != 0) {
    return fail(Code::INTERNAL, "the two devices do not hold the same");
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<client::LiveStream>> open_live(Device& device) {
  KITH_TRY(auto live, device.sync().live());
  KITH_CHECK(take_next(device, *live));
  return live;
}

Result<client::SyncReport> take_next(Device& device, client::LiveStream& live) {
  KITH_TRY(const auto event, live.next(kPatienceMs));
  if (!event) return fail(Code::TIMEOUT, "nothing came through the live stream");
  KITH_TRY(client::SyncReport report, device.sync().apply(*event));
  if (!report.alarms.empty()) return fail(Code::INTERNAL, "an honest relay raised an alarm");
  return report;
}

Result<void> pair_suite(const Sizes& sizes, Report& report) {
  const testing::TemporaryFolder temporary;
  KITH_TRY(const RelayProcess relay, RelayProcess::start(temporary.path() / "relay"));
  PairOfDevices pair;
  KITH_TRY(pair.writer, Device::create(temporary.path() / "writer", crypto::kCostFloor));
  KITH_TRY(pair.partner, Device::create(temporary.path() / "partner", crypto::kCostFloor));
  KITH_CHECK(pair.writer.connect(relay.address(), relay.ca_pem()));
  KITH_CHECK(pair.partner.connect(relay.address(), relay.ca_pem()));
  KITH_CHECK(make_pair(pair, relay.address()));
  KITH_CHECK(pair_throughput(pair, relay, sizes, report));
  KITH_CHECK(pair_live(pair, sizes, report));
  KITH_CHECK(same_on_both(pair));
  KITH_TRY(const double relay_mb, peak_memory_mb(relay.process()));
  report.add({"pair_relay_hwm_mb", "peak memory of the relay", relay_mb, "MiB", ""});
  report.note("A change is one field of one record; batches of " + std::to_string(sizes.change_batch) +
              ". gRPC over TLS on this machine, every step synced to disk.");
  report.note(
      "End to end: written into the vault, sealed, taken and synced by the relay, read, verified, merged");
  report.note(
      "and stored by the partner, all three at the same time, until the last change is on the partner's "
      "disk.");
  report.note(
      "Seen: from before the edit until the partner, told by its live stream, has read the new text.");
  return {};
}

}  // namespace kith::bench

#include "program/overview.h"

#include <iterator>

#include "work/memory.h"

namespace kith::relay {
namespace {

constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;
constexpr std::int64_t kSoonMs = 14 * kDayMs;  // a renewal that did not come: there is time left to look after it

std::uint64_t memory_now() { return resident_bytes(read_system).value_or(0); }

std::uint64_t open_files() {
  std::error_code unknown;
  const std::filesystem::directory_iterator files("/proc/self/fd", unknown);
  return unknown ? 0 : static_cast<std::uint64_t>(std::distance(begin(files), end(files)));
}

}  // namespace

Overview::Overview(OverviewParts parts)
    : parts_(std::move(parts)), started_ms_(parts_.clock.wall_ms()), figures_(parts_.version) {}

std::uint64_t Overview::disk_free() const {
  std::error_code unknown;
  const std::filesystem::space_info room = std::filesystem::space(parts_.data, unknown);
  return unknown ? 0 : room.available;
}

void Overview::watch(const Server& server) {
  server_ = &server;
  using Kind = Figures::Kind;
  const auto add = [this](const char* name, const char* help, Kind kind, auto value) {
    figures_.sample(name, help, kind, [value] { return static_cast<double>(value()); });
  };
  add("kith_relay_streams", "Live streams.", Kind::gauge, [this] { return parts_.hub.streams(); });
  add("kith_relay_waiting_calls", "Calls that wait for their turn.", Kind::gauge,
      [this] { return server_->waiting_calls(); });
  add("kith_relay_in_flight_bytes", "What calls keep in memory.", Kind::gauge,
      [this] { return server_->bytes_in_flight(); });
  add("kith_relay_takes_everything", "1, or 0 while the disk is full.", Kind::gauge,
      [this] { return server_->takes_everything() ? 1 : 0; });
  add("kith_relay_proofs_checked_total", "Signatures of proofs that were checked.", Kind::total,
      [this] { return parts_.relay.proofs_checked(); });
  add("kith_relay_disk_free_bytes", "Of the disk that holds the data.", Kind::gauge, [this] { return disk_free(); });
  add("kith_relay_certificate_end_seconds", "When the certificate ends, since 1970.", Kind::gauge,
      [this] { return static_cast<double>(certificate_ends_ms_) / 1000.0; });
  add("process_start_time_seconds", "When the relay started, since 1970.", Kind::gauge,
      [this] { return static_cast<double>(started_ms_) / 1000.0; });
  add("process_resident_memory_bytes", "What is resident.", Kind::gauge, memory_now);
  add("process_open_fds", "Files that are open; a connection is one.", Kind::gauge, open_files);
}

StatusView Overview::status() const {
  StatusView out;
  out.version = parts_.version;
  out.address = server_->address();
  out.started_ms = started_ms_;
  out.now_ms = parts_.clock.wall_ms();
  out.entries = figures_.entries();
  out.streams = parts_.hub.streams();
  out.waiting = server_->waiting_calls();
  out.disk_free_bytes = disk_free();
  out.memory_bytes = memory_now();
  const std::int64_t end = certificate_ends_ms_;
  if (end != 0) out.certificate_ends_ms = end;
  if (!server_->takes_everything()) {
    out.troubles.emplace_back("The disk is full: reading and leaving go on, everything else waits for room.");
  }
  if (end != 0 && end <= out.now_ms) {
    out.troubles.emplace_back("The certificate has ended: no device connects any more.");
  } else if (end != 0 && end - out.now_ms < kSoonMs) {
    out.troubles.emplace_back("The certificate ends in less than 14 days.");
  }
  return out;
}

}  // namespace kith::relay

#pragma once
// What a relay shows to its operator: the figures for Prometheus and the page for people, of what is so now.
//
// Threads: safe from any thread, once it was told of the server.
// Owns:    nothing; what it looks at outlives it.

#include <atomic>
#include <filesystem>

#include "kith/relay/server.h"
#include "status/figures.h"
#include "status/status_page.h"

namespace kith::relay {

struct OverviewParts {
  const Relay& relay;
  const Hub& hub;
  const Clock& clock;
  std::filesystem::path data;
  std::string version;
};

class Overview {
 public:
  explicit Overview(OverviewParts parts);

  // For ServerOptions.
  Figures& figures() { return figures_; }
  // Once it serves; until the server ends.
  void watch(const Server& server);
  void set_certificate_end(std::int64_t wall_ms) { certificate_ends_ms_ = wall_ms; }

  StatusView status() const;

 private:
  std::uint64_t disk_free() const;

  const OverviewParts parts_;
  const std::int64_t started_ms_;
  std::atomic<std::int64_t> certificate_ends_ms_{0};
  const Server* server_ = nullptr;
  Figures figures_;
};

}  // namespace kith::relay

#pragma once
// The page that an operator looks at: one HTML text with its own style and nothing from elsewhere, for a phone as for a
// wide screen, light and dark.
//
// Threads: pure functions.
// Units:   wall milliseconds, bytes.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith::relay {

struct StatusView {
  std::string version;
  std::string address;  // where it serves
  std::int64_t started_ms = 0;
  std::int64_t now_ms = 0;
  std::vector<std::string> troubles;  // empty: all is well
  std::optional<std::int64_t> certificate_ends_ms;
  std::uint64_t entries = 0;  // written since the start
  std::uint64_t streams = 0;
  std::uint64_t waiting = 0;  // calls that wait for their turn
  std::uint64_t disk_free_bytes = 0;
  std::uint64_t memory_bytes = 0;
};

std::string status_page(const StatusView& view);

}  // namespace kith::relay

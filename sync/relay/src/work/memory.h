#pragma once
// How much memory this process has, and how much it may have: what the machine has, or less where a cgroup says so.
//
// Threads: pure functions over what `read` gives.
// Units:   bytes.
// Errors:  nothing where the system does not say.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace kith::relay {

// The text of a small file of the system; nothing where it cannot be read.
using ReadSystem = std::function<std::optional<std::string>(const std::string& path)>;
std::optional<std::string> read_system(const std::string& path);

std::optional<std::uint64_t> resident_bytes(const ReadSystem& read);
std::optional<std::uint64_t> memory_there_is(const ReadSystem& read);

// Tells once that the process has more memory than it may. Threads: one at a time.
class MemoryWatch {
 public:
  using Resident = std::function<std::optional<std::uint64_t>()>;
  // 0: three quarters of what there is. Without a `resident` the system is asked.
  MemoryWatch(std::uint64_t most, Resident resident, std::function<void(const std::string&)> over);
  void look();

 private:
  std::uint64_t most_;  // 0: nobody knows
  Resident resident_;
  std::function<void(const std::string&)> over_;
  bool told_ = false;
};

}  // namespace kith::relay

#include "work/memory.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace kith::relay {
namespace {

// Where version 2 of cgroups puts this process: "0::/system.slice/kith-relay.service".
std::string cgroup_of(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("0::", 0) == 0) return line.substr(3);
  }
  return {};
}

}  // namespace

std::optional<std::string> read_system(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in) return std::nullopt;
  return out.str();
}

std::optional<std::uint64_t> resident_bytes(const ReadSystem& read) {
  const auto text = read("/proc/self/statm");
  if (!text) return std::nullopt;
  std::uint64_t all = 0;
  std::uint64_t resident = 0;
  if (!(std::istringstream(*text) >> all >> resident)) return std::nullopt;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

// Every group that the process lies in may say less; "max" says nothing.
std::optional<std::uint64_t> memory_there_is(const ReadSystem& read) {
  std::optional<std::uint64_t> out;
  std::string name;
  std::uint64_t kibibytes = 0;
  if (std::istringstream(read("/proc/meminfo").value_or("")) >> name >> kibibytes && name == "MemTotal:") {
    out = kibibytes * 1024;
  }
  std::string group = cgroup_of(read("/proc/self/cgroup").value_or(""));
  for (;;) {
    std::uint64_t most = 0;
    if (std::istringstream(read("/sys/fs/cgroup" + group + "/memory.max").value_or("")) >> most) {
      out = std::min(out.value_or(most), most);
    }
    if (group.empty()) return out;
    group.erase(group.rfind('/') == std::string::npos ? 0 : group.rfind('/'));
  }
}

MemoryWatch::MemoryWatch(std::uint64_t most, Resident resident, std::function<void(const std::string&)> over)
    : most_(most), resident_(std::move(resident)), over_(std::move(over)) {
  if (!resident_) resident_ = [] { return resident_bytes(read_system); };
  if (most_ == 0) most_ = memory_there_is(read_system).value_or(0) / 4 * 3;
}

void MemoryWatch::look() {
  const auto now = resident_();
  if (told_ || most_ == 0 || !now || *now <= most_) return;
  told_ = true;
  over_("this process has " + std::to_string(*now >> 20U) + " MiB of memory and may have " +
        std::to_string(most_ >> 20U) + " (limits.memory_bytes): it ends, to be started again");
}

}  // namespace kith::relay

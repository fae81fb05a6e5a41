// What the system says of memory, and who is told when it is too much.

#include "work/memory.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <map>

namespace kith::relay {
namespace {

ReadSystem system_of(std::map<std::string, std::string> files) {
  return [files = std::move(files)](const std::string& path) -> std::optional<std::string> {
    const auto at = files.find(path);
    if (at == files.end()) return std::nullopt;
    return at->second;
  };
}

TEST(Memory, ResidentIsTheSecondNumberInPages) {
  const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  EXPECT_EQ(resident_bytes(system_of({{"/proc/self/statm", "900 30 2 1 0 5 0\n"}})), 30 * page);
  EXPECT_EQ(resident_bytes(system_of({})), std::nullopt);
  EXPECT_EQ(resident_bytes(system_of({{"/proc/self/statm", "900"}})), std::nullopt);
}

TEST(Memory, ThisProcessHasSomeAndLessThanThereIs) {
  const auto here = resident_bytes(read_system);
  const auto all = memory_there_is(read_system);
  ASSERT_TRUE(here && all);
  EXPECT_GT(*here, 1U << 20U);
  EXPECT_LT(*here, *all);
  EXPECT_EQ(read_system("/proc/self/there-is-no-such-file"), std::nullopt);
}

TEST(Memory, TheLeastOfTheMachineAndEveryGroupCounts) {
  std::map<std::string, std::string> files{{"/proc/meminfo", "MemTotal:       4096 kB\nMemFree: 1 kB\n"}};
  EXPECT_EQ(memory_there_is(system_of(files)), 4096U * 1024);
  files["/proc/self/cgroup"] = "1:name=x:/other\n0::/system.slice/kith-relay.service\n";
  files["/sys/fs/cgroup/system.slice/kith-relay.service/memory.max"] = "max\n";
  EXPECT_EQ(memory_there_is(system_of(files)), 4096U * 1024);
  files["/sys/fs/cgroup/system.slice/memory.max"] = "2000000\n";
  EXPECT_EQ(memory_there_is(system_of(files)), 2'000'000U);
  files["/sys/fs/cgroup/system.slice/kith-relay.service/memory.max"] = "1000000\n";
  EXPECT_EQ(memory_there_is(system_of(files)), 1'000'000U);
  files["/sys/fs/cgroup/memory.max"] = "500000\n";  // a container's own view
  EXPECT_EQ(memory_there_is(system_of(files)), 500'000U);
  EXPECT_EQ(memory_there_is(system_of({})), std::nullopt);
}

TEST(Memory, TooMuchIsToldOnce) {
  std::optional<std::uint64_t> now = 100U << 20U;
  std::vector<std::string> told;
  MemoryWatch watch(100U << 20U, [&] { return now; }, [&](const std::string& why) { told.push_back(why); });
  watch.look();
  EXPECT_TRUE(told.empty()) << "as much as it may have";
  now = std::nullopt;
  watch.look();
  EXPECT_TRUE(told.empty()) << "nobody knows";
  now = 101U << 20U;
  watch.look();
  watch.look();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.front(), "this process has 101 MiB of memory and may have 100 (limits.memory_bytes): it ends, to be started again");
}

TEST(Memory, WithoutASettingThreeQuartersOfWhatThereIs) {
  const std::uint64_t most = *memory_there_is(read_system) / 4 * 3;
  std::uint64_t now = most;
  int told = 0;
  MemoryWatch watch(0, [&] { return std::optional(now); }, [&](const std::string&) { ++told; });
  watch.look();
  EXPECT_EQ(told, 0);
  now = most + 1;
  watch.look();
  EXPECT_EQ(told, 1);
}

}  // namespace
}  // namespace kith::relay

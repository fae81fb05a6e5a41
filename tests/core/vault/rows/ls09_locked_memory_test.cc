// LS-09: pages that hold secrets are locked in memory and left out of a core dump; where the system
// refuses to lock them, the program goes on and says so.

#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "kith/base/sanitized.h"
#include "kith/base/secret.h"

namespace kith::vault {
namespace {

// The VmFlags of the mapping that an address lies in; see proc(5), "smaps".
std::string flags_of(const Byte* at) {
  std::ifstream in("/proc/self/smaps");
  const auto wanted = reinterpret_cast<std::uintptr_t>(at);
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::uintptr_t from = 0;
    std::uintptr_t to = 0;
    char dash = 0;
    if (words >> std::hex >> from >> dash >> to && dash == '-') inside = from <= wanted && wanted < to;
    if (inside && line.starts_with("VmFlags:")) return line.substr(8) + " ";
  }
  return {};
}

// Small secrets share pages, large ones have pages of their own.
TEST(LS09_LockedMemory, PagesOfSecretsAreLockedAndNotDumped) {
  std::vector<Secret> secrets;
  for (std::size_t size = 16; size <= 128; size += 16) {
    for (int i = 0; i < 100; ++i) secrets.emplace_back(size);
  }
  for (const std::size_t size : {129U, 4096U, 5000U, 100'000U}) secrets.emplace_back(size);
  if (!secret_memory_is_locked()) GTEST_SKIP() << "this system lets the process lock no memory, and says so";
  std::size_t pages = 0;
  std::uintptr_t last = 0;
  for (const Secret& secret : secrets) {
    for (std::size_t at = 0; at < secret.size(); at += 4096) {
      const Byte* byte = secret.reveal().data() + at;
      const auto page = reinterpret_cast<std::uintptr_t>(byte) / 4096;
      if (page == last) continue;
      last = page;
      const std::string flags = flags_of(byte);
      ASSERT_EQ(flags.find(" lo ") != std::string::npos, !kSanitized) << secret.size() << ":" << flags;
#ifndef KITH_EMULATOR  // qemu-user says that it was done, and does not ask the system for it
      ASSERT_NE(flags.find(" dd "), std::string::npos) << secret.size() << ":" << flags;
#endif
      ++pages;
    }
  }
  std::cout << "LS-09: " << pages << " pages of " << secrets.size() << " secrets, all locked and not dumped\n";
  EXPECT_GT(pages, 25U);
  const Bytes plain(100'000);
  EXPECT_EQ(flags_of(plain.data()).find(" lo "), std::string::npos) << "the check sees a difference";
}

// Takes the right and the allowance to lock memory from this process.
void forbid_locking() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct data[2] = {};
  if (syscall(SYS_capset, &header, data) != 0) _exit(10);
  const rlimit none{0, 0};
  if (setrlimit(RLIMIT_MEMLOCK, &none) != 0) _exit(11);
}

TEST(LS09_LockedMemory, WhereTheSystemRefusesTheSecretWorksAndThatIsSaid) {
  if (kSanitized) GTEST_SKIP() << "a sanitizer never asks the system to lock";
  if (!secret_memory_is_locked()) GTEST_SKIP() << "this system refuses already";
  const pid_t child = fork();
  if (child == 0) {
    if (!secret_memory_is_locked()) _exit(1);
    forbid_locking();
    Secret secret = Secret::copy_of(Bytes(5000, 7));
    if (secret.reveal().back() != 7) _exit(2);
    _exit(secret_memory_is_locked() ? 3 : 0);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace kith::vault

#pragma once
// What a child of a test turns into after fork(): another program, or one test of this one.
//
// Where the build is for another processor, KITH_EMULATOR is what runs its programs ("qemu-aarch64|-L|FOLDER"): a
// system cannot start them itself, and an emulator hands execv() to the system.

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

namespace kith::testing {

// Returns only when it fails.
inline void become(const std::string& program, const std::vector<std::string>& arguments) {
  std::vector<std::string> words;
#ifdef KITH_EMULATOR
  std::istringstream emulator(KITH_EMULATOR);
  for (std::string word; std::getline(emulator, word, '|');) words.push_back(word);
#endif
  words.push_back(program);
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  ::execvp(all.front(), all.data());
}

// This program, and of it what `filter` chooses, whatever shard this is. Returns only when it fails.
inline void become_tests(const std::string& filter) {
  ::unsetenv("GTEST_TOTAL_SHARDS");
  ::unsetenv("GTEST_SHARD_INDEX");
  std::error_code failed;
  become(std::filesystem::read_symlink("/proc/self/exe", failed).string(),
         {"--gtest_filter=" + filter, "--gtest_brief=1"});
}

}  // namespace kith::testing

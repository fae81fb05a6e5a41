// Every fuzzer over its kept inputs, over those that our own code makes now, and over small changes of
// both: the regression tests of what fuzzing has found, in every build and under every sanitizer.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include "fuzz.h"
#include "kith/testing/mutate.h"

namespace kith::fuzz {

void broken(const char* what, const char* file, int line) {
  throw std::runtime_error(std::string(file) + ":" + std::to_string(line) + ": does not hold: " + what);
}

namespace {

namespace fs = std::filesystem;

constexpr int kChangesOfEach = 20;

std::map<std::string, Bytes> inputs_of(const Fuzzer& fuzzer) {
  std::map<std::string, Bytes> out;
  std::size_t number = 0;
  for (Bytes& seed : fuzzer.seeds()) out["seed " + std::to_string(number++)] = std::move(seed);
  const fs::path folder = fs::path(KITH_CORPUS) / fuzzer.name;
  if (!fs::exists(folder)) return out;
  for (const auto& file : fs::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    out[file.path().filename().string()] = to_bytes(std::string(std::istreambuf_iterator<char>(in), {}));
  }
  return out;
}

void run_one(const Fuzzer& fuzzer, const std::string& name, BytesView input) {
  try {
    fuzzer.run(input);
  } catch (const std::exception& problem) {
    ADD_FAILURE() << fuzzer.name << ", " << name << ": " << problem.what() << "\ninput: " << to_hex(input);
  }
}

class Corpus : public ::testing::TestWithParam<std::string> {};

TEST_P(Corpus, Holds) {
  const Fuzzer& fuzzer = *find_fuzzer(GetParam());
  const auto inputs = inputs_of(fuzzer);
  ASSERT_FALSE(inputs.empty());
  kith::testing::SeededRandom random(11);
  run_one(fuzzer, "nothing", {});
  for (const auto& [name, bytes] : inputs) {
    run_one(fuzzer, name, bytes);
    std::string text(as_text(bytes));
    for (int i = 0; i < kChangesOfEach && !::testing::Test::HasFailure(); ++i) {
      kith::testing::mutate(text, {std::string(1, '\xff'), std::string(4, '\0'), text.substr(0, 16)}, random);
      run_one(fuzzer, name + ", change " + std::to_string(i), as_bytes(text));
    }
  }
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const Fuzzer& fuzzer : all_fuzzers()) out.push_back(fuzzer.name);
  return out;
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Corpus, ::testing::ValuesIn(names()),
                         [](const auto& one) { return one.param; });

// A folder whose fuzzer was renamed would be read by nobody.
TEST(FuzzCorpus, EveryFolderHasItsFuzzer) {
  for (const auto& folder : fs::directory_iterator(KITH_CORPUS)) {
    EXPECT_NE(find_fuzzer(folder.path().filename().string()), nullptr) << folder.path();
  }
}

}  // namespace
}  // namespace kith::fuzz

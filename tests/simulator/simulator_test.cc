// RL-01: many seeds of each profile, and each seed twice. README.md says how to run one of them.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "profile.h"
#include "kith/base/sanitized.h"
#include "run.h"

namespace kith::simulator {
namespace {

// Of all profiles together, in ./dev test.
constexpr std::uint64_t kSeeds = kSanitized ? 100 : 1000;
// Tests of ctest that share the seeds, so that two cores have work.
constexpr unsigned kShards = 2;

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

bool run_seed(const Profile& profile, std::uint64_t seed, Witness& all) {
  const History history = history_of(profile, seed);
  const Outcome outcome = run_twice(history);
  for (const auto& [step, times] : outcome.witness.steps) all.steps[step] += times;
  for (const auto& [alarm, times] : outcome.witness.alarms) all.alarms[alarm] += times;
  if (!outcome.fault) return true;
  if (number_from("KITH_SIM_CUT", 1) == 0) {
    ADD_FAILURE() << profile.name << ", seed " << seed << ": " << *outcome.fault;
    return false;
  }
  std::cout << "simulator " << profile.name << ", seed " << seed << ": " << *outcome.fault << std::endl;
  const History cut = cut_down(history);
  const Outcome again = run_twice(cut);
  ADD_FAILURE() << profile.name << ", seed " << seed << ": " << *outcome.fault << "\ncut down from "
                << history.ops.size() << " steps to " << cut.ops.size() << ": " << again.fault.value_or("passes")
                << "\n" << text_of(cut);
  return false;
}

void tell(const Profile& profile, std::uint64_t first, std::uint64_t done, double seconds, const Witness& all) {
  std::cout << "simulator " << profile.name << ": " << done << " seeds from " << first << ", each twice, "
            << static_cast<double>(done) / seconds << " seeds a second\n  steps:";
  for (const auto& [step, times] : all.steps) std::cout << " " << name_of(step) << " " << times;
  std::cout << "\n  alarms:";
  for (const auto& [alarm, times] : all.alarms) std::cout << " " << code_name(alarm) << " " << times;
  std::cout << std::endl;  // a soak takes hours
}

// All that are asked for: one by its name, or those that today's code passes.
std::vector<const Profile*> wanted() {
  const char* name = std::getenv("KITH_SIM_PROFILE");
  std::vector<const Profile*> out;
  for (const Profile& one : profiles()) {
    if (name != nullptr ? one.name == name : one.known_failing.empty()) out.push_back(&one);
  }
  return out;
}

// The seeds of one profile that are this shard's, until `faults` of them have failed.
void run_profile(const Profile& profile, unsigned shard, std::uint64_t seeds, std::uint64_t faults) {
  const std::uint64_t first = number_from("KITH_SIM_FIRST", 1);
  const auto begin = std::chrono::steady_clock::now();
  Witness all;
  std::uint64_t done = 0;
  for (std::uint64_t seed = first + shard; seed < first + seeds && faults > 0; seed += kShards, ++done) {
    if (!run_seed(profile, seed, all)) --faults;
  }
  tell(profile, first, done, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), all);
}

struct RL01_Simulator : ::testing::TestWithParam<unsigned> {};

TEST_P(RL01_Simulator, EverySeedEndsWell) {
  const std::vector<const Profile*> all = wanted();
  ASSERT_FALSE(all.empty()) << "no profile of that name";
  const std::uint64_t seeds = (number_from("KITH_SIM_SEEDS", kSeeds) + all.size() - 1) / all.size();
  for (const Profile* profile : all) run_profile(*profile, GetParam(), seeds, number_from("KITH_SIM_FAULTS", 1));
}

INSTANTIATE_TEST_SUITE_P(Shards, RL01_Simulator, ::testing::Range(0U, kShards));

}  // namespace
}  // namespace kith::simulator

#pragma once
// A profile is a kind of weather: which steps a history is made of, and how often each. The steps of
// a person are the same in all of them; each profile adds one class of faults.
//
// Threads: constants and pure functions.

#include <span>

#include "op.h"

namespace kith::simulator {

struct Weight {
  Do what;
  unsigned weight;
};

struct Profile {
  std::string_view name;
  std::vector<Weight> faults;
  Setting setting;                // the number of persons comes from the seed
  std::vector<Do> never;          // what nobody does in it
  std::string_view known_failing = {};  // why today's code does not pass it; then it is left out
};

std::span<const Profile> profiles();
const Profile* profile_named(std::string_view name);

// The whole history that a seed stands for.
History history_of(const Profile& profile, std::uint64_t seed);

}  // namespace kith::simulator

#pragma once
// A made-up network that is as full as a person's can be: who is in it, what they are to each
// other, and years of log entries. The same each time.
//
// Threads: one.
// Errors:  those of the vault.

#include <filesystem>

#include "kith/model/value.h"
#include "suite.h"

namespace kith::bench {

struct NetworkSizes {
  std::size_t people = 26;
  std::size_t entries = 10'000;
  std::size_t rounds = 15;
  std::size_t opens = 5;
  std::size_t cards = 1'000;
  std::size_t imports = 5;
};
inline constexpr NetworkSizes kSmallNetwork{6, 60, 2, 1, 20, 1};

// The day on which the network is looked at; the entries lie in the eight years before.
inline constexpr model::PartialDate kNetworkDay{2026, 11, 25};

// Fills the vault in `folder`, which has a profile and nothing else and which nobody has open.
Result<void> fill_network(const std::filesystem::path& folder, const NetworkSizes& sizes);

// That many cards of people who do not exist, as a telephone writes them out.
std::string made_up_cards(std::size_t count);

}  // namespace kith::bench

#pragma once
// What changed between two snapshots of a network, and how two accounts of one relationship differ.
//
// Threads: pure functions.
// Units:   stability 0 to 1; growth in intensity; a gap 0 to 3.
// Errors:  INVALID_ARGUMENT for an intensity above 3.
// Sources: stability is Jaccard's index of the people; growth and gap are ours.

#include <array>
#include <optional>

#include "kith/network/entities.h"

namespace kith::network {

// People in both over people in either; nothing when there is nobody in either.
std::optional<double> stability(const Network& before, const Network& after);

// Mean change of what is received from those who are in both; nothing when nobody is.
std::optional<double> support_growth(const Network& before, const Network& after);

// A sealed answer that both sides opened. There is no other way to the partner's account.
struct OpenedAnswers {
  Ledger mine;
  Ledger theirs;
};
struct PerceptionGap {
  std::array<std::uint8_t, kFunctionCount> of{};  // |mine received - theirs given|
  std::vector<Function> largest;                  // up to three above 0, largest first
};
Result<PerceptionGap> perception_gap(const OpenedAnswers& answers);

}  // namespace kith::network

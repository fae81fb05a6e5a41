#pragma once
// The five steps of building a developmental network and the questions that each one asks, in our
// own words.
//
// Threads: pure functions over constants.
// Sources: Kram & Higgins 2008.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace kith::network {

enum class Step : std::uint8_t {
  know_thyself,
  know_your_context,
  enlist_developers,
  regularly_reassess,
  develop_others,
};
inline constexpr std::size_t kSteps = 5;

struct StepRow {
  Step step;
  std::string_view code;  // for records
  std::string_view name;
  std::span<const std::string_view> questions;
};
const std::array<StepRow, kSteps>& steps();

// What counts as a developmental network; who is merely known does not belong in one.
std::string_view definition_of_network();

}  // namespace kith::network

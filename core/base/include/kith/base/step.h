#pragma once
// What a person can do next, as a value: which step, and what it is done with (a name, an id). No sentence and no
// command: every face says it in its own words. The list is steps.def.
//
// Threads: all functions are pure.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

enum class Step : std::uint16_t {
#define KITH_STEP(name, number) name = number,
#include "kith/base/steps.def"
#undef KITH_STEP
};

struct Next {
  Step step{};
  std::vector<std::string> values = {};
  bool operator==(const Next&) const = default;
};

// As written in steps.def; empty for one of a newer version.
std::string_view step_name(Step step);
// In the order of steps.def.
std::span<const Step> all_steps();

}  // namespace kith

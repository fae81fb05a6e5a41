#pragma once
// Whether the change of structure came when the person was ready for it.
//
// Threads: pure functions.
// Units:   months.
// Errors:  INVALID_ARGUMENT for dates that do not exist or lie after now.
// Sources: the three words are Kram 1983; the rule is ours: within six months of readiness is
//          timely, an earlier change is premature, a later one late.

#include <optional>
#include <string>
#include <vector>

#include "kith/network/entities.h"

namespace kith::network {

inline constexpr int kTimelyMonths = 6;

// What the person says of the own readiness to go on alone.
struct Readiness {
  enum class Said : std::uint8_t { nothing, not_yet, since } said = Said::nothing;
  MaybeDate when;  // of `since`
};

struct TimingView {
  // One when it is clear, two when the dates are too vague, none when there is not enough to say.
  std::vector<SeparationTiming> possible;
  std::string why;
  std::optional<SeparationTiming> clear() const {
    return possible.size() == 1 ? std::optional(possible.front()) : std::nullopt;
  }
};

// To a senior nothing is said: the readiness that counts is the junior's, and only the junior knows it.
TimingView timing_for_senior();

Result<TimingView> separation_timing(const MaybeDate& structural, const Readiness& readiness,
                                     const model::PartialDate& now);

}  // namespace kith::network

#pragma once
// The state machine of the phases: marks in, a state out.
//
// Threads: pure functions.

#include <optional>
#include <set>
#include <span>
#include <vector>

#include "kith/network/phase_assessor.h"

namespace kith::network {

struct PhaseState {
  std::optional<Phase> phase;
  int cycle = 1;
  MaybeDate since;                     // when the phase was entered, if that is known
  MaybeDate separated;                 // of a redefinition: when the separation before it began
  std::set<TurningPoint> counted;      // distinct marks of this phase in this cycle
  std::set<TurningPoint> redefining;   // signs of redefinition in this separation
  std::set<PhaseNote> notes;
};

// The marks in the order in which they count; by the latest day that a date can mean, or the earliest.
std::vector<TurningPointMark> ordered(std::span<const TurningPointMark> marks, bool by_latest);

PhaseState run_machine(std::span<const TurningPointMark> ordered_marks, const MaybeDate& start);

}  // namespace kith::network

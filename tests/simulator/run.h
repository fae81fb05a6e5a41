#pragma once
// Running a history, and cutting a failing one down to the fewest steps that still fail.
//
// Threads: one.

#include <optional>

#include "world.h"

namespace kith::simulator {

struct Outcome {
  std::uint64_t trace = 0;
  std::optional<std::string> fault;
  Witness witness;
};

Outcome run(const History& history);
// Twice; two different traces are a fault too.
Outcome run_twice(const History& history);
// REQUIRES: run_twice(history).fault
History cut_down(History history);

}  // namespace kith::simulator

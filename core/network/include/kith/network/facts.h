#pragma once
// The numbers that the papers report, and the places where the papers disagree. Shown to people
// as what was found in small samples, never as norms; the windows of phase.h and the tables of
// kram_1983.h and kram_isabella_1985.h are held to them by tests.
//
// Threads: pure functions over constants.
// Units:   each fact names its own.

#include <span>
#include <string_view>

#include "kith/network/source.h"

namespace kith::network {

struct Fact {
  std::string_view code;  // for tests and for the interface
  std::string_view what;
  double low;  // of a range; a single number stands in both
  double high;
  std::string_view unit;
  Source source;
};
std::span<const Fact> facts();
// REQUIRES: the code is in facts().
const Fact& fact(std::string_view code);

struct Disagreement {
  std::string_view topic;
  std::string_view what;
  std::string_view what_we_do;
};
std::span<const Disagreement> disagreements();

}  // namespace kith::network

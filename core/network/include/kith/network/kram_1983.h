#pragma once
// Demonstration data: the eighteen relationships of Kram 1983, Table 1, corrected where the scan was
// damaged. The table tells ages, sexes and levels and nothing else: no start, no event, no phase, no
// function. What it leaves unknown stays unknown here.
//
// Threads: pure functions over constants.
// Units:   years, levels of management.
// Sources: Kram 1983, Table 1. The derived level of the two seniors who had gone is our arithmetic,
//          the junior's level and the printed difference.

#include <optional>
#include <span>
#include <string_view>

#include "kith/network/kind_hint.h"
#include "kith/network/phase_assessor.h"

namespace kith::network {

// As the tables print it: both know two.
enum class Sex : std::uint8_t { M, F };

struct MentorPair {
  int relationship;
  int junior_age;
  Sex junior_sex;
  int junior_level;
  int senior_age;
  Sex senior_sex;
  std::string_view senior_level_printed;  // "Retired" and "Left company" among them
  std::optional<int> senior_level;        // only where a level is printed
  int senior_level_derived;
  int age_difference;    // as printed
  int level_difference;  // as printed
  std::string_view shared_junior;  // the same letter: the same junior
  std::string_view shared_senior;
};

std::span<const MentorPair> kram_1983();

// All that a row tells an assessor: for most rows nothing.
PhaseQuestion told_by(const MentorPair& pair, const model::PartialDate& now);
Shape shape_of(const MentorPair& pair);

}  // namespace kith::network

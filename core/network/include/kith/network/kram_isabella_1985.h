#pragma once
// Demonstration data: the fifteen focal persons and twenty-five pairs of Kram & Isabella 1985,
// Table 1. One status stands on no rung of the ladder that the paper gives; its level is unknown.
//
// Threads: pure functions over constants.
// Units:   years; levels as rungs of the ladder.
// Sources: Kram & Isabella 1985, Table 1; the differences, other minus focal, are our arithmetic.

#include <optional>
#include <span>
#include <string_view>

#include "kith/network/kram_1983.h"
#include "kith/network/terms.h"

namespace kith::network {

enum class Career : std::uint8_t { early, middle, late };

struct PeerPair {
  std::optional<int> pair;  // none: the focal person named nobody
  std::string_view focal;
  Career stage;
  std::string_view focal_status;
  int focal_age;
  Sex focal_sex;
  std::optional<Sex> other_sex;
  std::optional<int> other_age;
  std::string_view other_status;  // as printed; empty for nobody
  std::optional<int> age_difference;
  std::optional<int> level_difference;
};

// Twenty-six rows: the pairs, and the one focal person without any.
std::span<const PeerPair> kram_isabella_1985();

// Nothing for a status that is on no rung.
std::optional<int> level_of(std::string_view status);
Shape shape_of(const PeerPair& pair);

}  // namespace kith::network

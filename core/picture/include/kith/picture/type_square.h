#pragma once
// Which type a network is: diversity from left to right, strength from below, the four types in the
// corners, a faint cross where it lies between, and the way of the last reassessments. While an
// input is missing there is a box as large as what is not known, and no dot.
//
// Threads: pure functions.
// Units:   0 to 1.
// Errors:  INVALID_ARGUMENT for options that are none, a place outside 0 to 1, cuts that are none.
// Sources: the types Higgins & Kram 2001; the cuts are ours, and the picture says so.

#include <optional>
#include <vector>

#include "kith/network/network_type.h"
#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

struct TypePlace {
  std::optional<double> strength;
  std::optional<double> diversity;
};

struct TypeSquareInput {
  network::TypeView now;
  std::vector<TypePlace> before;  // of earlier reassessments, the oldest first; half known ones are not drawn
  network::TypeCuts cuts;
};

Result<Picture> type_square_of(const TypeSquareInput& input, const Options& options = {});

}  // namespace kith::picture

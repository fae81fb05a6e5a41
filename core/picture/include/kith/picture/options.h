#pragma once
// What a person may choose for every picture.
//
// Threads: plain values, pure functions.
// Units:   points.
// Errors:  INVALID_ARGUMENT for a width below 360 or above 4000.

#include "kith/base/result.h"

namespace kith::picture {

inline constexpr double kLeastWidth = 360;
inline constexpr double kMostWidth = 4000;

struct Options {
  double width = kLeastWidth;
  bool initials_only = false;  // for showing it to somebody: no name in shapes, lines or rows
  bool right_to_left = false;
};
Result<void> check(const Options& options);

}  // namespace kith::picture

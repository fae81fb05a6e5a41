#pragma once
// Days as places from left to right.
//
// Threads: pure functions.
// Units:   day numbers as in kith/network/elapsed.h; points.

#include <algorithm>
#include <cstdint>

#include "drawing/canvas.h"

namespace kith::picture {

struct TimeAxis {
  std::int64_t first = 0;
  std::int64_t last = 1;
  double left = 0;
  double right = 1;

  // Days beyond an end stand at that end.
  double at(std::int64_t day) const {
    const double part = static_cast<double>(std::clamp(day, first, last) - first) / static_cast<double>(last - first);
    return left + part * (right - left);
  }
};

inline constexpr double kDaysInMonth = 365.2425 / 12;

// Years as upright lines from `top` to `bottom`, their numbers below; as many as have room.
// Returns what is below the numbers.
double draw_years(Canvas& canvas, const TimeAxis& axis, double top, double bottom);
// The same with each quarter of a year, for an axis of a year or two.
double draw_quarters(Canvas& canvas, const TimeAxis& axis, double top, double bottom);

}  // namespace kith::picture

#pragma once
// Numbers as text and angles as points, the same in every language and on every machine.
//
// Threads: pure functions.

#include <cmath>
#include <string>

#include "kith/picture/display_list.h"

namespace kith::picture {

// At most two digits after the point, none of them a last zero; never in an exponent.
inline std::string say(double number) {
  const long long hundredths = std::llround(number * 100);
  const long long positive = hundredths < 0 ? -hundredths : hundredths;
  std::string out = (hundredths < 0 ? "-" : "") + std::to_string(positive / 100);
  if (const long long rest = positive % 100; rest != 0) {
    out += '.';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  }
  return out;
}

inline constexpr double kPi = 3.14159265358979323846;
inline double radians(double degrees) { return degrees * kPi / 180; }
inline double degrees(double radians) { return radians * 180 / kPi; }
// Clockwise from the top.
inline Point on_circle(Point center, double radius, double angle) {
  return {center.x + radius * std::sin(radians(angle)), center.y - radius * std::cos(radians(angle))};
}

}  // namespace kith::picture

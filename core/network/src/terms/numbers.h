#pragma once
// Numbers in sentences, and how much of a difference is none.
//
// Threads: pure functions.

#include <cstdio>
#include <string>

namespace kith::network {

// Sums of tenths and thirds are off by a few units of the last place; a cut is no place for that.
inline constexpr double kTiny = 1e-9;

// At most six digits after the point, none of them a last zero.
inline std::string say(double number) {
  char out[64];
  std::snprintf(out, sizeof out, "%.6f", number);
  std::string text = out;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace kith::network

#pragma once
// How long, as it is typed: 90s, 15m or 2h.
//
// Threads: a pure function.
// Errors:  INVALID_ARGUMENT for what is none, for nothing at all (but for deadline_ms), and for more than the longest.

#include <chrono>
#include <string>

#include "kith/base/result.h"

namespace kith::cli {

Result<std::chrono::milliseconds> duration(const std::string& text, std::chrono::hours longest);
// The --deadline of a sync, up to a day, as requests have it; 0 for an empty text: until all is done.
Result<double> deadline_ms(const std::string& text);

}  // namespace kith::cli

#pragma once
// What a person types of an id: a beginning of at least four of its digits, all of them, or a line as it is
// printed, "Jonas Berg (29d61d13)".
//
// Threads: pure functions.
// Units:   hexadecimal digits, in lower case.
// Errors:  INVALID_ARGUMENT for what can be no id; NOT_FOUND; AMBIGUOUS, and the message has as many digits of each
//          as tell them apart.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kith/base/result.h"

namespace kith::model {

inline constexpr std::size_t kIdDigitsLeast = 4;
inline constexpr std::size_t kIdDigitsShown = 8;

// The digits in what was typed; nothing where it can be no beginning of an id.
std::optional<std::string> id_digits(std::string_view typed);

// Which of `all`, ids in full, is meant.
Result<std::string> id_among(const std::vector<std::string>& all, std::string_view typed);

}  // namespace kith::model

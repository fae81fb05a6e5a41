#pragma once
// A vault is open in one program at a time. Whoever comes while another short command has it waits for that one.
//
// Threads: one.
// Errors:  those of `open`; STORE_IN_USE after the wait, with the program that has the vault where that can be seen.

#include <functional>
#include <string>

#include "kith/base/result.h"

namespace kith::cli {

inline constexpr int kUsualWaitSeconds = 10;

// Tries again for as long as another program has the vault of this folder open, at most so many seconds.
Result<void> when_free(const std::string& folder, int seconds, const std::function<Result<void>()>& open);

}  // namespace kith::cli

#pragma once
// The words that people meet, and what they mean: `kith words`.
//
// Threads: pure functions.

#include <string>
#include <string_view>
#include <vector>

namespace kith::cli {

// The words of one list for records: "mentor", "peer"; empty where there is no such list.
std::vector<std::string> words_of_list(std::string_view name);

}  // namespace kith::cli

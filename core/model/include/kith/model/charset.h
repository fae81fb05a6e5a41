#pragma once
// Text in the character sets that files of others are written in, as UTF-8.
//
// Threads: pure functions.
// Units:   names of sets in upper case, as IANA registers them.
// Errors:  nothing, when the set is not one of a fixed list or the bytes are none of it.

#include <optional>
#include <string>
#include <string_view>

namespace kith::model {

// An empty name means: UTF-8, or Windows-1252 for what is not UTF-8.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset);

}  // namespace kith::model

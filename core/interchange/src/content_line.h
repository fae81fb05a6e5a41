#pragma once
// The lines that cards and calendars are made of (RFC 6350 section 3.2, RFC 5545 section 3.1).
//
// Threads: pure functions.
// Units:   bytes of UTF-8.

#include <string>
#include <string_view>

namespace kith::interchange {

inline constexpr std::size_t kLineBytes = 75;

// The line with its CRLF, cut into pieces of at most kLineBytes, none of them inside a letter. A line
// end within `line` is written as \n: nothing that a person wrote can end a property.
void put_line(std::string& out, std::string_view line);

// Backslashes before what would mean something: \ , ; and line ends.
std::string escaped(std::string_view text);

}  // namespace kith::interchange

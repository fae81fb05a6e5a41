#pragma once
// The letters that a character set has, and how a text is written in it.
//
// Threads: pure functions.
// Units:   names of sets as IANA registers them; an empty one is UTF-8.
// Errors:  a text that the set cannot hold comes back empty.

#include <span>
#include <string>
#include <string_view>

namespace kith::imports {

// How a letter is written in the file, and how it has to be found: in NFC.
struct Letter {
  std::string_view written;
  std::string_view normal;
};

// The sets in which a property may be written; the first is UTF-8.
std::span<const std::string_view> charsets();
std::span<const Letter> letters_of(std::string_view charset);

std::string in_charset(std::string_view utf8, std::string_view charset);
// With its byte order mark. kHalfLetter becomes one half of a surrogate pair, which stands for nothing.
std::string in_utf16(std::string_view utf8, bool little);
inline constexpr std::string_view kHalfLetter = "\xee\x80\x80";  // U+E000, which no text of ours has

}  // namespace kith::imports

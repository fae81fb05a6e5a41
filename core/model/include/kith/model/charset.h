#pragma once
// Text in the character sets that files of others are written in, as UTF-8.
//
// Threads: pure functions.
// Units:   names of sets in upper case, as IANA registers them.
// Errors:  nothing, when the set is not one of a fixed list or the bytes are none of it. The list holds what
//          address books are written in; it has no set that a file could use to hide text (UTF-7, EBCDIC) or
//          whose converter has been a way in (ISO-2022-CN-EXT), though the system may know them.

#include <optional>
#include <string>
#include <string_view>

namespace kith::model {

// An empty name means: UTF-8, or Windows-1252 for what is not UTF-8.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset);

// The same for whatever the bytes are: what no set explains is read as Latin-1, so that nothing is missing.
std::string readable(std::string_view bytes);

// A whole file, and what is to be said of it: what is no letter of UTF-16 stands as U+FFFD.
struct FileText {
  std::string text;
  std::size_t line = 0;  // of the first such place
  std::string broken;    // a sentence about it; empty: there is none
};
// UTF-16 where its mark says so, else the bytes as they are.
FileText file_text(std::string_view bytes);

}  // namespace kith::model

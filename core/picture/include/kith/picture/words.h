#pragma once
// Words in pictures: how wide they are at most, how to shorten them, and initials. What a reader
// takes for one character is one here too: a letter with its accents, a flag, a family of emoji.
//
// Threads: pure functions.
// Units:   points; characters as a reader counts them; columns of a terminal.
// Errors:  INVALID_ARGUMENT for names that are not UTF-8 or hold control characters.
// Sources: Unicode Standard Annexes 11 (width) and 29 (characters), by utf8proc.

#include <string>
#include <string_view>
#include <vector>

#include "kith/base/result.h"
#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

// Rather too wide than too narrow: fonts differ, and a label must not run into another one.
double width_of(std::string_view words, double size, bool bold = false);
// What a text covers.
Box box_of(const Text& text);
bool overlap(const Box& a, const Box& b);

std::size_t characters_in(std::string_view words);
// At most `most` characters, the last of them an ellipsis when something was left out.
std::string shortened(std::string_view words, std::size_t most);
// On one line when it has at most `most` characters, else on two where a reader may break it, each of
// them shortened to `most`. What cannot be broken stays on one line.
std::vector<std::string> in_lines(std::string_view words, std::size_t most);
// The longest beginning that fits, with an ellipsis; empty when not even that fits.
std::string fitted(std::string_view words, double size, double width, bool bold = false);

int columns_of(std::string_view words);
// Cut or filled up with blanks to so many columns.
std::string to_columns(std::string_view words, int columns);

// "Jonas Berg" is "JB", "Ana" is "A".
std::string initials_of(std::string_view name);

// Words that are read from right to left, closed off from what stands beside them (U+2068, U+2069).
// Others only when `always`.
std::string isolated(std::string_view words, bool always = false);

// As they are shown: on one line, in NFC, isolated where that is needed; or initials, those that
// occur twice with a number behind. Nobody's empty name is "no name".
Result<std::vector<std::string>> shown_names(const std::vector<std::string>& names, const Options& options);

}  // namespace kith::picture

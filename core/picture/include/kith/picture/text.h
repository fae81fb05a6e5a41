#pragma once
// A picture without shapes: for a terminal, and for a voice that reads it out.
//
// Threads: pure functions.
// Units:   columns; a character of a wide script takes two.
// Errors:  none.

#include <string>

#include "kith/picture/display_list.h"

namespace kith::picture {

inline constexpr int kColumns = 80;

// Title, what the picture draws with letters, or else its lines; none is wider than `columns`
// (at least 20), and nothing is cut: what is longer goes on indented in the next line.
std::string terminal_of(const Picture& picture, int columns = kColumns);

// Title and lines, one sentence each: the reading order of a screen reader.
std::string list_of(const Picture& picture);

}  // namespace kith::picture

#pragma once
// What a letter is to a search: part of a word, a word's pair, a picture, or nothing.
//
// Threads: pure functions.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::search {

using Letter = std::int32_t;

enum class Shape : std::uint8_t {
  gap,      // stands between words
  letter,   // of a script that writes blanks between words
  pair,     // of a script that does not
  picture,  // a word by itself
  hidden,   // seen by nobody: joiners, variation selectors; part of whatever it stands in
};

Shape shape_of(Letter letter);

// The letter that begins at `at`, and its bytes; a letter of one byte that is no letter where the
// text is not UTF-8. REQUIRES: at < text.size()
struct Read {
  Letter letter = -1;
  std::size_t bytes = 1;
};
Read read_letter(std::string_view text, std::size_t at);

// Compatibility forms made one, case folded, accents taken off. `text` is UTF-8.
std::vector<Letter> folded_letters(std::string_view text);

void append_letter(std::string& out, Letter letter);

}  // namespace kith::search

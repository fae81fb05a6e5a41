#pragma once
// Letters, words and endings in any script, for finding names in a text.
//
// Threads: pure functions.
// REQUIRES: text is UTF-8.

#include <string>
#include <string_view>
#include <vector>

namespace kith::network {

// Where names meet other letters: endings after them, letters before them, or no blanks at all.
enum class Script : unsigned char { endings, prefixes, joined, unspaced, other };

char32_t first_letter(std::string_view text, std::size_t* size = nullptr);
std::vector<char32_t> letters_of(std::string_view text);
Script script_of(char32_t letter);
bool is_hangul_or_han(char32_t letter);
bool is_lower(char32_t letter);
bool is_upper(char32_t letter);

struct Word {
  std::string_view text;  // as written
  std::string folded;
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<Word> words_of(std::string_view text);

// The folded word is the folded name with an ending of the language (or letters before it); not the
// name itself.
bool is_inflected(std::string_view word, std::string_view name);

}  // namespace kith::network

#pragma once
// Text into words that can be compared: compatibility forms made one, case folded, accents taken
// off. Scripts that write no blanks between words (Chinese, Japanese, Korean, Thai and others) give
// every two neighbours as a word; a letter that stands alone, and the last one of a run, give
// themselves. A picture letter (emoji) is a word.
//
// Threads: pure functions.
// Units:   positions in bytes of the text as it was given.
// Errors:  none; bytes that are not UTF-8 stand between words.
// Sources: Unicode Standard Annex 15 (NFKC), section 3.13 (caseless matching).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::search {

// A word is cut here, so that no text makes a long row; in texts and in queries alike.
inline constexpr std::size_t kWordBytes = 64;

struct Word {
  std::string folded;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  // The last letter of a run that gave pairs: lets that letter be found, and is no word to ask for.
  bool tail = false;
};

std::vector<Word> words_of(std::string_view text);

// What stands behind a '#' that begins a word: letters, digits, '-' and '_'; folded, without '#'.
std::vector<std::string> tags_of(std::string_view text);

// A tag as a person gives it, with or without '#'; empty when it is none.
std::string fold_tag(std::string_view tag);

}  // namespace kith::search

#pragma once
// What a person searches for, and how well a record fits it. Every word must occur, as a word or as
// the beginning of one; a word behind '#' is a tag, and must occur as it is.
//
// Threads: plain values and pure functions.

#include <string>
#include <string_view>
#include <vector>

#include "kith/search/postings.h"

namespace kith::search {

struct Query {
  std::vector<std::string> words;  // folded, each once
  std::vector<std::string> tags;
  bool empty() const { return words.empty() && tags.empty(); }
};
Query parse_query(std::string_view text);

// Whether some word of `text` begins with `word`.
bool has_word(std::string_view text, std::string_view word);

// How much one word counts by the fields it was found in; twice when it is there as it was asked.
std::uint32_t points(std::uint8_t fields, bool exact);

// Points of all words together, and how old the record is: what is of today counts double, what is
// `kHalfDays` old half as much more, what is very old as its points say.
inline constexpr std::int64_t kHalfDays = 60;
std::uint64_t rank(std::uint32_t points, std::int64_t age_days);

}  // namespace kith::search

#pragma once
// The part of a text that shows why it was found, with the places of the words in it.
//
// Threads: pure functions.
// Units:   bytes of UTF-8; no letter is cut.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kith/search/query.h"

namespace kith::search {

inline constexpr std::size_t kSnippetBytes = 240;

struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
  bool operator==(const Mark&) const = default;
};

struct Snippet {
  std::string text;         // on one line; what was left out is an ellipsis
  std::vector<Mark> marks;  // in order, apart from each other
};

Snippet snippet_of(std::string_view text, const Query& query, std::size_t most = kSnippetBytes);

}  // namespace kith::search

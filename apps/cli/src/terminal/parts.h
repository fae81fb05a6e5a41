#pragma once
// A text that is longer than one record may hold, in parts.
//
// Threads: pure functions.
// Units:   sizes in bytes.

#include <string>
#include <string_view>
#include <vector>

namespace kith::cli {

// Pieces of at most `most` bytes that make the text again when put together: cut between paragraphs where that can be,
// else between lines, sentences, words, and never inside of a letter. REQUIRES: most >= 4, UTF-8
std::vector<std::string_view> in_parts(std::string_view text, std::size_t most);

}  // namespace kith::cli

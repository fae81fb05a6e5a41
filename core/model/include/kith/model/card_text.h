#pragma once
// Texts that come from other programs, made fit for a person's fields, and what those fields hold at
// the most.
//
// Threads: pure functions.
// Units:   sizes in bytes of UTF-8.
// Errors:  none.

#include <string>
#include <string_view>

#include "kith/model/kinds.h"
#include "kith/model/value.h"

namespace kith::model {

inline constexpr std::size_t kCardLineMost = 512;
inline constexpr std::size_t kCardTextMost = 64 * 1024;
inline constexpr std::size_t kCardListMost = 100;

// What a text of that field of a person has at the most.
std::size_t most_in(FieldNumber field);
// Every text of a field in normal form, what is too long for it cut there; how many texts were.
std::size_t cut_to_fit(FieldNumber field, Value& value);

// Every line end made a line feed, as texts of ours have it.
std::string with_line_feeds(std::string_view text);
// Blanks and line ends made one blank, ends trimmed.
std::string one_line(std::string_view text);

}  // namespace kith::model

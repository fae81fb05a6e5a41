#pragma once
// Texts taken apart, by utf8proc. Bytes that are not UTF-8 are passed over.
//
// Threads: pure functions.

#include <cstdint>
#include <string_view>
#include <vector>

namespace kith::picture {

struct Letter {
  std::int32_t code = 0;
  std::string_view bytes;
};
std::vector<Letter> letters_of(std::string_view text);

// What a reader takes for one character each.
std::vector<std::string_view> characters_of(std::string_view text);

bool is_right_to_left(std::int32_t code);
int columns_of(std::int32_t code);
// A mark that stands beside its letter, as vowels of Indian scripts do, and not above or below it.
bool takes_room(std::int32_t code);

}  // namespace kith::picture

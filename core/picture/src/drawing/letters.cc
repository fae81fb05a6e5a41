#include "drawing/letters.h"

#include <utf8proc.h>

namespace kith::picture {

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> out;
  std::size_t at = 0;
  while (at < text.size()) {
    utf8proc_int32_t code = 0;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (used <= 0) {
      ++at;
      continue;
    }
    out.push_back({code, text.substr(at, static_cast<std::size_t>(used))});
    at += static_cast<std::size_t>(used);
  }
  return out;
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> out;
  utf8proc_int32_t state = 0;
  std::int32_t before = 0;
  for (const Letter& letter : letters_of(text)) {
    const bool breaks = out.empty() || utf8proc_grapheme_break_stateful(before, letter.code, &state);
    const bool touches = !out.empty() && out.back().data() + out.back().size() == letter.bytes.data();
    if (breaks || !touches) {
      out.push_back(letter.bytes);
    } else {
      out.back() = std::string_view(out.back().data(), out.back().size() + letter.bytes.size());
    }
    before = letter.code;
  }
  return out;
}

bool is_right_to_left(std::int32_t code) {
  const auto bidi = utf8proc_get_property(code)->bidi_class;
  return bidi == UTF8PROC_BIDI_CLASS_R || bidi == UTF8PROC_BIDI_CLASS_AL;
}

int columns_of(std::int32_t code) { return utf8proc_charwidth(code); }

bool takes_room(std::int32_t code) { return utf8proc_category(code) == UTF8PROC_CATEGORY_MC; }

}  // namespace kith::picture

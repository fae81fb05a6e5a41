#include "terminal/parts.h"

namespace kith::cli {
namespace {

// Behind the last of these that begins in the second half of the text; nothing where there is none.
std::size_t behind_last(std::string_view text, std::string_view mark) {
  const std::size_t at = text.rfind(mark);
  return at == std::string_view::npos || at < text.size() / 2 ? 0 : at + mark.size();
}

// How much of the text, which is longer than that, goes into the first part.
std::size_t cut(std::string_view text, std::size_t most) {
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0U) == 0x80U) --most;  // not inside of a letter
  const std::string_view first = text.substr(0, most);
  for (const std::string_view mark : {"\n\n", "\n", ". ", " "}) {
    if (const std::size_t at = behind_last(first, mark); at > 0) return at;
  }
  return most;
}

}  // namespace

std::vector<std::string_view> in_parts(std::string_view text, std::size_t most) {
  std::vector<std::string_view> out;
  while (text.size() > most) {
    const std::size_t size = cut(text, most);
    out.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  out.push_back(text);
  return out;
}

}  // namespace kith::cli

#include "kith/picture/text.h"

#include <algorithm>

#include "drawing/letters.h"
#include "kith/picture/words.h"

namespace kith::picture {
namespace {

constexpr int kLeastColumns = 20;

// Broken between words; a word that is wider than a line is broken between characters. What goes on
// stands two columns further in than the line began.
void wrap(std::string_view line, int columns, std::string& out) {
  const std::size_t lead = std::min(line.find_first_not_of(' '), static_cast<std::size_t>(columns / 4));
  std::string now(lead, ' ');
  bool fresh = true;  // no word in `now` yet
  const auto flush = [&] {
    out += now + "\n";
    now.assign(lead + 2, ' ');
    fresh = true;
  };
  std::string word;
  const auto put = [&] {
    if (word.empty()) return;
    if (!fresh && columns_of(now) + 1 + columns_of(word) > columns) flush();
    if (!fresh) now += ' ';
    for (const std::string_view character : characters_of(word)) {
      if (columns_of(now) + columns_of(character) > columns) flush();
      now += character;
      fresh = false;
    }
    word.clear();
  };
  for (const std::string_view character : characters_of(line)) {
    if (character == " ") {
      put();
    } else {
      word += character;
    }
  }
  put();
  if (!fresh) out += now + "\n";
}

}  // namespace

std::string terminal_of(const Picture& picture, int columns) {
  columns = std::max(columns, kLeastColumns);
  std::string out;
  wrap(picture.title, columns, out);
  out += std::string(static_cast<std::size_t>(std::min(columns, columns_of(picture.title))), '-') + "\n";
  const bool drawn = !picture.rows.empty() && std::all_of(picture.rows.begin(), picture.rows.end(),
                                                          [&](const auto& row) { return columns_of(row) <= columns; });
  if (drawn) {
    for (const std::string& row : picture.rows) out += row + "\n";
    return out;
  }
  for (const std::string& line : picture.lines) wrap(line, columns, out);
  return out;
}

std::string list_of(const Picture& picture) {
  std::string out = picture.title + "\n";
  for (const std::string& line : picture.lines) out += line + "\n";
  return out;
}

}  // namespace kith::picture

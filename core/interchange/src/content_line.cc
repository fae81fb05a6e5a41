#include "content_line.h"

namespace kith::interchange {
namespace {

bool goes_on_a_letter(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

// How much of `text` fits into `room`. Bytes that are no letters at all are cut where the room ends.
std::size_t piece_of(std::string_view text, std::size_t room) {
  constexpr std::size_t kLetterMost = 4;
  if (text.size() <= room) return text.size();
  std::size_t size = room;
  while (room - size < kLetterMost && goes_on_a_letter(text[size])) --size;
  return room - size < kLetterMost ? size : room;
}

std::string without_line_ends(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\r' && line.substr(i + 1, 1) == "\n") continue;
    if (line[i] == '\r' || line[i] == '\n') {
      out += "\\n";
    } else {
      out += line[i];
    }
  }
  return out;
}

}  // namespace

void put_line(std::string& out, std::string_view line) {
  const std::string whole = without_line_ends(line);
  std::string_view left = whole;
  std::size_t room = kLineBytes;
  while (true) {
    const std::size_t size = piece_of(left, room);
    out += left.substr(0, size);
    out += "\r\n";
    left.remove_prefix(size);
    if (left.empty()) return;
    out += ' ';
    room = kLineBytes - 1;
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' && text.substr(i + 1, 1) == "\n") continue;
    if (c == '\r' || c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace kith::interchange

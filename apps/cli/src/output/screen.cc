#include "output/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <cwchar>
#include <cwctype>

namespace kith::cli {
namespace {

struct Glyph {
  std::string bytes;
  std::size_t columns = 1;
  wchar_t value = 0;
};

bool turns_direction(wchar_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

// Only what may be printed; newlines stay as newlines.
std::vector<Glyph> glyphs(std::string_view text) {
  std::vector<Glyph> out;
  std::mbstate_t state{};
  while (!text.empty()) {
    wchar_t c = 0;
    std::size_t size = std::mbrtowc(&c, text.data(), text.size(), &state);
    if (size == 0 || size > text.size()) {  // a zero byte, or not UTF-8
      state = {};
      out.push_back({"?", 1, L'?'});
      text.remove_prefix(1);
      continue;
    }
    const int columns = ::wcwidth(c);
    if (c == L'\n') {
      out.push_back({"\n", 0, c});
    } else if (c == L'\t') {
      out.push_back({" ", 1, L' '});
    } else if (c == static_cast<wchar_t>(kJoinedSpace)) {
      out.push_back({" ", 1, c});  // wrap() ends no word there
    } else if (columns >= 0 && !std::iswcntrl(static_cast<wint_t>(c)) && !turns_direction(c)) {
      out.push_back({std::string(text.substr(0, size)), static_cast<std::size_t>(columns), c});
    }
    text.remove_prefix(size);
  }
  return out;
}

struct Line {
  std::string text;
  std::size_t columns = 0;
};

void close_line(std::vector<std::string>& out, Line& line) {
  while (!line.text.empty() && line.text.back() == ' ') line.text.pop_back();
  out.push_back(std::move(line.text));
  line = {};
}

}  // namespace

std::size_t screen_columns() {
  // Asked once: a pager may stand in the terminal's place afterwards.
  static const std::size_t columns = [] {
    winsize size{};
    const bool known = ::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? std::clamp<std::size_t>(size.ws_col, kColumnsLeast, kColumnsMost) : kColumnsMost;
  }();
  return columns;
}

std::size_t width(std::string_view text) {
  std::size_t out = 0;
  for (const Glyph& glyph : glyphs(text)) out += glyph.columns;
  return out;
}

bool is_text(std::string_view text) {
  std::mbstate_t state{};
  while (!text.empty()) {
    const std::size_t size = std::mbrtowc(nullptr, text.data(), text.size(), &state);
    if (size > text.size()) return false;
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return true;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const Glyph& glyph : glyphs(text)) out += glyph.value == L'\n' ? " " : glyph.bytes;
  return out;
}

std::string fit(std::string_view text, std::size_t columns) {
  const std::string flat = one_line(text);
  const std::size_t full = width(flat);
  if (full <= columns) return flat + std::string(columns - full, ' ');
  std::string out;
  std::size_t used = 0;
  for (const Glyph& glyph : glyphs(flat)) {
    if (used + glyph.columns + 1 > columns) break;
    out += glyph.bytes;
    used += glyph.columns;
  }
  return out + "…" + std::string(columns - used - 1, ' ');
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> out;
  Line line;
  Line word;
  const auto end_word = [&] {
    if (word.columns == 0) return;
    if (line.columns > 0 && line.columns + word.columns > columns) close_line(out, line);
    line.text += word.text;
    line.columns += word.columns;
    word = {};
  };
  for (const Glyph& glyph : glyphs(text)) {
    if (glyph.value == L'\n') {
      end_word();
      close_line(out, line);
    } else if (glyph.value == L' ') {
      end_word();
      if (line.columns > 0 && line.columns < columns) {
        line.text += ' ';
        ++line.columns;
      }
    } else {
      if (word.columns + glyph.columns > columns) end_word();  // a word longer than a line
      word.text += glyph.bytes;
      word.columns += glyph.columns;
    }
  }
  end_word();
  if (!line.text.empty()) close_line(out, line);
  return out;
}

void print_line(std::string_view text) {
  for (const std::string& line : wrap(text, screen_columns())) std::printf("%s\n", line.c_str());
}

namespace {

void print_beside(const std::string& label, std::size_t label_columns, std::string_view text) {
  bool first = true;
  for (const std::string& line : wrap(text, screen_columns() - label_columns)) {
    std::printf("%s%s\n", first ? label.c_str() : std::string(label_columns, ' ').c_str(), line.c_str());
    first = false;
  }
}

}  // namespace

void print_field(std::string_view label, std::string_view text, std::size_t label_columns) {
  if (text.empty()) return;
  print_beside(fit(label, label_columns), label_columns, text);
}

void print_item(std::string_view id, std::string_view text) {
  const std::string label = std::string(id.substr(0, kIdDigits)) + "  ";
  print_beside(label, label.size(), text.empty() ? std::string_view("(no text)") : text);
}

bool is_written() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

std::string local_time(double wall_ms) {
  if (wall_ms <= 0) return {};
  const std::time_t seconds = static_cast<std::time_t>(wall_ms / 1000);
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  char out[32];
  return {out, std::strftime(out, sizeof out, "%Y-%m-%d %H:%M", &parts)};
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string size_text(double bytes) {
  if (bytes < 10'000) return counted(static_cast<std::uint64_t>(bytes), "byte", "bytes");
  if (bytes < 10'000.0 * 1024) return std::to_string(static_cast<std::uint64_t>(bytes / 1024)) + " KiB";
  return std::to_string(static_cast<std::uint64_t>(bytes / 1024 / 1024)) + " MiB";
}

std::string spaced_digits(const std::string& digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 4 == 0) out += ' ';
    out += digits[i];
  }
  return out;
}

}  // namespace kith::cli

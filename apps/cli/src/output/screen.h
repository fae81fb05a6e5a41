#pragma once
// Text for a terminal of 80 columns, or a narrower one. What a partner wrote is shown as text only: control
// characters and marks that turn the direction of a line never reach the terminal.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::cli {

inline constexpr std::size_t kColumnsMost = 80;   // a longer line is hard to read
inline constexpr std::size_t kColumnsLeast = 40;

// Columns of the terminal that is written to, within the two; kColumnsMost where it is none.
std::size_t screen_columns();

// A space at which no line is broken, in what print_line() and its like are given.
inline constexpr char kJoinedSpace = '\x1f';

// Columns a text takes; text that is not UTF-8 counts a column a byte.
std::size_t width(std::string_view text);
// Whether it is UTF-8 throughout.
bool is_text(std::string_view text);
// Printable, on one line.
std::string one_line(std::string_view text);
// Cut to `columns` with an ellipsis, or filled with spaces.
std::string fit(std::string_view text, std::size_t columns);
// Lines of at most `columns`; newlines of the text are kept.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

// "label" in a column of its own, then the text, wrapped beside it. Nothing for an empty text.
void print_field(std::string_view label, std::string_view text, std::size_t label_columns = 14);
// The first digits of the id, which every command takes, then the text wrapped beside it.
inline constexpr std::size_t kIdDigits = 8;
void print_item(std::string_view id, std::string_view text);
void print_line(std::string_view text);

// Whether all that was printed so far has left this process.
bool is_written();

// "2026-11-24 12:35" in local time; empty for 0.
std::string local_time(double wall_ms);
// The texts, with `between` from one to the next.
template <typename Texts>
std::string joined(const Texts& texts, std::string_view between = ", ") {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += between;
    out += text;
  }
  return out;
}

// "1 note", "3 notes".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);
// "1,234 KiB"
std::string size_text(double bytes);
// "1234 5678 9012"
std::string spaced_digits(const std::string& digits);
// The text as a QR of half blocks; empty when it does not fit.
std::string qr(const std::string& text);

}  // namespace kith::cli

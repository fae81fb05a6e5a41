#include "kith/picture/words.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "drawing/letters.h"
#include "kith/model/text.h"

namespace kith::picture {
namespace {

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";
constexpr std::string_view kIsolate = "\xe2\x81\xa8";  // first strong isolate
constexpr std::string_view kRelease = "\xe2\x81\xa9";
constexpr std::size_t kMostNameBytes = 64 * 1024;

// In parts of the size of the font, and rather too wide: the widest of DejaVu Sans and the Noto Sans
// family, rounded up.
double ascii_width(char c) {
  constexpr std::string_view kNarrow = "iljI.,:;'";
  constexpr std::string_view kSlim = " ftr()[]-/\\\"`!";
  constexpr std::string_view kBroad = "#&+<=>^~";
  constexpr std::string_view kWide = "mwMW@%";
  if (kNarrow.find(c) != std::string_view::npos) return 0.37;
  if (kSlim.find(c) != std::string_view::npos) return c == '`' ? 0.5 : 0.46;
  if (kBroad.find(c) != std::string_view::npos) return 0.84;
  if (kWide.find(c) != std::string_view::npos) return 1.0;
  return std::isupper(static_cast<unsigned char>(c)) != 0 ? 0.79 : 0.65;
}

struct Widths {
  std::int32_t from;
  std::int32_t to;
  double width;
};
// Of letters that take one column; the first row that holds a letter counts.
constexpr Widths kWidths[] = {
    {0xB7, 0xB7, 0.65},     // dot between words
    {0xA0, 0xBF, 1.0},      // signs
    {0xC6, 0xC6, 1.1},      // AE, OE and other broad ones
    {0xE6, 0xE6, 1.1},
    {0x126, 0x126, 1.1},
    {0x149, 0x149, 1.1},
    {0x152, 0x153, 1.1},
    {0x174, 0x175, 1.1},
    {0xD7, 0xD7, 0.84},
    {0xF7, 0xF7, 0.84},
    {0xC0, 0x17F, 0.8},     // Latin with accents
    {0x1C4, 0x1CC, 1.45},   // two letters in one
    {0x1F1, 0x1F3, 1.45},
    {0x180, 0x24F, 1.15},
    {0x409, 0x40A, 1.1},    // Cyrillic: lje, nje
    {0x416, 0x416, 1.1},    // zhe
    {0x41C, 0x41C, 0.95},   // em
    {0x424, 0x424, 0.9},    // ef
    {0x428, 0x429, 1.1},    // sha, shcha
    {0x42A, 0x42B, 0.9},    // hard sign, yery
    {0x42E, 0x42E, 1.1},    // yu
    {0x400, 0x42F, 0.82},   // other capitals
    {0x436, 0x436, 0.95},   // the same ones, small
    {0x444, 0x444, 0.9},
    {0x448, 0x449, 0.95},
    {0x44B, 0x44B, 0.8},
    {0x44E, 0x44E, 0.9},
    {0x459, 0x45A, 0.95},
    {0x430, 0x45F, 0.76},
    {0x460, 0x52F, 1.45},   // old and rare Cyrillic
    {0x5D0, 0x5EA, 0.9},    // Hebrew
    {0x904, 0x914, 1.05},   // Devanagari: vowels by themselves
    {0x974, 0x975, 1.05},
    {0x900, 0x97F, 0.9},
    {0x633, 0x636, 1.35},   // seen, sheen, sad, dad and their kin
    {0x69A, 0x69E, 1.35},
    {0x600, 0x6FF, 1.05},   // other Arabic
    {0x2026, 0x2026, 1.05}, // ellipsis
    {0x2190, 0x2BFF, 1.25}, // arrows and symbols
};

double letter_width(std::int32_t code) {
  if (code < 0x80) return ascii_width(static_cast<char>(code));
  switch (columns_of(code)) {
    case 0: return takes_room(code) ? 0.3 : 0;
    case 1: break;
    default: return code >= 0x1F000 ? 1.35 : 1.05;
  }
  for (const Widths& row : kWidths) {
    if (code >= row.from && code <= row.to) return row.width;
  }
  return 1.15;
}

// Marks that turn what follows: a name has no business to turn its neighbours.
bool turns(std::int32_t code) { return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069); }

std::string one_line(std::string_view text) {
  std::string out;
  for (const Letter& letter : letters_of(text)) {
    if (turns(letter.code)) continue;
    const bool blank = letter.code == ' ' || letter.code == '\n' || letter.code == '\r' || letter.code == '\t' ||
                       letter.code == 0x2028 || letter.code == 0x2029;
    if (!blank) {
      out += letter.bytes;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_isolated(std::string_view words) { return words.starts_with(kIsolate) && words.ends_with(kRelease); }
std::string_view inside(std::string_view words) {
  return words.substr(kIsolate.size(), words.size() - kIsolate.size() - kRelease.size());
}
std::string closed_off(std::string_view words) {
  return std::string(kIsolate) + std::string(words) + std::string(kRelease);
}

}  // namespace

double width_of(std::string_view words, double size, bool bold) {
  double out = 0;
  for (const Letter& letter : letters_of(words)) out += letter_width(letter.code);
  return out * size * (bold ? 1.1 : 1.0);
}

Box box_of(const Text& text) {
  const double width = width_of(text.words, text.size, text.bold);
  const double left = text.anchor == Anchor::left     ? text.at.x
                      : text.anchor == Anchor::middle ? text.at.x - width / 2
                                                      : text.at.x - width;
  return {left, text.at.y - 0.95 * text.size, width, 1.25 * text.size, 0};
}

bool overlap(const Box& a, const Box& b) {
  constexpr double kTouch = 1e-6;
  return a.x + a.width > b.x + kTouch && b.x + b.width > a.x + kTouch && a.y + a.height > b.y + kTouch &&
         b.y + b.height > a.y + kTouch;
}

namespace {

// A reader breaks behind a blank or a hyphen, and between two letters of a script without blanks.
bool may_break(std::string_view before, std::string_view after) {
  return before == " " || before == "-" || before == "\xd6\xbe" || (columns_of(before) == 2 && columns_of(after) == 2);
}

std::string joined(const std::vector<std::string_view>& characters, std::size_t from, std::size_t to) {
  while (to > from && characters[to - 1] == " ") --to;
  std::string out;
  for (std::size_t i = from; i < to; ++i) out += characters[i];
  return out;
}

// Where the second line begins, so that both are about as long: of the places with at most `most`
// characters before them, else the first one; 0 when there is none.
std::size_t second_line(const std::vector<std::string_view>& characters, std::size_t most) {
  std::size_t out = 0;
  std::size_t longer = 0;
  for (std::size_t i = 1; i < characters.size(); ++i) {
    if (!may_break(characters[i - 1], characters[i])) continue;
    const std::size_t before = characters[i - 1] == " " ? i - 1 : i;
    const std::size_t now = std::max(before, characters.size() - i);
    if (out != 0 && (before > most || now >= longer)) break;
    out = i;
    longer = now;
  }
  return out;
}

}  // namespace

std::vector<std::string> in_lines(std::string_view words, std::size_t most) {
  if (characters_in(words) <= most) return {std::string(words)};
  if (is_isolated(words)) {
    std::vector<std::string> out = in_lines(inside(words), most);
    for (std::string& line : out) line = closed_off(line);
    return out;
  }
  const auto characters = characters_of(words);
  const std::size_t second = second_line(characters, most);
  if (second == 0) return {shortened(words, most)};
  return {shortened(joined(characters, 0, second), most),
          shortened(joined(characters, second, characters.size()), most)};
}

std::size_t characters_in(std::string_view words) {
  return is_isolated(words) ? characters_in(inside(words)) : characters_of(words).size();
}

std::string shortened(std::string_view words, std::size_t most) {
  if (is_isolated(words)) return closed_off(shortened(inside(words), most));
  const auto characters = characters_of(words);
  if (characters.size() <= most) return std::string(words);
  if (most == 0) return {};
  std::string out;
  for (std::size_t i = 0; i + 1 < most; ++i) out += characters[i];
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + std::string(kEllipsis);
}

std::string fitted(std::string_view words, double size, double width, bool bold) {
  if (width_of(words, size, bold) <= width) return std::string(words);
  for (std::size_t most = characters_in(words); most > 1; --most) {
    std::string out = shortened(words, most - 1);
    if (most > 2 && width_of(out, size, bold) <= width) return out;
  }
  return {};
}

int columns_of(std::string_view words) {
  int out = 0;
  for (const Letter& letter : letters_of(words)) out += columns_of(letter.code);
  return out;
}

std::string to_columns(std::string_view words, int columns) {
  std::string out(words);
  for (std::size_t most = characters_in(words); columns_of(out) > columns && most > 0;) {
    out = shortened(words, --most);
  }
  out.append(static_cast<std::size_t>(std::max(0, columns - columns_of(out))), ' ');
  return out;
}

std::string isolated(std::string_view words, bool always) {
  if (is_isolated(words)) return std::string(words);
  const auto letters = letters_of(words);
  const bool turned =
      std::any_of(letters.begin(), letters.end(), [](const Letter& l) { return is_right_to_left(l.code); });
  return turned || always ? closed_off(words) : std::string(words);
}

std::string initials_of(std::string_view name) {
  if (is_isolated(name)) return initials_of(inside(name));
  std::string first;
  std::string last;
  bool begins = true;
  for (const std::string_view character : characters_of(name)) {
    if (begins && character != " ") (first.empty() ? first : last) = character;
    begins = character == " ";
  }
  return first + last;
}

Result<std::vector<std::string>> shown_names(const std::vector<std::string>& names, const Options& options) {
  std::vector<std::string> out;
  for (const std::string& name : names) {
    KITH_TRY(const std::string clean, model::clean_text(name, kMostNameBytes));
    std::string line = one_line(clean);
    if (line.empty()) line = "no name";
    out.push_back(options.initials_only ? initials_of(line) : line);
  }
  if (options.initials_only) {
    std::map<std::string, int> all;
    for (const std::string& initials : out) ++all[initials];
    std::map<std::string, int> seen;
    for (std::string& initials : out) {
      if (all[initials] > 1) initials += std::to_string(++seen[initials]);
    }
  }
  for (std::string& shown : out) shown = isolated(shown, options.right_to_left);
  return out;
}

}  // namespace kith::picture

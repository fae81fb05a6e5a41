#include "letters.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace kith::search {
namespace {

struct Range {
  Letter first;
  Letter last;
};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, Letter letter) {
  const auto at = std::lower_bound(ranges.begin(), ranges.end(), letter,
                                   [](const Range& range, Letter value) { return range.last < value; });
  return at != ranges.end() && at->first <= letter;
}

// Scripts without blanks between words, and Korean, whose words grow endings. In order.
constexpr std::array<Range, 20> kPairs{{{0x0e01, 0x0e4e}, {0x0e81, 0x0ece}, {0x1000, 0x109f}, {0x1100, 0x11ff},
                                        {0x1780, 0x17d3}, {0x2e80, 0x2fd5}, {0x3005, 0x3007}, {0x3021, 0x3029},
                                        {0x3041, 0x309f}, {0x30a1, 0x30fa}, {0x30fc, 0x30ff}, {0x3105, 0x312f},
                                        {0x3131, 0x318e}, {0x31f0, 0x31ff}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff},
                                        {0xac00, 0xd7fb}, {0xf900, 0xfaff}, {0xff66, 0xff9f}, {0x20000, 0x3ffff}}};

// What a person leaves out when he types in haste: accents, Arabic and Hebrew vowel points, the
// stretching stroke. Not the vowel signs of Indic scripts, which are letters to who reads them.
constexpr std::array<Range, 18> kAccents{{{0x0300, 0x036f}, {0x0591, 0x05bd}, {0x05bf, 0x05bf}, {0x05c1, 0x05c2},
                                          {0x05c4, 0x05c5}, {0x05c7, 0x05c7}, {0x0610, 0x061a}, {0x0640, 0x0640},
                                          {0x064b, 0x065f}, {0x0670, 0x0670}, {0x06d6, 0x06dc}, {0x06df, 0x06e4},
                                          {0x06e7, 0x06e8}, {0x06ea, 0x06ed}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},
                                          {0x20d0, 0x20ff}, {0xfe20, 0xfe2f}}};

// Strokes and the missing dot are accents to a reader, and none to Unicode.
Letter without_stroke(Letter letter) {
  switch (letter) {
    case 0x0131: return 'i';  // dotless i
    case 0x0111: return 'd';
    case 0x0142: return 'l';
    case 0x00f8: return 'o';
    default: return letter;
  }
}

}  // namespace

Shape shape_of(Letter letter) {
  if (letter < 0) return Shape::gap;
  if (in(kPairs, letter)) return Shape::pair;
  switch (utf8proc_category(letter)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return letter >= 0xfe00 && letter <= 0xfe0f ? Shape::hidden : Shape::letter;
    case UTF8PROC_CATEGORY_SO:
      return Shape::picture;
    case UTF8PROC_CATEGORY_CF:
      return Shape::hidden;
    default:
      return Shape::gap;
  }
}

Read read_letter(std::string_view text, std::size_t at) {
  Read out;
  utf8proc_int32_t letter = -1;
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &letter);
  if (used <= 0) return out;
  out.letter = letter;
  out.bytes = static_cast<std::size_t>(used);
  return out;
}

std::vector<Letter> folded_letters(std::string_view text) {
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                           UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto* from = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  // The longest that Unicode makes of one letter are 18; one more place for utf8proc itself.
  std::vector<Letter> letters(text.size() * 4 + 20);
  auto count = utf8proc_decompose(from, size, letters.data(), static_cast<utf8proc_ssize_t>(letters.size()), kOptions);
  if (count > static_cast<utf8proc_ssize_t>(letters.size())) {
    letters.resize(static_cast<std::size_t>(count) + 1);
    count = utf8proc_decompose(from, size, letters.data(), static_cast<utf8proc_ssize_t>(letters.size()), kOptions);
  }
  if (count < 0) return {};
  letters.resize(static_cast<std::size_t>(count));
  std::erase_if(letters, [](Letter letter) { return in(kAccents, letter); });
  const auto left = utf8proc_normalize_utf32(letters.data(), static_cast<utf8proc_ssize_t>(letters.size()),
                                             static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  letters.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(left, 0)));
  for (Letter& letter : letters) letter = without_stroke(letter);
  return letters;
}

void append_letter(std::string& out, Letter letter) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(letter, bytes.data());
  std::transform(bytes.begin(), bytes.begin() + std::max<utf8proc_ssize_t>(size, 0), std::back_inserter(out),
                 [](utf8proc_uint8_t byte) { return static_cast<char>(byte); });
}

}  // namespace kith::search

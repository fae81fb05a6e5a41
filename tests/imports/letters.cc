#include "letters.h"

#include <iconv.h>

#include <array>
#include <utility>
#include <vector>

namespace kith::imports {
namespace {

// What UTF-8 has: also letters whose normal form is another one, and one of four bytes.
constexpr Letter kAll[] = {{"ä", "ä"},       {"ñ", "ñ"}, {"ß", "ß"}, {"Ж", "Ж"},  {"字", "字"},
                           {"한", "한"},     {"😀", "😀"}, {"e\u0301", "\u00e9"}, {"\u212b", "\u00c5"}, {"ソ", "ソ"}};
constexpr Letter kWest[] = {{"ä", "ä"}, {"é", "é"}, {"ñ", "ñ"}, {"ø", "ø"}, {"ß", "ß"}};
constexpr Letter kMiddle[] = {{"ř", "ř"}, {"ž", "ž"}, {"ł", "ł"}};
constexpr Letter kCyrillic[] = {{"Ж", "Ж"}, {"я", "я"}, {"ё", "ё"}};
// The second byte of some of these is a backslash, or another letter of ASCII.
constexpr Letter kJapanese[] = {{"ソ", "ソ"}, {"表", "表"}, {"字", "字"}, {"能", "能"}};
constexpr Letter kSimple[] = {{"字", "字"}, {"好", "好"}};
constexpr Letter kTraditional[] = {{"功", "功"}, {"字", "字"}, {"許", "許"}};
constexpr Letter kKorean[] = {{"한", "한"}, {"글", "글"}};

constexpr std::array<std::pair<std::string_view, std::span<const Letter>>, 13> kSets{{{"", kAll},
                                                                                     {"UTF-8", kAll},
                                                                                     {"ISO-8859-1", kWest},
                                                                                     {"WINDOWS-1252", kWest},
                                                                                     {"ISO-8859-2", kMiddle},
                                                                                     {"WINDOWS-1251", kCyrillic},
                                                                                     {"KOI8-R", kCyrillic},
                                                                                     {"SHIFT_JIS", kJapanese},
                                                                                     {"EUC-JP", kJapanese},
                                                                                     {"ISO-2022-JP", kJapanese},
                                                                                     {"GB18030", kSimple},
                                                                                     {"BIG5", kTraditional},
                                                                                     {"EUC-KR", kKorean}}};

void add_unit(std::string& out, unsigned unit, bool little) {
  const auto low = static_cast<char>(unit & 0xffU);
  const auto high = static_cast<char>(unit >> 8U);
  out += little ? low : high;
  out += little ? high : low;
}

}  // namespace

std::span<const std::string_view> charsets() {
  static const auto kNames = [] {
    std::vector<std::string_view> out;
    for (const auto& [name, letters] : kSets) out.push_back(name);
    return out;
  }();
  return kNames;
}

std::span<const Letter> letters_of(std::string_view charset) {
  for (const auto& [name, letters] : kSets) {
    if (name == charset) return letters;
  }
  return kAll;
}

std::string in_charset(std::string_view utf8, std::string_view charset) {
  if (charset.empty() || charset == "UTF-8") return std::string(utf8);
  iconv_t tool = iconv_open(std::string(charset).c_str(), "UTF-8");
  if (tool == reinterpret_cast<iconv_t>(-1)) return {};
  std::string in(utf8);
  std::string out(in.size() * 8 + 16, '\0');
  char* in_at = in.data();
  char* out_at = out.data();
  std::size_t in_left = in.size();
  std::size_t out_left = out.size();
  const bool good = iconv(tool, &in_at, &in_left, &out_at, &out_left) != static_cast<std::size_t>(-1);
  iconv(tool, nullptr, nullptr, &out_at, &out_left);
  iconv_close(tool);
  out.resize(good ? out.size() - out_left : 0);
  return out;
}

std::string in_utf16(std::string_view utf8, bool little) {
  std::string out;
  add_unit(out, 0xfeff, little);
  for (std::size_t i = 0; i < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[i]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (utf8.substr(i, size) == kHalfLetter) {
      add_unit(out, 0xd83d, little);
    } else {
      unsigned code = size == 1 ? first : first & (0xffU >> (size + 1));
      for (std::size_t k = 1; k < size; ++k) code = (code << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3fU);
      if (code < 0x10000) {
        add_unit(out, code, little);
      } else {
        add_unit(out, 0xd800 + ((code - 0x10000) >> 10U), little);
        add_unit(out, 0xdc00 + ((code - 0x10000) & 0x3ffU), little);
      }
    }
    i += size;
  }
  return out;
}

}  // namespace kith::imports

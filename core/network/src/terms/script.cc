#include "terms/script.h"

#include <algorithm>
#include <iterator>

#include "kith/model/text.h"

namespace kith::network {
namespace {

struct Block {
  char32_t first;
  char32_t last;
};

bool in(char32_t c, std::initializer_list<Block> blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& b) { return c >= b.first && c <= b.last; });
}

bool is_word_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c == 0xaa || c == 0xb5 || c == 0xba) return true;
  // Punctuation, symbols and pictures.
  return !in(c, {{0x80, 0xbf},     {0xd7, 0xd7},     {0xf7, 0xf7},     {0x2bc, 0x2bc},   {0x589, 0x58a},
                 {0x5be, 0x5be},   {0x5c0, 0x5c0},   {0x5c3, 0x5c3},   {0x5f3, 0x5f4},   {0x60c, 0x60c},
                 {0x61b, 0x61b},   {0x61f, 0x61f},   {0x66a, 0x66d},   {0x6d4, 0x6d4},   {0x964, 0x965},
                 {0x104a, 0x104f}, {0x10fb, 0x10fb}, {0x1361, 0x1368}, {0x17d4, 0x17da}, {0x2000, 0x206f},
                 {0x20a0, 0x20cf}, {0x2190, 0x2bff}, {0x2e00, 0x2e7f}, {0x3000, 0x3004}, {0x3008, 0x3020},
                 {0x3030, 0x3030}, {0x303d, 0x303f}, {0x30fb, 0x30fb}, {0xfe10, 0xfe1f}, {0xfe30, 0xfe6f},
                 {0xff00, 0xff0f}, {0xff1a, 0xff20}, {0xff3b, 0xff40}, {0xff5b, 0xff65}, {0x1f000, 0x1faff}});
}

// Endings that languages of the script put to names, folded: genitives, cases, postpositions.
constexpr std::string_view kEndings[] = {
    // Latin: English, German, Slavic, Baltic, Finnic, Hungarian, Turkish
    "s", "es", "n", "en", "ens", "e", "a", "u", "i", "y", "o", "ie", "ze", "em", "om", "am", "ou", "ovi", "ova",
    "owi", "iem", "ui", "as", "ai", "aa", "an", "in", "un", "lle", "lla", "lta", "ssa", "sta", "ga", "le", "lt", "t",
    "at", "et", "nak", "nek", "val", "vel", "hoz", "hez", "rol", "tol", "ra", "re", "nin", "nun", "ye", "ya", "yi",
    "yu", "ni", "nu", "den", "dan", "de", "da", "te", "ta",
    // Cyrillic
    "а", "у", "ом", "ем", "е", "ы", "и", "ю", "ою", "ею", "ои", "еи", "я", "ов", "ова", "ови", "еві", "ові",
    "ам", "ами", "ин", "ина", "о",
    // Greek
    "σ", "υ", "ν", "ο", "ε", "η", "α"};

constexpr std::string_view kPrefixes[] = {"و", "ف", "ب", "ك", "ل", "ال", "لل", "وال", "بال",
                                          "ו", "ה", "ב", "כ", "ל", "מ", "ש", "וה", "ול", "וב"};

bool is_ending(std::string_view text) {
  return std::find(std::begin(kEndings), std::end(kEndings), text) != std::end(kEndings);
}

constexpr std::size_t kShortestStem = 3;

std::string without(const std::vector<char32_t>& letters, std::string_view text, std::size_t which) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    std::size_t size = 0;
    first_letter(text.substr(at), &size);
    if (i != which) out += text.substr(at, size);
    at += size;
  }
  return out;
}

bool is_vowel(char32_t c) {
  return std::u32string_view(U"aeiouyаеиоуыэюяіαεηιουω").find(c) != std::u32string_view::npos;
}

bool has_ending(std::string_view word, std::string_view stem) {
  return word.size() > stem.size() && word.starts_with(stem) && is_ending(word.substr(stem.size()));
}

bool inflected_by_endings(std::string_view word, std::string_view name) {
  const std::vector<char32_t> letters = letters_of(name);
  if (letters.size() < kShortestStem) return false;
  if (has_ending(word, name)) return true;
  if (letters.size() <= kShortestStem) return false;
  // Dana, Dany; Nikos, Niko; and Marek, Marka.
  const char32_t last = letters.back();
  if (is_vowel(last) || last == U'σ') {
    const std::string stem = without(letters, name, letters.size() - 1);
    if (has_ending(word, stem) || (last == U'σ' && word == stem)) return true;
  }
  const char32_t fleeting = letters[letters.size() - 2];
  if (!is_vowel(last) && (fleeting == U'e' || fleeting == U'е' || fleeting == U'о')) {
    return has_ending(word, without(letters, name, letters.size() - 2));
  }
  return false;
}

bool inflected_by_prefixes(std::string_view word, std::string_view name) {
  return std::any_of(std::begin(kPrefixes), std::end(kPrefixes), [&](std::string_view prefix) {
    return word.size() == prefix.size() + name.size() && word.starts_with(prefix) && word.ends_with(name);
  });
}

}  // namespace

char32_t first_letter(std::string_view text, std::size_t* size) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) < 0xe0 ? 2 : byte(0) < 0xf0 ? 3 : 4;
  char32_t out = length == 1 ? byte(0) : byte(0) & (0xffU >> (length + 1));
  for (std::size_t i = 1; i < length && i < text.size(); ++i) out = (out << 6U) | (byte(i) & 0x3fU);
  if (size != nullptr) *size = std::min(length, text.size());
  return out;
}

std::vector<char32_t> letters_of(std::string_view text) {
  std::vector<char32_t> out;
  while (!text.empty()) {
    std::size_t size = 0;
    out.push_back(first_letter(text, &size));
    text.remove_prefix(size);
  }
  return out;
}

Script script_of(char32_t c) {
  if (c < 0x530 || (c >= 0x1e00 && c <= 0x1fff)) return Script::endings;
  if (in(c, {{0x590, 0x6ff}, {0x750, 0x77f}})) return Script::prefixes;
  if (in(c, {{0x1100, 0x11ff}, {0xac00, 0xd7a3}})) return Script::joined;
  if (in(c, {{0xe00, 0xeff}, {0xf00, 0xfff}, {0x1000, 0x109f}, {0x1780, 0x17ff}, {0x3005, 0x30ff}, {0x3400, 0x9fff},
             {0xf900, 0xfaff}, {0x20000, 0x3ffff}})) {
    return Script::unspaced;
  }
  return Script::other;
}

bool is_hangul_or_han(char32_t c) {
  return in(c, {{0xac00, 0xd7a3}, {0x3400, 0x9fff}, {0xf900, 0xfaff}, {0x20000, 0x3ffff}});
}

bool is_upper(char32_t c) {
  if (in(c, {{'A', 'Z'}, {0xc0, 0xd6}, {0xd8, 0xde}, {0x386, 0x38f}, {0x391, 0x3ab}, {0x400, 0x42f}})) return true;
  if (in(c, {{0x139, 0x148}, {0x179, 0x17e}})) return c % 2 == 1;
  return in(c, {{0x100, 0x177}, {0x1e00, 0x1eff}, {0x460, 0x52f}}) && c % 2 == 0;
}

bool is_lower(char32_t c) {
  if (in(c, {{'a', 'z'}, {0xdf, 0xf6}, {0xf8, 0xff}, {0x3ac, 0x3ce}, {0x430, 0x45f}})) return true;
  if (in(c, {{0x139, 0x148}, {0x179, 0x17e}})) return c % 2 == 0;
  return in(c, {{0x100, 0x177}, {0x1e00, 0x1eff}, {0x460, 0x52f}}) && c % 2 == 1;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) {
      const std::string_view word = text.substr(begin, end - begin);
      out.push_back({word, model::fold(word), begin, end});
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 0;
    const bool letter = is_word_letter(first_letter(text.substr(at), &size));
    if (!letter) {
      close(at);
      begin = at + size;
    }
    at += size;
  }
  close(text.size());
  return out;
}

bool is_inflected(std::string_view word, std::string_view name) {
  if (name.empty() || word == name) return false;
  switch (script_of(first_letter(name))) {
    case Script::endings: return inflected_by_endings(word, name);
    case Script::prefixes: return inflected_by_prefixes(word, name);
    case Script::joined: return word.starts_with(name);
    case Script::unspaced: return letters_of(name).size() > 1 && word.find(name) != std::string_view::npos;
    case Script::other: {
      const std::size_t name_letters = letters_of(name).size();
      return name_letters > 1 && word.starts_with(name) && letters_of(word).size() <= name_letters + 4;
    }
  }
  return false;
}

}  // namespace kith::network

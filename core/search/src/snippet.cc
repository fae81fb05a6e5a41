#include "kith/search/snippet.h"

#include <algorithm>

#include "kith/search/fold.h"

namespace kith::search {
namespace {

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";

bool inside_letter(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80; }

bool wanted(const Query& query, const Word& word) {
  const auto fits = [&word](const std::string& ask) { return std::string_view(word.folded).starts_with(ask); };
  return std::any_of(query.words.begin(), query.words.end(), fits);
}

std::vector<Mark> marks_of(std::string_view text, const Query& query) {
  std::vector<Mark> out;
  for (const Word& word : words_of(text)) {
    if (!wanted(query, word)) continue;
    // Pairs of letters lie over each other.
    if (!out.empty() && word.begin <= out.back().begin + out.back().length) {
      out.back().length = std::max(word.end, out.back().begin + out.back().length) - out.back().begin;
      continue;
    }
    out.push_back({word.begin, word.end - word.begin});
  }
  return out;
}

// A place near `at` where a letter begins, or a word if one is close.
std::size_t cut_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kNear = 24;
  for (std::size_t i = at; i < text.size() && i < at + kNear; ++i) {
    if (i > 0 && text[i - 1] == ' ') return i;
  }
  while (at < text.size() && inside_letter(text[at])) ++at;
  return at;
}

std::size_t cut_behind(std::string_view text, std::size_t at) {
  constexpr std::size_t kNear = 24;
  for (std::size_t i = at; i > 0 && i + kNear > at; --i) {
    if (text[i] == ' ') return i;
  }
  while (at > 0 && inside_letter(text[at])) --at;
  return at;
}

}  // namespace

Snippet snippet_of(std::string_view text, const Query& query, std::size_t most) {
  const std::vector<Mark> marks = marks_of(text, query);
  std::size_t begin = 0;
  std::size_t end = text.size();
  if (text.size() > most) {
    const std::size_t first = marks.empty() ? 0 : marks.front().begin;
    // The first match stands in the first third, so that what follows it is seen.
    if (first + most / 3 > most) begin = std::min(cut_before(text, first - most / 3), first);
    if (text.size() - begin > most) end = std::max(cut_behind(text, begin + most), begin);
  }
  Snippet out;
  if (begin > 0) out.text += kEllipsis;
  const std::size_t shift = out.text.size();
  out.text += text.substr(begin, end - begin);
  std::replace_if(out.text.begin(), out.text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (end < text.size()) out.text += kEllipsis;
  for (const Mark& mark : marks) {
    if (mark.begin < begin || mark.begin + mark.length > end) continue;
    out.marks.push_back({static_cast<std::uint32_t>(mark.begin - begin + shift), mark.length});
  }
  return out;
}

}  // namespace kith::search

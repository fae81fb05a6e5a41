#include "kith/search/query.h"

#include <algorithm>

#include "kith/search/fold.h"

namespace kith::search {
namespace {

void add_once(std::vector<std::string>& to, std::string word) {
  if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(std::move(word));
}

}  // namespace

Query parse_query(std::string_view text) {
  Query out;
  for (std::string& tag : tags_of(text)) add_once(out.tags, std::move(tag));
  // The letters of a tag are words of the text too.
  for (Word& word : words_of(text)) {
    if (!word.tail) add_once(out.words, std::move(word.folded));
  }
  return out;
}

bool has_word(std::string_view text, std::string_view word) {
  const std::vector<Word> all = words_of(text);
  return std::any_of(all.begin(), all.end(), [word](const Word& w) { return w.folded.starts_with(word); });
}

std::uint32_t points(std::uint8_t fields, bool exact) {
  std::uint32_t best = 0;
  if ((fields & kName) != 0) {
    best = 8;
  } else if ((fields & kMain) != 0) {
    best = 4;
  } else if ((fields & kAbout) != 0) {
    best = 3;
  } else if ((fields & kOther) != 0) {
    best = 2;
  }
  return exact ? 2 * best : best;
}

std::uint64_t rank(std::uint32_t points, std::int64_t age_days) {
  const auto age = static_cast<std::uint64_t>(std::max<std::int64_t>(age_days, 0));
  constexpr std::uint64_t kUnit = 1'000'000;
  return points * (kUnit + kUnit * static_cast<std::uint64_t>(kHalfDays) / (static_cast<std::uint64_t>(kHalfDays) + age));
}

}  // namespace kith::search

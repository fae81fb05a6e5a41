#include "search_words.h"

#include <algorithm>
#include <set>

namespace kith::bench {
namespace {

constexpr std::size_t kWords = 20'000;

}  // namespace

SearchWords::SearchWords(std::uint64_t seed) : state_(seed * 2 + 1) {
  static constexpr const char* kSyllables[] = {"an", "be", "co", "da", "en", "fo", "ga", "he", "in", "jo", "ka", "li",
                                               "mo", "ne", "or", "pa", "qui", "re", "so", "ta", "un", "ve", "wi", "zo"};
  std::set<std::string> known;
  while (words_.size() < kWords) {
    std::string word;
    // Frequent words are short ones.
    const std::uint64_t most = words_.size() < 200 ? 2 : 4;
    for (std::uint64_t i = 1 + below(most); i > 0; --i) word += kSyllables[below(std::size(kSyllables))];
    if (words_.size() >= 200) word += kSyllables[below(std::size(kSyllables))];
    if (known.insert(word).second) words_.push_back(std::move(word));
  }
  // Zipf: the n-th word is written 1/n times as often as the first.
  double sum = 0;
  for (std::size_t i = 0; i < kWords; ++i) sums_.push_back(sum += 1.0 / static_cast<double>(i + 1));
}

std::uint64_t SearchWords::below(std::uint64_t bound) {
  state_ = state_ * 6364136223846793005U + 1442695040888963407U;
  return (state_ >> 33U) % bound;
}

const std::string& SearchWords::word() {
  const double at = sums_.back() * static_cast<double>(below(1U << 30U)) / static_cast<double>(1U << 30U);
  return words_[static_cast<std::size_t>(std::lower_bound(sums_.begin(), sums_.end(), at) - sums_.begin())];
}

std::string SearchWords::text(std::size_t size) {
  std::string out;
  while (out.size() < size) {
    out += word();
    out += below(12) == 0 ? ". " : " ";
  }
  return out;
}

std::string SearchWords::name() {
  std::string out = words_[500 + below(2000)] + " " + words_[500 + below(2000)];
  for (std::size_t at : {std::size_t{0}, out.find(' ') + 1}) out[at] = static_cast<char>(out[at] - 'a' + 'A');
  return out;
}

std::string SearchWords::query() {
  const std::string first = word();
  std::string second = word();
  while (second == first) second = word();
  if (second.size() > 4 && below(4) == 0) second.resize(4);
  return first + " " + second;
}

}  // namespace kith::bench

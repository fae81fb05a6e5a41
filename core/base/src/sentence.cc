#include "kith/base/sentence.h"

#include <cstdint>
#include <ostream>

namespace kith {

std::string sentence_id(std::string_view english) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : english) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  // Thirteen times five bits, the first letter has the four that are left.
  std::string out(13, '\0');
  for (auto letter = out.rbegin(); letter != out.rend(); ++letter, hash >>= 5U) {
    *letter = "abcdefghijklmnopqrstuvwxyz234567"[hash & 31U];
  }
  return out;
}

Sentence Sentence::value(std::string text) {
  Sentence out;
  out.value_ = std::move(text);
  return out;
}

Sentence Sentence::joined(std::vector<Sentence> sentences) {
  std::erase_if(sentences, [](const Sentence& one) { return one.empty(); });
  if (sentences.size() == 1) return std::move(sentences.front());
  Sentence out;
  out.values_ = std::move(sentences);
  return out;
}

std::string Sentence::id() const { return words_ == nullptr ? std::string() : sentence_id(words_); }

std::string Sentence::text() const {
  std::string out = value_;
  if (words_ == nullptr) {
    for (const Sentence& one : values_) out += (out.empty() ? "" : " ") + one.text();
    return out;
  }
  for (const char* at = words_; *at != '\0'; ++at) {
    if (*at != '{') {
      out.push_back(*at);
      continue;
    }
    out += values_[static_cast<std::size_t>(at[1] - '0')].text();
    at += 2;
  }
  return out;
}

bool operator==(const Sentence& a, const Sentence& b) {
  // By the words, not by where they stand: the same words may stand twice in a program.
  const bool same = a.words_ == nullptr || b.words_ == nullptr
                        ? a.words_ == b.words_
                        : std::string_view(a.words_) == std::string_view(b.words_);
  return same && a.value_ == b.value_ && a.values_ == b.values_;
}

std::ostream& operator<<(std::ostream& out, const Sentence& sentence) { return out << sentence.text(); }

}  // namespace kith

#pragma once
// Texts as people write them, as far as searching goes: few words make most of the text, most words
// are rare, and each text has something that few others have.
//
// Threads: plain values.

#include <cstdint>
#include <string>
#include <vector>

namespace kith::bench {

class SearchWords {
 public:
  explicit SearchWords(std::uint64_t seed);

  // About `size` bytes, in sentences.
  std::string text(std::size_t size);
  std::string name();
  // Two different words, as often as texts have them; one of them cut short now and then, as who is
  // still typing does.
  std::string query();
  std::uint64_t below(std::uint64_t bound);

 private:
  const std::string& word();
  std::uint64_t state_;
  std::vector<std::string> words_;
  std::vector<double> sums_;  // of the frequencies up to each word
};

}  // namespace kith::bench

#pragma once
// The words that people write in a simulation. Each begins with a canary, so that it can be found
// wherever it does not belong, says whose it is and where it was written, and has a number that no
// other word has: canary/private/Amara/17|
//
// Threads: constants and pure functions.

#include <string>
#include <string_view>
#include <vector>

#include "op.h"

namespace kith::simulator {

inline constexpr std::string_view kCanary = "canary/";
inline constexpr std::string_view kPrivate = "canary/private/";

inline std::string private_of(unsigned who) { return std::string(kPrivate) + std::string(name_of_person(who)) + "/"; }
inline std::string shared_of(unsigned who) {
  return std::string(kCanary) + "shared/" + std::string(name_of_person(who)) + "/";
}

// The word in a longer text; empty where there is none.
inline std::string word_in(std::string_view text) {
  const std::size_t from = text.find(kCanary);
  if (from == std::string_view::npos) return {};
  const std::size_t to = text.find('|', from);
  return to == std::string_view::npos ? std::string() : std::string(text.substr(from, to - from + 1));
}

// Every word in a text.
inline std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = text.find(kCanary); at != std::string_view::npos; at = text.find(kCanary, at + 1)) {
    std::string word = word_in(text.substr(at));
    if (!word.empty()) out.push_back(std::move(word));
  }
  return out;
}

}  // namespace kith::simulator

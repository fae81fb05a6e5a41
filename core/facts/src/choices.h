#pragma once
// The words of each list of terms. Private to core/facts.

#include <vector>

#include "kith/facts/dictionary.h"
#include "kith/network/meanings.h"
#include "kith/network/terms.h"

namespace kith::facts {

template <typename E>
std::vector<Choice> words_of() {
  std::vector<Choice> out;
  for (const network::Term<E>& row : network::terms<E>()) {
    if constexpr (requires { network::meaning_of(row.value); }) {
      out.push_back({row.code, row.term, network::meaning_of(row.value)});
    } else {
      out.push_back({row.code, row.term});
    }
  }
  return out;
}

std::vector<Choice> function_words();
std::vector<Choice> turning_point_words();
std::vector<Choice> direction_words();
std::vector<Choice> ready_words();

}  // namespace kith::facts

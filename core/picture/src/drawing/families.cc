#include "drawing/families.h"

#include <algorithm>

namespace kith::picture {

using network::Function;

std::size_t family_index(Function function) {
  if (function == Function::FRIE) return 4;
  const bool peer = function >= Function::INFO;
  const bool career = network::family_of(function) == network::Family::career;
  return (peer ? 2 : 0) + (career ? 0 : 1);
}

const FamilyLook& look_of(Function function) { return kFamilies[family_index(function)]; }

std::array<Function, network::kFunctionCount> all_functions() {
  std::array<Function, network::kFunctionCount> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<Function>(i);
  return out;
}

std::array<int, kFamilies.size()> sums_of(const network::Intensities& intensities) {
  std::array<int, kFamilies.size()> out{};
  for (const Function f : all_functions()) out[family_index(f)] += intensities[f];
  return out;
}

std::string felt_words(const network::Intensities& intensities) {
  auto all = all_functions();
  std::stable_sort(all.begin(), all.end(), [&](Function a, Function b) { return intensities[a] > intensities[b]; });
  std::string out;
  for (const Function f : all) {
    if (intensities[f] == 0) break;
    out += (out.empty() ? "" : ", ") + std::string(network::term_of(f));
  }
  return out;
}

}  // namespace kith::picture

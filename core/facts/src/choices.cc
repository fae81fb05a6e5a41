#include "choices.h"

#include "kith/network/function.h"
#include "kith/network/phase.h"

namespace kith::facts {

std::vector<Choice> function_words() {
  std::vector<Choice> out;
  for (const model::Function& row : model::kFunctions) {
    const auto function = static_cast<network::Function>(out.size());  // in the order of the enumeration
    out.push_back({row.code, row.term, network::meaning_of(function)});
  }
  return out;
}

// What people call a turning point is its sentence.
std::vector<Choice> turning_point_words() {
  std::vector<Choice> out;
  for (const network::TurningPointRow& row : network::turning_points()) out.push_back({row.code, row.words});
  return out;
}

std::vector<Choice> direction_words() { return {{"received", "I got it"}, {"given", "I gave it"}}; }

std::vector<Choice> ready_words() { return {{"not_yet", "not ready to go on alone"}, {"since", "ready, since a date"}}; }

}  // namespace kith::facts

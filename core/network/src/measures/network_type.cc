#include "kith/network/network_type.h"

#include <array>
#include <cmath>

#include "terms/numbers.h"

namespace kith::network {
namespace {

bool within_0_1(double number) { return number >= 0 && number <= 1; }

// low, high, or both near the cut
std::vector<int> sides(double value, double cut, double band) {
  if (std::abs(value - cut) <= band + kTiny) return {0, 1};
  return {value > cut ? 1 : 0};
}

}  // namespace

template <>
std::span<const Term<NetworkType>> terms<NetworkType>() {
  constexpr Source HK = Source::higgins_kram_2001;
  static constexpr auto rows = std::to_array<Term<NetworkType>>({
      {NetworkType::receptive, "receptive", "receptive", HK},
      {NetworkType::traditional, "traditional", "traditional", HK},
      {NetworkType::opportunistic, "opportunistic", "opportunistic", HK},
      {NetworkType::entrepreneurial, "entrepreneurial", "entrepreneurial", HK},
  });
  return rows;
}

Result<TypeView> type_of(int people, std::optional<double> strength, std::optional<double> normed_range,
                         std::optional<double> density, const TypeCuts& cuts) {
  if (!within_0_1(cuts.strength) || !within_0_1(cuts.diversity) || !within_0_1(cuts.between_within) ||
      cuts.least_people < 2) {
    return fail(Code::INVALID_ARGUMENT, "a cut of the type lies outside its range");
  }
  TypeView out;
  out.strength = strength;
  if (normed_range && density) out.diversity = (*normed_range + 1 - *density) / 2;
  if (people < cuts.least_people) {
    out.why = "too few for a type: " + std::to_string(people) + " of at least " + std::to_string(cuts.least_people);
    return out;
  }
  if (!strength || !out.diversity) {
    out.why = "not enough to say: ";
    out.why += strength ? "" : "the strength of a tie is not told";
    out.why += !strength && !out.diversity ? ", " : "";
    out.why += normed_range ? "" : "a social system is not told";
    out.why += !normed_range && !density ? ", " : "";
    out.why += density ? "" : "who knows whom is not told";
    return out;
  }
  for (const int diverse : sides(*out.diversity, cuts.diversity, cuts.between_within)) {
    for (const int strong : sides(*strength, cuts.strength, cuts.between_within)) {
      out.types.push_back(static_cast<NetworkType>(2 * diverse + strong));
    }
  }
  out.why = "strength " + say(*strength) + " against " + say(cuts.strength) + ", diversity " + say(*out.diversity) +
            " against " + say(cuts.diversity) + " (our cuts, not the paper's)" +
            (out.types.size() > 1 ? "; between, being within " + say(cuts.between_within) + " of a cut" : "");
  return out;
}

}  // namespace kith::network

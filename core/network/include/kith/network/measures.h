#pragma once
// All measures of a network on one sheet, each with its formula and a why. What is not told is not
// guessed: a measure that needs it is undefined, and its why names what is missing.
//
// Threads: pure functions.
// Units:   see the definitions.
// Errors:  INVALID_ARGUMENT for a network that contradicts itself (a person twice, a pair told in two
//          ways, an intensity above 3) or cuts outside their range.
// Sources: with each definition.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kith/network/entities.h"
#include "kith/network/network_type.h"
#include "kith/network/source.h"

namespace kith::network {

enum class MeasureId : std::uint8_t {
  size, range, normed_range, iqv, blau, density, valued_density, effective_size, efficiency, constraint,
  external_internal, strength, concentration, dependence,
};
inline constexpr std::size_t kMeasures = 14;

struct MeasureDefinition {
  MeasureId id;
  std::string_view code;
  std::string_view term;
  std::string_view formula;
  std::string_view range;
  Source source;
};
std::span<const MeasureDefinition> measure_definitions();

struct Measure {
  std::optional<double> value;
  std::string why;
};

struct MeasureSheet {
  std::array<Measure, kMeasures> all;
  TypeView type;
  const Measure& operator[](MeasureId id) const { return all[static_cast<std::size_t>(id)]; }
};

Result<MeasureSheet> measure(const Network& network, const TypeCuts& cuts = {});

}  // namespace kith::network

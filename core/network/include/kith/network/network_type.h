#pragma once
// Which of the four types a network is, by how strong its ties are and how diverse: only where the
// inputs allow, and "between" near a cut.
//
// Threads: pure functions.
// Units:   0 to 1.
// Errors:  INVALID_ARGUMENT for cuts outside their range.
// Sources: the types are Higgins & Kram 2001, who give no cuts; all cuts here are ours, adjustable.

#include <optional>
#include <string>
#include <vector>

#include "kith/network/term.h"

namespace kith::network {

enum class NetworkType : std::uint8_t { receptive, traditional, opportunistic, entrepreneurial };

template <>
std::span<const Term<NetworkType>> terms<NetworkType>();

struct TypeCuts {
  double strength = 0.5;
  double diversity = 0.5;
  double between_within = 0.05;
  int least_people = 3;
};

struct TypeView {
  // One; or the neighbours it lies between; or none, and why.
  std::vector<NetworkType> types;
  std::optional<double> strength;
  std::optional<double> diversity;  // mean of the normed range and 1 - density
  std::string why;
};

Result<TypeView> type_of(int people, std::optional<double> strength, std::optional<double> normed_range,
                         std::optional<double> density, const TypeCuts& cuts = {});

}  // namespace kith::network

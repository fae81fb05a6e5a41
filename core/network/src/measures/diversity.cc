#include "kith/network/diversity.h"

#include <algorithm>
#include <numeric>

namespace kith::network {
namespace {

int total(std::span<const int> counts) { return std::accumulate(counts.begin(), counts.end(), 0); }

}  // namespace

int distinct(std::span<const int> counts) {
  return static_cast<int>(std::count_if(counts.begin(), counts.end(), [](int n) { return n > 0; }));
}

std::optional<double> normed_range(std::span<const int> counts) {
  const int most = std::min(total(counts), static_cast<int>(counts.size()));
  if (most < 2) return std::nullopt;
  return static_cast<double>(distinct(counts) - 1) / (most - 1);
}

std::optional<double> blau(std::span<const int> counts) {
  const double n = total(counts);
  if (n == 0) return std::nullopt;
  double squares = 0;
  for (const int count : counts) squares += (count / n) * (count / n);
  return 1 - squares;
}

std::optional<double> iqv(std::span<const int> counts) {
  const auto k = static_cast<double>(counts.size());
  const auto unequal = blau(counts);
  if (counts.size() < 2 || !unequal) return std::nullopt;
  return *unequal * k / (k - 1);
}

std::optional<double> external_internal(int outside, int inside) {
  if (outside + inside == 0) return std::nullopt;
  return static_cast<double>(outside - inside) / (outside + inside);
}

}  // namespace kith::network

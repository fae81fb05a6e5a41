#include "kith/network/structure.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace kith::network {
namespace {

double worth(Acquaintance how) { return static_cast<double>(how) / 2; }

}  // namespace

double Ties::sum() const { return std::accumulate(of_.begin(), of_.end(), 0.0) / 2; }

Result<std::optional<Ties>> valued_ties(const Network& network) {
  const std::size_t n = network.developers.size();
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < n; ++i) place[network.developers[i].person.id.hex()] = i;
  if (place.size() != n) return fail(Code::INVALID_ARGUMENT, "one person stands twice in the network");
  Ties out(n);
  std::map<std::pair<std::size_t, std::size_t>, Acquaintance> told;
  for (const KnowEachOther& pair : network.who_knows_whom) {
    const auto a = place.find(pair.a.hex());
    const auto b = place.find(pair.b.hex());
    if (a == place.end() || b == place.end()) {
      return fail(Code::INVALID_ARGUMENT, "a pair names somebody who is not in the network");
    }
    if (a == b) return fail(Code::INVALID_ARGUMENT, "a pair is of one person only");
    const auto [at, is_new] = told.insert({std::minmax(a->second, b->second), pair.how});
    if (!is_new && at->second != pair.how) return fail(Code::INVALID_ARGUMENT, "a pair is told in two ways");
    out.put(a->second, b->second, worth(pair.how));
  }
  if (!network.all_pairs_told && told.size() < n * (n - std::min<std::size_t>(n, 1)) / 2) {
    return std::optional<Ties>();
  }
  return std::optional<Ties>(std::move(out));
}

Ties binary(const Ties& valued) {
  Ties out(valued.people());
  for (std::size_t a = 0; a < valued.people(); ++a) {
    for (std::size_t b = a + 1; b < valued.people(); ++b) {
      if (valued.at(a, b) == 1) out.put(a, b, 1);
    }
  }
  return out;
}

std::optional<double> density(const Ties& ties) {
  const auto n = static_cast<double>(ties.people());
  if (ties.people() < 2) return std::nullopt;
  return 2 * ties.sum() / (n * (n - 1));
}

Weights alike(std::size_t people) { return Weights(people, kHeaviest); }

double effective_size(const Ties& binary, const Weights& mine) {
  const std::size_t n = binary.people();
  const double sum = std::accumulate(mine.begin(), mine.end(), 0.0);
  double out = static_cast<double>(n);
  for (std::size_t j = 0; j < n; ++j) {
    // The strongest tie that j has, the owner's among them: what the others are measured by.
    double strongest = mine[j];
    for (std::size_t q = 0; q < n; ++q) strongest = std::max(strongest, kHeaviest * binary.at(j, q));
    for (std::size_t q = 0; q < n; ++q) out -= mine[q] / sum * kHeaviest * binary.at(j, q) / strongest;
  }
  return out;
}

std::optional<double> efficiency(const Ties& binary, const Weights& mine) {
  if (binary.people() == 0) return std::nullopt;
  return effective_size(binary, mine) / static_cast<double>(binary.people());
}

std::optional<double> constraint(const Ties& binary, const Weights& mine) {
  const std::size_t n = binary.people();
  if (n == 0) return std::nullopt;
  // All ties are symmetric, so the share of i's ties that goes to j is a_ij over i's sum; the owner
  // is a neighbour of everybody.
  const double all = std::accumulate(mine.begin(), mine.end(), 0.0);
  std::vector<double> sums(mine);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) sums[i] += kHeaviest * binary.at(i, j);
  }
  double out = 0;
  for (std::size_t j = 0; j < n; ++j) {
    double through = mine[j] / all;
    for (std::size_t q = 0; q < n; ++q) {
      if (q != j) through += mine[q] / all * kHeaviest * binary.at(q, j) / sums[q];
    }
    out += through * through;
  }
  return out;
}

}  // namespace kith::network

#pragma once
// Networks for tests, by who is tied to whom.

#include <initializer_list>
#include <utility>

#include "dates.h"
#include "kith/network/entities.h"

namespace kith::network {

// n people, all pairs told; the pairs given know each other well.
inline Network network_of(int n, std::initializer_list<std::pair<int, int>> ties = {}) {
  Network out;
  for (int i = 1; i <= n; ++i) {
    Developer d;
    d.person.id = id(i);
    d.tie.kind = TieKind::peer;
    out.developers.push_back(d);
  }
  for (const auto& [a, b] : ties) out.who_knows_whom.push_back({id(a), id(b), Acquaintance::know_well});
  out.all_pairs_told = true;
  return out;
}

inline Network clique(int n) {
  Network out = network_of(n);
  for (int a = 1; a <= n; ++a) {
    for (int b = a + 1; b <= n; ++b) out.who_knows_whom.push_back({id(a), id(b), Acquaintance::know_well});
  }
  return out;
}

// Person i of the network receives into the first function.
inline void receive(Network& network, std::initializer_list<int> sums) {
  std::size_t i = 0;
  for (int sum : sums) {
    Intensities& received = network.developers[i++].tie.functions.received;
    for (std::size_t f = 0; f < kFunctionCount && sum > 0; ++f) {
      received.of[f] = static_cast<std::uint8_t>(sum < 3 ? sum : 3);
      sum -= received.of[f];
    }
  }
}

}  // namespace kith::network

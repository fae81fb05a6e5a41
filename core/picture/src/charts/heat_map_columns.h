#pragma once
// The functions as columns of the heat map: what is needed, what there is, and from whom.
//
// Threads: pure functions.

#include <algorithm>
#include <vector>

#include "kith/picture/heat_map.h"

namespace kith::picture {

struct Column {
  network::Function function = network::Function::SPON;
  int need = 0;
  int best = 0;
  std::vector<std::size_t> from;  // rows that give it, the strongest first
  int shortfall() const { return std::max(0, need - best); }
  bool gap() const { return shortfall() > 0; }
  bool one_source() const { return from.size() == 1; }
};

// Career first, then psychosocial, each in the order of the papers. `order` is that of the rows.
std::vector<Column> columns_of(const HeatMapInput& input, const std::vector<std::size_t>& order);

}  // namespace kith::picture

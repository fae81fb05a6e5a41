#include "charts/heat_map_columns.h"

#include "drawing/families.h"

namespace kith::picture {
namespace {

using network::Function;

// The two groups of columns: career first, each in the order of the papers.
std::vector<Function> columns() {
  std::vector<Function> out;
  for (const auto family : {network::Family::career, network::Family::psychosocial}) {
    for (const Function f : all_functions()) {
      if (network::family_of(f) == family) out.push_back(f);
    }
  }
  return out;
}

}  // namespace

std::vector<Column> columns_of(const HeatMapInput& input, const std::vector<std::size_t>& order) {
  std::vector<Column> out;
  for (const Function f : columns()) {
    Column column{f, input.needs[f], 0, {}};
    for (const std::size_t row : order) {
      column.best = std::max<int>(column.best, input.people[row].received[f]);
      if (input.people[row].received[f] > 0) column.from.push_back(row);
    }
    std::stable_sort(column.from.begin(), column.from.end(), [&](std::size_t a, std::size_t b) {
      return input.people[a].received[f] > input.people[b].received[f];
    });
    out.push_back(std::move(column));
  }
  return out;
}

}  // namespace kith::picture

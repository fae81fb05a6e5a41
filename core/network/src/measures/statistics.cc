#include "kith/network/statistics.h"

#include <algorithm>

namespace kith::network {
namespace {

struct Cell {
  std::set<RecordId> people;
  std::int64_t sum = 0;
  std::vector<std::string> below;
  bool withheld = false;
};
using Cells = std::map<std::string, Cell>;

Result<Cells> tree_of(const std::vector<StatisticsUnit>& units) {
  Cells out;
  for (const StatisticsUnit& unit : units) {
    if (unit.name.empty() || !out.emplace(unit.name, Cell{}).second) {
      return fail(Code::INVALID_ARGUMENT, "a unit needs a name of its own");
    }
  }
  std::map<std::string, std::string> parents;
  for (const StatisticsUnit& unit : units) {
    parents[unit.name] = unit.parent;
    if (unit.parent.empty()) continue;
    const auto parent = out.find(unit.parent);
    if (parent == out.end()) return fail(Code::INVALID_ARGUMENT, "a unit lies below one that is not there");
    parent->second.below.push_back(unit.name);
  }
  for (const StatisticsUnit& unit : units) {
    std::string at = unit.name;
    for (std::size_t steps = 0; !at.empty(); ++steps) {
      if (steps > units.size()) return fail(Code::INVALID_ARGUMENT, "units lie below each other in a circle");
      at = parents[at];
    }
  }
  return out;
}

Result<void> add_all(Cells& cells, const std::vector<StatisticsUnit>& units,
                     const std::vector<Contribution>& contributions) {
  std::map<std::string, std::string> parents;
  for (const StatisticsUnit& unit : units) parents[unit.name] = unit.parent;
  std::set<RecordId> seen;
  for (const Contribution& c : contributions) {
    const auto leaf = cells.find(c.unit);
    if (leaf == cells.end() || !leaf->second.below.empty()) {
      return fail(Code::INVALID_ARGUMENT, "a contribution belongs to a unit without units below it");
    }
    if (!seen.insert(c.person).second) return fail(Code::INVALID_ARGUMENT, "one person contributes twice");
    for (std::string at = c.unit; !at.empty(); at = parents[at]) {
      cells[at].people.insert(c.person);
      cells[at].sum += c.number;
    }
  }
  return {};
}

// How many are in `a` and not in `b`.
std::size_t only_in(const std::set<RecordId>& a, const std::set<RecordId>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const RecordId& id) { return !b.contains(id); }));
}

bool few(std::size_t people) { return people > 0 && people < kLeastPeople; }

bool too_telling(const std::string& name, const Cell& cell, const ReleaseHistory& history) {
  if (cell.people.size() < kLeastPeople) return true;
  const auto last = history.last.find(name);
  if (last == history.last.end()) return false;
  return few(only_in(cell.people, last->second)) || few(only_in(last->second, cell.people));
}

// An only child is its parent under another name: what withholds one withholds both.
void join_only_children(Cells& cells) {
  bool again = true;
  while (again) {
    again = false;
    for (auto& [name, cell] : cells) {
      if (cell.below.size() != 1) continue;
      Cell& child = cells[cell.below.front()];
      again = again || cell.withheld != child.withheld;
      cell.withheld = child.withheld = cell.withheld || child.withheld;
    }
  }
}

void withhold_below(Cells& cells, const std::string& name) {
  for (const std::string& child : cells[name].below) {
    cells[child].withheld = true;
    withhold_below(cells, child);
  }
}

// Among the children of a released cell: withholds the smallest ones until nothing can be had by
// subtraction. When all are withheld, what is left is the parent, which is large enough.
void protect(Cells& cells, const std::vector<std::string>& siblings) {
  while (true) {
    std::size_t withheld = 0;
    std::size_t people = 0;
    std::string smallest;
    for (const std::string& name : siblings) {
      const Cell& cell = cells[name];
      if (cell.withheld) {
        ++withheld;
        people += cell.people.size();
      } else if (smallest.empty() || cell.people.size() < cells[smallest].people.size()) {
        smallest = name;
      }
    }
    if (withheld == 0 || (withheld >= 2 && people >= kLeastPeople) || smallest.empty()) return;
    cells[smallest].withheld = true;
  }
}

void decide(Cells& cells, const std::string& name) {
  if (cells[name].withheld) {
    withhold_below(cells, name);
    return;
  }
  protect(cells, cells[name].below);
  for (const std::string& child : cells[name].below) decide(cells, child);
}

}  // namespace

Result<Release> release_statistics(const std::vector<StatisticsUnit>& units,
                                   const std::vector<Contribution>& contributions, const std::string& period,
                                   const ReleaseHistory& history) {
  if (period.empty()) return fail(Code::INVALID_ARGUMENT, "a release needs a period");
  if (history.periods.contains(period)) return fail(Code::ALREADY_EXISTS, "this period was released before");
  KITH_TRY(Cells cells, tree_of(units));
  KITH_CHECK(add_all(cells, units, contributions));
  for (auto& [name, cell] : cells) cell.withheld = too_telling(name, cell, history);
  join_only_children(cells);
  for (const StatisticsUnit& unit : units) {
    if (unit.parent.empty()) decide(cells, unit.name);
  }
  Release out;
  out.history = history;
  out.history.periods.insert(period);
  for (const auto& [name, cell] : cells) {
    out.cells[name] = cell.withheld ? std::nullopt : std::optional(Released{cell.people.size(), cell.sum});
    if (!cell.withheld) out.history.last[name] = cell.people;
  }
  return out;
}

}  // namespace kith::network

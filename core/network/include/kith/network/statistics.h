#pragma once
// What an organization may be told, and nothing else: sums over the opted-in people of a cell, only
// where the cell has five or more, and so that no withheld cell can be had by subtraction.
//
// A cell is withheld
//   - when fewer than five people contribute to it, nobody included: that too would tell of persons;
//   - when its people differ from those of its last release by one to four who came or who went:
//     the two sums would tell of them;
//   - when something above it is withheld;
//   - to protect a sibling: of the cells under one that is released, either none is withheld, or at
//     least two with at least five people together.
//
// Threads: pure functions.
// Units:   sums of whole numbers.
// Errors:  INVALID_ARGUMENT for a person who contributes twice, a unit that is no leaf of the tree, a
//          tree that is none; ALREADY_EXISTS for a period that was released before.
// Sources: ours; five with complementary suppression is what surveys of employees do.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kith/base/fixed.h"
#include "kith/base/result.h"

namespace kith::network {

inline constexpr std::size_t kLeastPeople = 5;

struct StatisticsUnit {
  std::string name;
  std::string parent;  // empty for the top
};

// One number of one opted-in person, who belongs to a unit without units below it.
struct Contribution {
  RecordId person;
  std::string unit;
  std::int64_t number = 0;
};

struct Released {
  std::size_t people = 0;
  std::int64_t sum = 0;
  bool operator==(const Released&) const = default;
};

// Kept by whoever releases: which people were in which released cell, and for which periods.
struct ReleaseHistory {
  std::set<std::string> periods;
  std::map<std::string, std::set<RecordId>> last;  // by unit
};

struct Release {
  std::map<std::string, std::optional<Released>> cells;  // every unit; nothing: withheld
  ReleaseHistory history;                                // to keep for the next time
};

Result<Release> release_statistics(const std::vector<StatisticsUnit>& units,
                                   const std::vector<Contribution>& contributions, const std::string& period,
                                   const ReleaseHistory& history);

}  // namespace kith::network

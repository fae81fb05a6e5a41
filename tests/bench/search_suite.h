#pragma once
// Searching in Kith and in SQLite's FTS5: the same texts, the same queries, in turn, in one run.
//
// Threads: one.
// Errors:  those of the vault; INTERNAL where the two do not find the same.

#include "suite.h"

namespace kith::bench {

struct SearchSizes {
  std::size_t entries = 10'000;  // of about 500 bytes
  std::size_t persons = 200;
  std::size_t queries = 2'000;   // of two words; each asked once of either
};
inline constexpr SearchSizes kSmallSearch{200, 10, 20};

struct SearchFigures {
  double kith_per_s = 0;
  double fts5_per_s = 0;
  double kith_p50_ms = 0;
  double fts5_p50_ms = 0;
  double kith_p99_ms = 0;
  double fts5_p99_ms = 0;
  double kith_first_ms = 0;  // taking in all records that were never indexed
};
Result<SearchFigures> search_beside_fts5(const SearchSizes& sizes);

// As a suite by itself.
Result<void> search_suite(const Sizes& sizes, Report& report);

}  // namespace kith::bench

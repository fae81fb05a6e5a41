#pragma once
// The two tables as rows of text, what may be said of a row, and the sums that hold for the whole.
// Private to the engine.

#include <span>
#include <string>
#include <vector>

#include "kith/base/result.h"
#include "kith/model/value.h"

namespace kith::engine {

struct Checksum {
  std::string what;
  std::string expected;  // as the design's data dictionary says
  std::string found;     // from the cells
};

using Cells = std::vector<std::vector<std::string>>;

struct SampleSet {
  std::string_view name;
  std::vector<std::string_view> columns;
  Cells (*rows)();
  // What the assessors make of the row; where the paper leaves things unknown they say so.
  Result<std::string> (*says)(std::size_t row, const model::PartialDate& today);
  std::vector<Checksum> (*checksums)(const Cells& cells);
};

std::span<const SampleSet> sample_sets();

}  // namespace kith::engine

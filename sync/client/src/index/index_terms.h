#pragma once
// What of a record goes into the search index, and under which day. Private to sync/client.
//
// Threads: pure functions.

#include "rows/index_rows.h"
#include "kith/model/record_state.h"

namespace kith::client {

// Kinds that a person does not read as such are never found.
bool is_searched(model::Kind kind);

// REQUIRES: `record` is what is visible of `state`
IndexTime index_time(const model::RecordState& state, const model::Record& record);

struct IndexedRecord {
  search::Terms terms;
  IndexTime time;
  std::uint64_t digest = 0;
};
// REQUIRES: `record` is what is visible of `state`
IndexedRecord indexed(const model::RecordState& state, const model::Record& record);

}  // namespace kith::client

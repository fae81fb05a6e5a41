#include "kith/model/record_state.h"

#include <tuple>

namespace kith::model {

const Put& shown_put(const std::vector<Put>& live) {
  const Put* best = &live.front();
  for (const Put& put : live) {
    const auto rank = [](const Put& p) { return std::tie(p.time_ms, p.author, p.name); };
    if (rank(put) > rank(*best)) best = &put;
  }
  return *best;
}

namespace {

bool all_removed(const RecordState& state) {
  for (const auto& [field, live] : state.fields) {
    for (const Put& put : live) {
      if (!put.removed) return false;
    }
  }
  return true;
}

}  // namespace

bool contested(const RecordState& state) {
  return !state.withdrawn && !state.removals.empty() && !all_removed(state);
}

std::optional<Record> visible(const RecordState& state) {
  if (state.withdrawn || all_removed(state)) return std::nullopt;
  Record out{state.id, state.kind, {}};
  for (const auto& [field, live] : state.fields) {
    if (!live.empty()) out.fields.emplace(field, shown_put(live).value);
  }
  if (out.fields.empty()) return std::nullopt;
  return out;
}

}  // namespace kith::model

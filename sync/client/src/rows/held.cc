#include "rows/held.h"

namespace kith::client {
namespace {

// Of its own for every record, and the same each time it is asked: the id is random and no relay sees it, so
// nothing has to be kept for it.
std::int64_t delay_of(const RecordId& id) {
  Reader in(id.view());
  return kHeldLeastMs + static_cast<std::int64_t>(in.u64() % static_cast<std::uint64_t>(kHeldMostMs - kHeldLeastMs));
}

}  // namespace

bool is_held(const UnsentRow& row, std::int64_t now_ms) {
  if (row.key.kind != kHeldKind || row.key.sequence != kOpen) return false;
  const std::int64_t age = now_ms - row.change.time_ms;
  // A clock that was turned back holds nothing for longer.
  return age > -kHeldMostMs && age < delay_of(row.key.record);
}

}  // namespace kith::client

#include "rows/record_trail.h"

#include <set>

#include "rows/index_rows.h"

namespace kith::client {

using changelog::Table;

Result<void> RecordTrail::commit(const changelog::Batch& batch) {
  std::set<std::string> touched;
  for (const auto& op : batch.ops()) {
    if (op.table != Table::record && op.table != Table::unsent) continue;
    // The key of an unsent change begins with that of its record.
    touched.emplace(as_text(BytesView(op.key).first(kRecordKeyBytes)));
  }
  auto done = beneath_.commit(batch);
  const std::lock_guard lock(mu_);
  end_ += touched.size();
  keys_.insert(keys_.end(), touched.begin(), touched.end());
  while (keys_.size() > kTrailMost) keys_.pop_front();
  return done;
}

void RecordTrail::note(BytesView key) {
  const std::lock_guard lock(mu_);
  ++end_;
  keys_.emplace_back(as_text(key));
  if (keys_.size() > kTrailMost) keys_.pop_front();
}

RecordTrail::Since RecordTrail::since(std::uint64_t mark) const {
  const std::lock_guard lock(mu_);
  Since out;
  out.mark = end_;
  const std::uint64_t begin = end_ - keys_.size();
  out.forgotten = mark < begin || mark > end_;
  if (out.forgotten) return out;
  const std::set<std::string> keys(keys_.begin() + static_cast<std::ptrdiff_t>(mark - begin), keys_.end());
  out.keys.assign(keys.begin(), keys.end());
  return out;
}

}  // namespace kith::client

#include "rows/record_trail.h"

#include <set>

namespace kith::client {

void RecordTrail::add(const RecordKeys& records) {
  const std::set<std::string> in_order(records.begin(), records.end());
  const MutexLock lock(mu_);
  end_ += in_order.size();
  keys_.insert(keys_.end(), in_order.begin(), in_order.end());
  while (keys_.size() > kTrailMost) keys_.pop_front();
}

void RecordTrail::note(BytesView key) {
  const MutexLock lock(mu_);
  ++end_;
  keys_.emplace_back(as_text(key));
  if (keys_.size() > kTrailMost) keys_.pop_front();
}

RecordTrail::Since RecordTrail::since(std::uint64_t mark) const {
  const MutexLock lock(mu_);
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

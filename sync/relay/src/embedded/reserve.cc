#include "embedded/reserve.h"

#include <algorithm>
#include <utility>

namespace kith::relay {
namespace {

constexpr std::uint64_t kParts = 4;
// Without a reserve: less than this is not worth another try.
constexpr std::uint64_t kLeastFree = 1U << 20U;

}  // namespace

Reserve::Reserve(std::unique_ptr<Disk> disk, std::uint64_t bytes)
    : disk_(std::move(disk)), bytes_(bytes), held_(disk_->held()) {
  (void)tend();
}

std::uint64_t Reserve::least() const { return bytes_ == 0 ? kLeastFree : bytes_; }

bool Reserve::lets(bool ends) {
  const MutexLock lock(mu_);
  const std::uint64_t free = disk_->free_bytes();
  if (free < bytes_) full_ = true;
  if (!ends) return !full_;
  if (free < bytes_ / kParts) (void)give_some();
  return true;
}

void Reserve::ran_out() {
  const MutexLock lock(mu_);
  full_ = true;
}

bool Reserve::give() {
  const MutexLock lock(mu_);
  full_ = true;
  return give_some();
}

bool Reserve::give_some() {
  if (held_ == 0) return false;
  const std::uint64_t rest = held_ - std::min(held_, std::max<std::uint64_t>(bytes_ / kParts, 1));
  if (!disk_->hold(rest)) return false;
  held_ = rest;
  return true;
}

bool Reserve::tend() {
  const MutexLock lock(mu_);
  const std::uint64_t free = disk_->free_bytes();
  if (!full_ && free < bytes_) full_ = true;
  if (!full_) return true;
  // Both at once, or it would be full again with the next byte.
  const std::uint64_t missing = bytes_ - std::min(bytes_, held_);
  if (free < least() || free - least() < missing || !disk_->hold(bytes_)) return false;
  held_ = bytes_;
  full_ = false;
  return true;
}

}  // namespace kith::relay

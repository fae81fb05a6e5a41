#include "embedded/reserve.h"

#include <algorithm>
#include <utility>

namespace kith::relay {
namespace {

constexpr std::uint64_t kParts = 4;
// Without a reserve: less than this is not worth another try.
constexpr std::uint64_t kLeastFree = 1U << 20U;
constexpr unsigned kLongestPause = 60;  // in looks, one a second

}  // namespace

Reserve::Reserve(std::unique_ptr<Disk> disk, std::uint64_t bytes)
    : disk_(std::move(disk)), bytes_(bytes), held_(disk_->held()) {
  (void)tend();
}

std::uint64_t Reserve::least() const { return bytes_ == 0 ? kLeastFree : bytes_; }

bool Reserve::lets(Claim claim) {
  const MutexLock lock(mu_);
  const std::uint64_t free = disk_->free_bytes();
  if (free < bytes_) full_ = true;
  if (!full_) return true;
  if (claim == Claim::none || (claim == Claim::half && bytes_ > 0 && !has_for(claim))) return false;
  if (free < bytes_ / kParts && has_for(claim)) (void)give_some();
  return true;
}

void Reserve::ran_out() {
  const MutexLock lock(mu_);
  if (full_) return;  // that was known
  const std::uint64_t free = disk_->free_bytes();
  const bool again = in_vain_ > 0 && free < short_of_ + least() / kParts;
  in_vain_ = again ? in_vain_ + 1 : 1;
  short_of_ = again ? std::max(short_of_, free) : free;
  looked_ = 0;
  full_ = true;
}

// The first time there is no reason to wait: somebody else may have filled the disk and made room again.
bool Reserve::is_too_soon(std::uint64_t free) {
  if (in_vain_ < 2 || free >= short_of_ + least() / kParts) return false;
  return ++looked_ < std::min(kLongestPause, 1U << std::min(in_vain_, 6U));
}

bool Reserve::give(Claim claim) {
  const MutexLock lock(mu_);
  full_ = true;
  return has_for(claim) && give_some();
}

bool Reserve::has_for(Claim claim) const {
  return claim == Claim::whole ? held_ > 0 : claim == Claim::half && held_ > bytes_ / 2;
}

bool Reserve::give_some() {
  const std::uint64_t rest = held_ - std::min(held_, std::max<std::uint64_t>(bytes_ / kParts, 1));
  if (!disk_->hold(rest)) return false;
  held_ = rest;
  return true;
}

bool Reserve::tend() {
  const MutexLock lock(mu_);
  const std::uint64_t free = disk_->free_bytes();
  if (!full_ && free < bytes_) full_ = true;
  if (!full_) {
    // It has held for a minute: what comes is another trouble.
    if (in_vain_ > 0 && ++looked_ >= kLongestPause) in_vain_ = 0;
    return true;
  }
  if (is_too_soon(free)) return false;
  // Both at once, or it would be full again with the next byte.
  const std::uint64_t missing = bytes_ - std::min(bytes_, held_);
  if (free < least() || free - least() < missing || !disk_->hold(bytes_)) return false;
  held_ = bytes_;
  full_ = false;
  looked_ = 0;
  return true;
}

}  // namespace kith::relay

#include "door/challenges.h"

namespace kith::relay {
namespace {

Error not_open() { return fail(Code::UNAUTHENTICATED, "this challenge is not open"); }

}  // namespace

envelope::Challenge Challenges::make() {
  const StampBytes stamp =
      stamps_.make(verify::label::kChallengeTag, {stamps_.now_ms(), random_.make<StampMark>()}, {});
  return {stamp.bytes};
}

std::optional<Challenges::Given> Challenges::given(const envelope::Challenge& challenge) const {
  const auto stamp = stamps_.read(verify::label::kChallengeTag, challenge.view(), {});
  if (!stamp || stamps_.now_ms() - stamp->at_ms >= kChallengeMs) return std::nullopt;
  return Given{stamp->at_ms, challenge};
}

bool Challenges::is_void(const Given& given) const {
  return (floor_ && given.first <= *floor_) || spent_.contains(given);
}

Result<void> Challenges::check(const envelope::Challenge& challenge) const {
  // Its age is asked under the lock: while somebody waits for it, what was spent may be forgotten.
  const MutexLock lock(mu_);
  const auto found = given(challenge);
  if (!found || is_void(*found)) return not_open();
  return {};
}

Result<void> Challenges::spend(const envelope::Challenge& challenge, const SignKey& device) {
  const MutexLock lock(mu_);
  const auto found = given(challenge);
  if (!found || is_void(*found)) return not_open();
  return add(*found, device);
}

Result<void> Challenges::count(const envelope::Challenge& challenge, const SignKey& device) {
  const MutexLock lock(mu_);
  const auto found = given(challenge);
  if (!found) return not_open();
  return add(*found, device);
}

Result<void> Challenges::add(const Given& at, const SignKey& device) {
  forget_old();
  std::size_t& own = of_one_[device];
  if (own >= bounds_.of_one) return fail(Code::RATE_LIMITED, "this device proved itself too often; again in a minute");
  ++own;
  spent_.emplace(at, device);
  while (spent_.size() > bounds_.of_all) {
    floor_ = spent_.begin()->first.first;
    forget_oldest();
  }
  return {};
}

void Challenges::forget_oldest() {
  const auto oldest = spent_.begin();
  const auto own = of_one_.find(oldest->second);
  if (--own->second == 0) of_one_.erase(own);
  spent_.erase(oldest);
}

void Challenges::forget_old() {
  while (!spent_.empty() && stamps_.now_ms() - spent_.begin()->first.first >= kChallengeMs) forget_oldest();
}

void Challenges::sweep() {
  const MutexLock lock(mu_);
  forget_old();
}

std::size_t Challenges::spent() const {
  const MutexLock lock(mu_);
  return spent_.size();
}

}  // namespace kith::relay

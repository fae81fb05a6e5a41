#include "door/budget.h"

#include <algorithm>

namespace kith::relay {
namespace {

constexpr std::int64_t kDayMs = 24LL * 3'600'000;
constexpr std::size_t kOfOneNetwork = 8;  // bytes: a /64
constexpr std::size_t kOfOneSite = 6;     // a /48
constexpr std::int64_t kNetworksOfASite = 4;

Address beginning(const Address& address, std::size_t size) {
  Address out;
  std::copy_n(address.bytes.begin(), size, out.bytes.begin());
  out.bytes.back() = static_cast<Byte>(size);  // so that a site is not its first network
  return out;
}

}  // namespace

Budget::Budget(const Clock& clock, std::uint64_t a_day, std::size_t most_known)
    : clock_(clock), most_known_(most_known) {
  set_a_day(a_day);
}

// One a millisecond is as good as no budget, and more cannot be counted.
void Budget::set_a_day(std::uint64_t a_day) {
  a_day_ = static_cast<std::int64_t>(std::min<std::uint64_t>(a_day, kDayMs / kNetworksOfASite));
}

std::vector<Budget::Share> Budget::shares_of(const Address& address) const {
  if (is_ipv4(address) || address.is_zero()) return {{address, a_day_}};
  return {{beginning(address, kOfOneNetwork), a_day_},
          {beginning(address, kOfOneSite), a_day_ * kNetworksOfASite}};
}

std::int64_t Budget::after_one(const Share& share) const {
  const auto at = whole_at_.find(share.key);
  return (at == whole_at_.end() ? clock_.monotonic_ms() : at->second) + kDayMs / share.a_day;
}

std::int64_t Budget::wait_ms(const Address& address) const {
  std::int64_t out = 0;
  for (const Share& share : shares_of(address)) out = std::max(out, after_one(share) - clock_.monotonic_ms() - kDayMs);
  return out;
}

void Budget::take(const Address& address) {
  forget_whole();
  for (const Share& share : shares_of(address)) {
    const std::int64_t whole = after_one(share);
    const auto [at, fresh] = whole_at_.try_emplace(share.key, whole);
    if (!fresh) in_order_.erase({at->second, share.key});
    at->second = whole;
    in_order_.insert({whole, share.key});
  }
}

void Budget::forget_whole() {
  const std::int64_t now = clock_.monotonic_ms();
  while (!in_order_.empty() && (in_order_.begin()->first <= now || whole_at_.size() >= most_known_)) {
    whole_at_.erase(in_order_.begin()->second);
    in_order_.erase(in_order_.begin());
  }
}

}  // namespace kith::relay

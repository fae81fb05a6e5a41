#include "work/bytes_in_flight.h"

#include <algorithm>

namespace kith::relay {
namespace {

constexpr std::uint64_t kShare = 8;

}  // namespace

Party party_of(BytesView whose) {
  Party out;
  std::copy_n(whose.begin(), std::min(whose.size(), out.bytes.size()), out.bytes.begin());
  return out;
}

std::optional<BytesInFlight::Held> BytesInFlight::take(const Party& party, std::uint64_t want, std::uint64_t least) {
  const MutexLock lock(mu_);
  const auto at = by_party_.find(party);
  const std::uint64_t own = at == by_party_.end() ? 0 : at->second;
  const std::uint64_t others = used_ - own;
  const std::uint64_t share = (most_ - std::min(most_, others)) / kShare;
  const std::uint64_t left = share - std::min(share, own);
  const std::uint64_t given = std::min(want, least < want ? left / 2 : left);
  if (given < std::min(least, want)) return std::nullopt;
  by_party_[party] = own + given;
  used_ += given;
  return Held(*this, party, given);
}

void BytesInFlight::set_most(std::uint64_t most) {
  const MutexLock lock(mu_);
  most_ = most;
}

std::optional<Party> BytesInFlight::largest() const {
  const MutexLock lock(mu_);
  const auto least = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto at = std::max_element(by_party_.begin(), by_party_.end(), least);
  return at == by_party_.end() ? std::optional<Party>() : at->first;
}

std::uint64_t BytesInFlight::used() const {
  const MutexLock lock(mu_);
  return used_;
}

void BytesInFlight::change(const Party& party, std::uint64_t before, std::uint64_t after) {
  const MutexLock lock(mu_);
  used_ += after - before;
  std::uint64_t& own = by_party_[party];
  own += after - before;
  if (own == 0) by_party_.erase(party);
}

BytesInFlight::Held::~Held() {
  if (of_ != nullptr) of_->change(party_, bytes_, 0);
}

void BytesInFlight::Held::settle(std::uint64_t bytes) {
  of_->change(party_, bytes_, bytes);
  bytes_ = bytes;
}

}  // namespace kith::relay

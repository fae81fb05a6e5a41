#include "sessions.h"

namespace kith::relay {
namespace {

// Strangers may ask for challenges: a flood of them pushes out the oldest, and takes no more
// memory than this. The same for tokens, which only devices of a space get.
constexpr std::size_t kMostChallenges = 1U << 16U;
constexpr std::size_t kMostTokens = 1U << 18U;

// Every key is in `order` once, oldest first, and those that were erased by themselves too.
template <typename Map, typename Order>
void drop_oldest(Map& map, Order& order, std::size_t most) {
  while (order.size() >= most) {
    map.erase(order.front());
    order.pop_front();
  }
}

}  // namespace

envelope::Challenge Sessions::challenge() {
  const auto out = random_.make<envelope::Challenge>();
  const MutexLock lock(mu_);
  drop_oldest(challenges_, challenge_order_, kMostChallenges);
  challenges_[out] = clock_.monotonic_ms() + kChallengeMs;
  challenge_order_.push_back(out);
  return out;
}

bool Sessions::spend(const envelope::Challenge& challenge) {
  const MutexLock lock(mu_);
  const auto at = challenges_.find(challenge);
  if (at == challenges_.end()) return false;
  const bool in_time = clock_.monotonic_ms() < at->second;
  challenges_.erase(at);
  return in_time;
}

Token Sessions::open(const SpaceId& space, const SignKey& device) {
  const auto out = random_.make<Token>();
  const MutexLock lock(mu_);
  drop_oldest(tokens_, token_order_, kMostTokens);
  tokens_[out] = {space, device, clock_.monotonic_ms() + kTokenMs};
  token_order_.push_back(out);
  return out;
}

Result<Session> Sessions::find(BytesView bytes, const SpaceId& space) const {
  const Error wrong = fail(Code::UNAUTHENTICATED, "prove who you are first");
  const auto token = Token::from(bytes);
  if (!token) return wrong;
  const MutexLock lock(mu_);
  const auto at = tokens_.find(*token);
  if (at == tokens_.end() || at->second.space != space) return wrong;
  if (clock_.monotonic_ms() >= at->second.expires_ms) return wrong;
  return at->second;
}

void Sessions::sweep() {
  const MutexLock lock(mu_);
  const std::int64_t now = clock_.monotonic_ms();
  const auto old_challenge = [&](const envelope::Challenge& c) KITH_REQUIRES(mu_) {
    const auto at = challenges_.find(c);
    return at == challenges_.end() || at->second <= now;
  };
  while (!challenge_order_.empty() && old_challenge(challenge_order_.front())) {
    challenges_.erase(challenge_order_.front());
    challenge_order_.pop_front();
  }
  const auto old_token = [&](const Token& t) KITH_REQUIRES(mu_) { return tokens_.at(t).expires_ms <= now; };
  while (!token_order_.empty() && old_token(token_order_.front())) {
    tokens_.erase(token_order_.front());
    token_order_.pop_front();
  }
}

}  // namespace kith::relay

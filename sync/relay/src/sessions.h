#pragma once
// Who may speak for a device: challenges that are answered once, and the tokens that come of it.
// All of it is in memory: after a restart everybody proves himself again.
//
// Threads: safe from any thread.
// Units:   times in monotonic milliseconds.
// Errors:  UNAUTHENTICATED for a token that is unknown, too old, or of another space.

#include <deque>
#include <map>

#include "kith/base/clock.h"
#include "kith/base/mutex.h"
#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/envelope/log.h"

namespace kith::relay {

using Token = Fixed<struct TokenTag, 32>;

inline constexpr std::int64_t kChallengeMs = 60'000;
inline constexpr std::int64_t kTokenMs = 15 * 60'000;

struct Session {
  SpaceId space;
  SignKey device;
  std::int64_t expires_ms = 0;
};

class Sessions {
 public:
  Sessions(const Clock& clock, Random& random) : clock_(clock), random_(random) {}

  envelope::Challenge challenge();
  // True once for each challenge that is not too old.
  bool spend(const envelope::Challenge& challenge);

  Token open(const SpaceId& space, const SignKey& device);
  Result<Session> find(BytesView token, const SpaceId& space) const;

  // Forgets what is too old.
  void sweep();

 private:
  const Clock& clock_;
  Random& random_;
  mutable Mutex mu_;
  std::map<envelope::Challenge, std::int64_t> challenges_ KITH_GUARDED_BY(mu_);  // until when
  std::deque<envelope::Challenge> challenge_order_ KITH_GUARDED_BY(mu_);         // oldest first
  std::map<Token, Session> tokens_ KITH_GUARDED_BY(mu_);
  std::deque<Token> token_order_ KITH_GUARDED_BY(mu_);  // oldest first
};

}  // namespace kith::relay

#pragma once
// Challenges: what a device signs to show who it is. One that was handed out is kept nowhere: anybody may ask for as
// many as he likes, and voids nobody's. It becomes a row here only when a signature over it held, and then it is good
// no more: that row stays until the challenge would be too old anyway.
//
// Rows are bounded twice. One device has room of its own, and is told to wait when that is full. All of them together
// have a bound too: beyond it the rows of the oldest challenges go, and with them every challenge of that age, so that
// no answer counts twice. An honest answer comes within a second and is never among them, unless members of this relay
// (no stranger has rows) sign a quarter of a million answers within that second.
//
// Threads: safe from any thread.
// Owns:    the rows of the spent ones; the stamps outlive it.
// Units:   monotonic milliseconds.
// Errors:  UNAUTHENTICATED for a challenge that is not open; RATE_LIMITED for a device that spent its share.

#include <map>

#include "door/stamps.h"
#include "kith/base/mutex.h"
#include "kith/base/result.h"
#include "kith/envelope/log.h"

namespace kith::relay {

inline constexpr std::int64_t kChallengeMs = 60'000;

struct SpentBounds {
  std::size_t of_one = 128;       // by one device within the life of a challenge
  std::size_t of_all = 1U << 18U;
};

class Challenges {
 public:
  Challenges(const Stamps& stamps, Random& random, SpentBounds bounds = {})
      : stamps_(stamps), random_(random), bounds_(bounds) {}

  envelope::Challenge make();
  // Given by this process, young enough, and not spent. Changes nothing.
  Result<void> check(const envelope::Challenge& challenge) const;
  // True once for each: the second of two calls with one challenge is told that it is not open.
  // REQUIRES: a signature over it by `device` holds
  Result<void> spend(const envelope::Challenge& challenge, const SignKey& device);
  // One more device that answered the challenge which this call has spent: it uses up its share too.
  Result<void> count(const envelope::Challenge& challenge, const SignKey& device);

  // Forgets what is too old.
  void sweep();
  std::size_t spent() const;

 private:
  // When it was given, and it: in this order the oldest comes first.
  using Given = std::pair<std::int64_t, envelope::Challenge>;

  // Nothing where this process did not give it, or a life ago.
  std::optional<Given> given(const envelope::Challenge& challenge) const;
  bool is_void(const Given& given) const KITH_REQUIRES(mu_);
  Result<void> add(const Given& given, const SignKey& device) KITH_REQUIRES(mu_);
  void forget_old() KITH_REQUIRES(mu_);
  void forget_oldest() KITH_REQUIRES(mu_);

  const Stamps& stamps_;
  Random& random_;
  const SpentBounds bounds_;
  mutable Mutex mu_;
  std::multimap<Given, SignKey> spent_ KITH_GUARDED_BY(mu_);   // by which devices
  std::map<SignKey, std::size_t> of_one_ KITH_GUARDED_BY(mu_);  // its rows in spent_
  std::optional<std::int64_t> floor_ KITH_GUARDED_BY(mu_);      // given then or before: rows are gone, so void
};

}  // namespace kith::relay

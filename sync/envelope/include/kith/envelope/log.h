#pragma once
// The log of a space: its running hash, and the heads that a relay signs. A signed head is
// evidence of what a relay said, never a reason to trust it.
//
//   running hash 0 = H(kLog, space id)
//   running hash n = H(kLog, running hash n-1, u64 n, hash of entry n)
//
// Threads: pure functions and plain values.
// Units:   time in wall milliseconds of the relay.
// Errors:  BAD_SIGNATURE.

#include "kith/envelope/entry.h"

namespace kith::envelope {

Head log_start(const SpaceId& space);
Head log_next(const Head& head, const Hash& entry);

struct SignedHead {
  SpaceId space;
  Head head;
  std::int64_t time_ms = 0;
  SignKey relay;
  Signature signature;
  bool operator==(const SignedHead&) const = default;
};

SignedHead sign_head(const SpaceId& space, const Head& head, std::int64_t time_ms,
                     const verify::SignPair& relay);
// Whether `relay` signed this head for `space`: BAD_SIGNATURE, KEY_CHANGED, WRONG_CONTEXT.
Result<void> check_head(const SignedHead& head, const SpaceId& space, const SignKey& relay);

// A relay asks who is there: 32 random bytes, answered once with a signature by the member key.
using Challenge = Fixed<struct ChallengeTag, 32>;
inline constexpr std::uint8_t kProtocolVersion = 0;

Signature answer_challenge(const verify::SignPair& member, const SignKey& relay, const SpaceId& space,
                           const Challenge& challenge);
[[nodiscard]] bool challenge_holds(const SignKey& member, const SignKey& relay, const SpaceId& space,
                                   const Challenge& challenge, const Signature& signature);

}  // namespace kith::envelope

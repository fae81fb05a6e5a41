#pragma once
// Tokens: for a quarter of an hour they stand in for a signature. They are stamps, so that none is kept: however many
// one device asks for, nobody else is logged out, and a restart ends all of them.
//
// Threads: safe from any thread.
// Owns:    nothing; the stamps outlive it.
// Units:   monotonic milliseconds.
// Errors:  UNAUTHENTICATED for a token that is unknown, too old, or of another space.

#include "door/stamps.h"
#include "kith/base/result.h"
#include "kith/envelope/membership.h"

namespace kith::relay {

inline constexpr std::int64_t kTokenMs = 15 * 60'000;

// What a good token says. The device is named by how its signing key begins, because a token has room for no more:
// device() finds it in its space.
struct Pass {
  StampMark device;
  std::int64_t until_ms = 0;
};

class Tokens {
 public:
  explicit Tokens(const Stamps& stamps) : stamps_(stamps) {}

  Bytes give(const SpaceId& space, const SignKey& device) const;
  Result<Pass> read(BytesView token, const SpaceId& space) const;

 private:
  const Stamps& stamps_;
};

// The device of that space, active, retired or gone; nothing where two would be meant, which nobody can hope to make.
std::optional<SignKey> device_of(const Pass& pass, const envelope::Membership& membership);

}  // namespace kith::relay

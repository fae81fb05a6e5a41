#pragma once
// X25519: a secret that two parties share, each from its own secret and the other's public key.
//
// Threads: pure functions.
// Owns:    an AgreePair owns its secret half.
// Errors:  WEAK_KEY for a low-order public key, whose shared secret anybody could compute.

#include "kith/base/fixed.h"
#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"

namespace kith::crypto {

struct AgreePair {
  AgreeKey key;
  Secret secret;  // 32 bytes
};

AgreePair make_agree_pair(Random& random);
// The pair that a stored secret belongs to. REQUIRES: secret.size() == 32
AgreePair agree_pair_of(const Secret& secret);

// The raw shared secret; always pass it through derive() with both public keys.
Result<Secret> agree(const AgreePair& mine, const AgreeKey& theirs);

}  // namespace kith::crypto

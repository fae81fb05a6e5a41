#pragma once
// Ed25519 signatures over a label and exact bytes. What is signed is the same framing as in
// hash.h, so a signature made for one purpose never verifies for another.
//
// Threads: pure functions.
// Owns:    a SignPair owns its secret half.
// Errors:  verify() is false for anything but a good signature by exactly that key; small-order
//          keys and malleable signatures are refused by the library.

#include <initializer_list>

#include "kith/base/random.h"
#include "kith/base/secret.h"
#include "kith/verify/labels.h"

namespace kith::verify {

struct SignPair {
  SignKey key;
  Secret seed;  // 32 bytes
};

SignPair make_sign_pair(Random& random);
// The pair that a stored seed belongs to. REQUIRES: seed.size() == 32
SignPair sign_pair_of(const Secret& seed);

Signature sign(const SignPair& pair, Label label, std::initializer_list<BytesView> parts);
[[nodiscard]] bool verify(const SignKey& key, Label label, std::initializer_list<BytesView> parts,
                          const Signature& signature);

}  // namespace kith::verify

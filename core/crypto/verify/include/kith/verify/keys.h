#pragma once
// Whether 32 bytes that somebody sent are a public key at all. Both questions are about public bytes
// and need no secret, so a relay may ask them too.
//
// Threads: pure functions.
// Errors:  false for what is no key, or one with which nothing is secret.

#include "kith/base/fixed.h"

namespace kith::verify {

// An Ed25519 key: a canonical point of the large group, none of the small ones.
[[nodiscard]] bool is_sign_key(const SignKey& key);
// An X25519 key: not one of the few whose agreement with anybody is zero.
[[nodiscard]] bool is_agree_key(const AgreeKey& key);

}  // namespace kith::verify

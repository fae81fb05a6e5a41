#pragma once
// One key from another: keyed BLAKE2b-256 over a label and context parts, framed as in
// kith/verify/hash.h. Debian's libsodium 1.0.18 has no HKDF; keyed BLAKE2b is a PRF and is
// what libsodium's own crypto_kdf uses, without its limit of 8 context bytes.
//
// Threads: pure functions.

#include <initializer_list>

#include "kith/base/secret.h"
#include "kith/verify/labels.h"

namespace kith::crypto {

// 32 bytes. REQUIRES: key.size() is 16 to 64
Secret derive(const Secret& key, verify::Label label, std::initializer_list<BytesView> context);

}  // namespace kith::crypto

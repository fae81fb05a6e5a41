#pragma once
// Authenticated encryption: XChaCha20-Poly1305 with random 24-byte nonces.
//
// Two shapes. seal()/open() carry a commitment to the key as well, because XChaCha20-Poly1305
// alone can be made to open under two keys; they are for everything that leaves the device or
// that a stranger may have written. seal_block()/open_block() have no commitment; they are for
// the blocks of a file whose header has already committed to the file's key.
//
// Threads: pure functions (Random is safe from any thread).
// Units:   sizes in bytes.
// Errors:  BAD_CIPHERTEXT for whatever does not open, with no further detail.

#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"

namespace kith::crypto {

inline constexpr std::size_t kKeyBytes = 32;
inline constexpr std::size_t kNonceBytes = 24;
inline constexpr std::size_t kTagBytes = 16;
inline constexpr std::size_t kCommitmentBytes = 32;
inline constexpr std::size_t kSealOverhead = kNonceBytes + kCommitmentBytes + kTagBytes;
inline constexpr std::size_t kBlockOverhead = kNonceBytes + kTagBytes;

// nonce | commitment | ciphertext | tag. REQUIRES: key.size() == kKeyBytes
Bytes seal(const Secret& key, BytesView aad, BytesView plain, Random& random);
Result<Bytes> open(const Secret& key, BytesView aad, BytesView sealed);

// nonce | ciphertext | tag, appended to `out`.
void seal_block(const Secret& key, BytesView aad, BytesView plain, Random& random, Bytes& out);
// Writes sealed.size() - kBlockOverhead bytes to `plain`; false when it does not open, and
// then `plain` holds nothing of use. REQUIRES: plain is exactly that size.
[[nodiscard]] bool open_block(const Secret& key, BytesView aad, BytesView sealed, std::span<Byte> plain);

}  // namespace kith::crypto

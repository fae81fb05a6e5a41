#pragma once
// Sealing to a public key: anybody who has the key can seal, only the holder of the secret
// half can open. An ephemeral X25519 key, a derived key bound to both public keys and to a
// context, and seal() of aead.h:  ephemeral public key (32) | sealed.
//
// `extra` is mixed into the key beside the agreement: a second secret that both sides hold
// (a space secret, an invitation's secret), so that the agreement alone does not open it.
//
// Threads: pure functions.
// Errors:  WEAK_KEY for a low-order key on either side; BAD_CIPHERTEXT when it does not open.

#include "kith/crypto/aead.h"
#include "kith/crypto/agree.h"
#include "kith/verify/labels.h"

namespace kith::crypto {

inline constexpr std::size_t kSealedToOverhead = AgreeKey::kSize + kSealOverhead;

Result<Bytes> seal_to(const AgreeKey& to, verify::Label label, BytesView context, BytesView extra,
                      BytesView plain, Random& random);
Result<Bytes> open_sealed_to(const AgreePair& mine, verify::Label label, BytesView context, BytesView extra,
                             BytesView sealed);

}  // namespace kith::crypto

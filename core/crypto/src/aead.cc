#include "kith/crypto/aead.h"

#include <sodium.h>

#include <cstdlib>

#include "kith/verify/hash.h"
#include "start.h"

namespace kith::crypto {
namespace {

static_assert(kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(kNonceBytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(kTagBytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

// Every call comes through here first.
void require_key(const Secret& key) {
  start();
  if (key.size() != kKeyBytes) std::abort();
}

Hash commitment(const Secret& key, BytesView nonce, BytesView aad) {
  return verify::hash(verify::label::kCommitment, {key.reveal(), nonce, aad});
}

void encrypt(const Secret& key, BytesView nonce, BytesView aad, BytesView plain, Byte* out) {
  if (crypto_aead_xchacha20poly1305_ietf_encrypt(out, nullptr, plain.data(), plain.size(), aad.data(),
                                                 aad.size(), nullptr, nonce.data(),
                                                 key.reveal().data()) != 0) {
    std::abort();
  }
}

[[nodiscard]] bool decrypt(const Secret& key, BytesView nonce, BytesView aad, BytesView cipher, Byte* out) {
  return crypto_aead_xchacha20poly1305_ietf_decrypt(out, nullptr, nullptr, cipher.data(), cipher.size(),
                                                    aad.data(), aad.size(), nonce.data(),
                                                    key.reveal().data()) == 0;
}

}  // namespace

Bytes seal(const Secret& key, BytesView aad, BytesView plain, Random& random) {
  require_key(key);
  Bytes out(kSealOverhead + plain.size());
  const std::span<Byte> nonce(out.data(), kNonceBytes);
  random.fill(nonce);
  const Hash check = commitment(key, nonce, aad);
  std::copy(check.bytes.begin(), check.bytes.end(), out.begin() + kNonceBytes);
  encrypt(key, nonce, aad, plain, out.data() + kNonceBytes + kCommitmentBytes);
  return out;
}

Result<Bytes> open(const Secret& key, BytesView aad, BytesView sealed) {
  require_key(key);
  if (sealed.size() < kSealOverhead) return fail(Code::BAD_CIPHERTEXT, "sealed bytes are too short");
  const BytesView nonce = sealed.first(kNonceBytes);
  const BytesView stored = sealed.subspan(kNonceBytes, kCommitmentBytes);
  const Hash check = commitment(key, nonce, aad);
  if (sodium_memcmp(stored.data(), check.bytes.data(), kCommitmentBytes) != 0) {
    return fail(Code::BAD_CIPHERTEXT, "sealed bytes do not open");
  }
  Bytes plain(sealed.size() - kSealOverhead);
  if (!decrypt(key, nonce, aad, sealed.subspan(kNonceBytes + kCommitmentBytes), plain.data())) {
    return fail(Code::BAD_CIPHERTEXT, "sealed bytes do not open");
  }
  return plain;
}

void seal_block(const Secret& key, BytesView aad, BytesView plain, Random& random, Bytes& out) {
  require_key(key);
  const std::size_t at = out.size();
  out.resize(at + kBlockOverhead + plain.size());
  const std::span<Byte> nonce(out.data() + at, kNonceBytes);
  random.fill(nonce);
  encrypt(key, nonce, aad, plain, out.data() + at + kNonceBytes);
}

bool open_block(const Secret& key, BytesView aad, BytesView sealed, std::span<Byte> plain) {
  require_key(key);
  if (sealed.size() < kBlockOverhead || plain.size() != sealed.size() - kBlockOverhead) return false;
  return decrypt(key, sealed.first(kNonceBytes), aad, sealed.subspan(kNonceBytes), plain.data());
}

}  // namespace kith::crypto

#include "start.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "kith/verify/hash.h"

namespace kith::crypto {
namespace {

// XChaCha20-Poly1305: key 80 to 9f, nonce 40 to 57, and these; computed with Python from the draft.
constexpr unsigned char kAad[12] = {0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7};
constexpr char kPlain[] = "known answer";
constexpr unsigned char kSealed[28] = {0x9a, 0x62, 0x1c, 0x83, 0x35, 0xd0, 0x95, 0x34, 0x88, 0x65,
                                       0x12, 0xa1, 0x3f, 0x00, 0x72, 0x7d, 0x65, 0x1f, 0x79, 0x6a,
                                       0x1a, 0x6f, 0x16, 0x2a, 0x1c, 0x52, 0x70, 0xe4};

// RFC 7748, section 6.1.
constexpr unsigned char kAliceSecret[32] = {
    0x77, 0x07, 0x6d, 0x0a, 0x73, 0x18, 0xa5, 0x7d, 0x3c, 0x16, 0xc1, 0x72, 0x51, 0xb2, 0x66, 0x45,
    0xdf, 0x4c, 0x2f, 0x87, 0xeb, 0xc0, 0x99, 0x2a, 0xb1, 0x77, 0xfb, 0xa5, 0x1d, 0xb9, 0x2c, 0x2a};
constexpr unsigned char kAliceKey[32] = {
    0x85, 0x20, 0xf0, 0x09, 0x89, 0x30, 0xa7, 0x54, 0x74, 0x8b, 0x7d, 0xdc, 0xb4, 0x3e, 0xf7, 0x5a,
    0x0d, 0xbf, 0x3a, 0x0d, 0x26, 0x38, 0x1a, 0xf4, 0xeb, 0xa4, 0xa9, 0x8e, 0xaa, 0x9b, 0x4e, 0x6a};
constexpr unsigned char kBobKey[32] = {
    0xde, 0x9e, 0xdb, 0x7d, 0x7b, 0x7d, 0xc1, 0xb4, 0xd3, 0x5b, 0x61, 0xc2, 0xec, 0xe4, 0x35, 0x37,
    0x3f, 0x83, 0x43, 0xc8, 0x5b, 0x78, 0x67, 0x4d, 0xad, 0xfc, 0x7e, 0x14, 0x6f, 0x88, 0x2b, 0x4f};
constexpr unsigned char kShared[32] = {
    0x4a, 0x5d, 0x9d, 0x5b, 0xa4, 0xce, 0x2d, 0xe1, 0x72, 0x8e, 0x3b, 0xf4, 0x80, 0x35, 0x0f, 0x25,
    0xe0, 0x7e, 0x21, 0xc9, 0x47, 0xd1, 0x9e, 0x33, 0x76, 0xf0, 0x9b, 0x3c, 0x1e, 0x16, 0x17, 0x42};

bool known_seal() {
  unsigned char key[32];
  unsigned char nonce[24];
  for (unsigned char i = 0; i < sizeof key; ++i) key[i] = static_cast<unsigned char>(0x80 + i);
  for (unsigned char i = 0; i < sizeof nonce; ++i) nonce[i] = static_cast<unsigned char>(0x40 + i);
  constexpr std::size_t kPlainSize = sizeof kPlain - 1;
  static_assert(sizeof kSealed == kPlainSize + crypto_aead_xchacha20poly1305_ietf_ABYTES);
  unsigned char sealed[sizeof kSealed] = {};
  if (crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, nullptr, reinterpret_cast<const unsigned char*>(kPlain),
                                                 kPlainSize, kAad, sizeof kAad, nullptr, nonce, key) != 0 ||
      std::memcmp(sealed, kSealed, sizeof kSealed) != 0) {
    return false;
  }
  unsigned char plain[kPlainSize];
  const auto opens = [&] {
    return crypto_aead_xchacha20poly1305_ietf_decrypt(plain, nullptr, nullptr, sealed, sizeof sealed, kAad,
                                                      sizeof kAad, nonce, key) == 0;
  };
  if (!opens() || std::memcmp(plain, kPlain, kPlainSize) != 0) return false;
  sealed[3] ^= 1U;
  return !opens();
}

bool known_agreement() {
  unsigned char out[32] = {};
  constexpr unsigned char kZero[32] = {};
  return crypto_scalarmult_base(out, kAliceSecret) == 0 && std::memcmp(out, kAliceKey, sizeof out) == 0 &&
         crypto_scalarmult(out, kAliceSecret, kBobKey) == 0 && std::memcmp(out, kShared, sizeof out) == 0 &&
         crypto_scalarmult(out, kAliceSecret, kZero) != 0;
}

bool start_once() {
  static_cast<void>(verify::hash(verify::label::kCommitment, {}));  // kith/verify asks for its own answers
  if (known_seal() && known_agreement()) return true;
  std::fputs("kith: cryptography failed: libsodium does not give the known answers\n", stderr);
  std::abort();
}

}  // namespace

void start() {
  static const bool started = start_once();
  static_cast<void>(started);
}

}  // namespace kith::crypto

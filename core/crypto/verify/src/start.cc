#include "start.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace kith::verify {
namespace {

// BLAKE2b-256 of the empty text (RFC 7693's function at 32 bytes).
constexpr unsigned char kEmptyHash[32] = {
    0x0e, 0x57, 0x51, 0xc0, 0x26, 0xe5, 0x43, 0xb2, 0xe8, 0xab, 0x2e, 0xb0, 0x60, 0x99, 0xda, 0xa1,
    0xd1, 0xe5, 0xdf, 0x47, 0x77, 0x8f, 0x77, 0x87, 0xfa, 0xab, 0x45, 0xcd, 0xf1, 0x2f, 0xe3, 0xa8};

// RFC 8032, section 7.1, test 1: the empty message.
constexpr unsigned char kTestKey[32] = {
    0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a,
    0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a};
constexpr unsigned char kTestSignature[64] = {
    0xe5, 0x56, 0x43, 0x00, 0xc3, 0x60, 0xac, 0x72, 0x90, 0x86, 0xe2, 0xcc, 0x80, 0x6e, 0x82, 0x8a,
    0x84, 0x87, 0x7f, 0x1e, 0xb8, 0xe5, 0xd9, 0x74, 0xd8, 0x73, 0xe0, 0x65, 0x22, 0x49, 0x01, 0x55,
    0x5f, 0xb8, 0x82, 0x15, 0x90, 0xa3, 0x3b, 0xac, 0xc6, 0x1e, 0x39, 0x70, 0x1c, 0xf9, 0xb4, 0x6b,
    0xd2, 0x5b, 0xf5, 0xf0, 0x59, 0x5b, 0xbe, 0x24, 0x65, 0x51, 0x41, 0x43, 0x8e, 0x7a, 0x10, 0x0b};

// The base point plus the point of order two: on the curve, in no group of ours. Versions before the
// repair of CVE-2025-69277 take it for a good one.
constexpr unsigned char kMixedOrder[32] = {0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99,
                                           0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99,
                                           0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99};

// The headers that this was built with, or a later version that keeps their promises.
bool known_version() {
  return sodium_library_version_major() == SODIUM_LIBRARY_VERSION_MAJOR &&
         sodium_library_version_minor() >= SODIUM_LIBRARY_VERSION_MINOR;
}

// In one piece and in parts: the code uses both.
bool known_hashes() {
  unsigned char out[32];
  if (crypto_generichash(out, sizeof out, nullptr, 0, nullptr, 0) != 0) return false;
  if (std::memcmp(out, kEmptyHash, sizeof out) != 0) return false;
  crypto_generichash_state state;
  unsigned char parts[32];
  return crypto_generichash_init(&state, nullptr, 0, sizeof parts) == 0 &&
         crypto_generichash_update(&state, parts, 0) == 0 &&
         crypto_generichash_final(&state, parts, sizeof parts) == 0 &&
         std::memcmp(parts, kEmptyHash, sizeof parts) == 0;
}

bool known_answers() {
  if (!known_version() || !known_hashes()) return false;
  if (crypto_core_ed25519_is_valid_point(kMixedOrder) != 0 || crypto_core_ed25519_is_valid_point(kTestKey) != 1) {
    return false;
  }
  if (crypto_sign_verify_detached(kTestSignature, nullptr, 0, kTestKey) != 0) return false;
  unsigned char wrong[64];
  std::memcpy(wrong, kTestSignature, sizeof wrong);
  wrong[7] ^= 1;
  return crypto_sign_verify_detached(wrong, nullptr, 0, kTestKey) != 0;
}

bool start_once() {
  require(sodium_init() >= 0, "libsodium does not start");
  require(known_answers(), "libsodium does not give the known answers");
  return true;
}

}  // namespace

void start() {
  static const bool started = start_once();
  static_cast<void>(started);
}

void require(bool ok, const char* what) {
  if (ok) return;
  std::fprintf(stderr, "kith: cryptography failed: %s\n", what);
  std::abort();
}

}  // namespace kith::verify

// A libsodium that is broken in one place, for cv03_start_test.cc: loaded before the real one, it passes
// every call on but the one that the environment names.

#include <dlfcn.h>
#include <sodium.h>

#include <cstdlib>
#include <cstring>

namespace {

bool broken(const char* name) {
  const char* which = std::getenv("KITH_BROKEN");
  return which != nullptr && std::strcmp(which, name) == 0;
}

template <typename F>
F real(const char* name, F) {
  return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

}  // namespace

// NAME(parameters): passed on with `arguments`, or `broken_result` when it is the broken one.
#define KITH_PASS_ON(name, parameters, arguments, broken_result) \
  extern "C" __attribute__((visibility("default"))) int name parameters { \
    if (broken(#name)) return broken_result; \
    return real(#name, &name) arguments; \
  }

using In = const unsigned char*;
using Out = unsigned char*;
using Size = unsigned long long;  // NOLINT(google-runtime-int): libsodium's

KITH_PASS_ON(sodium_init, (), (), -1)
KITH_PASS_ON(sodium_library_version_major, (), (), 9)
KITH_PASS_ON(sodium_library_version_minor, (), (), 0)
// Says that it did its work, and did nothing.
KITH_PASS_ON(crypto_generichash, (Out out, std::size_t n, In in, Size m, In key, std::size_t k),
             (out, n, in, m, key, k), (std::memset(out, 0, n), 0))
KITH_PASS_ON(crypto_generichash_final, (crypto_generichash_state * state, Out out, std::size_t n), (state, out, n),
             (std::memset(out, 0, n), 0))
// Takes every signature, or none; every point.
extern "C" __attribute__((visibility("default"))) int crypto_sign_verify_detached(In signature, In in, Size n, In key) {
  if (broken("takes_every_signature")) return 0;
  if (broken("takes_no_signature")) return -1;
  return real("crypto_sign_verify_detached", &crypto_sign_verify_detached)(signature, in, n, key);
}
KITH_PASS_ON(crypto_core_ed25519_is_valid_point, (In point), (point), 1)
// Opens whatever it is given; seals nothing.
KITH_PASS_ON(crypto_aead_xchacha20poly1305_ietf_decrypt,
             (Out out, Size* n, Out none, In in, Size m, In aad, Size a, In nonce, In key),
             (out, n, none, in, m, aad, a, nonce, key), 0)
KITH_PASS_ON(crypto_aead_xchacha20poly1305_ietf_encrypt,
             (Out out, Size* n, In in, Size m, In aad, Size a, In none, In nonce, In key),
             (out, n, in, m, aad, a, none, nonce, key), 0)
KITH_PASS_ON(crypto_scalarmult, (Out out, In n, In p), (out, n, p), 0)

#include "kith/verify/keys.h"

#include <sodium.h>

#include <array>

#include "start.h"

namespace kith::verify {

bool is_sign_key(const SignKey& key) {
  start();
  return crypto_core_ed25519_is_valid_point(key.bytes.data()) == 1;
}

// The library refuses an agreement whose result is zero, and whether it is zero depends on the point
// alone: every scalar that it uses is a multiple of the order of the small groups. So any scalar tells.
bool is_agree_key(const AgreeKey& key) {
  start();
  const std::array<Byte, crypto_scalarmult_SCALARBYTES> any{1};
  std::array<Byte, crypto_scalarmult_BYTES> out{};
  return crypto_scalarmult(out.data(), any.data(), key.bytes.data()) == 0;
}

}  // namespace kith::verify

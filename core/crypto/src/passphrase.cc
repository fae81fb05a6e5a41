#include "kith/crypto/passphrase.h"

#include <sodium.h>

#include "start.h"

namespace kith::crypto {
namespace {

static_assert(Salt::kSize == crypto_pwhash_SALTBYTES);

constexpr Salt kDigitsSalt{{'k', 'i', 't', 'h', ' ', 'p', 'a', 'i', 'r', ' ', 'd', 'i', 'g', 'i', 't', 's'}};

Result<Secret> argon2id(BytesView input, const Salt& salt, const PassphraseCost& cost) {
  KITH_CHECK(check_cost(cost));
  start();
  Secret out(32);
  if (crypto_pwhash(out.writable().data(), out.size(), reinterpret_cast<const char*>(input.data()),
                    input.size(), salt.bytes.data(), cost.passes, cost.memory_bytes,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return fail(Code::OUT_OF_MEMORY, "not enough memory to stretch the passphrase");
  }
  return out;
}

}  // namespace

Result<void> check_cost(const PassphraseCost& cost) {
  if (cost.memory_bytes < kCostFloor.memory_bytes || cost.passes < kCostFloor.passes) {
    return fail(Code::KDF_BELOW_FLOOR, "the cost of the passphrase is below 64 MiB and 3 passes");
  }
  if (cost.memory_bytes > kCostCeiling.memory_bytes || cost.passes > kCostCeiling.passes) {
    return fail(Code::KDF_ABOVE_CEILING, "the cost of the passphrase is above 1 GiB and 10 passes");
  }
  return {};
}

Result<Secret> stretch(const Secret& passphrase, const Salt& salt, const PassphraseCost& cost) {
  return argon2id(passphrase.reveal(), salt, cost);
}

Result<std::string> slow_digits(const Hash& hash) {
  KITH_TRY(const Secret slow, argon2id(hash.view(), kDigitsSalt, kCostFloor));
  std::uint64_t number = 0;
  for (const Byte b : slow.reveal().first(8)) number = (number << 8U) | b;
  std::string digits = std::to_string(number % 1'000'000'000'000ULL);
  return std::string(12 - digits.size(), '0') + digits;
}

}  // namespace kith::crypto

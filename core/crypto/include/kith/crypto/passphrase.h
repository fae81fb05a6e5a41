#pragma once
// From a passphrase to a key: Argon2id, slow on purpose. The bounds are compiled in and are
// checked before any work is done, because the parameters may come from a file that somebody
// else wrote.
//
// Threads: pure functions; each call takes its memory while it runs.
// Units:   memory in bytes, cost in passes.
// Errors:  KDF_BELOW_FLOOR, KDF_ABOVE_CEILING, OUT_OF_MEMORY.

#include <array>
#include <cstdint>
#include <string>

#include "kith/base/fixed.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"

namespace kith::crypto {

using Salt = Fixed<struct SaltTag, 16>;

struct PassphraseCost {
  std::uint64_t memory_bytes = 0;
  std::uint32_t passes = 0;
  bool operator==(const PassphraseCost&) const = default;
};

inline constexpr PassphraseCost kCostFloor{64ULL << 20U, 3};
inline constexpr PassphraseCost kCostTarget{256ULL << 20U, 3};
inline constexpr PassphraseCost kCostCeiling{1ULL << 30U, 10};

// Within floor and ceiling, or the named error.
Result<void> check_cost(const PassphraseCost& cost);

// 32 bytes. The passphrase is taken byte for byte.
Result<Secret> stretch(const Secret& passphrase, const Salt& salt, const PassphraseCost& cost);

// Twelve decimal digits from a hash, at the cost of the floor with a fixed salt: whoever wants
// a second hash with the same digits pays that cost for each try.
Result<std::string> slow_digits(const Hash& hash);

}  // namespace kith::crypto

#pragma once
// What travels sealed inside a leave: the withdrawals that waited when a person ended a pair. A leave
// overtakes all other data, and nothing of its author counts after it, so whoever ends a pair takes
// back with it what he had decided to take back.
//
//   plain = u16 count | count x (u16 kind | 16 record id | 16 made), padded as a body is
//   sealed = seal(derive(epoch secret, kLeaveKey, {space, epoch}), AAD = space | u32 epoch | author, plain)
//
// Threads: pure functions.
// Errors:  TOO_LARGE for more than kMaxParting; BAD_CIPHERTEXT, MALFORMED on opening.

#include "kith/base/random.h"
#include "kith/base/secret.h"
#include "kith/protocol/body.h"

namespace kith::protocol {

inline constexpr std::size_t kMaxParting = 3072;

// The changes are withdrawals of records that the author made: op, record, kind and made are kept.
Result<Bytes> seal_parting(const SpaceId& space, std::uint32_t epoch, const SignKey& author, const Secret& epoch_secret,
                           const std::vector<Change>& withdrawals, Random& random);
Result<std::vector<Change>> open_parting(const SpaceId& space, std::uint32_t epoch, const SignKey& author,
                                         const Secret& epoch_secret, BytesView sealed);

}  // namespace kith::protocol

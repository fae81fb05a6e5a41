#pragma once
// Epoch secrets: 32 random bytes that protect a space for a while, wrapped to each device. The
// space secret, which travels with the invitation and never through the relay in the clear, is
// mixed into every wrap.
//
// Threads: pure functions.
// Errors:  WEAK_KEY for a low-order device key; BAD_CIPHERTEXT for a wrap that does not open or
//          opens to another secret than the entry says; NOT_FOUND where there is no wrap.

#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"
#include "kith/crypto/agree.h"
#include "kith/envelope/membership.h"

namespace kith::protocol {

struct EpochKeys {
  std::uint32_t epoch = 0;
  Secret secret;
};

Hash epoch_check(const SpaceId& space, std::uint32_t epoch, const Secret& secret);

// A new secret wrapped to `devices`.
Result<envelope::EpochStart> start_epoch(const SpaceId& space, const EpochKeys& keys, const Secret& space_secret,
                                         const std::vector<envelope::DeviceKeys>& devices, Random& random);

// The secret of `start` for the device with `sign`.
Result<Secret> open_epoch(const SpaceId& space, const envelope::EpochStart& start, const SignKey& sign,
                          const crypto::AgreePair& device, const Secret& space_secret);

// One secret for one device: what a grant carries, and each wrap of a start.
Result<envelope::Wrap> wrap_epoch(const SpaceId& space, const EpochKeys& keys, const Secret& space_secret,
                                  const envelope::DeviceKeys& device, Random& random);
// BAD_CIPHERTEXT for a wrap that opens to another secret than the one announced by `check`.
Result<Secret> open_wrap(const SpaceId& space, std::uint32_t epoch, const Hash& check, const envelope::Wrap& wrap,
                         const crypto::AgreePair& device, const Secret& space_secret);

// What an adder seals for a joiner, under an agreement and the invitation's secret.
struct JoinGift {
  Secret epoch_secret;
  Secret space_secret;
  std::uint32_t epoch = 0;
  envelope::Head before;  // the head the addition follows
};
Result<Bytes> seal_join(const SpaceId& space, const JoinGift& gift, const AgreeKey& joiner,
                        const Secret& invitation, Random& random);
Result<JoinGift> open_join(const SpaceId& space, BytesView sealed, const crypto::AgreePair& joiner,
                           const Secret& invitation);

}  // namespace kith::protocol

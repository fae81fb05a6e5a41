#include "kith/protocol/epoch.h"

#include "kith/base/wire.h"
#include "kith/crypto/sealed_to.h"
#include "kith/verify/hash.h"

namespace kith::protocol {
namespace {

Bytes context(const SpaceId& space, std::uint32_t epoch, const SignKey& device) {
  Writer out;
  out.raw(space.view());
  out.u32(epoch);
  out.raw(device.view());
  return out.take();
}

}  // namespace

Hash epoch_check(const SpaceId& space, std::uint32_t epoch, const Secret& secret) {
  Writer number;
  number.u32(epoch);
  return verify::hash(verify::label::kEpochCheck, {space.view(), number.bytes(), secret.reveal()});
}

Result<envelope::EpochStart> start_epoch(const SpaceId& space, const EpochKeys& keys, const Secret& space_secret,
                                         const std::vector<envelope::DeviceKeys>& devices, Random& random) {
  envelope::EpochStart out;
  out.epoch = keys.epoch;
  out.check = epoch_check(space, keys.epoch, keys.secret);
  for (const envelope::DeviceKeys& device : devices) {
    KITH_TRY(envelope::Wrap wrap, wrap_epoch(space, keys, space_secret, device, random));
    out.wraps.push_back(std::move(wrap));
  }
  return out;
}

Result<envelope::Wrap> wrap_epoch(const SpaceId& space, const EpochKeys& keys, const Secret& space_secret,
                                  const envelope::DeviceKeys& device, Random& random) {
  KITH_TRY(Bytes sealed, crypto::seal_to(device.agree, verify::label::kWrapKey, context(space, keys.epoch, device.sign),
                                         space_secret.reveal(), keys.secret.reveal(), random));
  return envelope::Wrap{device.sign, std::move(sealed)};
}

Result<Secret> open_wrap(const SpaceId& space, std::uint32_t epoch, const Hash& check, const envelope::Wrap& wrap,
                         const crypto::AgreePair& device, const Secret& space_secret) {
  KITH_TRY(Bytes plain, crypto::open_sealed_to(device, verify::label::kWrapKey, context(space, epoch, wrap.device),
                                               space_secret.reveal(), wrap.sealed));
  Secret secret = Secret::copy_of(plain);
  wipe(plain);
  if (secret.size() != 32 || epoch_check(space, epoch, secret) != check) {
    return fail(Code::BAD_CIPHERTEXT, "an epoch secret that is not the announced one");
  }
  return secret;
}

Result<Secret> open_epoch(const SpaceId& space, const envelope::EpochStart& start, const SignKey& sign,
                          const crypto::AgreePair& device, const Secret& space_secret) {
  for (const envelope::Wrap& wrap : start.wraps) {
    if (wrap.device == sign) return open_wrap(space, start.epoch, start.check, wrap, device, space_secret);
  }
  return fail(Code::NOT_FOUND, "an epoch without a wrap for this device");
}

Result<Bytes> seal_join(const SpaceId& space, const JoinGift& gift, const AgreeKey& joiner,
                        const Secret& invitation, Random& random) {
  Writer out;
  out.raw(gift.epoch_secret.reveal());
  out.raw(gift.space_secret.reveal());
  out.u32(gift.epoch);
  out.u64(gift.before.position);
  out.raw(gift.before.running.view());
  Bytes plain = out.take();
  auto sealed = crypto::seal_to(joiner, verify::label::kJoinKey, space.view(), invitation.reveal(), plain, random);
  wipe(plain);
  return sealed;
}

Result<JoinGift> open_join(const SpaceId& space, BytesView sealed, const crypto::AgreePair& joiner,
                           const Secret& invitation) {
  KITH_TRY(Bytes plain, crypto::open_sealed_to(joiner, verify::label::kJoinKey, space.view(), invitation.reveal(),
                                               sealed));
  Reader in(plain);
  JoinGift gift;
  gift.epoch_secret = Secret::copy_of(in.raw(32));
  gift.space_secret = Secret::copy_of(in.raw(32));
  gift.epoch = in.u32();
  gift.before.position = in.u64();
  gift.before.running = in.fixed<Hash>();
  const bool whole = in.at_end();
  wipe(plain);
  if (!whole) return fail(Code::MALFORMED, "a join part of the wrong size");
  return gift;
}

}  // namespace kith::protocol

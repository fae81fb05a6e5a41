// What a joiner is handed: the part sealed for him alone, and the wrap of an epoch's secret. The input is
// sealed rightly as the inside of both; what opens is the same when it is sealed again.

#include "fuzz.h"
#include "kith/crypto/sealed_to.h"
#include "kith/protocol/epoch.h"
#include "members.h"

namespace kith::fuzz {
namespace join_gift_fuzzer {

using namespace protocol;

const crypto::AgreePair& joiner() {
  static const crypto::AgreePair pair = crypto::agree_pair_of(secret_of(8));
  return pair;
}

const SpaceId kSpace{{4}};

void check_gift(BytesView plain, Random& random) {
  const Secret invitation = secret_of(9);
  const auto part = crypto::seal_to(joiner().key, verify::label::kJoinKey, kSpace.view(), invitation.reveal(), plain, random);
  KITH_HOLDS(part.ok());
  const auto gift = open_join(kSpace, *part, joiner(), invitation);
  if (!gift.ok()) {
    KITH_HOLDS(gift.error().code == Code::MALFORMED);
    return;
  }
  const auto sealed = seal_join(kSpace, *gift, joiner().key, invitation, random);
  KITH_HOLDS(sealed.ok());
  const auto again = open_join(kSpace, *sealed, joiner(), invitation);
  KITH_HOLDS(again.ok() && again->epoch == gift->epoch && again->before == gift->before &&
             again->epoch_secret.equals(gift->epoch_secret) && again->space_secret.equals(gift->space_secret));
  KITH_HOLDS(!open_join(SpaceId{{5}}, *sealed, joiner(), invitation).ok());
  KITH_HOLDS(!open_join(kSpace, *sealed, joiner(), secret_of(10)).ok());
  Reader in(plain);
  KITH_HOLDS(!open_join(kSpace, with_flipped_bit(*sealed, in), joiner(), invitation).ok());
}

void check_wrap(BytesView input, Random& random) {
  Reader in(input);
  envelope::DeviceKeys device = a_space().guest.keys;
  device.agree = joiner().key;
  const auto start = start_epoch(kSpace, {in.u32(), secret_of(in.u8())}, secret_of(2), {device}, random);
  KITH_HOLDS(start.ok());
  const auto secret = open_epoch(kSpace, *start, device.sign, joiner(), secret_of(2));
  KITH_HOLDS(secret.ok() && epoch_check(kSpace, start->epoch, *secret) == start->check);
  envelope::EpochStart spoilt = *start;
  spoilt.wraps.front().sealed = with_flipped_bit(spoilt.wraps.front().sealed, in);
  KITH_HOLDS(!open_epoch(kSpace, spoilt, device.sign, joiner(), secret_of(2)).ok());
  spoilt = *start;
  ++spoilt.epoch;
  KITH_HOLDS(!open_epoch(kSpace, spoilt, device.sign, joiner(), secret_of(2)).ok());
}

void run(BytesView input) {
  testing::SeededRandom random = fixed_random();
  KITH_HOLDS(!open_join(kSpace, input, joiner(), secret_of(9)).ok());
  check_gift(input, random);
  check_wrap(input, random);
}

std::vector<Bytes> seeds() {
  testing::SeededRandom random = fixed_random();
  const JoinGift gift{secret_of(1), secret_of(2), 2, {7, Hash{{3}}}};
  const Bytes sealed = seal_join(kSpace, gift, joiner().key, secret_of(9), random).value();
  return {crypto::open_sealed_to(joiner(), verify::label::kJoinKey, kSpace.view(), secret_of(9).reveal(), sealed).value()};
}

KITH_FUZZER(join_gift, run, seeds);

}  // namespace join_gift_fuzzer
}  // namespace kith::fuzz

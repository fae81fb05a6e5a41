// A head that a relay signed, and the answer to its challenge. The input says what is signed; with one
// bit of it changed, or for another space or relay, it does not hold.

#include "kith/envelope/log.h"

#include "fuzz.h"
#include "rows/rows.h"

namespace kith::fuzz {
namespace signed_head_fuzzer {

using namespace envelope;

const verify::SignPair& signer() {
  static const verify::SignPair pair = verify::sign_pair_of(secret_of(1));
  return pair;
}

void check_kept(BytesView bytes) {
  const auto head = client::decode_signed_head(bytes);
  if (!head) return;
  KITH_HOLDS(equal(client::encode_signed_head(*head), bytes));
  (void)envelope::check_head(*head, head->space, head->relay);
}

void run(BytesView input) {
  check_kept(input);
  Reader in(input);
  const SpaceId space = one_of_few<SpaceId>(in);
  const Head at{in.u64(), one_of_few<Hash>(in)};
  const SignedHead head = sign_head(space, at, static_cast<std::int64_t>(in.u64()), signer());
  KITH_HOLDS(check_head(head, space, signer().key).ok());
  KITH_HOLDS(!check_head(head, SpaceId{{9, 9}}, signer().key).ok());
  KITH_HOLDS(!check_head(head, space, SignKey{{9}}).ok());
  const Bytes spoilt = with_flipped_bit(client::encode_signed_head(head), in);
  const auto read = client::decode_signed_head(spoilt);
  KITH_HOLDS(read && !check_head(*read, space, signer().key).ok());

  const auto challenge = one_of_few<Challenge>(in);
  const Signature answer = answer_challenge(signer(), SignKey{{2}}, space, challenge);
  KITH_HOLDS(challenge_holds(signer().key, SignKey{{2}}, space, challenge, answer));
  KITH_HOLDS(!challenge_holds(signer().key, SignKey{{3}}, space, challenge, answer));
  const auto wrong = Signature::from(with_flipped_bit(to_bytes(answer.view()), in));
  KITH_HOLDS(!challenge_holds(signer().key, SignKey{{2}}, space, challenge, *wrong));
}

std::vector<Bytes> seeds() {
  return {client::encode_signed_head(sign_head(SpaceId{{2}}, {3, Hash{{4}}}, 5, signer())), Bytes(40, 7)};
}

KITH_FUZZER(signed_head, run, seeds);

}  // namespace signed_head_fuzzer
}  // namespace kith::fuzz

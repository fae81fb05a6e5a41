// All that a device keeps about one space, its keys there among it. What is read is written and read
// again the same, and no key or secret has a size that would stop the process where it is used.

#include "rows/space_row.h"

#include "fuzz.h"
#include "members.h"

namespace kith::fuzz {
namespace space_row_fuzzer {

using namespace client;

void run(BytesView input) {
  const auto row = decode_space(1, input);
  if (!row.ok()) return;
  KITH_HOLDS(row->device.seed.size() == 32 && row->transport.seed.size() == 32 && row->agree.secret.size() == 32);
  KITH_HOLDS(row->space_secret.size() % 32 == 0 && row->join_secret.size() % 32 == 0);
  for (const auto& [epoch, secret] : row->epochs) KITH_HOLDS(secret.size() == 32);
  const Bytes once = encode_space(*row);
  const auto again = decode_space(1, once);
  KITH_HOLDS(again.ok() && encode_space(*again) == once && again->membership == row->membership);
  KITH_HOLDS(encode_space(row->clone()) == once);
  (void)row->may_write();
  (void)row->i_left();
  const Bytes entry = envelope::make_entry(row->next_header(), {}, row->device);
  const auto view = envelope::parse_entry(entry);
  KITH_HOLDS(!view.ok() || envelope::check_signature(*view).ok());
}

SpaceRow some_row() {
  SpaceRow out;
  out.membership = a_space().paired;
  out.genesis = envelope::encode_genesis(a_space().genesis);
  out.head = {3, Hash{{1}}};
  out.device = verify::sign_pair_of(secret_of(1));
  out.agree = crypto::agree_pair_of(secret_of(2));
  out.transport = verify::sign_pair_of(secret_of(9));
  out.space_secret = secret_of(3);
  out.epochs[1] = secret_of(4);
  return out;
}

std::vector<Bytes> seeds() {
  SpaceRow renewing = some_row();
  renewing.renewal = RenewalKeys{verify::sign_pair_of(secret_of(5)), crypto::agree_pair_of(secret_of(6)), Bytes{1},
                                 verify::sign_pair_of(secret_of(10))};
  renewing.retired.push_back(verify::sign_pair_of(secret_of(7)));
  renewing.signed_head = envelope::sign_head(SpaceId{{2}}, {3, Hash{{4}}}, 5, renewing.device);
  SpaceRow joining = some_row();
  joining.membership = {};
  joining.join_secret = secret_of(8);
  return {encode_space(some_row()), encode_space(renewing), encode_space(joining)};
}

KITH_FUZZER(space_row, run, seeds);

}  // namespace space_row_fuzzer
}  // namespace kith::fuzz

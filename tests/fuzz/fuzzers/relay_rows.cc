// The rows that a relay keeps: the first byte says which, the others are its value. What is read is
// written as it stood.

#include "relay/src/rows/rows.h"

#include "fuzz.h"
#include "members.h"

namespace kith::fuzz {
namespace relay_rows_fuzzer {

using namespace relay;

void check_space(BytesView row) {
  const auto state = decode_space(a_space().id, row);
  if (!state.ok()) return;
  const Bytes once = encode_space(*state);
  const auto again = decode_space(a_space().id, once);
  KITH_HOLDS(again.ok() && encode_space(*again) == once && again->membership == state->membership);
}

void run(BytesView input) {
  Reader in(input);
  const std::uint8_t which = in.u8() % 6;
  const BytesView row = in.rest();
  if (which == 0) check_space(row);
  if (which == 1) {
    const auto read = decode_stored(1, row);
    if (read.ok()) KITH_HOLDS(equal(encode_stored(*read), row));
  }
  if (which == 2) {
    const auto read = decode_position(row);
    if (read.ok()) KITH_HOLDS(equal(encode_position(*read), row));
  }
  if (which == 3) {
    const auto read = decode_author(row);
    if (read.ok()) KITH_HOLDS(equal(encode_author(*read), row));
  }
  if (which == 4) {
    const auto read = decode_mailbox(row);
    if (read.ok()) KITH_HOLDS(equal(encode_mailbox(*read), row));
  }
  if (which == 5) {
    const auto read = decode_admission(row);
    if (read.ok()) KITH_HOLDS(equal(encode_admission(*read), row));
  }
}

std::vector<Bytes> seeds() {
  SpaceState state;
  state.membership = a_space().paired;
  state.admission = Bytes(32, 1);
  return {chosen(0, encode_space(state)), chosen(1, encode_stored({1, 2, Hash{{3}}, Bytes{4}})),
          chosen(2, encode_position(5)), chosen(3, encode_author({6, Hash{{7}}})),
          chosen(4, encode_mailbox({8, Bytes{9}})), chosen(5, encode_admission({"Amara's office", 1, 2, 3, 4, true}))};
}

KITH_FUZZER(relay_rows, run, seeds);

}  // namespace relay_rows_fuzzer
}  // namespace kith::fuzz

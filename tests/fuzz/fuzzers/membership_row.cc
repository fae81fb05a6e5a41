// A membership as relay and device keep it. What is read can be written and read again, and asked.

#include "fuzz.h"
#include "members.h"

namespace kith::fuzz {
namespace membership_row_fuzzer {

using namespace envelope;

void run(BytesView input) {
  const auto read = decode_membership(input);
  if (!read.ok()) return;
  const auto again = decode_membership(encode_membership(*read));
  KITH_HOLDS(again.ok() && *again == *read);
  const Space& space = a_space();
  (void)read->member_of(space.founder.sign.key);
  (void)read->device(space.guest.sign.key);
  const Bytes entry = space.entry(space.founder, renew_body(space));
  (void)apply(&*read, *parse_entry(entry));
  EntryHeader header = space.header(space.founder, read->last);
  header.epoch = read->epoch;
  (void)check_counts(*read, header);
}

std::vector<Bytes> seeds() {
  const Space& space = a_space();
  const Bytes entry = space.entry(space.founder, renew_body(space));
  const auto renewed = apply(&space.paired, *parse_entry(entry));
  KITH_HOLDS(renewed.ok());
  return {encode_membership({}), encode_membership(space.founded), encode_membership(space.paired),
          encode_membership(*renewed)};
}

KITH_FUZZER(membership_row, run, seeds);

}  // namespace membership_row_fuzzer
}  // namespace kith::fuzz

// The clear body of a membership entry. The bytes are signed as a body, read, written again and read
// again; and whatever they say to a space that is there, a refusal or a sound membership comes of it.

#include "fuzz.h"
#include "members.h"

namespace kith::fuzz {
namespace membership_body_fuzzer {

using namespace envelope;

void run(BytesView input) {
  const Space& space = a_space();
  if (input.size() > kMaxBodyBytes) return;
  EntryHeader header = space.header(space.founder, space.paired.last);
  header.kind = EntryKind::membership;
  const Bytes raw = make_entry(header, input, space.founder.sign);
  const auto view = parse_entry(raw);
  KITH_HOLDS(view.ok() && check_signature(*view).ok());
  const auto body = parse_membership(*view);
  // Unsigned or signed by nobody who may: the rules decide, and only a parsed body gets so far.
  if (const auto after = apply(&space.paired, *view); after.ok()) {
    KITH_HOLDS(body.ok());
    check_sound(*after);
  }
  if (!body.ok()) {
    KITH_HOLDS(!apply(nullptr, *view).ok());
    return;
  }
  const Bytes again = make_membership_entry(header, *body, space.founder.sign, &space.founder.administration);
  const auto read = parse_entry(again);
  if (!read.ok()) return;  // the signature made it too long for an entry
  const auto body_again = parse_membership(*read);
  KITH_HOLDS(body_again.ok() && *body_again == *body);
  if (const auto after = apply(&space.paired, *read); after.ok()) check_sound(*after);
}

std::vector<Bytes> seeds() {
  std::vector<Bytes> out;
  for (const MembershipBody& body : sound_bodies()) {
    const Bytes entry = a_space().entry(a_space().founder, body);
    out.push_back(to_bytes(parse_entry(entry)->body));
  }
  return out;
}

KITH_FUZZER(membership_body, run, seeds);

}  // namespace membership_body_fuzzer
}  // namespace kith::fuzz

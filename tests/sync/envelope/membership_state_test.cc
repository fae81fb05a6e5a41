#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "space_builder.h"

namespace kith::envelope {
namespace {

using testing::Fails;
using testing::IsOkAnd;

Membership renewed(SpaceBuilder& b) {
  const Membership now = b.paired();
  const Device fresh = b.make_device();
  return SpaceBuilder::after(&now, b.entry(b.founder, SpaceBuilder::renew_body(now, fresh, {}, {&fresh, &b.guest})))
      .value();
}

TEST(MembershipState, LeadsBack) {
  const SpaceBuilder b;
  const Membership paired = b.paired();
  const Membership left =
      SpaceBuilder::after(&paired, b.entry(b.guest, SpaceBuilder::leave_body(paired))).value();
  SpaceBuilder more;
  for (const Membership& m : {b.founded(), paired, left, renewed(more)}) {
    EXPECT_THAT(decode_membership(encode_membership(m)), IsOkAnd(m));
  }
}

TEST(MembershipState, EveryTruncationAndAnythingAfterItsEndIsMalformed) {
  SpaceBuilder b;
  const Bytes whole = encode_membership(renewed(b));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THAT(decode_membership(BytesView(whole).first(size)), Fails(Code::MALFORMED)) << size;
  }
  Bytes longer = whole;
  longer.push_back(0);
  EXPECT_THAT(decode_membership(longer), Fails(Code::MALFORMED));
}

TEST(MembershipState, AnotherVersionIsMalformed) {
  Bytes bytes = encode_membership(SpaceBuilder().founded());
  bytes[0] = 2;
  EXPECT_THAT(decode_membership(bytes), Fails(Code::MALFORMED));
}

// What a vault or a relay kept before there were renewals.
TEST(MembershipState, VersionZeroHasNoRenewals) {
  const Membership founded = SpaceBuilder().founded();
  Bytes bytes = encode_membership(founded);
  const std::size_t of_device = bytes.size() - 4;  // no retired devices, nothing before a renewal
  bytes.resize(of_device);
  bytes[0] = 0;
  EXPECT_THAT(decode_membership(bytes), IsOkAnd(founded));
}

}  // namespace
}  // namespace kith::envelope

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
  for (const int version : {0, 1, 2, 4, 255}) {
    bytes[0] = static_cast<Byte>(version);
    EXPECT_THAT(decode_membership(bytes), Fails(Code::MALFORMED)) << version;
  }
}

TEST(MembershipState, MoreCreditThanThereIsIsMalformed) {
  Membership m = SpaceBuilder().founded();
  m.credit = kMaxCredit + 1;
  EXPECT_THAT(decode_membership(encode_membership(m)), Fails(Code::MALFORMED));
}

TEST(MembershipState, WhoIsAMemberHasADeviceAndAnEpochHasAFounder) {
  Membership m = SpaceBuilder().founded();
  m.members[1].devices.clear();
  EXPECT_THAT(decode_membership(encode_membership(m)), Fails(Code::MALFORMED));
  m.members.clear();
  EXPECT_THAT(decode_membership(encode_membership(m)), Fails(Code::MALFORMED));
}

TEST(MembershipState, AMemberWhoStandsTwiceIsMalformed) {
  // 1 version, 32 space, 1 kind, 4 epoch, 1 open, 32 last, the hashes of the epoch, 2 how many members.
  const Membership founded = SpaceBuilder().founded();
  Membership nobody = founded;
  nobody.members.clear();
  const Bytes whole = encode_membership(founded);
  const Bytes empty = encode_membership(nobody);
  const std::size_t member = whole.size() - empty.size();
  const std::size_t begin = 1 + 32 + 1 + 4 + 1 + 32 + 2 + 32 * founded.of_epoch.size() + 2;
  Bytes twice = whole;
  twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(begin), whole.begin() + static_cast<std::ptrdiff_t>(begin),
               whole.begin() + static_cast<std::ptrdiff_t>(begin + member));
  twice[begin - 1] = 2;
  EXPECT_THAT(decode_membership(twice), Fails(Code::MALFORMED));
}

// What the budget of epochs and the end of a device are remembered by.
TEST(MembershipState, KeepsWhatWasSpentAndWhoEnded) {
  SpaceBuilder b;
  const Membership now = b.paired();
  const Membership spent =
      SpaceBuilder::after(&now, b.entry(b.guest, SpaceBuilder::epoch_body(now, EpochReason::answer, {&b.founder, &b.guest})),
                          {7, {}})
          .value();
  const Membership left =
      SpaceBuilder::after(&spent, b.entry(b.guest, SpaceBuilder::leave_body(spent)), {8, {}}).value();
  EXPECT_EQ(left.ended_at.at(b.guest.sign.key), 8U);
  EXPECT_EQ(left.checks.size(), 3U);
  EXPECT_THAT(decode_membership(encode_membership(left)), IsOkAnd(left));
}

}  // namespace
}  // namespace kith::envelope

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "space_builder.h"

namespace kith::envelope {
namespace {

using testing::Fails;
using testing::IsOkAnd;

class Body : public ::testing::Test {
 protected:
  // The result of parsing a membership entry with exactly this body.
  Result<MembershipBody> parse(BytesView body) {
    EntryHeader h = b_.header(b_.founder, Hash{});
    h.kind = EntryKind::membership;
    bytes_ = make_entry(h, body, b_.founder.sign);
    return parse_membership(parse_entry(bytes_).value());
  }
  Bytes body_of(const MembershipBody& body) {
    return to_bytes(parse_entry(bytes_ = b_.entry(b_.founder, body)).value().body);
  }
  MembershipBody renewal() {
    return SpaceBuilder::renew_body(now_, fresh_, {3, Hash{{4}}}, {&fresh_, &b_.guest});
  }
  MembershipBody epoch() {
    return SpaceBuilder::epoch_body(now_, EpochReason::rotation, {&b_.founder, &b_.guest});
  }
  MembershipBody grant() { return SpaceBuilder::grant_body(now_, 1, b_.guest); }
  SpaceBuilder b_;
  Device fresh_ = b_.make_device();
  Membership now_ = b_.paired();
  Bytes bytes_;
};

// Numbers and places are on the wire.
TEST_F(Body, ARenewalIsActionEightTheNewKeysAndTheCut) {
  const Bytes body = body_of(renewal());
  EXPECT_EQ(body[0], 8);
  Writer expected;
  expected.u8(1);  // the role: a device
  expected.raw(fresh_.keys.sign.view());
  expected.raw(fresh_.keys.agree.view());
  expected.raw(fresh_.keys.administration_sign.view());
  expected.raw(fresh_.keys.administration_agree.view());
  expected.raw(fresh_.keys.transport.view());
  expected.u64(3);
  expected.raw(Hash{{4}}.view());
  EXPECT_EQ(to_bytes(BytesView(body).subspan(33, 161 + 40)), to_bytes(expected.bytes()));
}

TEST_F(Body, AGenesisHas195Bytes) {
  const Bytes genesis = encode_genesis(b_.genesis);
  EXPECT_EQ(genesis.size(), 195U);
  EXPECT_EQ(genesis[34], 1) << "suite, kind, 32 random bytes, then the role";
  EXPECT_TRUE(equal(BytesView(genesis).subspan(163, 32), b_.founder.keys.transport.view()));
}

TEST_F(Body, AGenesisAndADeviceLeadBackAndHaveOneSize) {
  const Bytes genesis = encode_genesis(b_.genesis);
  EXPECT_THAT(decode_genesis(genesis), IsOkAnd(b_.genesis));
  EXPECT_THAT(decode_genesis(BytesView(genesis).first(194)), Fails(Code::MALFORMED));
  EXPECT_THAT(decode_genesis(Bytes(196)), Fails(Code::MALFORMED));
  const Bytes device = encode_device(b_.guest.keys);
  EXPECT_EQ(device.size(), kDeviceBytes);
  EXPECT_THAT(decode_device(device), IsOkAnd(b_.guest.keys));
  EXPECT_THAT(decode_device(BytesView(device).first(160)), Fails(Code::MALFORMED));
  EXPECT_THAT(decode_device(Bytes(162)), Fails(Code::MALFORMED));
}

TEST_F(Body, AnEpochIsActionTwoAndItsReason) {
  for (const EpochReason reason : {EpochReason::rotation, EpochReason::answer}) {
    const Bytes body = body_of(SpaceBuilder::epoch_body(now_, reason, {&b_.founder, &b_.guest}));
    EXPECT_EQ(body[0], 2);
    EXPECT_EQ(body[33], static_cast<Byte>(reason));
    EXPECT_EQ(body[34], 1) << "an epoch follows";
  }
}

TEST_F(Body, AGrantIsActionThirteenTheEpochAndOneWrap) {
  const Bytes body = body_of(SpaceBuilder::grant_body(now_, 2, b_.guest));
  EXPECT_EQ(body[0], 13);
  Writer expected;
  expected.u32(2);
  expected.raw(b_.guest.sign.key.view());
  expected.u32(136);
  expected.raw(Bytes(136, 7));
  expected.u8(0);  // no epoch starts
  EXPECT_EQ(to_bytes(BytesView(body).subspan(33, 4 + 32 + 4 + 136 + 1)), to_bytes(expected.bytes()));
}

TEST_F(Body, EveryActionLeadsBack) {
  const MembershipBody parting{now_.last, LeaveAction{Bytes(300, 5)}, std::nullopt};
  for (const MembershipBody& body :
       {b_.found_body(), b_.add_body(now_), SpaceBuilder::leave_body(now_), parting, epoch(), grant(), renewal()}) {
    EXPECT_THAT(parse(body_of(body)), IsOkAnd(body));
  }
}

TEST_F(Body, EveryTruncationIsMalformed) {
  for (const MembershipBody& body :
       {b_.found_body(), b_.add_body(now_), SpaceBuilder::leave_body(now_), epoch(), grant(), renewal()}) {
    const Bytes whole = body_of(body);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_THAT(parse(BytesView(whole).first(size)), Fails(Code::MALFORMED)) << size;
    }
  }
}

TEST_F(Body, BytesAfterItsEndAreMalformed) {
  Bytes longer = body_of(b_.found_body());
  longer.push_back(0);
  EXPECT_THAT(parse(longer), Fails(Code::MALFORMED));
}

TEST_F(Body, UnknownAndReservedActionsNeedANewerVersion) {
  Bytes body = body_of(SpaceBuilder::leave_body(now_));
  for (const int action : {5, 6, 7, 9, 11, 12, 14, 15, 16, 255}) {
    body[0] = static_cast<Byte>(action);
    EXPECT_THAT(parse(body), Fails(Code::UPGRADE_NEEDED)) << action;
  }
  body[0] = 0;
  EXPECT_THAT(parse(body), Fails(Code::MALFORMED)) << "no version will ever have an action 0";
}

TEST_F(Body, UnknownReasonsOfAnEpochAreMalformed) {
  Bytes body = body_of(epoch());
  for (const int reason : {0, 3, 255}) {
    body[33] = static_cast<Byte>(reason);
    EXPECT_THAT(parse(body), Fails(Code::MALFORMED)) << reason;
  }
}

TEST_F(Body, UnknownFlagsAreMalformed) {
  // action, previous, size of what is sealed, epoch flag, administration flag
  Bytes body = body_of(SpaceBuilder::leave_body(now_));
  body[37] = 2;
  EXPECT_THAT(parse(body), Fails(Code::MALFORMED));
  body[37] = 0;
  body[38] = 2;
  EXPECT_THAT(parse(body), Fails(Code::MALFORMED));
  Bytes start = body_of(epoch());
  start[34] = 2;
  EXPECT_THAT(parse(start), Fails(Code::MALFORMED));
  // Where nobody signs for the administration, the flag is the last byte.
  const Bytes bare = make_membership_entry(b_.header(b_.founder, now_.last), grant(), b_.founder.sign, nullptr);
  Bytes given = to_bytes(parse_entry(bare)->body);
  EXPECT_THAT(parse(given), IsOkAnd(grant()));
  given.back() = 2;
  EXPECT_THAT(parse(given), Fails(Code::MALFORMED));
}

// Also where nothing follows it that would be too much.
TEST_F(Body, AnUnknownAdministrationFlagAtTheEndIsMalformed) {
  const Bytes whole = make_membership_entry(b_.header(b_.founder, now_.last), epoch(), b_.founder.sign, nullptr);
  Bytes body = to_bytes(parse_entry(whole).value().body);
  ASSERT_THAT(parse(body), IsOkAnd(epoch()));
  for (const int flag : {2, 3, 255}) {
    body.back() = static_cast<Byte>(flag);
    EXPECT_THAT(parse(body), Fails(Code::MALFORMED)) << flag;
  }
}

// Parsing stops before any of these is used or stored.
TEST_F(Body, SealedPartsHaveACeiling) {
  MembershipBody found = b_.found_body();
  std::get<FoundAction>(found.action).sealed_name = Bytes(4096, 1);
  EXPECT_THAT(parse(body_of(found)), IsOkAnd(found));
  std::get<FoundAction>(found.action).sealed_name = Bytes(4097, 1);
  EXPECT_THAT(parse(body_of(found)), Fails(Code::MALFORMED));

  MembershipBody add = b_.add_body(now_);
  std::get<AddMemberAction>(add.action).sealed_name = Bytes(4097, 1);
  EXPECT_THAT(parse(body_of(add)), Fails(Code::MALFORMED));
  add = b_.add_body(now_);
  std::get<AddMemberAction>(add.action).sealed_for_joiner = Bytes(4097, 1);
  EXPECT_THAT(parse(body_of(add)), Fails(Code::MALFORMED));
}

TEST_F(Body, ALeaveCarries128KiBAtMost) {
  MembershipBody leave = SpaceBuilder::leave_body(now_);
  std::get<LeaveAction>(leave.action).sealed = Bytes(128 * 1024, 1);
  EXPECT_THAT(parse(body_of(leave)), IsOkAnd(leave));
  std::get<LeaveAction>(leave.action).sealed.push_back(1);
  EXPECT_THAT(parse(body_of(leave)), Fails(Code::MALFORMED));
}

// More would be room that its author fills at the cost of all; less can be no secret.
TEST_F(Body, AWrapHasOneSize) {
  for (const std::size_t size : {0U, 135U, 137U, 4096U}) {
    MembershipBody start = epoch();
    start.epoch_start->wraps[1].sealed = Bytes(size, 1);
    EXPECT_THAT(parse(body_of(start)), Fails(Code::MALFORMED)) << size;
    MembershipBody given = grant();
    std::get<GrantAction>(given.action).wrap.sealed = Bytes(size, 1);
    EXPECT_THAT(parse(body_of(given)), Fails(Code::MALFORMED)) << size;
  }
}

TEST_F(Body, WrapsHaveACeiling) {
  MembershipBody body{now_.last, EpochAction{}, EpochStart{3, {}, {}}};
  body.epoch_start->wraps.assign(256, SpaceBuilder::wrap(b_.founder.sign.key));
  EXPECT_THAT(parse(body_of(body)), IsOkAnd(body));
  body.epoch_start->wraps.assign(257, SpaceBuilder::wrap(b_.founder.sign.key));
  EXPECT_THAT(parse(body_of(body)), Fails(Code::MALFORMED));
}

// Whatever one flipped bit makes of a signed founding, no membership comes of it: the frame,
// the signature or a rule refuses.
TEST_F(Body, EveryFlippedBitOfAFoundingIsRefused) {
  const Bytes good = b_.entry(b_.founder, b_.found_body());
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    Bytes bad = good;
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    const auto view = parse_entry(bad);
    if (!view.ok()) continue;
    EXPECT_FALSE(check_signature(*view).ok()) << bit;
    static_cast<void>(apply(nullptr, *view));  // must not run wild on it either
  }
}

}  // namespace
}  // namespace kith::envelope

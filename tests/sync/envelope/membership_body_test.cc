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
  expected.raw(fresh_.keys.sign.view());
  expected.raw(fresh_.keys.agree.view());
  expected.raw(fresh_.keys.administration_sign.view());
  expected.raw(fresh_.keys.administration_agree.view());
  expected.u64(3);
  expected.raw(Hash{{4}}.view());
  EXPECT_EQ(to_bytes(BytesView(body).subspan(33, 168)), to_bytes(expected.bytes()));
}

TEST_F(Body, EveryActionLeadsBack) {
  const MembershipBody epoch{now_.last, EpochAction{}, SpaceBuilder::epoch(3, {&b_.founder, &b_.guest})};
  for (const MembershipBody& body :
       {b_.found_body(), b_.add_body(now_), SpaceBuilder::leave_body(now_), epoch, renewal()}) {
    EXPECT_THAT(parse(body_of(body)), IsOkAnd(body));
  }
}

TEST_F(Body, EveryTruncationIsMalformed) {
  for (const MembershipBody& body :
       {b_.found_body(), b_.add_body(now_), SpaceBuilder::leave_body(now_), renewal()}) {
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

TEST_F(Body, UnknownAndReservedActionsAreMalformed) {
  Bytes body = body_of(SpaceBuilder::leave_body(now_));
  for (const int action : {0, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 255}) {
    body[0] = static_cast<Byte>(action);
    EXPECT_THAT(parse(body), Fails(Code::MALFORMED)) << action;
  }
}

TEST_F(Body, UnknownFlagsAreMalformed) {
  Bytes body = body_of(SpaceBuilder::leave_body(now_));  // action, previous, epoch flag, administration flag
  body[33] = 2;
  EXPECT_THAT(parse(body), Fails(Code::MALFORMED));
  body[33] = 0;
  body[34] = 2;
  EXPECT_THAT(parse(body), Fails(Code::MALFORMED));
  Bytes epoch = body_of({now_.last, EpochAction{}, SpaceBuilder::epoch(3, {&b_.founder, &b_.guest})});
  epoch[33] = 2;
  EXPECT_THAT(parse(epoch), Fails(Code::MALFORMED));
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
  add = b_.add_body(now_);
  add.epoch_start->wraps[1].sealed = Bytes(4097, 1);
  EXPECT_THAT(parse(body_of(add)), Fails(Code::MALFORMED));
}

TEST_F(Body, WrapsHaveACeiling) {
  MembershipBody body{now_.last, EpochAction{}, EpochStart{3, {}, {}}};
  body.epoch_start->wraps.assign(256, Wrap{b_.founder.sign.key, {}});
  EXPECT_THAT(parse(body_of(body)), IsOkAnd(body));
  body.epoch_start->wraps.assign(257, Wrap{b_.founder.sign.key, {}});
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

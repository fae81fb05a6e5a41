#include "kith/envelope/membership.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "space_builder.h"

namespace kith::envelope {
namespace {

using testing::Fails;
using testing::IsOk;

class Founding : public ::testing::Test {
 protected:
  // What becomes of the founding when its body or header is changed before it is signed.
  Result<Membership> apply_body() { return SpaceBuilder::after(nullptr, b_.entry(b_.founder, body_, header_)); }
  Genesis& genesis() { return std::get<FoundAction>(body_.action).genesis; }
  // The genesis as changed, under the id that it gives.
  Result<Membership> apply_genesis() {
    header_.space = space_id(genesis());
    return apply_body();
  }
  SpaceBuilder b_;
  MembershipBody body_ = b_.found_body();
  EntryHeader header_ = b_.header(b_.founder, Hash{});
};

TEST_F(Founding, MakesTheFounderMemberOne) {
  const Bytes entry = b_.entry(b_.founder, body_, header_);
  const auto m = SpaceBuilder::after(nullptr, entry);
  ASSERT_THAT(m, IsOk());
  EXPECT_EQ(m->space, b_.space);
  EXPECT_EQ(m->kind, SpaceKind::pair);
  EXPECT_EQ(m->epoch, 1U);
  EXPECT_TRUE(m->epoch_open);
  EXPECT_EQ(m->last, entry_hash(entry));
  EXPECT_EQ(m->of_epoch, std::vector<Hash>{entry_hash(entry)});
  EXPECT_EQ(m->member_of(b_.founder.sign.key), 1U);
  EXPECT_TRUE(m->is_active(b_.founder.sign.key));
  EXPECT_EQ(*m->device(b_.founder.sign.key), b_.founder.keys);
  EXPECT_EQ(m->member_of(b_.guest.sign.key), 0U);
  EXPECT_FALSE(m->is_active(b_.guest.sign.key));
  EXPECT_EQ(m->device(b_.guest.sign.key), nullptr);
}

TEST_F(Founding, ASelfSpaceIsFoundedTheSameWay) {
  genesis().kind = SpaceKind::self;
  EXPECT_THAT(apply_genesis(), IsOk());
}

TEST_F(Founding, MustComeFirst) {
  body_.action = LeaveAction{};
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  body_.action = EpochAction{};
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  body_.action = AddMemberAction{1, b_.founder.keys, {}, {}};
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Founding, UnknownSuitesAndKindsAreRefused) {
  genesis().suite = 2;
  EXPECT_THAT(apply_genesis(), Fails(Code::UNKNOWN_SUITE));
  genesis().suite = 0;
  EXPECT_THAT(apply_genesis(), Fails(Code::UNKNOWN_SUITE));
  genesis().suite = kSuite;
  for (const int kind : {0, 3, 4, 255}) {
    genesis().kind = static_cast<SpaceKind>(kind);
    EXPECT_THAT(apply_genesis(), Fails(Code::BAD_MEMBERSHIP)) << kind;
  }
}

TEST_F(Founding, TheSpaceIdIsTheHashOfTheGenesis) {
  header_.space.bytes[0] ^= 1;
  EXPECT_THAT(apply_body(), Fails(Code::WRONG_CONTEXT));
  header_.space = b_.space;
  genesis().random.bytes[0] ^= 1;
  EXPECT_THAT(apply_body(), Fails(Code::WRONG_CONTEXT));
}

TEST_F(Founding, TheFounderIsItsAuthor) {
  // Signed by the guest's device key, with the founder's administration key, so that only the
  // author is wrong.
  header_.author = b_.guest.sign.key;
  const Bytes entry = make_membership_entry(header_, body_, b_.guest.sign, &b_.founder.administration);
  EXPECT_THAT(SpaceBuilder::after(nullptr, entry), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Founding, FollowsNothing) {
  body_.previous = Hash{{1}};
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  body_.previous = Hash{};
  header_.membership = Hash{{1}};
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  header_.membership = Hash{};
  header_.seen.position = 1;
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Founding, NeedsTheFoundersAdministrationKey) {
  const auto signed_by = [this](const verify::SignPair* administration) {
    return SpaceBuilder::after(nullptr, make_membership_entry(header_, body_, b_.founder.sign, administration));
  };
  EXPECT_THAT(signed_by(&b_.guest.administration), Fails(Code::BAD_MEMBERSHIP));
  EXPECT_THAT(signed_by(&b_.founder.sign), Fails(Code::BAD_MEMBERSHIP));
  const auto none = signed_by(nullptr);
  EXPECT_THAT(none, Fails(Code::BAD_MEMBERSHIP));
  EXPECT_THAT(none.error().message.text(), ::testing::HasSubstr("without an administration signature"));
}

// The right signature beside the name of another key: bytes that nobody meant.
TEST_F(Founding, NamesTheAdministrationKeyThatSigned) {
  const verify::SignPair renamed{b_.guest.administration.key, b_.founder.administration.seed.clone()};
  EXPECT_THAT(SpaceBuilder::after(nullptr, make_membership_entry(header_, body_, b_.founder.sign, &renamed)),
              Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Founding, StartsEpochOneForTheFounderAlone) {
  body_.epoch_start.reset();
  const auto none = apply_body();
  EXPECT_THAT(none, Fails(Code::BAD_MEMBERSHIP));
  EXPECT_THAT(none.error().message.text(), ::testing::HasSubstr("missing"));
  for (const std::uint32_t number : {0U, 2U}) {
    body_.epoch_start = SpaceBuilder::epoch(number, {&b_.founder});
    EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP)) << number;
  }
  body_.epoch_start = SpaceBuilder::epoch(1, {});
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  body_.epoch_start = SpaceBuilder::epoch(1, {&b_.founder, &b_.guest});
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  body_.epoch_start = SpaceBuilder::epoch(1, {&b_.founder, &b_.founder});
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  body_.epoch_start = SpaceBuilder::epoch(1, {&b_.guest});
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Founding, DataIsNotMembership) {
  EntryHeader h = header_;
  h.sequence = 1;
  const Bytes data = make_entry(h, Bytes(300, 0), b_.founder.sign);
  EXPECT_THAT(SpaceBuilder::after(nullptr, data), Fails(Code::WRONG_TYPE));
  EXPECT_THAT(parse_membership(parse_entry(data).value()), Fails(Code::WRONG_TYPE));
}

// A valid administration signature moved to an entry with another header.
TEST_F(Founding, TheAdministrationSignatureCoversTheHeader) {
  const Bytes good = b_.entry(b_.founder, body_, header_);
  const EntryView view = parse_entry(good).value();
  EntryHeader moved = view.header;
  moved.seen.running.bytes[0] ^= 1;  // nothing else looks at it in a founding
  EXPECT_THAT(SpaceBuilder::after(nullptr, make_entry(moved, view.body, b_.founder.sign)),
              Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Founding, TheAdministrationSignatureCoversTheBody) {
  const Bytes good = b_.entry(b_.founder, body_, header_);
  const EntryView view = parse_entry(good).value();
  Bytes changed = to_bytes(view.body);
  changed[changed.size() - 98 - 1] ^= 1;  // the last byte before the signature: within a wrap
  EXPECT_THAT(SpaceBuilder::after(nullptr, make_entry(view.header, changed, b_.founder.sign)),
              Fails(Code::BAD_MEMBERSHIP));
}

class Adding : public ::testing::Test {
 protected:
  Result<Membership> apply_body() { return SpaceBuilder::after(&now_, b_.entry(b_.founder, body_)); }
  AddMemberAction& action() { return std::get<AddMemberAction>(body_.action); }
  SpaceBuilder b_;
  Membership now_ = b_.founded();
  MembershipBody body_ = b_.add_body(now_);
};

TEST_F(Adding, MakesMemberTwoAndANewEpoch) {
  const Bytes entry = b_.entry(b_.founder, body_);
  const auto m = SpaceBuilder::after(&now_, entry);
  ASSERT_THAT(m, IsOk());
  EXPECT_EQ(m->epoch, 2U);
  EXPECT_EQ(m->member_of(b_.guest.sign.key), 2U);
  EXPECT_TRUE(m->is_active(b_.guest.sign.key));
  EXPECT_EQ(m->last, entry_hash(entry));
  EXPECT_EQ(m->of_epoch, std::vector<Hash>{entry_hash(entry)}) << "older memberships are of the older epoch";
}

TEST_F(Adding, OfAnotherSpaceIsWrongContext) {
  EntryHeader h = b_.header(b_.founder, now_.last);
  h.space.bytes[0] ^= 1;
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.founder, body_, h)), Fails(Code::WRONG_CONTEXT));
}

TEST_F(Adding, ByAStrangerIsRefused) {
  const auto result = SpaceBuilder::after(&now_, b_.entry(b_.guest, body_));
  EXPECT_THAT(result, Fails(Code::BAD_MEMBERSHIP));
  EXPECT_THAT(result.error().message.text(), ::testing::HasSubstr("not a member"));
}

TEST_F(Adding, NamesTheLastMembershipTwice) {
  body_.previous = Hash{{1}};
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.founder, body_, b_.header(b_.founder, now_.last))),
              Fails(Code::BAD_MEMBERSHIP));
  body_.previous = now_.last;
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.founder, body_, b_.header(b_.founder, Hash{{1}}))),
              Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Adding, NeedsTheAuthorsAdministrationKey) {
  const EntryHeader h = b_.header(b_.founder, now_.last);
  EXPECT_THAT(SpaceBuilder::after(&now_, make_membership_entry(h, body_, b_.founder.sign, nullptr)),
              Fails(Code::BAD_MEMBERSHIP));
  EXPECT_THAT(
      SpaceBuilder::after(&now_, make_membership_entry(h, body_, b_.founder.sign, &b_.guest.administration)),
      Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Adding, ASelfSpaceTakesNobody) {
  now_.kind = SpaceKind::self;
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
}

// A pair of which the founder is not member 1, so that the inviter's right alone is asked.
TEST_F(Adding, IsForTheInviterAlone) {
  now_.members[3] = now_.members[1];
  now_.members.erase(1);
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Adding, APairHasTwoMembersNumberedOneAndTwo) {
  for (const std::uint32_t number : {0U, 1U, 3U}) {
    action().number = number;
    EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP)) << number;
  }
  const Membership paired = b_.paired();
  const Device third = b_.make_device();
  MembershipBody body = b_.add_body(paired);
  body.action = AddMemberAction{2, third.keys, {}, {}};
  body.epoch_start = SpaceBuilder::epoch(3, {&b_.founder, &b_.guest, &third});
  EXPECT_THAT(SpaceBuilder::after(&paired, b_.entry(b_.founder, body)), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Adding, TakesNoKeyThatIsInTheSpaceAlready) {
  action().device.sign = b_.founder.keys.sign;
  body_.epoch_start = SpaceBuilder::epoch(2, {&b_.founder, &b_.founder});
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  for (const auto role : {&DeviceKeys::administration_sign, &DeviceKeys::transport}) {
    body_ = b_.add_body(now_);
    action().device.*role = b_.founder.keys.*role;
    EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  }
  for (const auto role : {&DeviceKeys::agree, &DeviceKeys::administration_agree}) {
    body_ = b_.add_body(now_);
    action().device.*role = b_.founder.keys.*role;
    EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  }
}

TEST_F(Adding, WrapsTheNewEpochForExactlyItsDevices) {
  body_.epoch_start.reset();
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  for (const std::uint32_t number : {0U, 1U, 3U}) {
    body_.epoch_start = SpaceBuilder::epoch(number, {&b_.founder, &b_.guest});
    EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP)) << number;
  }
  body_.epoch_start = SpaceBuilder::epoch(2, {&b_.founder});
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  body_.epoch_start = SpaceBuilder::epoch(2, {&b_.guest, &b_.guest});
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  const Device third = b_.make_device();
  body_.epoch_start = SpaceBuilder::epoch(2, {&b_.founder, &b_.guest, &third});
  EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP));
  body_.epoch_start = SpaceBuilder::epoch(2, {&b_.guest, &b_.founder});
  EXPECT_THAT(apply_body(), IsOk()) << "the order of the wraps is free";
}

class Paired : public ::testing::Test {
 protected:
  MembershipBody epoch_body(const Membership& now) const {
    return SpaceBuilder::epoch_body(now, EpochReason::rotation, {&b_.founder, &b_.guest});
  }
  SpaceBuilder b_;
  Membership now_ = b_.paired();
};

TEST_F(Paired, EitherStartsAnEpochWithoutTheAdministrationKey) {
  for (const Device* author : {&b_.founder, &b_.guest}) {
    const Bytes entry =
        make_membership_entry(b_.header(*author, now_.last), epoch_body(now_), author->sign, nullptr);
    const auto m = SpaceBuilder::after(&now_, entry);
    ASSERT_THAT(m, IsOk());
    EXPECT_EQ(m->epoch, 3U);
    EXPECT_EQ(m->of_epoch, std::vector<Hash>{entry_hash(entry)});
  }
}

// Zero is no epoch: behind the last number there is none.
TEST_F(Paired, NoEpochFollowsTheLastNumber) {
  now_.epoch = 0xffffffff;
  const MembershipBody body = epoch_body(now_);
  ASSERT_EQ(body.epoch_start->epoch, 0U);
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, body)), Fails(Code::BAD_MEMBERSHIP));
  now_.epoch = 0xfffffffe;
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, epoch_body(now_))), IsOk());
}

TEST_F(Paired, AnEpochStartBringsItsEpoch) {
  MembershipBody body = epoch_body(now_);
  body.epoch_start.reset();
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, body)), Fails(Code::BAD_MEMBERSHIP));
  body.epoch_start = SpaceBuilder::epoch(3, {&b_.guest});
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, body)), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Paired, TheGuestAddsNobody) {
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, b_.add_body(now_))), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Paired, IsNotFoundedTwice) {
  MembershipBody body = b_.found_body();
  body.previous = now_.last;
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.founder, body)), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Paired, LeavingClosesTheEpoch) {
  const Bytes entry = b_.entry(b_.guest, SpaceBuilder::leave_body(now_));
  const auto m = SpaceBuilder::after(&now_, entry, {9, {}});
  ASSERT_THAT(m, IsOk());
  EXPECT_FALSE(m->epoch_open);
  EXPECT_EQ(m->epoch, now_.epoch);
  EXPECT_EQ(m->member_of(b_.guest.sign.key), 2U) << "who left is still known";
  EXPECT_FALSE(m->is_active(b_.guest.sign.key));
  EXPECT_TRUE(m->is_active(b_.founder.sign.key));
  EXPECT_EQ(m->ended_at, (std::map<SignKey, std::uint64_t>{{b_.guest.sign.key, 9}}));
}

// A leave overtakes everything, and nothing about it changes by what its author had not seen.
TEST_F(Paired, ALeaveFollowsWhateverItNames) {
  for (const Hash& previous : {b_.founded().last, Hash{{1}}, Hash{}}) {
    MembershipBody body = SpaceBuilder::leave_body(now_);
    body.previous = previous;
    EXPECT_TRUE(follows(now_, body));
    const auto m = SpaceBuilder::after(&now_, b_.entry(b_.guest, body));
    ASSERT_THAT(m, IsOk());
    EXPECT_FALSE(m->is_active(b_.guest.sign.key));
    EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, body, b_.header(b_.guest, now_.last))),
                Fails(Code::BAD_MEMBERSHIP))
        << "its header must name the same membership";
  }
}

TEST_F(Paired, NothingButALeaveFollowsSomethingElse) {
  MembershipBody epoch = epoch_body(now_);
  MembershipBody grant = SpaceBuilder::grant_body(now_, 1, b_.guest);
  for (MembershipBody* body : {&epoch, &grant}) {
    EXPECT_TRUE(follows(now_, *body));
    body->previous = b_.founded().last;
    EXPECT_FALSE(follows(now_, *body));
    EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, *body)), Fails(Code::BAD_MEMBERSHIP));
  }
}

TEST_F(Paired, LeavingSpendsNothing) {
  now_.credit = 0;
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, SpaceBuilder::leave_body(now_))), IsOk());
}

TEST_F(Paired, EitherIsFoundByItsTransportKey) {
  EXPECT_EQ(*now_.by_transport(b_.founder.transport.key), b_.founder.keys);
  EXPECT_EQ(*now_.by_transport(b_.guest.transport.key), b_.guest.keys);
  EXPECT_EQ(now_.by_transport(b_.guest.sign.key), nullptr) << "a signing key lets nobody in";
}

// What a stranger writes changes nothing and stops nobody, whatever it is.
TEST_F(Paired, AnUnknownActionStopsASpaceOnlyWhenAMemberWroteIt) {
  const auto unknown_by = [this](const Device& author) {
    EntryHeader h = b_.header(author, now_.last);
    h.kind = EntryKind::membership;
    Bytes body{5};
    append(body, now_.last.view());
    return SpaceBuilder::after(&now_, make_entry(h, body, author.sign));
  };
  EXPECT_THAT(unknown_by(b_.guest), Fails(Code::UPGRADE_NEEDED));
  EXPECT_THAT(unknown_by(b_.make_device()), Fails(Code::BAD_MEMBERSHIP));
  now_.members[2].active = false;
  EXPECT_THAT(unknown_by(b_.guest), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Paired, LeavingNeedsTheAdministrationKey) {
  const Bytes entry = make_membership_entry(b_.header(b_.guest, now_.last), SpaceBuilder::leave_body(now_),
                                            b_.guest.sign, nullptr);
  EXPECT_THAT(SpaceBuilder::after(&now_, entry), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Paired, LeavingStartsNoEpoch) {
  MembershipBody body = SpaceBuilder::leave_body(now_);
  body.epoch_start = SpaceBuilder::epoch(3, {&b_.founder});
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, body)), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Paired, ARefusedEntryChangesNothing) {
  const Membership before = now_;
  static_cast<void>(SpaceBuilder::after(&now_, b_.entry(b_.guest, b_.add_body(now_))));
  EXPECT_EQ(now_, before);
}

class Left : public ::testing::Test {
 protected:
  SpaceBuilder b_;
  Membership paired_ = b_.paired();
  Membership now_ = SpaceBuilder::after(&paired_, b_.entry(b_.guest, SpaceBuilder::leave_body(paired_))).value();
};

TEST_F(Left, WhoLeftChangesNothingMore) {
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.guest, SpaceBuilder::leave_body(now_))),
              Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Left, NoEpochStartsInASpaceThatEnded) {
  const MembershipBody body{now_.last, EpochAction{}, SpaceBuilder::epoch(3, {&b_.founder})};
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.founder, body)), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Left, NobodyIsAddedInHisPlace) {
  const Device third = b_.make_device();
  const MembershipBody body{now_.last, AddMemberAction{2, third.keys, {}, {}},
                            SpaceBuilder::epoch(3, {&b_.founder, &third})};
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.founder, body)), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Left, TheOtherMayLeaveToo) {
  const auto m = SpaceBuilder::after(&now_, b_.entry(b_.founder, SpaceBuilder::leave_body(now_)));
  ASSERT_THAT(m, IsOk());
  EXPECT_FALSE(m->is_active(b_.founder.sign.key));
}

class Counts : public ::testing::Test {
 protected:
  SpaceBuilder b_;
  Membership now_ = b_.paired();
  EntryHeader header_ = [this] {
    EntryHeader h = b_.header(b_.guest, now_.last);
    h.epoch = now_.epoch;
    h.sequence = 1;
    return h;
  }();
};

TEST_F(Counts, AMembersEntryUnderTheOpenEpoch) { EXPECT_THAT(check_counts(now_, header_), IsOk()); }

TEST_F(Counts, NotOfAnotherSpace) {
  header_.space.bytes[3] ^= 1;
  EXPECT_THAT(check_counts(now_, header_), Fails(Code::WRONG_CONTEXT));
}

TEST_F(Counts, NotByAStranger) {
  header_.author = b_.make_device().sign.key;
  EXPECT_THAT(check_counts(now_, header_), Fails(Code::UNKNOWN_DEVICE));
}

TEST_F(Counts, NotBySomebodyWhoLeft) {
  now_.members[2].active = false;
  EXPECT_THAT(check_counts(now_, header_), Fails(Code::REVOKED_DEVICE));
}

TEST_F(Counts, NotUnderAnotherEpoch) {
  for (const std::uint32_t epoch : {0U, 1U, 3U}) {
    header_.epoch = epoch;
    EXPECT_THAT(check_counts(now_, header_), Fails(Code::WRONG_EPOCH)) << epoch;
  }
}

TEST_F(Counts, NotWhenTheEpochIsClosed) {
  now_.epoch_open = false;
  EXPECT_THAT(check_counts(now_, header_), Fails(Code::WRONG_EPOCH));
}

TEST_F(Counts, NotWithAMembershipOfAnotherEpoch) {
  header_.membership = b_.founded().last;
  EXPECT_THAT(check_counts(now_, header_), Fails(Code::WRONG_EPOCH));
  header_.membership = Hash{};
  EXPECT_THAT(check_counts(now_, header_), Fails(Code::WRONG_EPOCH));
}

// One rule for relay and devices.
TEST(Chain, GoesOnWithTheNextNumberOrWithTheFirstVoidOne) {
  const ChainEnd end{4, Hash{{7}}};
  EntryHeader next;
  next.sequence = 5;
  next.previous = end.hash;
  EXPECT_TRUE(goes_on(end, next));
  next.sequence = 6;
  EXPECT_FALSE(goes_on(end, next)) << "5 is missing";
  next.void_from = 5;
  EXPECT_TRUE(goes_on(end, next)) << "5 is void";
  next.void_from = 4;
  EXPECT_FALSE(goes_on(end, next)) << "4 counts";
  next.void_from = 5;
  next.previous = Hash{{8}};
  EXPECT_FALSE(goes_on(end, next)) << "it follows another entry";
}

}  // namespace
}  // namespace kith::envelope

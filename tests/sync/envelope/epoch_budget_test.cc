// Epochs and grants that change no members are bounded by the log itself: eight to spend, one earned
// back every 128 positions, the last four not for rotation, and one free answer to another's epoch.

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "space_builder.h"

namespace kith::envelope {
namespace {

using testing::Fails;
using testing::IsOk;

class Budget : public ::testing::Test {
 protected:
  Bytes epoch(const Device& author, EpochReason reason) {
    const MembershipBody body = SpaceBuilder::epoch_body(now_, reason, {&b_.founder, &b_.guest});
    return make_membership_entry(b_.header(author, now_.last), body, author.sign, nullptr);
  }
  Bytes grant(const Device& author, std::uint32_t of_epoch, const Device& to) {
    return make_membership_entry(b_.header(author, now_.last), SpaceBuilder::grant_body(now_, of_epoch, to),
                                 author.sign, nullptr);
  }
  // Puts an entry into the log at the next position, or says why it does not come in.
  Result<void> take(BytesView entry) {
    auto next = SpaceBuilder::after(&now_, entry, {at_, {}});
    if (!next.ok()) return next.error();
    now_ = *std::move(next);
    ++at_;
    return {};
  }
  Result<void> rotate(const Device& author) { return take(epoch(author, EpochReason::rotation)); }
  Result<void> answer(const Device& author) { return take(epoch(author, EpochReason::answer)); }

  SpaceBuilder b_;
  Membership now_ = [this] {
    Membership m = b_.paired();
    m.started_by = 0;  // nothing that could be answered for free
    return m;
  }();
  std::uint64_t at_ = 3;
};

TEST_F(Budget, ANewSpaceHasAllOfIt) {
  EXPECT_EQ(b_.founded().credit_of(1), 8U);
  EXPECT_EQ(b_.paired().credit_of(2), 8U) << "an addition spends nothing";
  EXPECT_EQ(b_.paired().credit_of(100'000), 8U) << "and nobody has more than eight";
}

TEST_F(Budget, RotationLeavesFourForAnswers) {
  for (int i = 0; i < 4; ++i) ASSERT_THAT(rotate(b_.founder), IsOk()) << i;
  EXPECT_EQ(now_.credit_of(at_), 4U);
  EXPECT_THAT(rotate(b_.founder), Fails(Code::BAD_MEMBERSHIP));
  now_.started_by = 0;
  EXPECT_THAT(answer(b_.guest), IsOk());
}

TEST_F(Budget, IsExhaustedByAnswersAndGrantsAlike) {
  for (int i = 0; i < 8; ++i) {
    ASSERT_THAT(i % 2 == 0 ? answer(b_.founder) : take(grant(b_.guest, 1, b_.founder)), IsOk()) << i;
    now_.started_by = 0;
  }
  EXPECT_EQ(now_.credit_of(at_), 0U);
  EXPECT_THAT(answer(b_.founder), Fails(Code::BAD_MEMBERSHIP));
  EXPECT_THAT(take(grant(b_.founder, 1, b_.guest)), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Budget, OneIsEarnedBackEvery128Positions) {
  now_.credit = 0;
  now_.credit_at = 1000;
  at_ = 1127;
  EXPECT_THAT(answer(b_.founder), Fails(Code::BAD_MEMBERSHIP));
  at_ = 1128;
  EXPECT_THAT(answer(b_.founder), IsOk());
  now_.started_by = 0;
  EXPECT_THAT(answer(b_.founder), Fails(Code::BAD_MEMBERSHIP)) << "and it is spent once";
}

// Whoever spends in between loses nothing of what was begun to be earned.
TEST_F(Budget, WhatWasBegunToBeEarnedIsKept) {
  now_.credit = 2;
  now_.credit_at = 1000;
  at_ = 1100;
  ASSERT_THAT(answer(b_.founder), IsOk());
  EXPECT_EQ(now_.credit_of(1127), 1U);
  EXPECT_EQ(now_.credit_of(1128), 2U);
}

// Beyond eight nothing is earned, and nothing is begun either.
TEST_F(Budget, AtTheCeilingTheClockStartsAnew) {
  at_ = 120;
  ASSERT_THAT(answer(b_.founder), IsOk());
  EXPECT_EQ(now_.credit_of(128), 7U);
  EXPECT_EQ(now_.credit_of(120 + 127), 7U);
  EXPECT_EQ(now_.credit_of(120 + 128), 8U);
}

TEST_F(Budget, TheFirstAnswerToAnothersEpochIsFree) {
  ASSERT_THAT(rotate(b_.founder), IsOk());
  EXPECT_EQ(now_.credit_of(at_), 7U);
  ASSERT_THAT(answer(b_.guest), IsOk());
  EXPECT_EQ(now_.credit_of(at_), 7U);
  ASSERT_THAT(answer(b_.founder), IsOk()) << "an answer to the free one costs";
  EXPECT_EQ(now_.credit_of(at_), 6U);
  ASSERT_THAT(answer(b_.guest), IsOk());
  EXPECT_EQ(now_.credit_of(at_), 6U);
}

TEST_F(Budget, AFreeAnswerIsFreeOnce) {
  ASSERT_THAT(rotate(b_.founder), IsOk());
  ASSERT_THAT(answer(b_.guest), IsOk());
  ASSERT_THAT(answer(b_.guest), IsOk());
  EXPECT_EQ(now_.credit_of(at_), 6U);
}

TEST_F(Budget, AnAnswerToOnesOwnEpochIsNotFree) {
  ASSERT_THAT(rotate(b_.founder), IsOk());
  ASSERT_THAT(answer(b_.founder), IsOk());
  EXPECT_EQ(now_.credit_of(at_), 6U);
}

TEST_F(Budget, ARotationIsNeverFree) {
  ASSERT_THAT(rotate(b_.founder), IsOk());
  ASSERT_THAT(rotate(b_.guest), IsOk());
  EXPECT_EQ(now_.credit_of(at_), 6U);
}

// Whoever wraps badly must not be able to spend what it costs to answer him.
TEST_F(Budget, AFreeAnswerNeedsNoCredit) {
  ASSERT_THAT(rotate(b_.founder), IsOk());
  now_.credit = 0;
  now_.credit_at = at_;
  EXPECT_THAT(answer(b_.guest), IsOk());
  EXPECT_THAT(answer(b_.founder), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Budget, AnAdditionAndARenewalMayBeAnsweredForFree) {
  now_ = b_.paired();
  ASSERT_THAT(answer(b_.guest), IsOk());
  EXPECT_EQ(now_.credit_of(at_), 8U);
  now_ = b_.paired();
  now_.started_by = 0;
  const Device fresh = b_.make_device();
  const Bytes renewal = b_.entry(b_.founder, SpaceBuilder::renew_body(now_, fresh, {}, {&fresh, &b_.guest}));
  ASSERT_THAT(take(renewal), IsOk());
  ASSERT_THAT(take(make_membership_entry(b_.header(b_.guest, now_.last),
                                         SpaceBuilder::epoch_body(now_, EpochReason::answer, {&fresh, &b_.guest}),
                                         b_.guest.sign, nullptr)),
              IsOk());
  EXPECT_EQ(now_.credit_of(at_), 8U);
}

TEST_F(Budget, InASpaceOfOneNothingIsFree) {
  SpaceBuilder own(SpaceKind::self);
  Membership now = own.founded();
  for (const EpochReason reason : {EpochReason::rotation, EpochReason::answer}) {
    const MembershipBody body = SpaceBuilder::epoch_body(now, reason, {&own.founder});
    now = SpaceBuilder::after(&now, own.entry(own.founder, body), {3, {}}).value();
  }
  EXPECT_EQ(now.credit_of(3), 6U);
  EXPECT_EQ(now.started_by, 0U);
}

// The example of sync/PROTOCOL.md, section 4.
TEST_F(Budget, TheTableOfTheDocument) {
  now_ = b_.paired();
  ASSERT_THAT(answer(b_.guest), IsOk());
  EXPECT_EQ(now_.credit_of(3), 8U);
  ASSERT_THAT(answer(b_.founder), IsOk());
  EXPECT_EQ(now_.credit_of(4), 7U);
  ASSERT_THAT(answer(b_.guest), IsOk());
  EXPECT_EQ(now_.credit_of(5), 7U);
  ASSERT_THAT(rotate(b_.founder), IsOk());
  EXPECT_EQ(now_.credit_of(6), 6U);
  EXPECT_EQ(now_.credit_of(131), 6U);
  EXPECT_EQ(now_.credit_of(132), 7U);
}

class Granting : public Budget {};

TEST_F(Granting, LeavesTheEpochAsItIsAndBelongsToIt) {
  const Membership before = now_;
  const Bytes entry = grant(b_.founder, 1, b_.guest);
  ASSERT_THAT(take(entry), IsOk());
  EXPECT_EQ(now_.epoch, before.epoch);
  EXPECT_EQ(now_.last, entry_hash(entry));
  EXPECT_EQ(now_.of_epoch, (std::vector<Hash>{before.last, entry_hash(entry)}));
  EXPECT_EQ(now_.members, before.members);
  EXPECT_EQ(now_.credit_of(at_), 7U);
}

TEST_F(Granting, OfAnEpochThatThereIsNot) {
  for (const std::uint32_t epoch : {0U, 3U, ~0U}) {
    EXPECT_THAT(take(grant(b_.founder, epoch, b_.guest)), Fails(Code::BAD_MEMBERSHIP)) << epoch;
  }
  EXPECT_THAT(take(grant(b_.founder, 2, b_.guest)), IsOk()) << "the present one may be granted";
}

TEST_F(Granting, ToWhoIsNoActiveDevice) {
  EXPECT_THAT(take(grant(b_.founder, 1, b_.make_device())), Fails(Code::BAD_MEMBERSHIP));
  ASSERT_THAT(take(b_.entry(b_.guest, SpaceBuilder::leave_body(now_))), IsOk());
  EXPECT_THAT(take(grant(b_.founder, 1, b_.guest)), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Granting, StartsNoEpoch) {
  MembershipBody body = SpaceBuilder::grant_body(now_, 1, b_.guest);
  body.epoch_start = SpaceBuilder::epoch(3, {&b_.founder, &b_.guest});
  EXPECT_THAT(take(b_.entry(b_.founder, body)), Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Granting, ByAStrangerIsRefused) {
  const Device stranger = b_.make_device();
  EXPECT_THAT(take(grant(stranger, 1, b_.guest)), Fails(Code::BAD_MEMBERSHIP));
}

// Who missed it compares what the wrap opens to with what the epoch announced.
TEST_F(Granting, TheCheckOfEveryEpochIsKept) {
  ASSERT_THAT(rotate(b_.founder), IsOk());
  EXPECT_EQ(now_.checks.size(), 3U);
  EXPECT_EQ(now_.checks.at(1), (Hash{{9}}));
}

}  // namespace
}  // namespace kith::envelope

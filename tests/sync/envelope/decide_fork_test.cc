// What a person's decision over a lost branch does to who is in a space, and what it may not do.

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "space_builder.h"

namespace kith::envelope {
namespace {

using testing::Fails;
using testing::IsOk;

constexpr std::uint64_t kHere = 9;

// The guest was renewed on the branch that the relay has lost, and decides on the one that it shows.
class Deciding : public ::testing::Test {
 protected:
  Bytes lost_renewal(const Device& fresh) const {
    return b_.entry(b_.guest, SpaceBuilder::renew_body(now_, fresh, {}, {&b_.founder, &fresh}));
  }
  MembershipBody decision(std::vector<Bytes> lost, const std::vector<const Device*>& wrapped) const {
    return {now_.last, DecideForkAction{4, {8, Hash{{3}}}, std::move(lost)}, SpaceBuilder::epoch(now_.epoch + 1, wrapped)};
  }
  EntryHeader header_of(const Device& author) const {
    EntryHeader h = b_.header(author, now_.last);
    h.seen.position = kHere - 1;
    return h;
  }
  Result<Membership> try_decide(const Device& author, const MembershipBody& body) const {
    return SpaceBuilder::after(&now_, b_.entry(author, body, header_of(author)), {kHere, {}});
  }
  void expect_refused(const Device& author, const MembershipBody& body, Code code = Code::BAD_MEMBERSHIP) const {
    EXPECT_THAT(try_decide(author, body), Fails(code));
  }

  SpaceBuilder b_;
  Device fresh_ = b_.make_device();
  Membership now_ = b_.paired();
  Bytes renewal_ = lost_renewal(fresh_);
  MembershipBody body_ = decision({renewal_}, {&b_.founder, &fresh_});
  DecideForkAction& action() { return std::get<DecideForkAction>(body_.action); }
};

TEST_F(Deciding, BringsALostRenewalInAgainByTheDeviceThatItLetIn) {
  const auto m = try_decide(fresh_, body_);
  ASSERT_THAT(m, IsOk());
  EXPECT_TRUE(m->is_active(fresh_.sign.key));
  EXPECT_FALSE(m->is_active(b_.guest.sign.key));
  EXPECT_EQ(m->members.at(2).retired, std::vector<DeviceKeys>{b_.guest.keys});
  EXPECT_EQ(m->ended_at.at(b_.guest.sign.key), kHere);
  EXPECT_EQ(m->epoch, now_.epoch + 1);
  EXPECT_EQ(m->credit, now_.credit - 1) << "it starts an epoch";
  EXPECT_EQ(m->members.at(1), now_.members.at(1));
  EXPECT_EQ(m->started_by, 2U);
  EXPECT_TRUE(m->before_renewal.empty()) << "what was sealed before it is sealed again";
}

TEST_F(Deciding, MayBeByAnybodyWhoIsAMemberAfterIt) {
  EXPECT_THAT(try_decide(b_.founder, body_), IsOk());
  expect_refused(b_.guest, body_);
  expect_refused(b_.make_device(), body_);
}

TEST_F(Deciding, NeedsTheAdministrationKeyOfItsAuthor) {
  const EntryHeader h = header_of(fresh_);
  for (const verify::SignPair* signer : {&b_.founder.administration, &b_.guest.administration, &fresh_.sign}) {
    EXPECT_THAT(SpaceBuilder::after(&now_, make_membership_entry(h, body_, fresh_.sign, signer), {kHere, {}}),
                Fails(Code::BAD_MEMBERSHIP));
  }
  EXPECT_THAT(SpaceBuilder::after(&now_, make_membership_entry(h, body_, fresh_.sign, nullptr), {kHere, {}}),
              Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Deciding, FollowsTheLastMembershipEntry) {
  body_.previous = Hash{{1}};
  expect_refused(fresh_, body_);
}

TEST_F(Deciding, NamesABranchThatParted) {
  action().common = 0;
  expect_refused(fresh_, body_);
  action().common = 8;
  expect_refused(fresh_, body_);
  action().lost.position = 20;
  action().common = kHere;
  expect_refused(fresh_, body_);
  action().common = kHere - 1;
  EXPECT_THAT(try_decide(fresh_, body_), IsOk());
}

TEST_F(Deciding, WrapsTheNextEpochForExactlyTheOutcome) {
  expect_refused(fresh_, decision({renewal_}, {&b_.founder, &b_.guest}));
  expect_refused(fresh_, decision({renewal_}, {&b_.founder}));
  body_.epoch_start.reset();
  expect_refused(fresh_, body_);
}

TEST_F(Deciding, TakesNothingThatItsAuthorDidNotSign) {
  Bytes spoiled = renewal_;
  spoiled[kBoundBytes + 5] ^= 1;  // the hash of the body
  expect_refused(fresh_, decision({spoiled}, {&b_.founder, &fresh_}), Code::BAD_SIGNATURE);
  const MembershipBody renew = SpaceBuilder::renew_body(now_, fresh_, {}, {&b_.founder, &fresh_});
  const EntryHeader h = b_.header(b_.guest, now_.last);
  expect_refused(fresh_, decision({make_membership_entry(h, renew, b_.guest.sign, &b_.founder.administration)},
                                  {&b_.founder, &fresh_}));
  expect_refused(fresh_, decision({make_membership_entry(h, renew, b_.guest.sign, nullptr)}, {&b_.founder, &fresh_}));
}

TEST_F(Deciding, TakesNothingOfAStrangerOrOfAnotherSpace) {
  const Device stranger = b_.make_device();
  expect_refused(fresh_, decision({b_.entry(stranger, SpaceBuilder::renew_body(now_, fresh_, {}, {&fresh_}))},
                                  {&b_.founder, &fresh_}));
  EntryHeader other = b_.header(b_.guest, now_.last);
  other.space.bytes[0] ^= 1;
  expect_refused(fresh_, decision({b_.entry(b_.guest, SpaceBuilder::renew_body(now_, fresh_, {}, {&fresh_}), other)},
                                  {&b_.founder, &fresh_}), Code::WRONG_CONTEXT);
}

TEST_F(Deciding, TakesNoLeaveNoFoundingAndNoData) {
  expect_refused(b_.founder, decision({b_.entry(b_.guest, SpaceBuilder::leave_body(now_))}, {&b_.founder, &b_.guest}));
  expect_refused(b_.founder, decision({b_.entry(b_.founder, b_.found_body())}, {&b_.founder, &b_.guest}));
  EntryHeader data = b_.header(b_.guest, now_.last);
  data.kind = EntryKind::data;
  data.sequence = 1;
  data.body_size = 3;
  expect_refused(b_.founder, decision({make_entry(data, Bytes(3, 1), b_.guest.sign)}, {&b_.founder, &b_.guest}), Code::WRONG_TYPE);
  expect_refused(b_.founder, decision({Bytes(10, 1)}, {&b_.founder, &b_.guest}), Code::TRUNCATED);
}

TEST_F(Deciding, TakesSeveralEachBehindWhatLetItsAuthorIn) {
  const Device again = b_.make_device();
  const Membership lost = SpaceBuilder::after(&now_, renewal_).value();
  const Bytes second = b_.entry(fresh_, SpaceBuilder::renew_body(lost, again, {}, {&b_.founder, &again}));
  const auto both = try_decide(again, decision({renewal_, second}, {&b_.founder, &again}));
  ASSERT_THAT(both, IsOk());
  EXPECT_EQ(both->members.at(2).retired, (std::vector<DeviceKeys>{b_.guest.keys, fresh_.keys}));
  expect_refused(again, decision({second, renewal_}, {&b_.founder, &again}));
}

// Of two branches that were lost one after the other.
TEST_F(Deciding, TakesWhatBothMembersHadDecidedEachOnABranchOfHisOwn) {
  const Device fresh_founder = b_.make_device();
  const Bytes other = b_.entry(b_.founder, SpaceBuilder::renew_body(now_, fresh_founder, {}, {&fresh_founder, &b_.guest}));
  const auto m = try_decide(fresh_, decision({renewal_, other}, {&fresh_founder, &fresh_}));
  ASSERT_THAT(m, IsOk());
  EXPECT_TRUE(m->is_active(fresh_founder.sign.key));
  EXPECT_TRUE(m->is_active(fresh_.sign.key));
}

// One device went on under other keys on each branch: two people hold the old ones, and a relay that shows the
// one branch or the other must not choose between them.
TEST_F(Deciding, ChoosesNobodyOfTwoWhoWentOnFromOneKey) {
  const Device here = b_.make_device();
  now_ = SpaceBuilder::after(&now_, b_.entry(b_.guest, SpaceBuilder::renew_body(now_, here, {}, {&b_.founder, &here})), {6, {}}).value();
  for (const Device* author : std::initializer_list<const Device*>{&b_.founder, &fresh_, &here}) {
    const MembershipBody body = decision({renewal_}, {&b_.founder, &here});
    // Who means to decide is told why not; in a log it is refused like anything that breaks the rules.
    expect_refused(*author, body);
    EXPECT_THAT(membership_decided(now_, std::get<DecideForkAction>(body.action), kHere), Fails(Code::CLONED_DEVICE));
  }
}

TEST_F(Deciding, OverTheVeryRenewalThatThisLogHasChangesNothing) {
  now_ = SpaceBuilder::after(&now_, renewal_, {6, {}}).value();
  const auto m = try_decide(fresh_, decision({renewal_}, {&b_.founder, &fresh_}));
  ASSERT_THAT(m, IsOk());
  EXPECT_EQ(m->members, now_.members);
  EXPECT_TRUE(m->lost_cuts.empty()) << "nobody lets an ended key speak again by it";
}

TEST_F(Deciding, TakesNoKeyThatWasUsedHereAndNoneThatIsNone) {
  Device known = b_.make_device();
  known.keys.agree = b_.founder.keys.agree;
  expect_refused(known, decision({lost_renewal(known)}, {&b_.founder, &known}));
  Device weak = b_.make_device();
  weak.keys.agree = AgreeKey{};
  expect_refused(weak, decision({lost_renewal(weak)}, {&b_.founder, &weak}), Code::WEAK_KEY);
  Membership& m = now_;
  m.members.at(2).retired.assign(kMaxRetired, b_.guest.keys);
  expect_refused(fresh_, body_);
}

TEST_F(Deciding, TakesNoEpochsAndNoGrants) {
  const auto signed_too = [&](const MembershipBody& body) {
    return make_membership_entry(b_.header(b_.guest, body.previous), body, b_.guest.sign, &b_.guest.administration);
  };
  const MembershipBody epoch = SpaceBuilder::epoch_body(now_, EpochReason::answer, {&b_.founder, &b_.guest});
  expect_refused(b_.guest, decision({signed_too(epoch)}, {&b_.founder, &b_.guest}));
  expect_refused(b_.guest, decision({signed_too(SpaceBuilder::grant_body(now_, now_.epoch, b_.founder))}, {&b_.founder, &b_.guest}));
}

TEST_F(Deciding, BringsALostAdditionInWhereNobodyElseCame) {
  const Membership founded = b_.founded();
  const Bytes addition = b_.entry(b_.founder, b_.add_body(founded));
  now_ = founded;
  const auto m = try_decide(b_.founder, decision({addition}, {&b_.founder, &b_.guest}));
  ASSERT_THAT(m, IsOk());
  EXPECT_EQ(m->members.at(2).devices, std::vector<DeviceKeys>{b_.guest.keys});
  // It is an addition like others.
  const MembershipBody third{founded.last, AddMemberAction{3, b_.guest.keys, Bytes(72, 1), Bytes(300, 2)},
                             SpaceBuilder::epoch(2, {&b_.founder, &b_.guest})};
  expect_refused(b_.founder, decision({b_.entry(b_.founder, third)}, {&b_.founder}));
  // A pair has two: whom this log knows stays.
  const Device other = b_.make_device();
  MembershipBody added{founded.last, AddMemberAction{2, other.keys, Bytes(72, 1), Bytes(300, 2)},
                       SpaceBuilder::epoch(2, {&b_.founder, &other})};
  now_ = SpaceBuilder::after(&founded, b_.entry(b_.founder, added)).value();
  const auto kept = try_decide(b_.founder, decision({addition}, {&b_.founder, &other}));
  ASSERT_THAT(kept, IsOk());
  EXPECT_EQ(kept->member_of(b_.guest.sign.key), 0U);
}

// Who has an old copy of the founder's vault lets nobody in by a branch that he makes up.
TEST_F(Deciding, AnEndedDeviceAddsNobody) {
  const Membership founded = b_.founded();
  const Bytes addition = b_.entry(b_.founder, b_.add_body(founded));
  now_ = SpaceBuilder::after(&founded, b_.entry(b_.founder, SpaceBuilder::renew_body(founded, fresh_, {}, {&fresh_}))).value();
  expect_refused(b_.guest, decision({addition}, {&fresh_, &b_.guest}));
}

TEST_F(Deciding, IsOverOnceSomebodyLeft) {
  now_ = SpaceBuilder::after(&now_, b_.entry(b_.founder, SpaceBuilder::leave_body(now_))).value();
  expect_refused(fresh_, decision({renewal_}, {&fresh_}));
}

TEST_F(Deciding, CostsACreditAndIsRefusedWithoutOne) {
  now_.credit = 0;
  now_.credit_at = kHere;
  expect_refused(fresh_, body_);
  now_.credit = 1;
  EXPECT_THAT(try_decide(fresh_, body_), IsOk());
}

TEST_F(Deciding, TakesNoDecisionWithinIt) {
  const Bytes inner = b_.entry(fresh_, body_, header_of(fresh_));
  expect_refused(fresh_, decision({renewal_, inner}, {&b_.founder, &fresh_}));
}

TEST_F(Deciding, TakesNothingLongerThanItsKindIs) {
  MembershipBody long_one = SpaceBuilder::renew_body(now_, fresh_, {}, {&b_.founder, &fresh_});
  for (int i = 0; i < 80; ++i) long_one.epoch_start->wraps.push_back(SpaceBuilder::wrap(fresh_.sign.key));
  const Bytes entry = b_.entry(b_.guest, long_one);
  ASSERT_GT(entry.size(), kMaxDecidedBytes);
  expect_refused(fresh_, decision({entry}, {&b_.founder, &fresh_}));
}

// Nobody whose part has ended stops a space with an action that only a newer version knows.
TEST_F(Deciding, AnActionFromTheFutureCountsFromAnActiveDeviceAlone) {
  const auto newer = [&](const Device& author) {
    Bytes body = make_membership_entry(b_.header(author, now_.last), SpaceBuilder::leave_body(now_), author.sign, &author.administration);
    const EntryView view = *parse_entry(body);
    Bytes inner = to_bytes(view.body);
    inner[0] = 11;
    return make_entry(view.header, inner, author.sign);
  };
  expect_refused(fresh_, decision({renewal_, newer(b_.guest)}, {&b_.founder, &fresh_}));
  expect_refused(fresh_, decision({renewal_, newer(b_.founder)}, {&b_.founder, &fresh_}), Code::UPGRADE_NEEDED);
}

// What an ended key wrote may be carried in up to the cut of the renewal that was lost, and not beyond.
TEST_F(Deciding, TellsUpToWhereAnEndedKeyMayStillSpeak) {
  const auto entry_of = [&](std::uint64_t sequence) {
    EntryHeader h = b_.header(b_.guest, now_.last);
    h.kind = EntryKind::data;
    h.sequence = sequence;
    h.body_size = 1;
    return make_entry(h, Bytes(1, static_cast<Byte>(sequence)), b_.guest.sign);
  };
  const Bytes last = entry_of(5);
  const ChainEnd cut{5, entry_hash(last)};
  const Bytes renewal = b_.entry(b_.guest, SpaceBuilder::renew_body(now_, fresh_, cut, {&b_.founder, &fresh_}));
  const Membership m = try_decide(fresh_, decision({renewal}, {&b_.founder, &fresh_})).value();
  EXPECT_THAT(check_carried(m, *parse_entry(last), kHere + 1), IsOk());
  EXPECT_THAT(check_carried(m, *parse_entry(entry_of(4)), kHere + 1), IsOk());
  EXPECT_THAT(check_carried(m, *parse_entry(entry_of(6)), kHere + 1), Fails(Code::REVOKED_DEVICE));
  EXPECT_THAT(check_carried(m, *parse_entry(entry_of(6)), kHere - 1), IsOk()) << "carried before the key ended";
  EntryHeader twin = parse_entry(last)->header;
  const Bytes other = make_entry(twin, Bytes(1, 99), b_.guest.sign);
  EXPECT_THAT(check_carried(m, *parse_entry(other), kHere + 1), Fails(Code::REVOKED_DEVICE)) << "another with that number";
  EntryHeader strange = parse_entry(last)->header;
  const verify::SignPair stranger = verify::make_sign_pair(b_.random);
  strange.author = stranger.key;
  EXPECT_THAT(check_carried(m, *parse_entry(make_entry(strange, Bytes(1, 5), stranger)), kHere - 1), Fails(Code::UNKNOWN_DEVICE));
  // A renewal of this log leaves nothing to be carried.
  const Membership here = SpaceBuilder::after(&now_, b_.entry(b_.guest, SpaceBuilder::renew_body(now_, fresh_, cut, {&b_.founder, &fresh_})), {6, cut}).value();
  EXPECT_THAT(check_carried(here, *parse_entry(last), 7), Fails(Code::REVOKED_DEVICE));
  EXPECT_THAT(check_carried(here, *parse_entry(last), 5), IsOk());
}

TEST_F(Deciding, ComesBackTheSameAndHasItsBounds) {
  const Bytes entry = b_.entry(fresh_, body_, header_of(fresh_));
  EXPECT_EQ(parse_membership(*parse_entry(entry)).value(), body_);
  for (const std::size_t count : {std::size_t{0}, kMaxDecided + 1}) {
    action().entries.assign(count, renewal_);
    const Bytes bytes = b_.entry(fresh_, body_, header_of(fresh_));
    EXPECT_THAT(parse_membership(*parse_entry(bytes)), Fails(Code::MALFORMED)) << count;
  }
}

}  // namespace
}  // namespace kith::envelope

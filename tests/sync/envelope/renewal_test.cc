// A device of a member goes on under new keys: what that takes, and what it leaves behind.

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "space_builder.h"

namespace kith::envelope {
namespace {

using testing::Fails;
using testing::IsOk;

class Renewing : public ::testing::Test {
 protected:
  Result<Membership> apply_body() { return SpaceBuilder::after(&now_, b_.entry(b_.guest, body_), {9, end_}); }
  RenewAction& action() { return std::get<RenewAction>(body_.action); }
  void expect_refused() { EXPECT_THAT(apply_body(), Fails(Code::BAD_MEMBERSHIP)); }
  // The keys are what is wrong, and nothing else: the wraps fit them.
  void expect_keys_refused(const DeviceKeys& keys) {
    action().device = keys;
    body_.epoch_start = EpochStart{3, Hash{{9}}, {SpaceBuilder::wrap(b_.founder.sign.key), SpaceBuilder::wrap(keys.sign)}};
    const auto result = apply_body();
    EXPECT_THAT(result, Fails(Code::BAD_MEMBERSHIP));
    EXPECT_THAT(result.error().message.text(), ::testing::HasSubstr("key")) << result.error().message.text();
  }
  EntryHeader data_by(const Device& device, std::uint32_t epoch, const Hash& membership) const {
    EntryHeader h = b_.header(device, membership);
    h.epoch = epoch;
    h.sequence = 1;
    return h;
  }

  SpaceBuilder b_;
  Device fresh_ = b_.make_device();
  Membership now_ = b_.paired();
  ChainEnd end_{5, Hash{{6}}};
  MembershipBody body_ = SpaceBuilder::renew_body(now_, fresh_, end_, {&b_.founder, &fresh_});
};

TEST_F(Renewing, PutsTheNewDeviceInUnderTheSameNumber) {
  const Bytes entry = b_.entry(b_.guest, body_);
  const auto m = SpaceBuilder::after(&now_, entry, {9, end_});
  ASSERT_THAT(m, IsOk());
  EXPECT_EQ(m->epoch, 3U);
  EXPECT_TRUE(m->epoch_open);
  EXPECT_EQ(m->last, entry_hash(entry));
  EXPECT_EQ(m->of_epoch, std::vector<Hash>{entry_hash(entry)});
  EXPECT_EQ(m->member_of(fresh_.sign.key), 2U);
  EXPECT_TRUE(m->is_active(fresh_.sign.key));
  EXPECT_EQ(m->members.at(2).devices, std::vector<DeviceKeys>{fresh_.keys});
  EXPECT_EQ(m->members.at(1), now_.members.at(1)) << "the other member is as before";
}

TEST_F(Renewing, TheOldDeviceIsOutAndWhatItWroteStaysItsMembers) {
  const auto m = apply_body();
  ASSERT_THAT(m, IsOk());
  EXPECT_FALSE(m->is_active(b_.guest.sign.key));
  EXPECT_EQ(m->member_of(b_.guest.sign.key), 2U);
  EXPECT_EQ(*m->device(b_.guest.sign.key), b_.guest.keys);
  EXPECT_EQ(m->members.at(2).retired, std::vector<DeviceKeys>{b_.guest.keys});
  EXPECT_THAT(check_counts(*m, data_by(b_.guest, 3, m->last)), Fails(Code::REVOKED_DEVICE));
  EXPECT_THAT(check_counts(*m, data_by(b_.guest, 2, now_.last)), Fails(Code::REVOKED_DEVICE));
  EXPECT_THAT(check_counts(*m, data_by(fresh_, 3, m->last)), IsOk());
}

TEST_F(Renewing, WorksInASelfSpace) {
  SpaceBuilder own(SpaceKind::self);
  const Device fresh = own.make_device();
  const Membership founded = own.founded();
  const auto m = SpaceBuilder::after(
      &founded, own.entry(own.founder, SpaceBuilder::renew_body(founded, fresh, {}, {&fresh})));
  ASSERT_THAT(m, IsOk());
  EXPECT_TRUE(m->is_active(fresh.sign.key));
}

TEST_F(Renewing, TheOldKeyChangesNothingMore) {
  const Membership after = apply_body().value();
  const Device again = b_.make_device();
  const MembershipBody body = SpaceBuilder::renew_body(after, again, end_, {&b_.founder, &again});
  EXPECT_THAT(SpaceBuilder::after(&after, b_.entry(b_.guest, body), {9, end_}), Fails(Code::BAD_MEMBERSHIP));
  EXPECT_THAT(SpaceBuilder::after(&after, b_.entry(b_.guest, SpaceBuilder::leave_body(after))),
              Fails(Code::BAD_MEMBERSHIP));
}

TEST_F(Renewing, TheNewKeyRenewsAgain) {
  const Membership after = apply_body().value();
  const Device again = b_.make_device();
  const MembershipBody body = SpaceBuilder::renew_body(after, again, {}, {&b_.founder, &again});
  const auto m = SpaceBuilder::after(&after, b_.entry(fresh_, body));
  ASSERT_THAT(m, IsOk());
  EXPECT_EQ(m->members.at(2).retired, (std::vector<DeviceKeys>{b_.guest.keys, fresh_.keys}));
}

TEST_F(Renewing, NeedsTheOldAdministrationKey) {
  const EntryHeader h = b_.header(b_.guest, now_.last);
  for (const verify::SignPair* signer : {&fresh_.administration, &b_.founder.administration, &b_.guest.sign}) {
    EXPECT_THAT(SpaceBuilder::after(&now_, make_membership_entry(h, body_, b_.guest.sign, signer), {9, end_}),
                Fails(Code::BAD_MEMBERSHIP));
  }
  const auto none = SpaceBuilder::after(&now_, make_membership_entry(h, body_, b_.guest.sign, nullptr), {9, end_});
  EXPECT_THAT(none, Fails(Code::BAD_MEMBERSHIP));
}

// The new device is not in yet, so it cannot be the author; nor can a stranger.
TEST_F(Renewing, IsWrittenByTheOldDevice) {
  const EntryHeader h = b_.header(fresh_, now_.last);
  EXPECT_THAT(SpaceBuilder::after(&now_, make_membership_entry(h, body_, fresh_.sign, &b_.guest.administration), {9, end_}),
              Fails(Code::BAD_MEMBERSHIP));
}

// Signed by the founder, who may renew himself, it renews him and nobody else.
TEST_F(Renewing, OfAnotherMembersDeviceIsNotPossible) {
  EXPECT_THAT(SpaceBuilder::after(&now_, b_.entry(b_.founder, body_), {9, end_}), Fails(Code::BAD_MEMBERSHIP))
      << "the wraps are for an outcome in which the guest was renewed";
  expect_keys_refused(b_.founder.keys);
}

TEST_F(Renewing, NamesTheLastEntryOfTheKeyItEnds) {
  action().cut.sequence = 4;
  expect_refused();
  action().cut.sequence = 6;
  expect_refused();
  action().cut = {5, Hash{{7}}};
  expect_refused();
  action().cut = {};
  expect_refused();
  end_ = {};
  EXPECT_THAT(apply_body(), IsOk()) << "of a key that wrote nothing";
}

TEST_F(Renewing, NeedsAnEpochWrappedForExactlyTheDevicesOfTheOutcome) {
  body_.epoch_start.reset();
  expect_refused();
  for (const std::uint32_t number : {0U, 2U, 4U}) {
    body_.epoch_start = SpaceBuilder::epoch(number, {&b_.founder, &fresh_});
    expect_refused();
  }
  body_.epoch_start = SpaceBuilder::epoch(3, {&b_.founder});
  expect_refused();
  body_.epoch_start = SpaceBuilder::epoch(3, {&fresh_});
  expect_refused();
  body_.epoch_start = SpaceBuilder::epoch(3, {&b_.founder, &b_.guest});
  expect_refused();
  body_.epoch_start = SpaceBuilder::epoch(3, {&b_.founder, &b_.guest, &fresh_});
  expect_refused();
}

TEST_F(Renewing, TakesNoKeyThatWasEverUsedHereInWhateverRole) {
  const Membership before = now_;
  now_ = apply_body().value();  // the guest's first keys are retired, `fresh_` is in
  const Device next = b_.make_device();
  const auto try_with = [&](const auto& spoil) {
    DeviceKeys keys = next.keys;
    spoil(keys);
    body_ = {now_.last, RenewAction{keys, {}}, std::nullopt};
    body_.epoch_start = EpochStart{4, Hash{{9}}, {SpaceBuilder::wrap(b_.founder.sign.key), SpaceBuilder::wrap(keys.sign)}};
    return SpaceBuilder::after(&now_, b_.entry(fresh_, body_));
  };
  const auto sign_of = {&DeviceKeys::sign, &DeviceKeys::administration_sign, &DeviceKeys::transport};
  const auto agree_of = {&DeviceKeys::agree, &DeviceKeys::administration_agree};
  for (const Device* known : {&b_.founder, &b_.guest, &fresh_}) {
    for (const auto role : sign_of) {
      for (const auto used_as : sign_of) {
        EXPECT_THAT(try_with([&](DeviceKeys& k) { k.*role = known->keys.*used_as; }), Fails(Code::BAD_MEMBERSHIP));
      }
    }
    for (const auto role : agree_of) {
      for (const auto used_as : agree_of) {
        EXPECT_THAT(try_with([&](DeviceKeys& k) { k.*role = known->keys.*used_as; }), Fails(Code::BAD_MEMBERSHIP));
      }
    }
  }
  EXPECT_THAT(try_with([](DeviceKeys&) {}), IsOk());
}

TEST_F(Renewing, AMemberWhoIsAddedTakesNoRetiredKeyEither) {
  Membership alone = b_.founded();
  const Device again = b_.make_device();
  alone = SpaceBuilder::after(&alone, b_.entry(b_.founder, SpaceBuilder::renew_body(alone, again, {}, {&again}))).value();
  MembershipBody add{alone.last, AddMemberAction{2, b_.founder.keys, {}, {}},
                     SpaceBuilder::epoch(3, {&again, &b_.founder})};
  EXPECT_THAT(SpaceBuilder::after(&alone, b_.entry(again, add)), Fails(Code::BAD_MEMBERSHIP));
  std::get<AddMemberAction>(add.action).device = b_.guest.keys;
  add.epoch_start = SpaceBuilder::epoch(3, {&again, &b_.guest});
  EXPECT_THAT(SpaceBuilder::after(&alone, b_.entry(again, add)), IsOk());
}

TEST_F(Renewing, NotInASpaceThatHasEnded) {
  now_ = SpaceBuilder::after(&now_, b_.entry(b_.founder, SpaceBuilder::leave_body(now_))).value();
  body_ = SpaceBuilder::renew_body(now_, fresh_, end_, {&fresh_});
  expect_refused();
}

TEST_F(Renewing, FollowsTheLastMembership) {
  body_.previous = b_.founded().last;
  expect_refused();
}

// As often as a vault may be put back; beyond that, the list that every device keeps has an end.
TEST_F(Renewing, HasACeiling) {
  const DeviceKeys some = b_.guest.keys;
  now_.members[2].retired.assign(kMaxRetired, some);
  expect_refused();
  now_.members[2].retired.resize(kMaxRetired - 1);
  EXPECT_THAT(apply_body(), IsOk());
}

// The other member sealed this before he could know of the renewal.
TEST_F(Renewing, WhatOthersSealedBeforeItStillCounts) {
  const Membership after = apply_body().value();
  EXPECT_THAT(check_counts(after, data_by(b_.founder, 2, now_.last)), IsOk());
  EXPECT_THAT(check_counts(after, data_by(b_.founder, 3, after.last)), IsOk());
  EXPECT_THAT(check_counts(after, data_by(b_.founder, 2, after.last)), Fails(Code::WRONG_EPOCH));
  EXPECT_THAT(check_counts(after, data_by(b_.founder, 3, now_.last)), Fails(Code::WRONG_EPOCH));
  EXPECT_THAT(check_counts(after, data_by(b_.founder, 1, b_.founded().last)), Fails(Code::WRONG_EPOCH))
      << "an epoch that an addition ended is over";

  const Device again = b_.make_device();
  const Membership twice =
      SpaceBuilder::after(&after, b_.entry(fresh_, SpaceBuilder::renew_body(after, again, {}, {&b_.founder, &again})))
          .value();
  EXPECT_THAT(check_counts(twice, data_by(b_.founder, 2, now_.last)), IsOk());
  EXPECT_THAT(check_counts(twice, data_by(b_.founder, 3, after.last)), IsOk());
}

TEST_F(Renewing, AnEpochThatSomebodyStartsEndsWhatCameBefore) {
  const Membership after = apply_body().value();
  const MembershipBody epoch{after.last, EpochAction{}, SpaceBuilder::epoch(4, {&b_.founder, &fresh_})};
  const Membership over = SpaceBuilder::after(&after, b_.entry(b_.founder, epoch)).value();
  EXPECT_THAT(check_counts(over, data_by(b_.founder, 2, now_.last)), Fails(Code::WRONG_EPOCH));
  EXPECT_THAT(check_counts(over, data_by(b_.founder, 3, after.last)), Fails(Code::WRONG_EPOCH));
}

// The old copy reads up to here under its own key, and so learns that it has ended.
TEST_F(Renewing, RemembersWhereTheOldDeviceEnded) {
  const Membership after = SpaceBuilder::after(&now_, b_.entry(b_.guest, body_), {42, end_}).value();
  EXPECT_EQ(after.ended_at, (std::map<SignKey, std::uint64_t>{{b_.guest.sign.key, 42}}));
  EXPECT_EQ(*after.by_transport(b_.guest.transport.key), b_.guest.keys) << "retired, and still known";
  EXPECT_EQ(*after.by_transport(fresh_.transport.key), fresh_.keys);
}

// Free, whatever was spent: nobody may be kept from going on under new keys.
TEST_F(Renewing, SpendsNothing) {
  now_.credit = 0;
  now_.credit_at = 9;
  const auto m = apply_body();
  ASSERT_THAT(m, IsOk());
  EXPECT_EQ(m->credit_of(9), 0U);
}

TEST_F(Renewing, WhatIsRefusedChangesNothing) {
  const Membership before = now_;
  action().cut.sequence = 9;
  expect_refused();
  EXPECT_EQ(now_, before);
}

}  // namespace
}  // namespace kith::envelope

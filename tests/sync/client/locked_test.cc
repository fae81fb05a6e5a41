// While the vault is locked sealed entries come and go by a key that opens nothing; what came is judged when the vault
// is open, as if the relay had just handed it out.

#include "locked_world.h"

namespace kith::testing {
namespace {

using client::Locked;
using client::LockedReport;
using model::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(LockedTest, WhatThePartnerWroteComesMeanwhileAndIsReadWhenTheVaultIsOpen) {
  lock();
  partner_writes("written at night");
  const LockedReport report = sync_locked();
  EXPECT_EQ(report.spaces, 2U);
  EXPECT_EQ(report.fetched, 1U);
  EXPECT_FALSE(report.more);
  EXPECT_THAT(report.troubles, IsEmpty());
  EXPECT_THAT(lines(mentor), IsEmpty());
  relay.offline = true;  // the vault opens with no network
  EXPECT_EQ(unlock().received, 1U);
  EXPECT_THAT(lines(mentor), ElementsAre("written at night"));
  EXPECT_THAT(alarms(), IsEmpty());
}

TEST_F(LockedTest, NothingIsFetchedTwiceAndASecondNightGoesOnWhereTheFirstEnded) {
  lock();
  partner_writes("the first night");
  EXPECT_EQ(sync_locked().fetched, 1U);
  EXPECT_EQ(sync_locked().fetched, 0U);
  partner_writes("the second night");
  EXPECT_EQ(sync_locked().fetched, 1U);
  EXPECT_EQ(unlock().received, 2U);
  EXPECT_THAT(lines(mentor), ElementsAre("the first night", "the second night"));
}

TEST_F(LockedTest, WhatWaitsGoesOutWithTheKeyAlone) {
  line(mentor, "for the partner");
  mentor.add(client::kSelfSpace, Kind::note, "for myself");
  lock();
  const auto state = locked().state();
  ASSERT_THAT(state, IsOk());
  EXPECT_TRUE(state->allowed);
  EXPECT_EQ(state->spaces, 2U);
  EXPECT_EQ(state->waiting, 2U);
  EXPECT_EQ(sync_locked().sent, 2U);
  EXPECT_EQ(sync_locked().sent, 0U) << "it is known to have come";
  protege.sync();
  EXPECT_THAT(lines(protege), ElementsAre("for the partner"));
  relay.offline = true;
  EXPECT_EQ(unlock().sent, 2U);
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->unsent, 0U);
  EXPECT_EQ(mentor.replica->space(client::kSelfSpace)->unsent, 0U);
  relay.offline = false;
  expect_whole({"for the partner"});
}

TEST_F(LockedTest, BothWriteAtOnceAndNothingIsLost) {
  line(mentor, "mine");
  lock();
  partner_writes("theirs");
  const LockedReport report = sync_locked();
  EXPECT_EQ(report.fetched, 1U);
  EXPECT_EQ(report.sent, 1U);
  unlock();
  expect_whole({"mine", "theirs"});
}

TEST_F(LockedTest, WhatWasPreparedAndNeverSentGoesWithTheNextSync) {
  line(mentor, "prepared");
  lock();
  unlock();
  expect_whole({"prepared"});
}

TEST_F(LockedTest, ItAcknowledgesNothingAndAsksForNothingElse) {
  line(mentor, "mine");
  lock();
  partner_writes("theirs");
  const auto before = relay.mailboxes;
  const auto members = log().membership.members.size();
  sync_locked();
  EXPECT_EQ(relay.mailboxes, before);
  EXPECT_EQ(log().membership.members.size(), members);
}

TEST_F(LockedTest, WhatLiesOnTheShelfSaysNothingWithoutTheKey) {
  line(mentor, "mine");
  lock();
  partner_writes("theirs");
  sync_locked();
  ASSERT_GE(shelf.pages(), 1U);
  const Bytes space = to_bytes(pair_space().view());
  const Bytes& entry = log().entries.back();
  for (const auto& [name, bytes] : shelf.files) {
    for (const BytesView secret : {BytesView(space), BytesView(entry).first(64), as_bytes("relay.example.org")}) {
      EXPECT_EQ(std::search(bytes.begin(), bytes.end(), secret.begin(), secret.end()), bytes.end()) << name;
    }
  }
}

TEST_F(LockedTest, AnotherKeyOpensNothing) {
  lock();
  const Secret right = key.clone();
  key = Secret(32);
  EXPECT_THAT(try_sync(), Fails(Code::STORE_LOCKED));
  key = Secret(16);
  EXPECT_THAT(try_sync(), Fails(Code::INVALID_ARGUMENT));
  key = right.clone();
  EXPECT_THAT(try_sync(), IsOk());
}

TEST_F(LockedTest, ANewKeyEndsTheOldOne) {
  partner_writes("under the old key");
  sync_locked();
  const auto fresh = locked().allow();
  ASSERT_THAT(fresh, IsOk());
  EXPECT_EQ(shelf.pages(), 0U);
  EXPECT_THAT(try_sync(), Fails(Code::STORE_LOCKED));
  key = fresh->clone();
  EXPECT_EQ(sync_locked().fetched, 1U);
}

TEST_F(LockedTest, WhatIsForbiddenLeavesNothing) {
  sync_locked();
  ASSERT_THAT(locked().forbid(), IsOk());
  EXPECT_THAT(shelf.files, IsEmpty());
  EXPECT_THAT(try_sync(), Fails(Code::NOT_FOUND));
  ASSERT_THAT(locked().prepare(), IsOk());
  EXPECT_THAT(shelf.files, IsEmpty());
  EXPECT_FALSE(locked().state()->allowed);
}

TEST_F(LockedTest, NobodyMayBeforeItIsAllowed) {
  MemoryShelf other;
  Locked of_protege(*protege.replica, other);
  ASSERT_THAT(of_protege.prepare(), IsOk());
  EXPECT_THAT(other.files, IsEmpty());
  EXPECT_THAT(of_protege.take_in(), IsOk());
}

TEST_F(LockedTest, ARelayWithAnotherKeyIsToldNothing) {
  line(mentor, "mine");
  lock();
  MemoryRelay other(random, clock);
  mentor.transport.move_to(other);
  EXPECT_THAT(try_sync(), Fails(Code::KEY_CHANGED));
  EXPECT_THAT(other.wire, IsEmpty());
}

TEST_F(LockedTest, WithoutANetworkNothingChanges) {
  line(mentor, "mine");
  lock();
  const auto before = shelf.files;
  relay.offline = true;
  EXPECT_THAT(try_sync(), Fails(Code::OFFLINE));
  EXPECT_EQ(shelf.files, before);
}

TEST_F(LockedTest, ALongPageComesInPiecesThatTheRelaySigns) {
  lock();
  for (const char* text : {"one", "two", "three"}) partner_writes(text);
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (page.rows.size() > 1) page.rows.resize(1);
  };
  EXPECT_EQ(sync_locked().fetched, 3U);
  EXPECT_EQ(shelf.pages(), 3U);
  EXPECT_EQ(unlock().received, 3U);
  expect_whole({"one", "three", "two"});
}

}  // namespace
}  // namespace kith::testing

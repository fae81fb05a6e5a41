// What goes out while the vault is locked, and what waits for a person: nothing that was taken back, nothing under a
// number that was used, nothing that wants a decision.

#include "kith/client/renewal.h"
#include "locked_world.h"
#include "replica/replica_impl.h"
#include "rows/rows.h"

namespace kith::testing {
namespace {

using client::LockedReport;
using model::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The folder of yesterday is put back; what it would send has numbers that were used since.
TEST_F(LockedTest, AnOlderCopySendsNothing) {
  const auto yesterday = mentor.store.copy();
  line(mentor, "sent since");
  mentor.sync();
  protege.sync();
  mentor.store.restore(yesterday);
  mentor.restart();
  line(mentor, "by the older copy");
  lock();
  const auto handed_over = relay.handed_over;
  const LockedReport report = sync_locked();
  EXPECT_THAT(troubles(report), ElementsAre(Code::STORE_ROLLED_BACK));
  EXPECT_EQ(report.sent, 0U);
  EXPECT_EQ(relay.handed_over, handed_over) << "not one entry of the older copy left it";
  unlock();
  mentor.sync();  // finds out
  ASSERT_NE(mentor.replica->space(pair_of_mentor)->stopped, Code{});
  line(mentor, "by the copy that knows it now");
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U) << "a space that has stopped sends nothing";
}

TEST_F(LockedTest, ASpaceWhoseKeyThisDeviceLacksWaitsAndTheOthersGoOut) {
  line(mentor, "waits");
  mentor.add(client::kSelfSpace, Kind::note, "goes");
  lock();  // both are sealed
  EXPECT_EQ(locked().state()->waiting, 2U);
  {
    client::ReplicaImpl& impl = mentor.replica->impl();
    const MutexLock held(impl.mu);
    impl.space(pair_of_mentor)->epochs.clear();
  }
  lock();
  EXPECT_EQ(locked().state()->waiting, 1U);
  EXPECT_EQ(sync_locked().sent, 1U);
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->unsent, 1U);
}

TEST_F(LockedTest, WhatTakesNothingMoreIsSentNothing) {
  line(mentor, "too late");
  lock();
  ASSERT_THAT(client::Pairing(*protege.replica).end(accepted_id, protege.administration), IsOk());
  protege.sync();
  mentor.sync();
  ASSERT_TRUE(mentor.replica->space(pair_of_mentor)->ended);
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
}

// A change of members names the newest log, and is judged by it.
TEST_F(LockedTest, AChangeOfMembersWaitsForTheOpenVault) {
  client::ReplicaImpl& impl = mentor.replica->impl();
  changelog::Batch batch;
  batch.put(changelog::Table::outbox, client::outbox_key(pair_of_mentor, 0), to_bytes(log().entries.front()));
  ASSERT_THAT(impl.store.commit(batch), IsOk());
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
}

TEST_F(LockedTest, AGreatImportIsForASyncOfTheOpenVault) {
  const std::vector<client::Fields> many(2001, client::Fields{{1, std::string("imported")}});
  ASSERT_THAT(mentor.replica->create_records(client::kSelfSpace, Kind::note, many), IsOk());
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
  mentor.sync();
  line(mentor, "a line");
  lock();
  EXPECT_EQ(locked().state()->waiting, 1U);
}

TEST_F(LockedTest, WhoeverWritesBetweenLookingAndSendingIsFetchedTheNextTime) {
  line(mentor, "mine");
  lock();
  line(protege, "theirs");
  bool wrote = false;
  relay.on_fetch = [&](const SpaceId& space, client::Page&) {
    if (space == pair_space() && !std::exchange(wrote, true)) protege.sync();
  };
  EXPECT_EQ(sync_locked().sent, 1U);
  EXPECT_EQ(shelf.pages(), 0U) << "what the relay answered is not all that it has";
  EXPECT_EQ(sync_locked().fetched, 2U);
  unlock();
  expect_whole({"mine", "theirs"});
}

TEST_F(LockedTest, BeforeThePartnerHasComeToTheNewRelayNothingIsSentToHimThere) {
  MemoryRelay there(random, clock);
  client::Moving moving(*mentor.replica);
  ASSERT_THAT(moving.begin({"other.example.org:443", "", there.key()}), IsOk());
  mentor.sync();
  ASSERT_THAT(moving.finish(), IsOk());
  mentor.transport.move_to(there);
  mentor.sync();
  line(mentor, "waits for him");
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
}

TEST_F(LockedTest, WhatThisVaultSentSinceTheKitIsNoOtherCopy) {
  line(mentor, "in the kit");
  lock();
  line(mentor, "sent since");
  mentor.sync();
  const LockedReport report = sync_locked();
  EXPECT_THAT(report.troubles, IsEmpty());
  EXPECT_EQ(report.sent, 0U);
}

TEST_F(LockedTest, ALeaveGoesOutWhateverIsFetchedOfThisVault) {
  line(mentor, "sent at night");
  lock();
  line(protege, "theirs");
  bool wrote = false;
  relay.on_fetch = [&](const SpaceId& space, client::Page&) {
    if (space == pair_space() && !std::exchange(wrote, true)) protege.sync();
  };
  sync_locked();  // its answer is not on the shelf
  ASSERT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), IsOk());
  lock();
  const LockedReport report = sync_locked();
  EXPECT_THAT(report.troubles, IsEmpty());
  EXPECT_EQ(report.sent, 1U);
  protege.sync();
  EXPECT_TRUE(protege.replica->space(pair_of_protege)->ended);
}

TEST_F(LockedTest, WhatIsHeldBackIsNotSentAndIsSaid) {
  line(mentor, "perhaps taken back");
  lock();
  ASSERT_THAT(locked().hold_back(), IsOk());
  EXPECT_EQ(locked().state()->waiting, 0U);
  EXPECT_EQ(locked().state()->left_out, 1U);
  partner_writes("theirs");
  const LockedReport report = sync_locked();
  EXPECT_EQ(report.sent, 0U);
  EXPECT_EQ(report.fetched, 1U);
  EXPECT_TRUE(report.more);
  lock();
  EXPECT_EQ(sync_locked().sent, 1U);
}

TEST_F(LockedTest, WhatCannotBeHeldBackIsGoneFromTheShelf) {
  line(mentor, "perhaps taken back");
  lock();
  shelf.full = true;
  ASSERT_THAT(locked().hold_back(), IsOk());
  EXPECT_THAT(try_sync(), Fails(Code::NOT_FOUND));
}

TEST_F(LockedTest, WhatComesBackFromALostBranchGoesFirst) {
  line(mentor, "after it");
  lock();  // it is sealed
  ASSERT_EQ(locked().state()->waiting, 1U);
  {
    client::ReplicaImpl& impl = mentor.replica->impl();
    const MutexLock held(impl.mu);
    impl.lost[pair_of_mentor][Hash{}].row.on_its_way = true;  // data that opens, in an entry that waits
  }
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
}

TEST_F(LockedTest, AVaultFromABackupSendsNothingBeforeItIsRenewed) {
  line(mentor, "mine");
  ASSERT_THAT(mentor.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
  mentor.restart();
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
  EXPECT_EQ(sync_locked().sent, 0U);
}

TEST_F(LockedTest, ARenewalEndsWhatTheOldKeysMayFetchAndSend) {
  line(mentor, "under the old keys");
  lock();
  ASSERT_THAT(mentor.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
  mentor.restart();
  ASSERT_THAT(client::Renewal(*mentor.replica).run(mentor.transport, mentor.administration), IsOk());
  protege.sync();
  partner_writes("to the renewed one");
  const Bytes written = log().entries.back();
  const LockedReport old = sync_locked();  // by the kit of before: a thief's
  EXPECT_EQ(old.sent, 0U);
  const client::SealedShelf opened(key, shelf, random);
  ASSERT_THAT(opened.visit_pages([&](const client::ShelvedPage& page) -> Result<void> {
    EXPECT_EQ(std::find(page.entries.begin(), page.entries.end(), written), page.entries.end());
    return {};
  }), IsOk());
  unlock();
  lock();
  const LockedReport fresh = sync_locked();
  EXPECT_THAT(fresh.troubles, IsEmpty());
  EXPECT_EQ(fresh.fetched, 1U);
  unlock();
  expect_whole({"to the renewed one", "under the old keys"});
}

TEST_F(LockedTest, ADeviceThatTheRelayDoesNotKnowIsSaidAndTheOthersGoOn) {
  lock();
  relay.spaces.erase(pair_space());
  mentor.add(client::kSelfSpace, Kind::note, "for myself");
  lock();
  const LockedReport report = sync_locked();
  EXPECT_THAT(troubles(report), ElementsAre(Code::PERMISSION_DENIED));
  EXPECT_EQ(report.troubles.front().spaces, 1U);
  EXPECT_THAT(report.troubles.front().detail.text(), ::testing::HasSubstr("does not know this device"));
  EXPECT_EQ(report.sent, 1U);
}

TEST_F(LockedTest, ALeaveGoesOutAloneAndOvertakesWhatWaits) {
  line(mentor, "too late");
  ASSERT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), IsOk());
  lock();
  EXPECT_EQ(sync_locked().sent, 1U);
  protege.sync();
  EXPECT_TRUE(protege.replica->space(pair_of_protege)->ended);
  unlock();
  EXPECT_TRUE(mentor.replica->space(pair_of_mentor)->ended);
  EXPECT_FALSE(mentor.replica->space(pair_of_mentor)->leaving) << "it is counted";
  lock();
  EXPECT_EQ(locked().state()->spaces, 1U) << "and is no space to be asked for any more";
}

TEST_F(LockedTest, OnTheWayToAnotherRelayThereIsNoKit) {
  lock();
  MemoryRelay there(random, clock);
  const client::RelayPlace place{"other.example.org:443", "", there.key()};
  ASSERT_THAT(client::Moving(*mentor.replica).begin(place), IsOk());
  lock();
  EXPECT_THAT(try_sync(), Fails(Code::NOT_FOUND));
}

// A number never goes before the one below it.
TEST_F(LockedTest, BehindWhatFindsNoRoomNothingElseGoes) {
  for (int i = 0; i < 18; ++i) line(mentor, std::to_string(i) + std::string(60'000, 'x'));
  lock();
  line(mentor, "short enough");
  lock();
  const auto state = locked().state();
  ASSERT_THAT(state, IsOk());
  EXPECT_EQ(state->left_out, 2U);
  EXPECT_EQ(state->waiting, 5U);
}

}  // namespace
}  // namespace kith::testing

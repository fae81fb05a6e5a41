// A fork heals: the host puts an older copy of the relay back, and somebody writes first.

#include "replica/replica_impl.h"
#include "world.h"

namespace kith::testing {
namespace {

using model::Kind;
using model::Value;
using Texts = std::vector<std::string>;

struct Fork : World {
  MemoryRelay older{random, clock};

  void SetUp() override {
    pair();
    quiet();
    keep_copy();
  }
  void keep_copy() { older = relay; }
  void put_back() { relay = older; }
  Texts lines(Device& of) { return of.texts(&of == &mentor ? pair_of_mentor : pair_of_protege, Kind::agenda_line); }
  RecordId say(Device& who, const std::string& text) {
    return who.add(&who == &mentor ? pair_of_mentor : pair_of_protege, Kind::agenda_line, text);
  }
  // The other one writes first on what the host put back.
  void other_branch(const std::string& text = "by the protege") {
    put_back();
    say(protege, text);
    EXPECT_TRUE(protege.sync().alarms.empty());
  }
  Bytes canonical(Device& of, const RecordId& id) {
    const auto number = &of == &mentor ? pair_of_mentor : pair_of_protege;
    const auto state = of.replica->impl().counted(number, Kind::agenda_line, id);
    EXPECT_THAT(state, IsOk());
    return state.ok() && *state ? protocol::canonical(**state) : Bytes();
  }
};

TEST_F(Fork, OfDataAloneIsPutTogetherAndNobodyWaits) {
  say(mentor, "by the mentor");
  mentor.sync();
  other_branch();
  EXPECT_EQ(mentor.alarms_of_sync(), std::vector<Code>{Code::FORK});
  quiet();
  const Texts both{"by the mentor", "by the protege"};
  EXPECT_EQ(lines(mentor), both);
  EXPECT_EQ(lines(protege), both);
  const client::Alarm alarm = mentor.replica->alarms()->back();
  EXPECT_EQ(alarm.evidence.size(), 2U) << "both signed heads";
  EXPECT_FALSE(alarm.dismissed);
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->unsent, 0U);
}

TEST_F(Fork, WhatNamesTheLostBranchIsCarried) {
  say(mentor, "first");
  mentor.sync();
  say(mentor, "second, which saw the first");
  mentor.sync();
  other_branch();
  mentor.sync();
  quiet();
  EXPECT_EQ(lines(protege), (Texts{"by the protege", "first", "second, which saw the first"}));
  EXPECT_EQ(lines(mentor), lines(protege));
}

TEST_F(Fork, WhatTheOtherHadSeenOfItIsCountedOnce) {
  const RecordId id = say(mentor, "seen by both");
  mentor.sync();
  protege.sync();
  say(mentor, "not seen by the protege");
  mentor.sync();
  put_back();
  say(protege, "on top");
  quiet();
  EXPECT_EQ(lines(mentor), lines(protege));
  EXPECT_EQ(lines(mentor).size(), 3U);
  EXPECT_EQ(canonical(mentor, id), canonical(protege, id));
}

TEST_F(Fork, ARemovalOnTheLostBranchIsNotUndone) {
  const RecordId id = say(mentor, "to be removed");
  mentor.sync();
  ASSERT_THAT(mentor.replica->remove(pair_of_mentor, id), IsOk());
  other_branch();
  mentor.sync();
  EXPECT_EQ(lines(mentor), Texts{"by the protege"});
  quiet();
  EXPECT_EQ(lines(protege), Texts{"by the protege"});
}

TEST_F(Fork, AWithdrawalOnTheLostBranchWins) {
  const RecordId id = say(mentor, "said too much");
  quiet();
  keep_copy();
  ASSERT_THAT(mentor.replica->withdraw(pair_of_mentor, id), IsOk());
  mentor.sync();
  put_back();
  ASSERT_THAT(protege.replica->edit(pair_of_protege, id, {{1, Value("edited on the other branch")}}), IsOk());
  protege.sync();
  quiet();
  EXPECT_TRUE(lines(mentor).empty());
  EXPECT_TRUE(lines(protege).empty());
}

TEST_F(Fork, WhatIsSharedStaysMine) {
  const RecordId id = say(mentor, "mine");
  mentor.sync();
  protege.sync();
  ASSERT_THAT(protege.replica->edit(pair_of_protege, id, {{1, Value("edited by the other")}}), IsOk());
  protege.sync();
  put_back();
  say(mentor, "first on the new branch");
  quiet();
  const auto shown = mentor.replica->find(pair_of_mentor, id);
  ASSERT_TRUE(shown.ok() && *shown);
  EXPECT_TRUE((*shown)->mine);
  EXPECT_THAT(mentor.replica->withdraw(pair_of_mentor, id), IsOk());
}

TEST_F(Fork, OfARelayThatSwingsWaitsForAPersonAtTheFourthTime) {
  for (int swing = 0; swing < 3; ++swing) {
    keep_copy();
    say(mentor, "m");
    mentor.sync();
    other_branch();
    mentor.sync();
    EXPECT_EQ(mentor.replica->space(pair_of_mentor)->stopped, Code{}) << swing;
    quiet();
  }
  keep_copy();
  say(mentor, "m");
  mentor.sync();
  other_branch();
  const auto report = mentor.sync();
  EXPECT_EQ(report.spaces.back().code, Code::FORK);
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->stopped, Code::FORK);
  const std::uint64_t id = mentor.replica->alarms()->back().id;
  EXPECT_THAT(mentor.replica->dismiss_alarm(id), IsOk());
  quiet();
  EXPECT_EQ(lines(mentor), lines(protege));
  EXPECT_EQ(lines(mentor).size(), 8U);
}

TEST_F(Fork, OfTwoSpacesAtOnceHealsBoth) {
  mentor.add(client::kSelfSpace, Kind::note, "private");
  say(mentor, "by the mentor");
  mentor.sync();
  other_branch();
  const auto codes = mentor.alarms_of_sync();
  EXPECT_THAT(codes, ::testing::UnorderedElementsAre(Code::ROLLBACK, Code::FORK)) << "neither hides behind the other";
  quiet();
  EXPECT_EQ(lines(protege), (Texts{"by the mentor", "by the protege"}));
  EXPECT_EQ(mentor.texts(client::kSelfSpace, Kind::note), Texts{"private"});
}

TEST_F(Fork, ACrashAtAnyCommitOfTheMergeLosesNothing) {
  for (int fail = 0; fail < 40; ++fail) {
    keep_copy();
    say(mentor, "m");
    mentor.sync();
    say(mentor, "n");
    mentor.sync();
    other_branch();
    mentor.store.fail_after(fail);
    static_cast<void>(client::SyncClient(*mentor.replica, mentor.transport).sync());
    mentor.store.fail_after(-1);
    mentor.restart();
    for (const client::Alarm& alarm : *mentor.replica->alarms()) static_cast<void>(mentor.replica->dismiss_alarm(alarm.id));
    quiet();
    ASSERT_EQ(lines(mentor).size(), static_cast<std::size_t>(fail + 1) * 3) << fail;
    ASSERT_EQ(lines(mentor), lines(protege)) << fail;
  }
}

// What the relay does not sign is not shared, whatever it says; and a relay that says nothing of a place either.
TEST_F(Fork, NothingIsPutTogetherByHeadsThatNobodySigned) {
  say(mentor, "by the mentor");
  mentor.sync();
  other_branch();
  relay.on_head_at = [](envelope::SignedHead& head) { head.signature.bytes[0] ^= 1; };
  mentor.sync();
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->stopped, Code::FORK);
  EXPECT_EQ(lines(mentor), Texts{"by the mentor"});
}

TEST_F(Fork, NothingIsPutTogetherWhereTheRelayGoesSilentAboutAPlace) {
  say(mentor, "by the mentor");
  mentor.sync();
  other_branch();
  relay.head_at_offline = true;
  mentor.sync();
  EXPECT_EQ(lines(mentor), Texts{"by the mentor"});
  relay.head_at_offline = false;
}

}  // namespace
}  // namespace kith::testing

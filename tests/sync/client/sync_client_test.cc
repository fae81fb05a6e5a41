// Two devices and an honest relay.

#include "world.h"

namespace kith::testing {
namespace {

using client::kSelfSpace;
using model::Kind;
using model::Value;
using Sync = World;
using Texts = std::vector<std::string>;

TEST_F(Sync, TheSelfSpaceReachesTheRelayAndCountsOnce) {
  mentor.add(kSelfSpace, Kind::note, "a note");
  const auto first = mentor.sync();
  EXPECT_EQ(first.sent, 1U);
  EXPECT_EQ(first.pending, 0U);
  const auto second = mentor.sync();
  EXPECT_EQ(second.sent, 0U);
  EXPECT_TRUE(second.alarms.empty());
  EXPECT_EQ(mentor.texts(kSelfSpace, Kind::note), Texts{"a note"});
}

TEST_F(Sync, WithoutTheRelayItIsOfflineAndNothingChanges) {
  mentor.add(kSelfSpace, Kind::note, "waits");
  const auto before = mentor.store.copy();
  relay.offline = true;
  EXPECT_THAT(client::SyncClient(*mentor.replica, mentor.transport).sync(), Fails(Code::OFFLINE));
  EXPECT_EQ(mentor.store.copy(), before);
  relay.offline = false;
  EXPECT_EQ(mentor.sync().sent, 1U);
}

TEST_F(Sync, AnotherRelayKeyIsNoticedAndNothingIsSent) {
  mentor.sync();
  MemoryRelay other(random, clock);
  mentor.transport.move_to(other);
  mentor.add(kSelfSpace, Kind::note, "not for you");
  EXPECT_THAT(client::SyncClient(*mentor.replica, mentor.transport).sync(), Fails(Code::KEY_CHANGED));
  EXPECT_TRUE(other.wire.empty());
  EXPECT_EQ(mentor.replica->alarms()->back().code, Code::KEY_CHANGED);
}

TEST_F(Sync, WhatOneSharesTheOtherReads) {
  pair();
  mentor.add(pair_of_mentor, Kind::passage, "well done");
  mentor.sync();
  EXPECT_EQ(protege.sync().received, 1U);
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::passage), Texts{"well done"});
  const auto shown = protege.replica->list(pair_of_protege, Kind::passage);
  EXPECT_FALSE(shown->front().mine);
  EXPECT_EQ(shown->front().author, 1U);
}

TEST_F(Sync, BothEditTheSameLineOfflineAndNothingIsLost) {
  pair();
  const RecordId id = mentor.add(pair_of_mentor, Kind::goal, "ship it");
  quiet();
  ASSERT_THAT(mentor.replica->edit(pair_of_mentor, id, {{1, Value("ship it in May")}}), IsOk());
  clock.advance(10);
  ASSERT_THAT(protege.replica->edit(pair_of_protege, id, {{1, Value("ship it in June")}}), IsOk());
  quiet();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::goal), Texts{"ship it in June"});
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::goal), Texts{"ship it in June"});
  const auto conflicts = mentor.replica->conflicts();
  ASSERT_THAT(conflicts, IsOk());
  ASSERT_EQ(conflicts->size(), 1U);
  EXPECT_EQ(*conflicts->front().kept.text(), "ship it in May");
  EXPECT_EQ(*conflicts->front().shown.text(), "ship it in June");
  EXPECT_TRUE(conflicts->front().mine);
}

TEST_F(Sync, KeepingTheOtherValueSettlesItForBoth) {
  pair();
  const RecordId id = mentor.add(pair_of_mentor, Kind::goal, "a");
  quiet();
  ASSERT_THAT(mentor.replica->edit(pair_of_mentor, id, {{1, Value("b")}}), IsOk());
  clock.advance(10);
  ASSERT_THAT(protege.replica->edit(pair_of_protege, id, {{1, Value("c")}}), IsOk());
  quiet();
  ASSERT_THAT(mentor.replica->keep(mentor.replica->conflicts()->front().name), IsOk());
  quiet();
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::goal), Texts{"b"});
  EXPECT_TRUE(protege.replica->conflicts()->empty());
  EXPECT_TRUE(mentor.replica->conflicts()->empty());
}

TEST_F(Sync, DismissingKeepsWhatIsShown) {
  pair();
  const RecordId id = mentor.add(pair_of_mentor, Kind::goal, "a");
  quiet();
  ASSERT_THAT(mentor.replica->edit(pair_of_mentor, id, {{1, Value("b")}}), IsOk());
  clock.advance(10);
  ASSERT_THAT(protege.replica->edit(pair_of_protege, id, {{1, Value("c")}}), IsOk());
  quiet();
  const auto conflict = protege.replica->conflicts()->front();
  ASSERT_THAT(protege.replica->dismiss(conflict.name), IsOk());
  quiet();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::goal), Texts{"c"});
  EXPECT_TRUE(mentor.replica->conflicts()->empty());
  EXPECT_THAT(protege.replica->dismiss(conflict.name), Fails(Code::NOT_FOUND));
}

TEST_F(Sync, AnEditThatTheDeleterHadNotSeenSurvives) {
  pair();
  const RecordId id = mentor.add(pair_of_mentor, Kind::goal, "a");
  quiet();
  ASSERT_THAT(mentor.replica->remove(pair_of_mentor, id), IsOk());
  ASSERT_THAT(protege.replica->edit(pair_of_protege, id, {{1, Value("still wanted")}}), IsOk());
  quiet();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::goal), Texts{"still wanted"});
  EXPECT_EQ(protege.replica->list(pair_of_protege, Kind::goal)->front().removed_by, 1U);
  EXPECT_TRUE(mentor.replica->list(pair_of_mentor, Kind::goal)->front().removed_by_me);
}

TEST_F(Sync, BothAddToOneAgendaAndBothLinesStay) {
  pair();
  mentor.add(pair_of_mentor, Kind::agenda_line, "budget");
  protege.add(pair_of_protege, Kind::agenda_line, "visa");
  quiet();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), (Texts{"budget", "visa"}));
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line), (Texts{"budget", "visa"}));
}

TEST_F(Sync, AWithdrawnCopyIsGoneForBothAndForGood) {
  pair();
  const RecordId id = mentor.add(pair_of_mentor, Kind::passage, "said too much");
  quiet();
  EXPECT_THAT(protege.replica->withdraw(pair_of_protege, id), Fails(Code::PERMISSION_DENIED));
  ASSERT_THAT(protege.replica->edit(pair_of_protege, id, {{1, Value("changed")}}), IsOk());
  ASSERT_THAT(mentor.replica->withdraw(pair_of_mentor, id), IsOk());
  quiet();
  EXPECT_TRUE(mentor.texts(pair_of_mentor, Kind::passage).empty());
  EXPECT_TRUE(protege.texts(pair_of_protege, Kind::passage).empty());
}

TEST_F(Sync, AnswersLostOnTheWayDuplicateNothing) {
  pair();
  mentor.add(pair_of_mentor, Kind::agenda_line, "once");
  relay.on_append = [](client::AppendReply& reply) { reply.results.clear(); };
  static_cast<void>(client::SyncClient(*mentor.replica, mentor.transport).sync());
  relay.on_append = nullptr;
  mentor.restart();
  quiet();
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line), Texts{"once"});
  EXPECT_EQ(mentor.sync().pending, 0U);
}

TEST_F(Sync, ACrashAtAnyCommitLosesNothingAndDuplicatesNothing) {
  pair();
  for (int n = 0; n < 8; ++n) {
    const std::string text = "line " + std::to_string(n);
    mentor.add(pair_of_mentor, Kind::agenda_line, text);
    mentor.store.fail_after(n);
    static_cast<void>(client::SyncClient(*mentor.replica, mentor.transport).sync());
    mentor.store.fail_after(-1);
    mentor.restart();
    quiet();
    const Texts texts = protege.texts(pair_of_protege, Kind::agenda_line);
    EXPECT_EQ(texts.size(), static_cast<std::size_t>(n) + 1);
    EXPECT_EQ(std::count(texts.begin(), texts.end(), text), 1);
  }
  EXPECT_TRUE(mentor.replica->alarms()->empty());
}

TEST_F(Sync, ManyChangesTravelInFewEntries) {
  pair();
  std::vector<client::Fields> lines(1000, client::Fields{{1, std::string(500, 'x')}});
  ASSERT_THAT(mentor.replica->create_records(pair_of_mentor, Kind::agenda_line, lines), IsOk());
  EXPECT_EQ(mentor.sync().sent, 1000U);
  EXPECT_EQ(protege.sync().received, 1000U);
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line).size(), 1000U);
  EXPECT_LT(relay.spaces.begin()->second.entries.size(), 20U);
}

TEST_F(Sync, OfflineEditsOfBothConvergeToEqualBytes) {
  pair();
  std::vector<RecordId> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(mentor.add(pair_of_mentor, Kind::goal, "goal " + std::to_string(i)));
  quiet();
  for (int round = 0; round < 60; ++round) {
    const bool first = random.below(2) == 0;
    Device& who = first ? mentor : protege;
    const auto space = first ? pair_of_mentor : pair_of_protege;
    const RecordId id = ids[random.below(ids.size())];
    clock.advance(static_cast<std::int64_t>(random.below(3)));
    switch (random.below(8)) {
      case 0:
        static_cast<void>(who.replica->remove(space, id));
        break;
      case 1:
        who.sync();
        break;
      default:
        static_cast<void>(who.replica->edit(space, id, {{1, Value("edit " + std::to_string(round))}}));
    }
  }
  quiet();
  const auto states = [](Device& device) {
    std::map<Bytes, Bytes> out;
    for (const auto& [key, value] : device.store.copy()) {
      // Table record, without the number that the space has on this device.
      if (key.first == changelog::Table::record && key.second[3] == 2) {
        out[Bytes(key.second.begin() + 4, key.second.end())] = value;
      }
    }
    return out;
  };
  EXPECT_EQ(states(mentor), states(protege));
  EXPECT_TRUE(mentor.replica->alarms()->empty());
}

}  // namespace
}  // namespace kith::testing

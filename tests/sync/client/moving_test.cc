// Leaving one relay for another: the pair goes on, and nothing is lost on the way.

#include "kith/client/moving.h"

#include <gmock/gmock.h>

#include <source_location>

#include "kith/client/renewal.h"
#include "world.h"

namespace kith::testing {
namespace {

using client::kSelfSpace;
using client::Moving;
using client::RelayPlace;
using model::Kind;
using Texts = std::vector<std::string>;

struct F22_Moving : World {
  void SetUp() override { pair(); }

  MemoryRelay fresh{random, clock};
  const RelayPlace there{"private.example.org:7443", "a certificate", fresh.key()};

  // As the engine does it.
  void tell(Device& device) {
    ASSERT_THAT(Moving(*device.replica).begin(there), IsOk());
    device.sync();
    EXPECT_EQ(*Moving(*device.replica).left_to_tell(), 0U);
  }
  client::SyncReport arrive(Device& device) { return arrive(device, fresh); }
  static client::SyncReport arrive(Device& device, MemoryRelay& at) {
    EXPECT_THAT(Moving(*device.replica).finish(), IsOk());
    device.transport.move_to(at);
    return device.sync();
  }
  void move(Device& device, const RelayPlace& to, MemoryRelay& at) {
    ASSERT_THAT(Moving(*device.replica).begin(to), IsOk());
    expect_quiet(device.sync());
    ASSERT_EQ(*Moving(*device.replica).left_to_tell(), 0U);
    expect_quiet(arrive(device, at));
  }
  static void expect_quiet(const client::SyncReport& report,
                           std::source_location where = std::source_location::current()) {
    for (const client::Alarm& alarm : report.alarms) {
      ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line())) << code_name(alarm.code) << ": " << alarm.detail;
    }
  }
  void expect_both_have(const Texts& lines, std::source_location where = std::source_location::current()) {
    SCOPED_TRACE(where.line());
    EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), lines);
    EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line), lines);
  }
  void say(Device& device, const std::string& text) {
    device.add(&device == &mentor ? pair_of_mentor : pair_of_protege, Kind::agenda_line, text);
  }
  void expect_not_followed(Device& alone, Device& other) {
    MemoryRelay second{random, clock};
    MemoryRelay third{random, clock};
    const RelayPlace farther{"third.example.org:7443", "", third.key()};
    move(alone, {"second.example.org:7443", "", second.key()}, second);
    say(alone, "held");
    move(alone, farther, third);
    say(other, "at the first");
    expect_quiet(other.sync());
    move(other, farther, third);
    expect_quiet_rounds();
    expect_both_have({"at the first", "held"});
  }
  void expect_quiet_rounds() {
    for (int i = 0; i < 3; ++i) {
      expect_quiet(mentor.sync());
      expect_quiet(protege.sync());
    }
  }
};

TEST_F(F22_Moving, ThePairGoesOnAtAPrivateRelayWithNoDataLoss) {
  mentor.add(kSelfSpace, Kind::note, "mine alone");
  say(mentor, "a");
  say(protege, "b");
  quiet();
  tell(mentor);
  expect_quiet(arrive(mentor));
  say(mentor, "c, written between the relays");
  mentor.sync();
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->unsent, 1U) << "it waits";
  say(protege, "d, written at the old one");
  protege.sync();
  const auto seen = Moving(*protege.replica).partners();
  ASSERT_THAT(seen, IsOk());
  ASSERT_EQ(seen->size(), 1U);
  EXPECT_EQ(*seen->front().moved, there) << "the partner reads where to";
  EXPECT_TRUE(Moving(*mentor.replica).partners()->front().waits);

  tell(protege);
  expect_quiet(arrive(protege));
  expect_quiet_rounds();
  expect_both_have({"a", "b", "c, written between the relays", "d, written at the old one"});
  EXPECT_TRUE(Moving(*mentor.replica).partners()->empty());
  EXPECT_TRUE(Moving(*protege.replica).partners()->empty());
  say(mentor, "e");
  say(protege, "f");
  expect_quiet_rounds();
  expect_both_have({"a", "b", "c, written between the relays", "d, written at the old one", "e", "f"});
  EXPECT_TRUE(mentor.replica->alarms()->empty());
  EXPECT_TRUE(protege.replica->alarms()->empty());
  EXPECT_EQ(fresh.spaces.size(), 3U) << "both own spaces and the pair's";
  mentor.restart();
  EXPECT_EQ(mentor.texts(kSelfSpace, Kind::note), Texts{"mine alone"});
}

TEST_F(F22_Moving, WhoJoinedMayMoveFirst) {
  say(mentor, "a");
  quiet();
  tell(protege);
  expect_quiet(arrive(protege));
  say(protege, "b, held");
  expect_quiet(protege.sync());
  mentor.sync();
  say(mentor, "c, at the old one");
  tell(mentor);
  expect_quiet(arrive(mentor));
  expect_quiet_rounds();
  expect_both_have({"a", "b, held", "c, at the old one"});
}

TEST_F(F22_Moving, BothMoveWithoutKnowingOfEachOther) {
  say(mentor, "a");
  quiet();
  tell(mentor);
  tell(protege);
  expect_quiet(arrive(protege));
  expect_quiet(arrive(mentor));
  say(mentor, "b");
  say(protege, "c");
  expect_quiet_rounds();
  expect_both_have({"a", "b", "c"});
}

TEST_F(F22_Moving, WhereTheOldRelayIsGoneNobodyIsToldAndTheRestIsTheSame) {
  say(mentor, "a");
  say(protege, "b");
  quiet();
  say(protege, "bb, which the old one took and nobody read");
  protege.sync();
  say(protege, "c, never sent");
  relay.offline = true;
  ASSERT_THAT(Moving(*mentor.replica).begin(there), IsOk());
  expect_quiet(arrive(mentor));
  say(mentor, "d");
  expect_quiet(mentor.sync());
  EXPECT_EQ(fresh.spaces.at(mentor.replica->space(pair_of_mentor)->membership.space).entries.size(),
            mentor.replica->space(pair_of_mentor)->head.position)
      << "filled, and nothing added: what only the other one has has its place yet";
  ASSERT_THAT(Moving(*protege.replica).begin(there), IsOk());
  expect_quiet(arrive(protege));
  expect_quiet_rounds();
  expect_both_have({"a", "b", "bb, which the old one took and nobody read", "c, never sent", "d"});
}

TEST_F(F22_Moving, ACrashUnderWayIsGoneOnFrom) {
  say(mentor, "a");
  ASSERT_THAT(Moving(*mentor.replica).begin(there), IsOk());
  mentor.restart();
  EXPECT_EQ(*Moving(*mentor.replica).under_way(), there);
  tell(mentor);
  EXPECT_EQ(mentor.replica->list(pair_of_mentor, Kind::moved)->size(), 1U) << "said once";
  expect_quiet(arrive(mentor));
  mentor.restart();
  EXPECT_EQ(*Moving(*mentor.replica).under_way(), std::nullopt);
  EXPECT_THAT(Moving(*mentor.replica).finish(), Fails(Code::NOT_FOUND));
  EXPECT_TRUE(Moving(*mentor.replica).partners()->front().waits) << "and it still waits";
}

TEST_F(F22_Moving, WhatANewRelayHasSignedItCanLoseAsAnyOther) {
  move(mentor, there, fresh);
  const MemoryRelay before = fresh;
  mentor.add(kSelfSpace, Kind::note, "b");
  expect_quiet(mentor.sync());
  fresh = before;
  EXPECT_EQ(mentor.alarms_of_sync(), std::vector<Code>{Code::ROLLBACK});
}

TEST_F(F22_Moving, ASecondMoveOfOneIsFollowedByTheOther) {
  MemoryRelay third{random, clock};
  const RelayPlace farther{"third.example.org:7443", "", third.key()};
  say(mentor, "a");
  quiet();
  move(mentor, there, fresh);
  move(protege, there, fresh);
  expect_quiet_rounds();
  MemoryRelay fourth{random, clock};
  const RelayPlace farthest{"fourth.example.org:7443", "", fourth.key()};
  for (Device* first : {&protege, &mentor}) {
    Device& second = first == &mentor ? protege : mentor;
    MemoryRelay& at = first == &mentor ? fourth : third;
    const RelayPlace& to = first == &mentor ? farthest : farther;
    move(*first, to, at);
    say(*first, "first at " + to.address);
    expect_quiet(first->sync());
    say(second, "second, still before " + to.address);
    expect_quiet(second.sync());
    EXPECT_EQ(*Moving(*second.replica).partners()->front().moved, to);
    move(second, to, at);
    expect_quiet_rounds();
    EXPECT_TRUE(Moving(*first->replica).partners()->empty());
    EXPECT_TRUE(Moving(*second.replica).partners()->empty());
  }
  expect_both_have({"a", "first at fourth.example.org:7443", "first at third.example.org:7443",
                    "second, still before fourth.example.org:7443", "second, still before third.example.org:7443"});
}

TEST_F(F22_Moving, AFounderWhoIsNotFollowedMovesOnAllTheSame) { expect_not_followed(mentor, protege); }
TEST_F(F22_Moving, WhoJoinedAndIsNotFollowedMovesOnAllTheSame) { expect_not_followed(protege, mentor); }

TEST_F(F22_Moving, NobodyComesBackToARelayThatWasLeft) {
  const RelayPlace back{"relay.example.org:443", "", relay.key()};
  move(mentor, there, fresh);
  EXPECT_THAT(Moving(*mentor.replica).begin(back), Fails(Code::INVALID_ARGUMENT));
  MemoryRelay third{random, clock};
  move(mentor, {"third.example.org:7443", "", third.key()}, third);
  EXPECT_THAT(Moving(*mentor.replica).begin(there), Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(*Moving(*mentor.replica).under_way(), std::nullopt);
}

TEST_F(F22_Moving, APlaceThatThePartnerLeftIsNotGoneTo) {
  move(mentor, there, fresh);
  move(protege, there, fresh);
  expect_quiet_rounds();
  MemoryRelay third{random, clock};
  const RelayPlace farther{"third.example.org:7443", "", third.key()};
  MemoryRelay fourth{random, clock};
  const RelayPlace farthest{"fourth.example.org:7443", "", fourth.key()};
  move(mentor, farther, third);
  expect_quiet(protege.sync());
  // Both know of the third; the mentor goes on to a fourth through it only when the other is there too.
  move(protege, farther, third);
  expect_quiet_rounds();
  move(mentor, farthest, fourth);
  expect_quiet(protege.sync());
  EXPECT_THAT(Moving(*protege.replica).begin(there), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(Moving(*protege.replica).begin(farthest), IsOk());
}

TEST_F(F22_Moving, ATargetThatDoesNotAnswerIsExchanged) {
  ASSERT_THAT(Moving(*mentor.replica).begin({"dead.example.org:7443", "", mentor.transport.relay_key().value()}), IsOk());
  say(mentor, "a");
  move(mentor, there, fresh);
  move(protege, there, fresh);
  expect_quiet_rounds();
  expect_both_have({"a"});
}

TEST_F(F22_Moving, ACopyFromBeforeAMoveSendsNothingAndSaysWhere) {
  mentor.add(kSelfSpace, Kind::note, "before");
  quiet();
  const auto copy = mentor.store.copy();
  move(mentor, there, fresh);
  mentor.add(kSelfSpace, Kind::note, "after");
  mentor.sync();
  mentor.replica.reset();
  mentor.store.restore(copy);
  mentor.restart();
  ASSERT_THAT(mentor.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());  // as a backup does
  mentor.transport.move_to(relay);
  mentor.sync();
  const std::size_t entries = relay.spaces.at(mentor.replica->space(kSelfSpace)->membership.space).entries.size();
  client::Renewal renewal(*mentor.replica);
  (void)renewal.run(mentor.transport, mentor.administration).ok();  // reads its own past, and the word in it
  EXPECT_EQ(*Moving(*mentor.replica).elsewhere(), there);
  EXPECT_EQ(relay.spaces.at(mentor.replica->space(kSelfSpace)->membership.space).entries.size(), entries)
      << "not even a renewal";
  ASSERT_THAT(Moving(*mentor.replica).begin(there), IsOk());
  mentor.sync();
  arrive(mentor, fresh);
  ASSERT_THAT(renewal.run(mentor.transport, mentor.administration), IsOk());
  EXPECT_EQ(mentor.texts(kSelfSpace, Kind::note), (Texts{"after", "before"}));
}

TEST_F(F22_Moving, WhoIsWaitedForSaysThatHeIsThere) {
  move(mentor, there, fresh);
  move(protege, there, fresh);
  expect_quiet_rounds();
  // Without a word of his own, as where the pair became one during his move.
  const auto words = protege.replica->list(pair_of_protege, Kind::moved);
  for (const client::Shown& word : *words) {
    if (!word.mine) continue;
    ASSERT_THAT(protege.replica->remove(pair_of_protege, word.record.id), IsOk());
  }
  expect_quiet_rounds();
  EXPECT_TRUE(Moving(*mentor.replica).partners()->front().waits);
  EXPECT_EQ(*Moving(*protege.replica).settle(), 1U);
  EXPECT_EQ(*Moving(*protege.replica).settle(), 0U);
  expect_quiet_rounds();
  EXPECT_TRUE(Moving(*mentor.replica).partners()->empty());
}

TEST_F(F22_Moving, AfterTheWordNothingMoreGoesToTheOldRelay) {
  tell(mentor);
  mentor.restart();  // and the second step has not been taken
  say(mentor, "between two steps");
  expect_quiet(mentor.sync());
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->unsent, 1U);
  expect_quiet(protege.sync());
  move(protege, there, fresh);
  say(protege, "already there");
  expect_quiet(protege.sync());
  EXPECT_EQ(*Moving(*mentor.replica).left_to_tell(), 0U);
  expect_quiet(arrive(mentor));
  expect_quiet_rounds();
  expect_both_have({"already there", "between two steps"});
}

TEST_F(F22_Moving, APairThatIsEndedMeanwhileMakesNoFork) {
  move(mentor, there, fresh);
  say(mentor, "held");
  say(protege, "at the old one");
  protege.sync();
  ASSERT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), IsOk());
  expect_quiet(mentor.sync());
  move(protege, there, fresh);
  expect_quiet_rounds();
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line), Texts{"at the old one"}) << "the end overtakes what was held";
  EXPECT_TRUE(protege.replica->space(pair_of_protege)->ended);
  EXPECT_TRUE(mentor.replica->space(pair_of_mentor)->ended);
}

TEST_F(F22_Moving, ACrashInTheMiddleOfTheWordsIsMadeGood) {
  // The mark is there and no pair has its word.
  ASSERT_THAT(Moving(*mentor.replica).begin(there), IsOk());
  const auto words = mentor.replica->list(pair_of_mentor, Kind::moved);
  ASSERT_EQ(words->size(), 1U);
  ASSERT_THAT(mentor.replica->remove(pair_of_mentor, words->front().record.id), IsOk());
  ASSERT_TRUE(mentor.replica->list(pair_of_mentor, Kind::moved)->empty());
  move(mentor, there, fresh);
  protege.sync();
  EXPECT_EQ(*Moving(*protege.replica).partners()->front().moved, there);
}

TEST_F(F22_Moving, ARelayThatDoesNotTakeThisVaultIsFoundOutBefore) {
  RelayTransport transport(fresh);
  EXPECT_THAT(Moving(*mentor.replica).probe(transport, {}), IsOk());
  EXPECT_EQ(fresh.spaces.size(), 1U);
  fresh.offline = true;
  EXPECT_THAT(Moving(*mentor.replica).probe(transport, {}), Fails(Code::OFFLINE));
  EXPECT_EQ(*Moving(*mentor.replica).under_way(), std::nullopt);
}

TEST_F(F22_Moving, ARelayThatIsFilledAtOtherPlacesIsNotFilledFurther) {
  say(mentor, "a");
  quiet();
  ASSERT_THAT(Moving(*mentor.replica).begin(there), IsOk());
  mentor.sync();
  ASSERT_THAT(Moving(*mentor.replica).finish(), IsOk());
  mentor.transport.move_to(fresh);
  fresh.on_append = [](client::AppendReply& reply) {
    for (client::AppendResult& result : reply.results) ++result.position;
  };
  const auto report = client::SyncClient(*mentor.replica, mentor.transport).sync();
  ASSERT_THAT(report, IsOk()) << "one space's trouble is its own";
  EXPECT_EQ(report->spaces.back().code, Code::CONFLICT);
}

TEST_F(F22_Moving, AHistoryInDisputeStaysBehind) {
  say(mentor, "a");
  quiet();
  // A relay that swings to and fro: three times it is put together, then a person has to look.
  for (int swing = 0; swing < 4; ++swing) {
    MemoryRelay lie = relay;
    mentor.transport.move_to(lie);
    say(mentor, "b");
    mentor.sync();
    say(protege, "c");
    protege.sync();
    mentor.transport.move_to(relay);
    mentor.sync();
  }
  const auto alarms = *mentor.replica->alarms();
  EXPECT_EQ(alarms.back().code, Code::FORK);
  move(mentor, there, fresh);
  expect_quiet_rounds();
  EXPECT_FALSE(fresh.spaces.contains(mentor.replica->space(pair_of_mentor)->membership.space));
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->stopped, Code::FORK) << "no relay's silence settles it";
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line).size(), 1U + 4U + 3U) << "nothing of it is lost here";
}

TEST_F(F22_Moving, WithoutAMoveAnotherRelayIsRefused) {
  mentor.transport.move_to(fresh);
  EXPECT_THAT(client::SyncClient(*mentor.replica, mentor.transport).sync(), Fails(Code::KEY_CHANGED));
  EXPECT_TRUE(fresh.spaces.empty());
}

}  // namespace
}  // namespace kith::testing

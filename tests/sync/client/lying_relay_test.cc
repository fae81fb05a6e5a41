// What a lying relay can do, and the name that each lie gets. After every lie the honest
// history still arrives once the relay is honest again.

#include "replica/replica_impl.h"
#include "world.h"

namespace kith::testing {
namespace {

using client::Page;
using model::Kind;
using Texts = std::vector<std::string>;

struct Lying : World {
  void SetUp() override { pair(); }
  SpaceId pair_id_of() { return mentor.replica->space(pair_of_mentor)->membership.space; }
  MemoryRelay::Space& log() { return relay.spaces.at(pair_id_of()); }
  // Three lines by the mentor, one entry each, at the relay and not yet at the protege.
  void three_lines() {
    for (const char* text : {"one", "two", "three"}) {
      mentor.add(pair_of_mentor, Kind::agenda_line, text);
      mentor.sync();
    }
  }
  void lie(std::function<void(Page&)> change) {
    relay.on_fetch = [this, change](const SpaceId& id, Page& page) {
      if (id == pair_id_of() && !page.rows.empty()) change(page);
    };
  }
  void be_honest() { relay.on_fetch = nullptr; }
  void expect_all_arrive() {
    be_honest();
    quiet();
    EXPECT_EQ(lines(), (Texts{"one", "three", "two"}));
    for (const client::Alarm& alarm : *protege.replica->alarms()) EXPECT_TRUE(alarm.healed) << code_name(alarm.code);
  }
  Texts lines() { return protege.texts(pair_of_protege, Kind::agenda_line); }
};

TEST_F(Lying, AFlippedByteIsABadSignatureAndTheEntryBeforeArrives) {
  three_lines();
  const std::uint64_t second = log().entries.size() - 1;
  lie([second](Page& page) {
    for (client::Row& row : page.rows) {
      if (row.position == second) row.entry[300] ^= 1;
    }
  });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::BAD_SIGNATURE});
  EXPECT_EQ(lines(), Texts{"one"});
  EXPECT_TRUE(protege.alarms_of_sync().empty()) << "the same lie is no new alarm";
  expect_all_arrive();
}

TEST_F(Lying, EveryFlippedHeaderByteIsRefused) {
  mentor.add(pair_of_mentor, Kind::agenda_line, "one");
  mentor.sync();
  const auto before = protege.store.copy();
  for (std::size_t at = 0; at < envelope::kHeaderBytes; at += 3) {
    protege.store.restore(before);
    protege.restart();
    lie([at](Page& page) { page.rows[0].entry[at] ^= 0x10; });
    EXPECT_EQ(protege.alarms_of_sync().size(), 1U) << at;
    EXPECT_TRUE(lines().empty()) << at;
  }
}

// A device must not be kept busy for ever by a relay that loses what it was just given.
TEST_F(Lying, ARelayThatLiesOnAfterItWasFilledUpAgainIsLeftAloneWithItsAlarm) {
  three_lines();
  protege.sync();
  relay.on_fetch = [this](const SpaceId& id, Page& page) {
    if (id != pair_id_of()) return;
    page.rows.clear();
    page.head = relay.sign(id, log().heads[log().heads.size() - 2]);
  };
  const int before = relay.calls;
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::ROLLBACK});
  EXPECT_LT(relay.calls - before, 20);
  EXPECT_FALSE(protege.replica->alarms()->back().healed);
  expect_all_arrive();
}

TEST_F(Lying, ACutEntryIsTruncated) {
  three_lines();
  lie([](Page& page) { page.rows[0].entry.resize(page.rows[0].entry.size() - 1); });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::TRUNCATED});
  expect_all_arrive();
}

TEST_F(Lying, ReorderedEntriesOfOneAuthorWait) {
  three_lines();
  lie([](Page& page) { std::swap(page.rows[0], page.rows[1]); });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::GAP});
  expect_all_arrive();
}

TEST_F(Lying, ReorderedEntriesOfTwoAuthorsAreNoticed) {
  protege.add(pair_of_protege, Kind::agenda_line, "one");
  mentor.add(pair_of_mentor, Kind::agenda_line, "two");
  // The answer to the protege is lost, and the mentor is told of nothing new.
  relay.on_append = [this](client::AppendReply& reply) {
    reply.results.clear();
    relay.offline = true;
  };
  static_cast<void>(client::SyncClient(*protege.replica, protege.transport).sync_space(pair_of_protege));
  relay.offline = false;
  const envelope::Head known = mentor.replica->space(pair_of_mentor)->head;
  relay.on_fetch = [&](const SpaceId& id, Page& page) {
    if (id != pair_id_of()) return;
    page.rows.clear();
    page.head = relay.sign(id, known);
  };
  static_cast<void>(client::SyncClient(*mentor.replica, mentor.transport).sync_space(pair_of_mentor));
  relay.offline = false;
  relay.on_append = nullptr;
  lie([](Page& page) {
    if (page.rows.size() >= 2) std::swap(page.rows[0], page.rows[1]);
  });
  const auto codes = protege.alarms_of_sync();
  ASSERT_EQ(codes.size(), 1U);
  be_honest();
  quiet();
  EXPECT_EQ(lines(), (Texts{"one", "two"}));
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), (Texts{"one", "two"}));
}

TEST_F(Lying, AnOmittedEntryIsAGap) {
  three_lines();
  lie([](Page& page) { page.rows.erase(page.rows.begin()); });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::GAP});
  EXPECT_TRUE(lines().empty());
  expect_all_arrive();
}

TEST_F(Lying, AnOmittedTailIsNoticedBecauseTheHeadIsSigned) {
  three_lines();
  lie([](Page& page) { page.rows.pop_back(); });
  static_cast<void>(protege.sync());
  expect_all_arrive();
}

TEST_F(Lying, AnEntryOfAnotherSpaceIsOutOfContext) {
  three_lines();
  mentor.add(client::kSelfSpace, Kind::note, "mine");
  mentor.sync();
  const SpaceId self = mentor.replica->space(client::kSelfSpace)->membership.space;
  const Bytes foreign = relay.spaces.at(self).entries.back();
  lie([&foreign](Page& page) { page.rows[1].entry = foreign; });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::WRONG_CONTEXT});
  EXPECT_EQ(lines(), Texts{"one"});
  expect_all_arrive();
}

TEST_F(Lying, AForgedAuthorIsUnknown) {
  three_lines();
  const verify::SignPair stranger = verify::make_sign_pair(random);
  lie([&stranger](Page& page) {
    auto header = envelope::parse_entry(page.rows[1].entry)->header;
    header.author = stranger.key;
    page.rows[1].entry = envelope::make_entry(header, Bytes(header.body_size), stranger);
  });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::UNKNOWN_DEVICE});
  EXPECT_EQ(lines(), Texts{"one"});
  expect_all_arrive();
}

TEST_F(Lying, AStrangerPutAmongTheMembersIsRefused) {
  const verify::SignPair stranger = verify::make_sign_pair(random);
  three_lines();
  lie([&](Page& page) {
    envelope::MembershipBody body;
    body.previous = log().membership.last;
    body.action = envelope::LeaveAction{};
    envelope::EntryHeader header;
    header.space = pair_id_of();
    header.epoch = 2;
    header.author = stranger.key;
    header.membership = log().membership.last;
    page.rows[0].entry = envelope::make_membership_entry(header, body, stranger, &stranger);
  });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::BAD_MEMBERSHIP});
  EXPECT_FALSE(protege.replica->space(pair_of_protege)->ended);
  expect_all_arrive();
}

TEST_F(Lying, ARepeatedEntryIsAReplay) {
  three_lines();
  protege.sync();
  mentor.add(pair_of_mentor, Kind::agenda_line, "four");
  mentor.sync();
  const Bytes old = log().entries[log().entries.size() - 3];
  lie([&old](Page& page) { page.rows[0].entry = old; });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::REPLAY});
  be_honest();
  quiet();
  EXPECT_EQ(lines().size(), 4U);
}

TEST_F(Lying, AHeadThatTheRelayDidNotSignIsRefused) {
  three_lines();
  lie([](Page& page) { page.head.signature.bytes[5] ^= 1; });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::BAD_SIGNATURE});
  EXPECT_TRUE(lines().empty());
  be_honest();
  quiet();
  EXPECT_EQ(lines().size(), 3U);
}

TEST_F(Lying, AHeadOfAnotherSpaceIsRefused) {
  three_lines();
  const SpaceId other = mentor.replica->space(client::kSelfSpace)->membership.space;
  lie([&](Page& page) { page.head = relay.sign(other, page.head.head); });
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::WRONG_CONTEXT});
  EXPECT_TRUE(lines().empty());
}

TEST_F(Lying, ARelayRolledBackIsNoticedOnceAndFilledAgain) {
  three_lines();
  quiet();
  const auto full = log().entries;
  const MemoryRelay::Space yesterday = [&] {
    MemoryRelay copy = relay;
    copy.spaces.erase(pair_id_of());
    for (std::size_t i = 0; i + 2 < full.size(); ++i) copy.take(pair_id_of(), full[i]);
    return copy.spaces.at(pair_id_of());
  }();
  log() = yesterday;
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::ROLLBACK});
  EXPECT_EQ(log().entries, full) << "byte for byte, whoever wrote it";
  EXPECT_TRUE(protege.alarms_of_sync().empty());
  EXPECT_TRUE(mentor.alarms_of_sync().empty());
  EXPECT_TRUE(protege.replica->alarms()->back().healed);
}

TEST_F(Lying, ARelayThatLostEverythingIsFilledByItsDevices) {
  three_lines();
  quiet();
  const auto full = log().entries;
  relay.spaces.clear();
  const auto codes = mentor.alarms_of_sync();
  EXPECT_EQ(codes, (std::vector<Code>{Code::ROLLBACK, Code::ROLLBACK})) << "self space and pair";
  EXPECT_EQ(log().entries, full);
  protege.sync();
  quiet();
  EXPECT_EQ(lines().size(), 3U);
}

TEST_F(Lying, TwoHistoriesAreAForkWithBothHeadsAsEvidenceAndAreMerged) {
  quiet();
  MemoryRelay other = relay;  // same key, the history splits here
  mentor.add(pair_of_mentor, Kind::agenda_line, "told to the mentor");
  mentor.sync();
  protege.transport.move_to(other);
  protege.add(pair_of_protege, Kind::agenda_line, "told to the protege");
  protege.sync();
  mentor.transport.move_to(other);
  EXPECT_EQ(mentor.alarms_of_sync(), std::vector<Code>{Code::FORK});
  EXPECT_EQ(mentor.replica->alarms()->back().evidence.size(), 2U);
  const Texts both{"told to the mentor", "told to the protege"};
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), both);
  mentor.add(pair_of_mentor, Kind::agenda_line, "after it");
  mentor.sync();
  EXPECT_TRUE(protege.alarms_of_sync().empty());
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line), (Texts{"after it", both[0], both[1]}));
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->stopped, Code{});
}

TEST_F(Lying, ALongerForkIsAForkToo) {
  quiet();
  MemoryRelay other = relay;
  mentor.add(pair_of_mentor, Kind::agenda_line, "here");
  mentor.sync();
  protege.transport.move_to(other);
  for (int i = 0; i < 3; ++i) {
    protege.add(pair_of_protege, Kind::agenda_line, "there");
    protege.sync();
  }
  mentor.transport.move_to(other);
  EXPECT_EQ(mentor.alarms_of_sync(), std::vector<Code>{Code::FORK});
  quiet();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), (Texts{"here", "there", "there", "there"}));
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line), (Texts{"here", "there", "there", "there"}));
}

TEST_F(Lying, AnEntryThatFollowsAnotherHistoryIsAFork) {
  quiet();
  MemoryRelay other = relay;
  mentor.add(pair_of_mentor, Kind::agenda_line, "shown to the mentor alone");
  mentor.sync();
  protege.transport.move_to(other);
  protege.add(pair_of_protege, Kind::agenda_line, "x");
  protege.sync();
  protege.add(pair_of_protege, Kind::agenda_line, "y");
  protege.sync();
  // The host carries the protege's entries over behind the mentor's and signs anything.
  auto& mine = log();
  for (std::size_t i = mine.entries.size() - 1; i < other.spaces.at(pair_id_of()).entries.size(); ++i) {
    const Bytes& entry = other.spaces.at(pair_id_of()).entries[i];
    mine.entries.push_back(entry);
    mine.heads.push_back(envelope::log_next(mine.heads.back(), envelope::entry_hash(entry)));
  }
  EXPECT_EQ(mentor.alarms_of_sync(), std::vector<Code>{Code::FORK});
}

// A membership entry of a kind that this version does not know, signed by `pair`.
Bytes of_a_newer_version(const client::SpaceRow& row, const verify::SignPair& pair) {
  Writer body;
  body.u8(5);
  body.raw(row.membership.last.view());
  envelope::EntryHeader header = row.next_header();
  header.author = pair.key;
  header.kind = envelope::EntryKind::membership;
  header.sequence = 0;
  header.void_from = 0;
  return envelope::make_entry(header, body.bytes(), pair);
}

TEST_F(Lying, WhatOnlyANewerVersionUnderstandsIsNoAlarmAndTheOtherSpacesGoOn) {
  quiet();
  const client::SpaceRow* row = mentor.replica->impl().space(pair_of_mentor);
  const Bytes entry = of_a_newer_version(*row, row->device);
  log().entries.push_back(entry);
  log().heads.push_back(envelope::log_next(log().heads.back(), envelope::entry_hash(entry)));
  protege.add(pair_of_protege, Kind::agenda_line, "waits");
  protege.add(client::kSelfSpace, Kind::note, "goes on");
  const client::SyncReport report = protege.sync();
  EXPECT_TRUE(report.alarms.empty());
  for (const client::SpaceResult& one : report.spaces) {
    const bool of_pair = one.space == pair_of_protege;
    EXPECT_EQ(one.code, of_pair ? Code::UPGRADE_NEEDED : Code{}) << one.space;
    EXPECT_EQ(one.waiting, of_pair ? 1U : 0U) << one.space;
  }
  EXPECT_EQ(report.pending, 1U);
}

TEST_F(Lying, AStrangerWhoWritesLikeANewerVersionIsAStranger) {
  quiet();
  const client::SpaceRow* row = mentor.replica->impl().space(pair_of_mentor);
  const Bytes entry = of_a_newer_version(*row, verify::make_sign_pair(random));
  relay.on_fetch = [&](const SpaceId& id, Page& page) {
    if (id != pair_id_of()) return;
    page.rows.push_back({page.head.head.position + 1, 0, entry});
    page.head = relay.sign(id, envelope::log_next(page.head.head, envelope::entry_hash(entry)));
  };
  EXPECT_EQ(protege.alarms_of_sync(), std::vector<Code>{Code::UNKNOWN_DEVICE});
}

TEST_F(Lying, ACopiedDeviceIsNoticed) {
  quiet();
  const auto copy = mentor.store.copy();
  mentor.add(pair_of_mentor, Kind::agenda_line, "by the first");
  mentor.sync();
  mentor.store.restore(copy);
  mentor.restart();
  mentor.add(pair_of_mentor, Kind::agenda_line, "by the copy");
  EXPECT_EQ(mentor.alarms_of_sync(), std::vector<Code>{Code::STORE_ROLLED_BACK});
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->stopped, Code::STORE_ROLLED_BACK);
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"by the copy"});
}

TEST_F(Lying, HonestSpacesBesideALieStillArrive) {
  three_lines();
  protege.add(client::kSelfSpace, Kind::note, "my own");
  lie([](Page& page) { page.rows[0].entry[300] ^= 1; });
  const auto report = protege.sync();
  EXPECT_EQ(report.alarms.size(), 1U);
  EXPECT_EQ(report.sent, 1U);
}

TEST_F(Lying, APageThatClaimsMoreThanItHasMovesNothing) {
  three_lines();
  relay.on_fetch = [this](const SpaceId& id, Page& page) {
    if (id == pair_id_of()) page.head = relay.sign(id, {page.head.head.position + 5, page.head.head.running});
  };
  static_cast<void>(protege.sync());
  EXPECT_LE(relay.calls, 200) << "a lie must not hold a device for ever";
  expect_all_arrive();
}

}  // namespace
}  // namespace kith::testing

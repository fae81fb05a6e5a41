// What leaves this device, and when.

#include "replica/replica_impl.h"
#include "rows/held.h"
#include "world.h"

namespace kith::testing {
namespace {

using client::kSelfSpace;
using model::Kind;

struct Outgoing : World {
  void SetUp() override {
    pair();
    quiet();
  }
  std::size_t log_size(Device& of, client::SpaceNumber number) {
    return relay.spaces.at(of.replica->space(number)->membership.space).entries.size();
  }
  // As the engine shares: the copy for the pair, the link for the sharer alone.
  RecordId share() {
    const RecordId note = mentor.add(kSelfSpace, Kind::note, "what was said");
    mentor.sync();
    const RecordId copy = mentor.add(pair_of_mentor, Kind::passage, "what was said");
    const auto link = mentor.replica->create_record(kSelfSpace, Kind::share_link, {{1, note}, {2, copy}});
    EXPECT_THAT(link, IsOk());
    return link.ok() ? *link : RecordId{};
  }
};

// Seen: both arrived at the relay in one sync, the copy in one log and the link in the other.
TEST_F(Outgoing, TheLinkOfASharedCopyLeavesApartFromIt) {
  const RecordId link = share();
  const std::size_t own = log_size(mentor, kSelfSpace);
  const std::size_t common = log_size(mentor, pair_of_mentor);
  mentor.sync();
  EXPECT_EQ(log_size(mentor, pair_of_mentor), common + 1);
  EXPECT_EQ(log_size(mentor, kSelfSpace), own);

  clock.advance(client::kHeldLeastMs - 1);
  mentor.sync();
  EXPECT_EQ(log_size(mentor, kSelfSpace), own);
  clock.advance(client::kHeldMostMs - client::kHeldLeastMs + 1);
  mentor.sync();
  EXPECT_EQ(log_size(mentor, kSelfSpace), own + 1);
  EXPECT_FALSE(mentor.replica->find(kSelfSpace, link, Kind::share_link)->value().unsent);
}

TEST_F(Outgoing, NobodyWaitsForWhatIsHeld) {
  const RecordId link = share();
  const client::SyncReport report = mentor.sync();
  EXPECT_EQ(report.pending, 0U);
  for (const client::SpaceResult& one : report.spaces) {
    EXPECT_EQ(one.code, Code{}) << one.detail;
    EXPECT_EQ(one.waiting, 0U);
  }
  EXPECT_EQ(mentor.replica->space(kSelfSpace)->unsent, 0U);
  EXPECT_TRUE(mentor.replica->find(kSelfSpace, link, Kind::share_link)->has_value()) << "it is there for its person";
}

TEST_F(Outgoing, WhatIsHeldHoldsNothingElse) {
  share();
  const std::size_t own = log_size(mentor, kSelfSpace);
  mentor.add(kSelfSpace, Kind::note, "of today");
  mentor.sync();
  EXPECT_EQ(log_size(mentor, kSelfSpace), own + 1);
}

TEST_F(Outgoing, WhatIsHeldOutlivesTheProcessAndAClockThatIsTurnedBack) {
  share();
  const std::size_t own = log_size(mentor, kSelfSpace);
  mentor.restart();
  mentor.sync();
  EXPECT_EQ(log_size(mentor, kSelfSpace), own);
  clock.set_wall(clock.wall_ms() - 24 * 60 * 60 * std::int64_t{1000});
  mentor.sync();
  EXPECT_EQ(log_size(mentor, kSelfSpace), own + 1) << "not held for a day";
}

// Delays are spread over the whole time, and each record has its own.
TEST_F(Outgoing, DelaysAreOfTheRecordAndWithinTheirBounds) {
  std::set<std::int64_t> found;
  for (int i = 0; i < 60; ++i) {
    client::UnsentRow row;
    row.key = {kSelfSpace, Kind::share_link, random.make<RecordId>(), 1, client::kOpen};
    row.change.time_ms = clock.wall_ms();
    std::int64_t delay = 0;
    while (client::is_held(row, clock.wall_ms() + delay)) delay += 1000;
    EXPECT_GE(delay, client::kHeldLeastMs);
    EXPECT_LE(delay, client::kHeldMostMs + 1000);
    found.insert(delay / 60'000);
    row.key.sequence = 9;
    EXPECT_FALSE(client::is_held(row, clock.wall_ms())) << "it is sealed already";
    row.key.sequence = client::kOpen;
    row.key.kind = Kind::note;
    EXPECT_FALSE(client::is_held(row, clock.wall_ms()));
  }
  EXPECT_GT(found.size(), 8U);
}

}  // namespace
}  // namespace kith::testing

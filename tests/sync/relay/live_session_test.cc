// What a live stream sends, in which order, and when it ends.

#include "kith/relay/live_session.h"

#include "relay_world.h"

namespace kith::testing {
namespace {

using relay::LiveSession;

struct LiveTest : RelayWorld {
  void SetUp() override {
    pair();
    auto opened = LiveSession::open(relay, {builder.space}, {guest_token});
    ASSERT_THAT(opened, IsOk());
    session = *std::move(opened);
  }
  void write(std::size_t size = 300) {
    ASSERT_EQ(verdict(founder_token, data(builder.founder, size)), Verdict::counted);
    session->grew(builder.space);
  }
  std::optional<relay::LiveEvent> next() {
    auto event = session->next();
    EXPECT_THAT(event, IsOk());
    return event.ok() ? *std::move(event) : std::nullopt;
  }
  std::unique_ptr<LiveSession> session;
};

TEST_F(LiveTest, BeginsWithTheHeadAsAHint) {
  const auto first = next();
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->page.rows.empty());
  EXPECT_EQ(first->page.head.head, head());
  EXPECT_FALSE(next());
}

// A thousand look-ups for one space would be somebody's way to keep the relay busy.
TEST_F(LiveTest, ASpaceStandsOnAStreamOnce) {
  const std::vector<SpaceId> twice{builder.space, builder.space};
  EXPECT_THAT(LiveSession::open(relay, twice, {founder_token, founder_token}), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(LiveTest, CarriesWhatIsNewAndSignsItsHead) {
  (void)next();
  write();
  const auto event = next();
  ASSERT_TRUE(event);
  ASSERT_EQ(event->page.rows.size(), 1U);
  EXPECT_EQ(event->page.rows[0].position, 3U);
  EXPECT_EQ(event->page.head.head, head());
  EXPECT_THAT(envelope::check_head(event->page.head, builder.space, relay.key()), IsOk());
  EXPECT_FALSE(next());
}

TEST_F(LiveTest, ASlowReaderGetsEverythingInOneEvent) {
  (void)next();
  for (int i = 0; i < 5; ++i) write();
  const auto event = next();
  ASSERT_TRUE(event);
  EXPECT_EQ(event->page.rows.size(), 5U);
  EXPECT_FALSE(next());
}

TEST_F(LiveTest, TooMuchToCarryIsAHint) {
  (void)next();
  for (int i = 0; i < 3; ++i) write(40 * 1024);
  const auto event = next();
  ASSERT_TRUE(event);
  EXPECT_TRUE(event->page.rows.empty());
  EXPECT_EQ(event->page.head.head, head());
  write();
  EXPECT_EQ(next()->page.rows.size(), 1U) << "and it goes on from there";
}

TEST_F(LiveTest, GrowthThatWasSentAlreadyIsNoEvent) {
  (void)next();
  write();
  (void)next();
  session->grew(builder.space);
  EXPECT_FALSE(next());
}

TEST_F(LiveTest, EndsForWhoLeft) {
  (void)next();
  ASSERT_EQ(verdict(guest_token, leave(builder.guest)), Verdict::counted);
  session->grew(builder.space);
  EXPECT_THAT(session->next(), Fails(Code::PERMISSION_DENIED));
}

TEST_F(LiveTest, EndsWithItsFirstToken) {
  const std::int64_t start = clock.monotonic_ms();
  EXPECT_EQ(session->until_ms(), start + 15 * 60'000);
}

TEST_F(LiveTest, BeatsWhereItIsWantedAndOnlyAfterSilence) {
  session->said(clock.monotonic_ms());
  clock.advance(3'600'000);
  EXPECT_EQ(session->heartbeat_ms(), 0);
  EXPECT_FALSE(session->is_heartbeat_due(clock.monotonic_ms())) << "not asked for";

  guest_token = token_of(builder.guest);
  session = *LiveSession::open(relay, {builder.space}, {guest_token}, true);
  const std::int64_t interval = session->heartbeat_ms();
  for (int i = 0; i < 3; ++i) {
    session->said(clock.monotonic_ms());
    clock.advance(interval - 1);
    EXPECT_FALSE(session->is_heartbeat_due(clock.monotonic_ms()));
    clock.advance(1);
    EXPECT_TRUE(session->is_heartbeat_due(clock.monotonic_ms()));
  }
}

TEST_F(LiveTest, StreamsBeatAtTimesOfTheirOwn) {
  std::set<std::int64_t> intervals;
  for (int i = 0; i < 50; ++i) intervals.insert(LiveSession::open(relay, {builder.space}, {guest_token}, true).value()->heartbeat_ms());
  EXPECT_GE(*intervals.begin(), 25'000);
  EXPECT_LE(*intervals.rbegin(), 30'000);
  EXPECT_GT(intervals.size(), 25U) << "drawn, not the same for all";
}

TEST_F(LiveTest, WantsAGoodTokenForEachSpace) {
  EXPECT_THAT(LiveSession::open(relay, {}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(LiveSession::open(relay, {builder.space}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(LiveSession::open(relay, {builder.space}, {Bytes(32, 1)}), Fails(Code::UNAUTHENTICATED));
  const std::vector<SpaceId> many(1025, builder.space);
  const std::vector<BytesView> tokens(1025, guest_token);
  EXPECT_THAT(LiveSession::open(relay, many, tokens), Fails(Code::TOO_LARGE));
}

}  // namespace
}  // namespace kith::testing

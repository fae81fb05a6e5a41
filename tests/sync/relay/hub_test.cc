// Fan-out, alone and with many threads at once (ThreadSanitizer watches this one).

#include "kith/relay/hub.h"

#include <atomic>
#include <thread>

#include "kith/relay/live_session.h"
#include "relay_world.h"

namespace kith::testing {
namespace {

struct Counting final : relay::Listener {
  void on_growth(const SpaceId&) override { ++grown; }
  void on_tick(std::int64_t) override { ++ticked; }
  void on_end() override { ++ended; }
  std::atomic<int> grown{0};
  std::atomic<int> ticked{0};
  std::atomic<int> ended{0};
};

TEST(HubTest, TellsTheListenersOfASpaceAndNobodyElse) {
  relay::Hub hub;
  const SpaceId one{{1}};
  const SpaceId two{{2}};
  Counting both;
  Counting second;
  hub.add(both, {one, two});
  hub.add(second, {two});
  hub.publish(one);
  hub.publish(two);
  hub.publish(SpaceId{{3}});
  hub.tick(0);
  EXPECT_EQ(both.grown, 2);
  EXPECT_EQ(second.grown, 1);
  EXPECT_EQ(second.ticked, 1);
  hub.end();
  EXPECT_EQ(both.ended, 1) << "once, however many spaces it hears of";
  EXPECT_EQ(second.ended, 1);
  EXPECT_EQ(hub.listeners(two), 2U);
  EXPECT_EQ(hub.streams(), 2U);
  hub.remove(both);
  hub.remove(both);
  hub.publish(one);
  hub.publish(two);
  EXPECT_EQ(both.grown, 2) << "not called after it was removed";
  EXPECT_EQ(second.grown, 2);
  EXPECT_EQ(hub.listeners(one), 0U);
  EXPECT_EQ(hub.listeners(two), 1U);
}

struct Waking final : relay::Listener {
  explicit Waking(relay::LiveSession& s) : session(s) {}
  void on_growth(const SpaceId& space) override { session.grew(space); }
  void on_tick(std::int64_t) override {}
  void on_end() override {}
  relay::LiveSession& session;
};

struct ManyThreads : RelayWorld {};

TEST_F(ManyThreads, TwoWritersAndTwoStreamsSeeOneOrderWithoutGaps) {
  pair();
  constexpr std::uint64_t kEach = 40;
  std::atomic<bool> done{false};
  std::atomic<std::uint64_t> seen[2] = {0, 0};
  const auto write = [&](const envelope::Device& device, const Bytes& token) {
    for (std::uint64_t i = 0; i < kEach;) {
      const Bytes entry = data(device);
      const auto reply = relay.append(token, builder.space, {entry});
      ASSERT_THAT(reply, IsOk());
      if (reply->results.front().verdict == Verdict::counted) ++i;
    }
  };
  const auto follow = [&](const Bytes& token, std::atomic<std::uint64_t>& last) {
    auto opened = relay::LiveSession::open(relay, {builder.space}, {token});
    ASSERT_THAT(opened, IsOk());
    Waking listener(**opened);
    hub.add(listener, (*opened)->spaces());
    last = 2;
    for (bool more = true; more;) {
      more = !done;
      for (;;) {
        auto event = (*opened)->next();
        ASSERT_THAT(event, IsOk());
        if (!*event) break;
        const auto& rows = (*event)->page.rows;
        if (!rows.empty()) {
          EXPECT_EQ(rows.front().position, last + 1);
        }
        last = (*event)->page.head.head.position;
      }
    }
    hub.remove(listener);
  };
  std::thread streams[] = {std::thread(follow, founder_token, std::ref(seen[0])),
                           std::thread(follow, guest_token, std::ref(seen[1]))};
  std::thread writers[] = {std::thread(write, std::cref(builder.founder), founder_token),
                           std::thread(write, std::cref(builder.guest), guest_token)};
  std::thread others([&] {
    while (!done) {
      (void)relay.sweep();
      (void)relay.mailbox_put(relay::Address{}, relay.challenge().view(), 0, as_bytes("x"), 1000);
      hub.tick(0);
    }
  });
  for (std::thread& writer : writers) writer.join();
  done = true;
  for (std::thread& stream : streams) stream.join();
  others.join();
  EXPECT_EQ(head().position, 2 + 2 * kEach);
  EXPECT_EQ(seen[0], head().position);
  EXPECT_EQ(seen[1], head().position);
  envelope::Head walked = envelope::log_start(builder.space);
  for (std::uint64_t i = 1; i <= head().position; ++i) {
    walked = envelope::log_next(walked, envelope::entry_hash(store.entry(builder.space, i).value()->entry));
  }
  EXPECT_EQ(walked, head());
}

}  // namespace
}  // namespace kith::testing

// A relay that stops: soon, with everything stored that it acknowledged, and with no last word to anybody.

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "raw_calls.h"
#include "space_builder.h"

namespace kith::testing {
namespace {

using std::chrono::milliseconds;

// Within a second on a machine that does nothing else; before the streams ended by themselves it was three and more.
constexpr auto kSoon = milliseconds(2'000);

class Stopping : public ::testing::Test {
 protected:
  static constexpr int kConnections = 12;
  static constexpr int kStreamsEach = 90;

  static std::unique_ptr<envelope::SpaceBuilder> space(Byte number) {
    return std::make_unique<envelope::SpaceBuilder>(envelope::SpaceKind::pair, number);
  }
  static Bytes founding(const envelope::SpaceBuilder& of) { return of.entry(of.founder, of.found_body()); }

  Bytes first_entry(const envelope::SpaceBuilder& of) const {
    const relay::SpaceState state = *relay.store.space(of.space).value();
    envelope::EntryHeader header = of.header(of.founder, state.membership.last);
    header.epoch = state.membership.epoch;
    header.sequence = 1;
    header.seen = {1, relay.store.entry(of.space, 1).value()->running};
    return envelope::make_entry(header, Bytes(100, 5), of.founder.sign);
  }

  milliseconds stop() {
    const auto begun = std::chrono::steady_clock::now();
    relay.stop();
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begun);
  }

  ServedRelay relay;
};

TEST_F(Stopping, RS28_IsOverSoonAlthoughAThousandStreamsAreOpen) {
  const auto builder = space(1);
  ASSERT_THAT(relay.connect()->create_space({}, founding(*builder), {}), IsOk());
  std::vector<std::unique_ptr<client::Transport>> connections;
  std::vector<std::unique_ptr<client::LiveStream>> streams;
  for (int i = 0; i < kConnections; ++i) {
    connections.push_back(relay.connect());
    ASSERT_THAT(connections.back()->relay_key(), IsOk());
    ASSERT_THAT(connections.back()->authenticate({{builder->space, &builder->founder.transport}}),
                IsOkAnd(std::vector<bool>{true}));
    for (int n = 0; n < kStreamsEach; ++n) streams.push_back(*connections.back()->live({builder->space}));
  }
  for (const auto& stream : streams) {
    const auto first = stream->next(10'000);
    ASSERT_THAT(first, IsOk());
    ASSERT_TRUE(*first);
  }
  ASSERT_EQ(relay.hub.streams(), streams.size());
  const milliseconds took = stop();
  RecordProperty("milliseconds", static_cast<int>(took.count()));
  std::printf("stopped with %zu streams in %lld ms\n", streams.size(), static_cast<long long>(took.count()));
  EXPECT_LT(took, kSoon);
  EXPECT_EQ(relay.hub.streams(), 0U);
  for (const auto& stream : streams) EXPECT_THAT(stream->next(10'000), Fails(Code::OFFLINE));
}

// What goes over the wire, whatever a client makes of it.
TEST_F(Stopping, RS28_AStreamEndsWithUnavailableAndNotByBeingCut) {
  const auto builder = space(1);
  ASSERT_THAT(relay.connect()->create_space({}, founding(*builder), {}), IsOk());
  const auto stub = raw_stub(relay);
  wire::LiveRequest request;
  request.add_spaces(std::string(as_text(builder->space.view())));
  request.add_tokens(raw_token(*stub, relay.key(), builder->space, builder->founder.transport));
  ::grpc::ClientContext context;
  const auto stream = stub->Live(&context, request);
  wire::LiveEvent event;
  ASSERT_TRUE(stream->Read(&event));
  stop();
  EXPECT_FALSE(stream->Read(&event));
  const ::grpc::Status end = stream->Finish();
  EXPECT_EQ(end.error_code(), ::grpc::StatusCode::UNAVAILABLE);
  EXPECT_NE(end.error_message().find("the relay stops"), std::string::npos) << end.error_message();
}

// Of each space one call has begun and waits for the disk; the others of that space wait for their turn.
TEST_F(Stopping, RS28_WhatIsAcknowledgedIsStoredAndTheRestIsToldToComeAgain) {
  constexpr int kSpaces = 4;
  constexpr int kCallsEach = 3;
  std::vector<std::unique_ptr<envelope::SpaceBuilder>> spaces;
  for (Byte number = 1; number <= kSpaces; ++number) {
    spaces.push_back(space(number));
    ASSERT_THAT(relay.connect()->create_space({}, founding(*spaces.back()), {}), IsOk());
  }
  std::atomic<int> begun{0};
  std::atomic<bool> open{false};
  relay.store.before_commit = [&] {
    ++begun;
    while (!open) std::this_thread::sleep_for(milliseconds(1));
  };
  std::vector<Code> ends(kSpaces * kCallsEach);
  std::vector<std::thread> callers;
  for (int i = 0; i < kSpaces * kCallsEach; ++i) {
    callers.emplace_back([&, i] {
      const envelope::SpaceBuilder& of = *spaces[i / kCallsEach];
      const auto connection = relay.connect();
      ASSERT_THAT(connection->relay_key(), IsOk());
      ASSERT_THAT(connection->authenticate({{of.space, &of.founder.transport}}), IsOk());
      const auto done = connection->append(of.space, {first_entry(of)});
      ends[i] = done ? Code{} : done.error().code;
    });
  }
  for (int i = 0; i < 10'000 && begun < 1; ++i) std::this_thread::sleep_for(milliseconds(1));
  EXPECT_EQ(begun, 1) << "one group is written at a time";
  std::this_thread::sleep_for(milliseconds(500));  // the others have come by now
  std::thread disk([&] {
    std::this_thread::sleep_for(milliseconds(100));
    open = true;
  });
  EXPECT_LT(stop(), kSoon);
  disk.join();
  for (std::thread& caller : callers) caller.join();
  for (int i = 0; i < kSpaces; ++i) {
    EXPECT_EQ(relay.store.space(spaces[i]->space).value()->head.position, 2U) << i;
    const auto first = ends.begin() + i * kCallsEach;
    EXPECT_EQ(std::count(first, first + kCallsEach, Code{}), 1) << "what had begun, and nothing else";
    EXPECT_EQ(std::count(first, first + kCallsEach, Code::OFFLINE), kCallsEach - 1);
  }
}

}  // namespace
}  // namespace kith::testing

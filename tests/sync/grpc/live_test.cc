// The live stream over real gRPC: what arrives, how it ends, and what becomes of it when something between cuts it or
// falls silent.

#include <grpcpp/grpcpp.h>

#include <thread>

#include "kith/relay/v1/relay.grpc.pb.h"
#include "line_proxy.h"
#include "paired_devices.h"
#include "space_builder.h"

namespace kith::testing {
namespace {

namespace wire = kith::relay::v1;

struct LiveGrpcTest : GrpcTest {
  using GrpcTest::GrpcTest;
  void SetUp() override { pair(); }
  std::unique_ptr<client::LiveStream> open(ConnectedDevice& device) {
    auto live = client::SyncClient(*device.replica, *device.transport).live();
    EXPECT_THAT(live, IsOk());
    return *std::move(live);
  }
  // Takes events until something came, or nothing for ten seconds.
  std::uint64_t received(ConnectedDevice& device, client::LiveStream& live) {
    for (;;) {
      auto event = live.next(10'000);
      EXPECT_THAT(event, IsOk());
      if (!event || !*event) return 0;
      const auto report = client::SyncClient(*device.replica, *device.transport).apply(**event);
      EXPECT_THAT(report, IsOk());
      if (!report) return 0;
      if (report->received > 0) return report->received;
    }
  }
};

TEST_F(LiveGrpcTest, APartnersWordsArriveByThemselves) {
  auto live = open(protege);
  for (int i = 1; i <= 5; ++i) {
    add(mentor, hers, "line " + std::to_string(i));
    ASSERT_THAT(mentor.sync(), IsOk());
    EXPECT_EQ(received(protege, *live), 1U);
    EXPECT_EQ(lines(protege, his), static_cast<std::size_t>(i));
  }
}

TEST_F(LiveGrpcTest, WhatCameBeforeTheStreamWasOpenIsHintedAt) {
  add(mentor, hers, "before");
  ASSERT_THAT(mentor.sync(), IsOk());
  auto live = open(protege);
  EXPECT_EQ(received(protege, *live), 1U);
}

TEST_F(LiveGrpcTest, WaitsNoLongerThanItWasAskedTo) {
  auto live = open(protege);
  while (live->next(300).value()) {
  }
  SUCCEED();
}

TEST_F(LiveGrpcTest, CancellingEndsAWaitFromAnotherThread) {
  auto live = open(protege);
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    live->cancel();
  });
  Result<std::optional<client::LiveEvent>> last = std::optional<client::LiveEvent>();
  do {
    last = live->next(10'000);
  } while (last && *last);
  other.join();
  EXPECT_THAT(last, Fails(Code::CANCELLED));
  EXPECT_THAT(live->next(10), Fails(Code::CANCELLED)) << "and it stays so";
}

TEST_F(LiveGrpcTest, EndsWithTheRelay) {
  auto live = open(protege);
  while (live->next(300).value()) {
  }
  relay.stop();
  EXPECT_THAT(live->next(10'000), Fails(Code::OFFLINE));
}

TEST_F(LiveGrpcTest, TheRelayForgetsAStreamThatWasDropped) {
  const SpaceId space = protege.replica->space(his)->membership.space;
  auto live = open(protege);
  while (live->next(300).value()) {
  }
  EXPECT_EQ(relay.hub.listeners(space), 1U);
  live.reset();
  for (int i = 0; i < 200 && relay.hub.streams() > 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(relay.hub.streams(), 0U);
}

// ---- how it ends ----

TEST_F(LiveGrpcTest, TheEndOfItsProofIsNoFailureOfTheNetwork) {
  auto live = open(protege);
  while (live->next(100).value()) {  // a write under way would count as one that takes too long
  }
  relay.hub.tick(system_clock().monotonic_ms() + 16 * 60'000);
  EXPECT_THAT(live->next(10'000), Fails(Code::UNAUTHENTICATED));
}

// Between the protege and the relay stands a proxy.
struct ProxiedTest : LiveGrpcTest {
  explicit ProxiedTest(relay::RelayOptions options = ServedRelay::open_to_all()) : LiveGrpcTest(std::move(options)) {}
  void SetUp() override {
    LiveGrpcTest::SetUp();
    ASSERT_TRUE(proxy.ok());
    connect();
  }
  void connect() {
    grpc::GrpcOptions options;
    options.address = proxy.address();
    options.ca_pem = relay.ca();
    options.first_word_ms = first_word_ms;
    protege.transport = *grpc::make_grpc_transport(options);
  }
  // Opens a stream and takes what it has to say first.
  std::unique_ptr<client::LiveStream> open_and_read() {
    auto live = open(protege);
    EXPECT_THAT(live->next(10'000), IsOk());
    return live;
  }
  // Until it ends.
  static Code end_of(client::LiveStream& live) {
    for (;;) {
      const auto event = live.next(10'000);
      if (!event) return event.error().code;
      if (!*event) return Code{};
    }
  }
  // As a device goes on after a cut: a new connection, a sync, a stream, a sync.
  std::unique_ptr<client::LiveStream> begin_again() {
    connect();
    EXPECT_THAT(protege.sync(), IsOk());
    auto live = open(protege);
    EXPECT_THAT(protege.sync(), IsOk());
    return live;
  }
  std::int64_t first_word_ms = 15'000;
  LineProxy proxy{relay.address()};
};

TEST_F(ProxiedTest, AnIdleStreamThatIsCutIsOfflineAndNothingIsMissedMeanwhile) {
  auto live = open_and_read();
  proxy.cut();
  add(mentor, hers, "said while he was cut off");
  ASSERT_THAT(mentor.sync(), IsOk());
  EXPECT_EQ(end_of(*live), Code::OFFLINE);
  EXPECT_THAT(live->next(0), Fails(Code::OFFLINE)) << "and it stays so";
  live = begin_again();
  EXPECT_EQ(lines(protege, his), 1U);
  add(mentor, hers, "and afterwards");
  ASSERT_THAT(mentor.sync(), IsOk());
  EXPECT_EQ(received(protege, *live), 1U);
  EXPECT_EQ(lines(protege, his), 2U);
}

TEST_F(ProxiedTest, AnEventThatIsCutInTheMiddleIsOfflineAndItsEntriesComeOnce) {
  auto live = open_and_read();
  while (live->next(100).value()) {
  }
  proxy.cut_after(5'000);
  add(mentor, hers, std::string(40'000, 'x'));
  ASSERT_THAT(mentor.sync(), IsOk());
  EXPECT_EQ(end_of(*live), Code::OFFLINE);
  EXPECT_EQ(lines(protege, his), 0U);
  live = begin_again();
  EXPECT_EQ(lines(protege, his), 1U);
}

// Somewhere in the answers to a sync, that to his append among them: the relay took it, and he does not know.
TEST_F(ProxiedTest, AnAnswerThatIsCutInTheMiddleIsOfflineAndWhatTheRelayTookIsNotSentTwice) {
  ASSERT_THAT(protege.sync(), IsOk());
  constexpr std::size_t kRounds = 12;
  std::size_t cut = 0;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < kRounds; ++i) {
    add(protege, his, "line " + std::to_string(i));
    proxy.cut_after(static_cast<std::int64_t>(20 + i * 60));
    const auto broken = protege.sync();
    proxy.cut_after(LineProxy::kAll);
    if (!broken) {
      ++cut;
      EXPECT_THAT(broken, Fails(Code::OFFLINE));
    }
    ASSERT_THAT(mentor.sync(), IsOk());
    if (!broken && lines(mentor, hers) == i + 1) ++taken;
    connect();
    const auto again = protege.sync();
    ASSERT_THAT(again, IsOk());
    EXPECT_EQ(again->pending, 0U);
    EXPECT_TRUE(again->alarms.empty());
  }
  ASSERT_THAT(mentor.sync(), IsOk());
  EXPECT_EQ(lines(mentor, hers), kRounds);
  EXPECT_GT(cut, 0U);
  EXPECT_GT(taken, 0U) << "one answer to an append was cut";
}

relay::RelayOptions beating_fast() {
  relay::RelayOptions out = ServedRelay::open_to_all();
  out.limits.heartbeat_ms = 40;
  return out;
}
struct SilentTest : ProxiedTest {
  SilentTest() : ProxiedTest(beating_fast()) {}
};

TEST_F(SilentTest, AStreamThatIsKeptOpenAndSaysNothingIsDead) {
  auto live = open_and_read();
  proxy.swallow();
  EXPECT_EQ(end_of(*live), Code::OFFLINE);
  EXPECT_EQ(proxy.connections(), 1U) << "nobody had cut it";
}

struct NeverOpenTest : ProxiedTest {
  NeverOpenTest() { first_word_ms = 50; }
};

TEST_F(NeverOpenTest, AStreamWithoutAFirstWordIsDead) {
  ASSERT_THAT(protege.sync(), IsOk());
  proxy.swallow();
  auto live = open(protege);
  EXPECT_EQ(end_of(*live), Code::OFFLINE);
}

// ---- heartbeats as they are on the wire ----

struct HeartbeatTest : ::testing::Test {
  void SetUp() override {
    ASSERT_THAT(relay.connect()->create_space({}, founding, {}), IsOk());
    ::grpc::SslCredentialsOptions tls;
    tls.pem_root_certs = relay.ca();
    stub = wire::Relay::NewStub(::grpc::CreateChannel("dns:///" + relay.address(), ::grpc::SslCredentials(tls)));
  }
  std::string token() {
    ::grpc::ClientContext first;
    wire::ChallengeReply asked;
    EXPECT_TRUE(stub->Challenge(&first, wire::ChallengeRequest(), &asked).ok());
    const auto challenge = *envelope::Challenge::from(as_bytes(asked.challenge()));
    const auto& pair = builder.founder.transport;
    wire::AuthenticateRequest request;
    request.set_challenge(asked.challenge());
    wire::Proof* proof = request.add_proofs();
    proof->set_space(std::string(as_text(builder.space.view())));
    proof->set_device(std::string(as_text(pair.key.view())));
    const auto answer = envelope::answer_challenge(pair, relay.key(), builder.space, challenge);
    proof->set_signature(std::string(as_text(answer.view())));
    ::grpc::ClientContext second;
    wire::AuthenticateReply reply;
    EXPECT_TRUE(stub->Authenticate(&second, request, &reply).ok());
    return reply.tokens_size() == 1 ? reply.tokens(0) : std::string();
  }
  std::unique_ptr<::grpc::ClientReader<wire::LiveEvent>> open(bool heartbeats) {
    wire::LiveRequest request;
    request.add_tokens(token());
    request.add_spaces(std::string(as_text(builder.space.view())));
    request.set_heartbeats(heartbeats);
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));  // of a test that fails
    return stub->Live(&context, request);
  }
  void let_pass(std::int64_t ms) { relay.hub.tick(system_clock().monotonic_ms() + ms); }

  ServedRelay relay;
  envelope::SpaceBuilder builder;
  Bytes founding = builder.entry(builder.founder, builder.found_body());
  std::unique_ptr<wire::Relay::Stub> stub;
  ::grpc::ClientContext context;
};

TEST_F(HeartbeatTest, ASilentStreamBeatsAndSaysHowOften) {
  auto stream = open(true);
  wire::LiveEvent event;
  ASSERT_TRUE(stream->Read(&event));
  EXPECT_TRUE(event.has_page());
  const std::uint32_t interval = event.heartbeat_ms();
  EXPECT_GE(interval, 25'000U);
  EXPECT_LE(interval, 30'000U);
  for (int i = 0; i < 2; ++i) {
    let_pass(interval + 1'000);
    ASSERT_TRUE(stream->Read(&event));
    EXPECT_EQ(event.heartbeat_ms(), interval);
    EXPECT_TRUE(event.space().empty());
    EXPECT_FALSE(event.has_page());
  }
  context.TryCancel();
}

TEST_F(HeartbeatTest, WhoDidNotAskGetsNone) {
  auto stream = open(false);
  wire::LiveEvent event;
  ASSERT_TRUE(stream->Read(&event));
  EXPECT_EQ(event.heartbeat_ms(), 0U);
  for (int i = 0; i < 20; ++i) {
    let_pass(31'000);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));  // so that one could go out
  }
  let_pass(16 * 60'000);
  EXPECT_FALSE(stream->Read(&event)) << "nothing came before the end of its proof";
}

// What the device makes of one: nothing.
TEST_F(LiveGrpcTest, AHeartbeatIsNoEvent) {
  auto live = open(protege);
  while (live->next(100).value()) {
  }
  relay.hub.tick(system_clock().monotonic_ms() + 31'000);
  add(mentor, hers, "after the heartbeat");
  ASSERT_THAT(mentor.sync(), IsOk());
  EXPECT_EQ(received(protege, *live), 1U);
}

}  // namespace
}  // namespace kith::testing

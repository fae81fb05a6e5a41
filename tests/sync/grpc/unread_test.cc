// Callers who ask and do not read: what they keep in the relay's memory has a bound, and costs others nothing.

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <fstream>
#include <thread>

#include "raw_calls.h"
#include "space_builder.h"

namespace kith::testing {
namespace {

using std::chrono::milliseconds;

constexpr std::uint64_t kBound = 96ULL << 20U;
constexpr std::size_t kEntries = 20;
constexpr std::size_t kEntryBytes = 250 * 1024;

double resident_mb() {
  std::ifstream from("/proc/self/statm");
  double all = 0;
  double resident = 0;
  from >> all >> resident;
  return resident * 4096 / 1048576;
}

// 5 MB of entries that nobody signed: no relay looks at them once they are stored.
void fill(MemoryLogStore& store, const envelope::SpaceBuilder& of) {
  relay::Change change;
  change.after = *store.space(of.space).value();
  change.before = change.after.head;
  for (std::size_t i = 0; i < kEntries; ++i) {
    change.after.head = envelope::log_next(change.after.head, Hash{});
    change.entries.push_back({of.founder.sign.key, 1, Hash{},
                              {change.after.head.position, 1, change.after.head.running, Bytes(kEntryBytes, 7)}});
  }
  ASSERT_THAT(store.commit(change), IsOk());
}

// Calls that were sent and whose answers nobody asks for: gRPC takes no more of them than its window.
class Unread {
 public:
  Unread(const std::string& address, const std::string& ca_pem, int number) {
    ::grpc::SslCredentialsOptions tls;
    tls.pem_root_certs = ca_pem;
    ::grpc::ChannelArguments apart;
    apart.SetInt("number", number);  // else they share one connection
    apart.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
    channel_ = ::grpc::CreateCustomChannel(address, ::grpc::SslCredentials(tls), apart);
    stub_ = std::make_unique<::grpc::GenericStub>(channel_);
  }
  ~Unread() {
    for (const auto& call : calls_) call->context.TryCancel();
    queue_.Shutdown();
    void* tag = nullptr;
    bool ok = false;
    while (queue_.Next(&tag, &ok)) {
    }
  }
  Unread(const Unread&) = delete;
  Unread& operator=(const Unread&) = delete;

  void ask(const wire::FetchRequest& request) {
    calls_.push_back(std::make_unique<Call>());
    Call& call = *calls_.back();
    call.stream = stub_->PrepareCall(&call.context, "/kith.relay.v1.Relay/Fetch", &queue_);
    call.stream->StartCall(&call);
    wait();
    ::grpc::Slice bytes(request.SerializeAsString());
    call.stream->Write(::grpc::ByteBuffer(&bytes, 1), ::grpc::WriteOptions().set_last_message(), &call);
    wait();
  }

 private:
  struct Call {
    ::grpc::ClientContext context;
    std::unique_ptr<::grpc::GenericClientAsyncReaderWriter> stream;
  };
  void wait() {
    void* tag = nullptr;
    bool ok = false;
    (void)queue_.Next(&tag, &ok);
  }

  std::shared_ptr<::grpc::Channel> channel_;
  std::unique_ptr<::grpc::GenericStub> stub_;
  std::vector<std::unique_ptr<Call>> calls_;
  ::grpc::CompletionQueue queue_;
};

struct UnreadTest : ::testing::Test {
  void SetUp() override {
    auto transport = relay.connect();
    ASSERT_THAT(transport->create_space({}, builder.entry(builder.founder, builder.found_body()), {}), IsOk());
    fill(relay.store, builder);
    request.set_space(std::string(as_text(builder.space.view())));
    request.set_token(token(builder.space, builder.founder.transport));
  }

  std::string token(const SpaceId& space, const verify::SignPair& device) {
    return raw_token(*raw_stub(relay), relay.key(), space, device);
  }

  // Until nothing changes any more.
  std::uint64_t settled() {
    std::uint64_t before = ~0ULL;
    for (int same = 0; same < 10;) {
      std::this_thread::sleep_for(milliseconds(20));
      const std::uint64_t now = relay.server().bytes_in_flight();
      same = now == before ? same + 1 : 0;
      before = now;
      EXPECT_LE(now, kBound);
    }
    return before;
  }
  bool empty_soon() {
    for (int i = 0; i < 1'000; ++i) {
      if (relay.server().bytes_in_flight() == 0) return true;
      std::this_thread::sleep_for(milliseconds(10));
    }
    return false;
  }

  ServedRelay relay;
  envelope::SpaceBuilder builder;
  wire::FetchRequest request;
};

// Without the bound the relay had 8.0 GB.
TEST_F(UnreadTest, AThousandPagesThatNobodyReadsAreAFewMegabytesAndCostOthersNothing) {
  const double before = resident_mb();
  {
    std::vector<std::unique_ptr<Unread>> connections;
    for (int number = 0; number < 10; ++number) {
      connections.push_back(std::make_unique<Unread>(relay.address(), relay.ca(), number));
      for (int i = 0; i < 100; ++i) connections.back()->ask(request);
    }
    const std::uint64_t used = settled();
    EXPECT_GT(used, 4U << 20U) << "answers do wait to be read";
    EXPECT_LE(used, kBound / 8 + (1U << 20U)) << "one member has an eighth";
    const double grown = resident_mb() - before;
    std::printf("1,000 unread pages of 4 MiB: %.0f MiB more, %.1f MiB counted\n", grown, static_cast<double>(used) / 1048576);
    // A sanitizer keeps what was freed; without one it is some 90, 64 of them the windows of the clients here.
    EXPECT_LT(grown, 512);
    // Another member of the same relay founds, writes and reads meanwhile.
    envelope::SpaceBuilder other(envelope::SpaceKind::pair, 7);
    const auto transport = relay.connect();
    ASSERT_THAT(transport->create_space({}, other.entry(other.founder, other.found_body()), {}), IsOk());
    ASSERT_THAT(transport->authenticate({{other.space, &other.founder.transport}}), IsOkAnd(std::vector<bool>{true}));
    const auto page = transport->fetch(other.space, 0);
    ASSERT_THAT(page, IsOk());
    EXPECT_EQ(page->rows.size(), 1U);
  }
  EXPECT_TRUE(empty_soon()) << relay.server().bytes_in_flight();
  const auto transport = relay.connect();
  ASSERT_THAT(transport->authenticate({{builder.space, &builder.founder.transport}}), IsOk());
  const auto page = transport->fetch(builder.space, 0);
  ASSERT_THAT(page, IsOk());
  EXPECT_GT(page->rows.size(), 10U) << "whole pages again";
}

TEST_F(UnreadTest, WhereThereIsLittleRoomPagesAreShorterAndAllOfThemCome) {
  relay.server().set_in_flight_bytes(4U << 20U);
  const auto transport = relay.connect();
  ASSERT_THAT(transport->authenticate({{builder.space, &builder.founder.transport}}), IsOk());
  std::uint64_t position = 0;
  std::size_t pages = 0;
  while (position < kEntries + 1) {
    const auto page = transport->fetch(builder.space, position);
    ASSERT_THAT(page, IsOk());
    ASSERT_FALSE(page->rows.empty());
    EXPECT_LE(page->rows.size(), 3U) << "half a mebibyte, and the founding entry";
    position = page->rows.back().position;
    ++pages;
  }
  EXPECT_GE(pages, 10U);
}

TEST_F(UnreadTest, WithoutRoomACallIsToldSoAndNothingIsDone) {
  relay.server().set_in_flight_bytes(32U << 10U);
  const auto transport = relay.connect();
  EXPECT_THAT(transport->authenticate({{builder.space, &builder.founder.transport}}), Fails(Code::RATE_LIMITED));
}

// Of a space with one write at the disk: the next one's caller goes before its turn comes.
TEST_F(UnreadTest, WhatIsCancelledBeforeItsTurnIsNotDone) {
  const envelope::SpaceBuilder of(envelope::SpaceKind::pair, 8);
  const auto transport = relay.connect(300);
  const auto founded = transport->create_space({}, of.entry(of.founder, of.found_body()), {});
  ASSERT_THAT(founded, IsOk());
  ASSERT_THAT(transport->authenticate({{of.space, &of.founder.transport}}), IsOk());
  std::atomic<bool> open{false};
  relay.store.before_commit = [&] {
    while (!open) std::this_thread::sleep_for(milliseconds(1));
  };
  envelope::EntryHeader header = of.header(of.founder, relay.store.space(of.space).value()->membership.last);
  header.epoch = 1;
  header.sequence = 1;
  header.seen = founded->head.head;
  const Bytes first = envelope::make_entry(header, Bytes(100, 5), of.founder.sign);
  header.sequence = 2;
  header.previous = envelope::entry_hash(first);
  const Bytes second = envelope::make_entry(header, Bytes(100, 5), of.founder.sign);
  EXPECT_THAT(transport->append(of.space, {first}), Fails(Code::TIMEOUT)) << "judged, and waits for the disk";
  EXPECT_THAT(transport->append(of.space, {second}), Fails(Code::TIMEOUT)) << "waits for its turn";
  std::this_thread::sleep_for(milliseconds(500));  // that its caller has gone is known to the relay by now
  open = true;
  ASSERT_TRUE(empty_soon());
  const auto stored = [&](std::uint64_t sequence) {
    return relay.store.position_of(of.space, of.founder.sign.key.view(), sequence).value().has_value();
  };
  EXPECT_TRUE(stored(1)) << "what has begun comes to its end";
  EXPECT_FALSE(stored(2));
}

// Whoever has no good token is told so at once, and takes no place in the lane of a space that he names.
TEST_F(UnreadTest, AStrangerTakesNoPlaceInTheLaneOfASpace) {
  const envelope::SpaceBuilder of(envelope::SpaceKind::pair, 8);
  const auto transport = relay.connect();
  const auto founded = transport->create_space({}, of.entry(of.founder, of.found_body()), {});
  ASSERT_THAT(founded, IsOk());
  ASSERT_THAT(transport->authenticate({{of.space, &of.founder.transport}}), IsOk());
  std::atomic<bool> begun{false};
  std::atomic<bool> open{false};
  relay.store.before_commit = [&] {
    begun = true;
    while (!open) std::this_thread::sleep_for(milliseconds(1));
  };
  envelope::EntryHeader header = of.header(of.founder, relay.store.space(of.space).value()->membership.last);
  header.epoch = 1;
  header.sequence = 1;
  header.seen = founded->head.head;
  std::thread member([&] {
    EXPECT_THAT(transport->append(of.space, {envelope::make_entry(header, Bytes(100, 5), of.founder.sign)}), IsOk());
  });
  while (!begun) std::this_thread::sleep_for(milliseconds(1));
  const auto stub = raw_stub(relay);
  wire::AppendRequest wrong;
  wrong.set_space(std::string(as_text(of.space.view())));
  wrong.set_token(std::string(32, 'x'));
  wrong.add_entries("x");
  ::grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
  wire::AppendReply reply;
  EXPECT_EQ(stub->Append(&context, wrong, &reply).error_code(), ::grpc::StatusCode::UNAUTHENTICATED)
      << "while the space's lane stands still";
  open = true;
  member.join();
}

// Sixty members ask and do not read; another one's page comes all the same.
TEST_F(UnreadTest, WhereNothingIsLeftWhoHoldsMostGivesUpTheAnswerThatWaitedLongest) {
  relay.server().set_in_flight_bytes(24U << 20U);
  std::vector<std::unique_ptr<Unread>> connections;
  for (Byte number = 1; number <= 60; ++number) {
    const envelope::SpaceBuilder own(envelope::SpaceKind::pair, number);
    ASSERT_THAT(relay.connect()->create_space({}, own.entry(own.founder, own.found_body()), {}), IsOk());
    fill(relay.store, own);
    wire::FetchRequest asked;
    asked.set_space(std::string(as_text(own.space.view())));
    asked.set_token(token(own.space, own.founder.transport));
    connections.push_back(std::make_unique<Unread>(relay.address(), relay.ca(), number));
    for (int i = 0; i < 3; ++i) connections.back()->ask(asked);
  }
  // All that there is, and more: the next one finds nothing.
  const std::uint64_t used = settled();
  relay.server().set_in_flight_bytes(used / 2);
  const auto transport = relay.connect();
  EXPECT_THAT(transport->authenticate({{builder.space, &builder.founder.transport}}), Fails(Code::RATE_LIMITED));
  bool came = false;
  for (int i = 0; i < 200 && !came; ++i) {
    const bool in = transport->authenticate({{builder.space, &builder.founder.transport}}).ok();
    came = in && transport->fetch(builder.space, 0).ok();
    if (!came) std::this_thread::sleep_for(milliseconds(100));
  }
  EXPECT_TRUE(came);
}

// An answer that nobody takes for a minute is given up.
TEST(UnreadAnswerTest, EndsAfterAMinute) {
  FakeClock clock;
  SeededRandom random(3);
  MemoryLogStore store;
  relay::Hub hub;
  relay::Relay rules(store, hub, clock, random, verify::make_sign_pair(random), ServedRelay::open_to_all());
  const auto certificate = *relay::make_development_certificate("");
  auto started = relay::Server::start(rules, hub, clock, {"127.0.0.1:0", certificate.certificate_pem, certificate.key_pem},
                                      [](const Error&) {});
  ASSERT_THAT(started, IsOk());
  relay::Server& server = **started;
  envelope::SpaceBuilder builder;
  ASSERT_THAT(rules.create_space({}, builder.entry(builder.founder, builder.found_body())), IsOk());
  fill(store, builder);
  const auto challenge = rules.challenge();
  const auto tokens = rules.authenticate(
      challenge, {{builder.space, builder.founder.transport.key,
                   envelope::answer_challenge(builder.founder.transport, rules.key(), builder.space, challenge)}});
  ASSERT_THAT(tokens, IsOk());
  wire::FetchRequest request;
  request.set_space(std::string(as_text(builder.space.view())));
  request.set_token(std::string(as_text(tokens->front())));
  Unread unread(server.address(), certificate.ca_pem, 1);
  unread.ask(request);
  for (int i = 0; i < 1'000 && server.bytes_in_flight() < (3U << 20U); ++i) std::this_thread::sleep_for(milliseconds(10));
  ASSERT_GT(server.bytes_in_flight(), 3U << 20U);
  clock.advance(59'000);
  std::this_thread::sleep_for(milliseconds(1'500));
  EXPECT_GT(server.bytes_in_flight(), 0U) << "a slow reader has its time";
  // Its minute begins when the answer is made, which may have been only just now.
  for (int i = 0; i < 20 && server.bytes_in_flight() > 0; ++i) {
    clock.advance(5'000);
    for (int n = 0; n < 150 && server.bytes_in_flight() > 0; ++n) std::this_thread::sleep_for(milliseconds(10));
  }
  EXPECT_EQ(server.bytes_in_flight(), 0U);
}

}  // namespace
}  // namespace kith::testing

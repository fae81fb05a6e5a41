// The control socket: for the relay's owner, and nowhere on the public port.

#include "control/control_server.h"

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>

#include "kith/relay/control/v1/control.grpc.pb.h"
#include "kith/testing/temporary_folder.h"
#include "served_relay.h"

namespace kith::testing {
namespace {

namespace ctl = ::kith::relay::control::v1;

struct ControlTest : ::testing::Test {
  void SetUp() override {
    auto started = relay::ControlServer::start(relay, clock, folder.path(),
                                               {"1.2.3", "localhost:7443", [this] { return takes_everything.load(); }});
    ASSERT_THAT(started, IsOk());
    server = *std::move(started);
    stub = ctl::Control::NewStub(::grpc::CreateChannel(relay::control_target(folder.path()).value(),
                                                       ::grpc::InsecureChannelCredentials()));
  }
  ::grpc::Status make(const std::string& name, std::uint64_t uses, std::string* token) {
    ::grpc::ClientContext context;
    ctl::MakeTokenRequest request;
    request.set_name(name);
    request.set_uses(uses);
    ctl::MakeTokenReply reply;
    const ::grpc::Status done = stub->MakeToken(&context, request, &reply);
    if (token != nullptr) *token = reply.token();
    return done;
  }
  ctl::StatusReply status() {
    ::grpc::ClientContext context;
    ctl::StatusReply reply;
    EXPECT_TRUE(stub->Status(&context, {}, &reply).ok());
    return reply;
  }

  TemporaryFolder folder;
  FakeClock clock;
  SeededRandom random{5};
  MemoryLogStore store;
  std::atomic<bool> takes_everything{true};
  relay::Hub hub;
  relay::Relay relay{store, hub, clock, random, verify::make_sign_pair(random), relay::RelayOptions{}};
  std::unique_ptr<relay::ControlServer> server;
  std::unique_ptr<ctl::Control::Stub> stub;
};

TEST_F(ControlTest, TheSocketIsItsOwnersAlone) {
  struct stat seen{};
  ASSERT_EQ(::stat((folder.path() / relay::kControlSocket).c_str(), &seen), 0);
  EXPECT_TRUE(S_ISSOCK(seen.st_mode));
  EXPECT_EQ(seen.st_mode & 0777U, 0600U);
}

TEST_F(ControlTest, TokensAreMadeAndCounted) {
  std::string token;
  ASSERT_TRUE(make("office", 1, &token).ok());
  EXPECT_EQ(status().tokens(), 1U);
  EXPECT_EQ(relay.admissions().value().at(0).uses_left, 1U);
  ASSERT_THAT(relay.revoke_admission("office"), IsOk());
  EXPECT_EQ(status().tokens(), 0U) << "those that let nobody in are not counted";
  EXPECT_EQ(token.size(), 48U);
}

TEST_F(ControlTest, ErrorsComeByName) {
  const ::grpc::Status wrong = make("two words", 0, nullptr);
  EXPECT_EQ(wrong.error_code(), ::grpc::StatusCode::INVALID_ARGUMENT);
  ASSERT_TRUE(make("office", 0, nullptr).ok());
  const ::grpc::Status twice = make("office", 0, nullptr);
  EXPECT_EQ(twice.error_code(), ::grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(twice.error_message().find("ALREADY_EXISTS: "), 0U) << twice.error_message();
  store.fail_with(Code::STORE_IO);
  EXPECT_EQ(make("other", 0, nullptr).error_message().find("STORE_IO: "), 0U);
}

TEST_F(ControlTest, StatusSaysWhatItServes) {
  clock.advance(5000);
  const ctl::StatusReply said = status();
  EXPECT_EQ(said.version(), "1.2.3");
  EXPECT_EQ(said.address(), "localhost:7443");
  EXPECT_EQ(said.now_ms() - said.started_ms(), 5000);
  EXPECT_TRUE(said.takes_all());
  takes_everything = false;
  EXPECT_FALSE(status().takes_all());
}

TEST_F(ControlTest, AFolderWithALongNameHasNoSocket) {
  EXPECT_THAT(relay::control_target(folder.path() / std::string(100, 'a')), Fails(Code::INVALID_ARGUMENT));
}

TEST(PublicPort, HasNoControl) {
  const ServedRelay served;
  ::grpc::SslCredentialsOptions trust;
  trust.pem_root_certs = served.ca();
  const auto stub = ctl::Control::NewStub(::grpc::CreateChannel(served.address(), ::grpc::SslCredentials(trust)));
  ::grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(10));
  ctl::StatusReply reply;
  EXPECT_EQ(stub->Status(&context, {}, &reply).error_code(), ::grpc::StatusCode::UNIMPLEMENTED);
}

}  // namespace
}  // namespace kith::testing

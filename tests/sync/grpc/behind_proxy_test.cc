// Where a caller is, over a real connection: what a header says counts only where the operator said that a proxy
// writes it.

#include <grpcpp/grpcpp.h>

#include "kith/relay/v1/relay.grpc.pb.h"
#include "served_relay.h"

namespace kith::testing {
namespace {

namespace wire = kith::relay::v1;

struct Caller {
  explicit Caller(const ServedRelay& relay) {
    ::grpc::SslCredentialsOptions tls;
    tls.pem_root_certs = relay.ca();
    stub = wire::Relay::NewStub(::grpc::CreateChannel(relay.address(), ::grpc::SslCredentials(tls)));
  }
  // The relay's word on one more mailbox, as somebody with these headers.
  ::grpc::Status put(const std::vector<std::string>& forwarded_for) {
    ::grpc::ClientContext context;
    for (const std::string& value : forwarded_for) context.AddMetadata("x-forwarded-for", value);
    wire::MailboxPutRequest request;
    request.set_mailbox(std::string(32, ++next));
    request.set_content("offer");
    request.set_ttl_ms(100'000);
    wire::MailboxPutReply reply;
    return stub->MailboxPut(&context, request, &reply);
  }
  std::unique_ptr<wire::Relay::Stub> stub;
  char next = 0;
};

relay::RelayOptions two_a_day() {
  relay::RelayOptions out = ServedRelay::open_to_all();
  out.limits.mailbox_puts = 2;
  return out;
}

TEST(BehindProxy, EachCallerHasTheBudgetOfTheAddressThatTheProxySays) {
  ServedRelay relay(two_a_day(), "127.0.0.1:0", true);
  Caller caller(relay);
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(caller.put({"192.0.2.1"}).ok());
  const auto refused = caller.put({"192.0.2.1"});
  EXPECT_EQ(refused.error_code(), ::grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(refused.error_message(),
            "RATE_LIMITED: too many invitations from this address; again in 720 minutes");
  EXPECT_TRUE(caller.put({"2001:db8::1"}).ok());
  // Whatever a caller wrote himself stands before what the proxy added.
  EXPECT_FALSE(caller.put({"198.51.100.7, 192.0.2.1"}).ok());
  EXPECT_FALSE(caller.put({"198.51.100.7", "192.0.2.1"}).ok());
  EXPECT_TRUE(caller.put({}).ok()) << "without a header it is the proxy itself";
}

TEST(BehindProxy, WithoutOneNoHeaderIsBelieved) {
  ServedRelay relay(two_a_day());
  Caller caller(relay);
  EXPECT_TRUE(caller.put({"192.0.2.1"}).ok());
  EXPECT_TRUE(caller.put({"192.0.2.2"}).ok());
  EXPECT_FALSE(caller.put({"192.0.2.3"}).ok()) << "one connection, one address";
}

TEST(BehindProxy, ItIsSaidAndUnsaidWhileTheRelayRuns) {
  ServedRelay relay(two_a_day());
  Caller caller(relay);
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(caller.put({}).ok());
  EXPECT_FALSE(caller.put({"192.0.2.1"}).ok());
  relay.server().set_behind_proxy(true);
  EXPECT_TRUE(caller.put({"192.0.2.1"}).ok());
  relay.server().set_behind_proxy(false);
  EXPECT_FALSE(caller.put({"192.0.2.2"}).ok());
}

TEST(BehindProxy, ADeviceIsToldByNameAndWhenAgain) {
  ServedRelay relay(two_a_day());
  const auto device = relay.connect();
  for (Byte i = 0; i < 2; ++i) ASSERT_THAT(device->mailbox_put(MailboxId{{i}}, 0, as_bytes("x"), 1000), IsOk());
  const auto refused = device->mailbox_put(MailboxId{{9}}, 0, as_bytes("x"), 1000);
  ASSERT_THAT(refused, Fails(Code::RATE_LIMITED));
  EXPECT_NE(refused.error().message.text().find("again in 720 minutes"), std::string::npos);
}

}  // namespace
}  // namespace kith::testing

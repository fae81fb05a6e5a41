// A certificate that is replaced while the relay serves: under load, a thousand times, and with pairs that are none.

#include <atomic>
#include <thread>

#include "served_relay.h"

namespace kith::testing {
namespace {

relay::DevelopmentCertificate fresh() { return relay::make_development_certificate("").value(); }

struct RenewedCertificate : ::testing::Test {
  Result<void> show(const relay::DevelopmentCertificate& pair) {
    return relay.server().show(pair.certificate_pem, pair.key_pem);
  }
  // What a new connection meets that trusts this authority alone.
  Result<SignKey> asked(const std::string& ca_pem) {
    return (*grpc::make_grpc_transport({relay.address(), ca_pem, 10'000}))->relay_key();
  }

  ServedRelay relay;
};

TEST_F(RenewedCertificate, RS22_NewConnectionsGetTheNewOneAndOldOnesGoOn) {
  const auto old = relay.connect();
  ASSERT_THAT(old->relay_key(), IsOk());
  const auto pair = fresh();
  ASSERT_THAT(show(pair), IsOk());
  EXPECT_THAT(asked(pair.ca_pem), IsOkAnd(relay.key()));
  EXPECT_THAT(asked(relay.ca()), Fails(Code::RELAY_UNTRUSTED)) << "the old one is shown no more";
  EXPECT_THAT(old->mailbox_get(MailboxId{{7}}, 0), IsOk()) << "the connection that is there was not cut";
}

TEST_F(RenewedCertificate, RS22_APairThatCannotBeShownLeavesTheOldOne) {
  const auto one = fresh();
  const auto other = fresh();
  EXPECT_THAT(relay.server().show(one.certificate_pem, other.key_pem), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(relay.server().show("", one.key_pem), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(relay.server().show(one.certificate_pem, ""), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(asked(relay.ca()), IsOkAnd(relay.key()));
  EXPECT_THAT(asked(one.ca_pem), Fails(Code::RELAY_UNTRUSTED));
}

TEST_F(RenewedCertificate, RS22_AThousandTimesUnderLoadNoCallIsLost) {
  constexpr int kTimes = 1'000;
  constexpr int kLookEach = 100;
  const auto before = relay.connect();
  ASSERT_THAT(before->relay_key(), IsOk());
  std::atomic<bool> done{false};
  std::atomic<int> calls{0};
  std::atomic<int> lost{0};
  std::thread load([&] {
    while (!done) {
      ++calls;
      if (!before->mailbox_get(MailboxId{{7}}, 0).ok()) ++lost;
    }
  });
  for (int i = 1; i <= kTimes; ++i) {
    const auto pair = fresh();
    EXPECT_THAT(show(pair), IsOk());
    if (i % kLookEach != 0) continue;
    EXPECT_THAT(asked(pair.ca_pem), IsOkAnd(relay.key())) << "time " << i;
  }
  done = true;
  load.join();
  EXPECT_EQ(lost, 0) << "of " << calls;
  EXPECT_GT(calls, 0);
}

}  // namespace
}  // namespace kith::testing

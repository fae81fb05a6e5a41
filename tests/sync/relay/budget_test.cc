// Where a caller is, and what one address may have in a day.

#include "door/budget.h"

#include <gtest/gtest.h>

#include "kith/testing/fake_clock.h"

namespace kith::testing {
namespace {

using relay::Address;
using relay::address_of;
using relay::address_of_header;
using relay::address_of_peer;
using relay::Budget;

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;

TEST(AddressTest, IsReadFromWhatGrpcCallsAPeer) {
  EXPECT_EQ(address_of_peer("ipv4:192.0.2.1:7443"), address_of("192.0.2.1"));
  EXPECT_EQ(address_of_peer("ipv6:%5B2001:db8::1%5D:7443"), address_of("2001:db8::1"));
  EXPECT_EQ(address_of_peer("ipv6:[2001:db8::1]:7443"), address_of("2001:db8::1"));
  EXPECT_EQ(address_of_peer("ipv6:%5B::ffff:192.0.2.1%5D:7443"), address_of("192.0.2.1")) << "one caller, two ways";
  for (const char* none : {"", "unix:/run/kith", "ipv4", "ipv4:", "ipv4:here:1", "192.0.2.1"}) {
    EXPECT_TRUE(address_of_peer(none).is_zero()) << none;
  }
}

TEST(AddressTest, OfAHeaderTheLastIsTheProxysOwn) {
  EXPECT_EQ(address_of_header("192.0.2.1"), address_of("192.0.2.1"));
  EXPECT_EQ(address_of_header("198.51.100.9, 2001:db8::1 "), address_of("2001:db8::1"));
  for (const char* none : {"", " ", "unknown", "192.0.2.1,", "192.0.2.1:443", "192.0.2.256"}) {
    EXPECT_FALSE(address_of_header(none)) << none;
  }
}

struct BudgetTest : ::testing::Test {
  // Whether it was given one.
  static bool ask(Budget& budget, const Address& address) {
    if (budget.wait_ms(address) > 0) return false;
    budget.take(address);
    return true;
  }
  static int given(Budget& budget, const Address& address, int tries) {
    int out = 0;
    for (int i = 0; i < tries; ++i) out += ask(budget, address) ? 1 : 0;
    return out;
  }
  FakeClock clock;
};

TEST_F(BudgetTest, SoManyAtOnceAndThenAsTheyComeBack) {
  Budget budget(clock, 4);
  const Address one = *address_of("192.0.2.1");
  EXPECT_EQ(given(budget, one, 10), 4);
  EXPECT_EQ(budget.wait_ms(one), 6 * kHour);
  EXPECT_EQ(given(budget, *address_of("192.0.2.2"), 10), 4) << "its own";
  clock.advance(6 * kHour - 1);
  EXPECT_EQ(budget.wait_ms(one), 1);
  clock.advance(1);
  EXPECT_EQ(given(budget, one, 10), 1);
  clock.advance(10 * 24 * kHour);
  EXPECT_EQ(given(budget, one, 10), 4) << "never more than a day's";
}

TEST_F(BudgetTest, ANetworkOfIpv6IsOneAndASiteHasFourTimesThat) {
  Budget budget(clock, 4);
  EXPECT_EQ(given(budget, *address_of("2001:db8:1:1::1"), 3), 3);
  EXPECT_EQ(given(budget, *address_of("2001:db8:1:1:ffff::2"), 3), 1) << "another address of the same /64";
  int of_site = 4;
  for (int network = 2; network < 100; ++network) {
    Address one = *address_of("2001:db8:1::1");
    one.bytes[7] = static_cast<Byte>(network);
    of_site += given(budget, one, 4);
  }
  EXPECT_EQ(of_site, 16);
  EXPECT_EQ(given(budget, *address_of("2001:db8:2::1"), 4), 4) << "another site";
}

TEST_F(BudgetTest, WhatIsWholeAgainIsForgotten) {
  Budget budget(clock, 1440);
  for (Byte i = 0; i < 100; ++i) {
    Address one = *address_of("192.0.2.1");
    one.bytes[15] = i;
    EXPECT_TRUE(ask(budget, one));
  }
  EXPECT_EQ(budget.known(), 100U);
  clock.advance(kMinute);
  EXPECT_TRUE(ask(budget, *address_of("198.51.100.1")));
  EXPECT_EQ(budget.known(), 1U);
}

TEST_F(BudgetTest, WhereTooManyAreKnownWhoUsedTheLeastIsForgottenFirst) {
  Budget budget(clock, 4, 10);
  const Address greedy = *address_of("192.0.2.1");
  EXPECT_EQ(given(budget, greedy, 10), 4);
  for (Byte i = 0; i < 100; ++i) {
    Address one = *address_of("198.51.100.1");
    one.bytes[15] = i;
    EXPECT_TRUE(ask(budget, one));
    EXPECT_LE(budget.known(), 10U);
  }
  EXPECT_FALSE(ask(budget, greedy));
}

TEST_F(BudgetTest, ALimitBeyondCountingIsNone) {
  Budget budget(clock, ~0ULL);
  EXPECT_EQ(given(budget, *address_of("2001:db8::1"), 100'000), 100'000);
}

}  // namespace
}  // namespace kith::testing

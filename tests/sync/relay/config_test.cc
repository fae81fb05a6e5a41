// The settings of kith-relay.

#include "program/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "kith/testing/matchers.h"
#include "kith/testing/temporary_folder.h"

namespace kith::relay {
namespace {

using testing::Fails;
using testing::IsOk;

struct ConfigTest : ::testing::Test {
  Result<Config> read(const std::string& text) {
    const auto file = folder.path() / "relay.toml";
    std::ofstream(file) << text;
    Config out;
    KITH_CHECK(read_config(file, out));
    return out;
  }
  static Config complete() {
    Config out;
    out.data = "data";
    out.certificate = "certificate.pem";
    out.key = "key.pem";
    out.admissions = {"a token of some length"};
    return out;
  }
  testing::TemporaryFolder folder;
};

TEST_F(ConfigTest, ReadsEverySettingAndTakesPathsFromItsOwnFolder) {
  const auto config = read(R"(
listen = "relay.example.org:443"
behind_proxy = true
data = "kept"
admission = ["a token of some length"]
[tls]
certificate = "chain.pem"
key = "/etc/key.pem"
[status]
listen = "127.0.0.1:7444"
[limits]
member_bytes = 1000
mailbox_slots = 7
mailbox_puts = 3
reserve_bytes = 9000000
in_flight_bytes = 17000000
memory_bytes = 40000000
heartbeat_seconds = 40
)");
  ASSERT_THAT(config, IsOk());
  EXPECT_EQ(config->listen, "relay.example.org:443");
  EXPECT_EQ(config->data, folder.path() / "kept");
  EXPECT_EQ(config->certificate, folder.path() / "chain.pem");
  EXPECT_EQ(config->key, "/etc/key.pem");
  EXPECT_EQ(config->limits.member_bytes, 1000U);
  EXPECT_EQ(config->limits.mailbox_slots, 7U);
  EXPECT_EQ(config->reserve_bytes, 9'000'000U);
  EXPECT_EQ(config->in_flight_bytes, 17'000'000U);
  EXPECT_EQ(config->memory_bytes, 40'000'000U);
  EXPECT_EQ(config->status_listen, "127.0.0.1:7444");
  EXPECT_EQ(config->limits.heartbeat_ms, 40'000U);
  EXPECT_EQ(config->limits.mailbox_puts, 3U);
  EXPECT_TRUE(config->behind_proxy);
  EXPECT_FALSE(config->without_proxy);
  const auto alone = read("without_proxy = true");
  ASSERT_THAT(alone, IsOk());
  EXPECT_TRUE(alone->without_proxy);
  EXPECT_EQ(config->admissions, std::vector<std::string>{"a token of some length"});
  EXPECT_THAT(check_config(*config), IsOk());
}

TEST_F(ConfigTest, NamesWhatItDoesNotKnowOrUnderstand) {
  const std::pair<const char*, const char*> wrong[] = {
      {"listn = \"x:1\"", "listn"},
      {"[limits]\nspace_byte = 1", "limits.space_byte"},
      {"[tls]\ncert = \"x\"", "tls.cert"},
      {"listen = 5", "listen"},
      {"limits = 5", "limits"},
      {"behind_proxy = \"yes\"", "behind_proxy"},
      {"without_proxy = 1", "without_proxy"},
      {"[limits]\nmailbox_puts = 0", "mailbox_puts"},
      {"[limits]\nmember_bytes = 0", "member_bytes"},
      {"[limits]\nmember_bytes = -4", "member_bytes"},
      {"[limits]\nmember_bytes = 1.5", "member_bytes"},
      {"[limits]\nheartbeat_seconds = 0", "heartbeat_seconds"},
      {"[limits]\nheartbeat_seconds = 241", "at most 240"},
      {"[limits]\nreserve_bytes = 8388607", "at least 8388608"},
      {"[limits]\nin_flight_bytes = 16777215", "at least 16777216"},
      {"[limits]\nmemory_bytes = 1", "at least 16777216"},
      {"[status]\nport = 1", "status.port"},
      {"status = 1", "status"},
      {"admission = \"one\"", "admission"},
      {"admission = [5]", "admission"},
      {"listen = ", "line 1"},
  };
  for (const auto& [text, name] : wrong) {
    const auto config = read(text);
    ASSERT_THAT(config, Fails(Code::INVALID_ARGUMENT)) << text;
    EXPECT_NE(config.error().message.text().find(name), std::string::npos) << config.error().message.text();
  }
  Config none;
  EXPECT_THAT(read_config(folder.path() / "missing.toml", none), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(ConfigTest, ARelayThatCannotBeServedSafelyIsRefused) {
  EXPECT_THAT(check_config(complete()), IsOk());
  const auto refused = [](auto change) {
    Config config = complete();
    change(config);
    return check_config(config);
  };
  EXPECT_THAT(refused([](Config& c) { c.data.clear(); }), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused([](Config& c) { c.certificate.clear(); }), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused([](Config& c) { c.key.clear(); }), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused([](Config& c) { c.certificate.clear(); c.key.clear(); }), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused([](Config& c) { c.admissions.clear(); }), IsOk()) << "closed, until kith-relayctl makes a token";
  EXPECT_THAT(refused([](Config& c) { c.admissions = {"short"}; }), Fails(Code::INVALID_ARGUMENT));
  for (const char* address : {"", "host", ":443", "host:", "host:4a"}) {
    EXPECT_THAT(refused([&](Config& c) { c.listen = address; }), Fails(Code::INVALID_ARGUMENT)) << address;
  }
  for (const char* address : {"0.0.0.0:80", "relay.example.org:80", "192.0.2.1:80", "[::]:80"}) {
    EXPECT_THAT(refused([&](Config& c) { c.status_listen = address; }), Fails(Code::INVALID_ARGUMENT)) << address;
  }
  for (const char* address : {"127.0.0.1:80", "localhost:80", "[::1]:80"}) {
    EXPECT_THAT(refused([&](Config& c) { c.status_listen = address; }), IsOk()) << address;
  }
  Config dev;
  dev.dev = true;
  dev.data = "data";
  EXPECT_THAT(check_config(dev), IsOk());
}

TEST_F(ConfigTest, RS38_OtherMachinesReachItThroughAProxyOrByConsentAlone) {
  const auto said = [](const char* listen, bool behind_proxy, bool without_proxy, bool dev) {
    Config config = complete();
    config.listen = listen;
    config.behind_proxy = behind_proxy;
    config.without_proxy = without_proxy;
    config.dev = dev;
    const auto checked = check_config(config);
    return checked ? std::string() : checked.error().message.text();
  };
  for (const bool dev : {false, true}) {
    for (const char* local : {"127.0.0.1:7443", "127.1.2.3:1", "[::1]:7443", "localhost:7443"}) {
      EXPECT_EQ(said(local, false, false, dev), "") << local;
    }
    for (const char* other : {"0.0.0.0:443", "[::]:443", "relay.example.org:443", "192.0.2.1:443", "10.0.0.2:443",
                              "[2001:db8::1]:443", "localhost.example.org:443"}) {
      EXPECT_THAT(said(other, false, false, dev), ::testing::HasSubstr(std::string(other) + " can be reached")) << other;
      EXPECT_EQ(said(other, true, false, dev), "") << other;
      EXPECT_EQ(said(other, false, true, dev), "") << other;
    }
  }
  EXPECT_THAT(said("127.0.0.1:1", true, true, false), ::testing::HasSubstr("contradict"));
}

TEST_F(ConfigTest, WhatCannotChangeWhileItRunsHasAName) {
  const Config running = complete();
  Config fresh = running;
  fresh.certificate = "other.pem";
  fresh.limits.member_bytes = 5;
  fresh.limits.mailbox_puts = 5;
  fresh.behind_proxy = true;
  fresh.admissions = {"another token of some length"};
  EXPECT_TRUE(settings_of_the_start(running, fresh).empty());
  fresh.listen = "127.0.0.1:1";
  EXPECT_EQ(settings_of_the_start(running, fresh), std::vector<std::string>{"listen"});
  fresh.data = "elsewhere";
  fresh.reserve_bytes = 5;
  fresh.status_listen = "127.0.0.1:2";
  fresh.memory_bytes = 5;
  EXPECT_EQ(settings_of_the_start(running, fresh),
            (std::vector<std::string>{"listen", "data", "status.listen", "limits.reserve_bytes", "limits.memory_bytes"}));
  keep_those_of_the_start(running, fresh);
  EXPECT_TRUE(settings_of_the_start(running, fresh).empty());
  EXPECT_EQ(fresh.limits.member_bytes, 5U) << "the others are the fresh ones";
}

// Without it everybody behind the proxy would share the budget of one address, and a stranger could use it up.
TEST_F(ConfigTest, WhereAProxyMayBeTheOperatorIsReminded) {
  const auto advised = [](const char* listen, bool behind_proxy = false, bool dev = false) {
    Config config = complete();
    config.listen = listen;
    config.behind_proxy = behind_proxy;
    config.dev = dev;
    return advice_on(config).text().find("behind_proxy = true") != std::string::npos;
  };
  for (const char* local : {"127.0.0.1:7443", "127.1.2.3:1", "[::1]:7443", "localhost:7443"}) {
    EXPECT_TRUE(advised(local)) << local;
    EXPECT_FALSE(advised(local, true)) << local;
    EXPECT_FALSE(advised(local, false, true)) << local;
  }
  for (const char* other : {"0.0.0.0:443", "[::]:443", "relay.example.org:443", "192.0.2.1:443"}) {
    EXPECT_FALSE(advised(other)) << other;
  }
  EXPECT_FALSE(complete().behind_proxy) << "off by itself: a header is anybody's to write";
}

TEST_F(ConfigTest, TheHostOfAnAddress) {
  EXPECT_EQ(host_of("127.0.0.1:80"), "127.0.0.1");
  EXPECT_EQ(host_of("[::1]:80"), "::1");
  EXPECT_EQ(host_of("relay.example.org:443"), "relay.example.org");
}

}  // namespace
}  // namespace kith::relay

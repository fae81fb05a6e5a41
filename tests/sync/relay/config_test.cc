// The settings of kith-relay.

#include "config.h"

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
data = "kept"
admission = ["a token of some length"]
[tls]
certificate = "chain.pem"
key = "/etc/key.pem"
[limits]
member_bytes = 1000
mailbox_slots = 7
reserve_bytes = 9
heartbeat_seconds = 40
)");
  ASSERT_THAT(config, IsOk());
  EXPECT_EQ(config->listen, "relay.example.org:443");
  EXPECT_EQ(config->data, folder.path() / "kept");
  EXPECT_EQ(config->certificate, folder.path() / "chain.pem");
  EXPECT_EQ(config->key, "/etc/key.pem");
  EXPECT_EQ(config->limits.member_bytes, 1000U);
  EXPECT_EQ(config->limits.mailbox_slots, 7U);
  EXPECT_EQ(config->reserve_bytes, 9U);
  EXPECT_EQ(config->limits.heartbeat_ms, 40'000U);
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
      {"[limits]\nmember_bytes = 0", "member_bytes"},
      {"[limits]\nmember_bytes = -4", "member_bytes"},
      {"[limits]\nmember_bytes = 1.5", "member_bytes"},
      {"[limits]\nheartbeat_seconds = 0", "heartbeat_seconds"},
      {"[limits]\nheartbeat_seconds = 241", "at most 240"},
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
  EXPECT_THAT(refused([](Config& c) { c.admissions.clear(); }), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused([](Config& c) { c.admissions = {"short"}; }), Fails(Code::INVALID_ARGUMENT));
  for (const char* address : {"", "host", ":443", "host:", "host:4a"}) {
    EXPECT_THAT(refused([&](Config& c) { c.listen = address; }), Fails(Code::INVALID_ARGUMENT)) << address;
  }
  Config dev;
  dev.dev = true;
  dev.data = "data";
  EXPECT_THAT(check_config(dev), IsOk());
}

TEST_F(ConfigTest, WhatCannotChangeWhileItRunsHasAName) {
  const Config running = complete();
  Config fresh = running;
  fresh.certificate = "other.pem";
  fresh.limits.member_bytes = 5;
  fresh.admissions = {"another token of some length"};
  EXPECT_TRUE(settings_of_the_start(running, fresh).empty());
  fresh.listen = "127.0.0.1:1";
  EXPECT_EQ(settings_of_the_start(running, fresh), std::vector<std::string>{"listen"});
  fresh.data = "elsewhere";
  fresh.reserve_bytes = 5;
  EXPECT_EQ(settings_of_the_start(running, fresh), (std::vector<std::string>{"listen", "data", "limits.reserve_bytes"}));
}

TEST_F(ConfigTest, TheHostOfAnAddress) {
  EXPECT_EQ(host_of("127.0.0.1:80"), "127.0.0.1");
  EXPECT_EQ(host_of("[::1]:80"), "::1");
  EXPECT_EQ(host_of("relay.example.org:443"), "relay.example.org");
}

}  // namespace
}  // namespace kith::relay

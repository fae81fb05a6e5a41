// What kith-relayctl reads and says.

#include "program/relayctl_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "kith/testing/matchers.h"

namespace kith::testing {
namespace {

namespace ctl = relay::control::v1;

TEST(RelayctlWords, LengthsOfTime) {
  EXPECT_THAT(relay::milliseconds_of("90s"), IsOkAnd(90'000));
  EXPECT_THAT(relay::milliseconds_of("30m"), IsOkAnd(1'800'000));
  EXPECT_THAT(relay::milliseconds_of("12h"), IsOkAnd(43'200'000));
  EXPECT_THAT(relay::milliseconds_of("30d"), IsOkAnd(2'592'000'000));
  EXPECT_THAT(relay::milliseconds_of("999999999d"), IsOk());
  for (const char* text : {"", "d", "30", "0d", "-1d", "+1d", "1w", "1.5d", "1 d", "9999999999s", "d30"}) {
    EXPECT_THAT(relay::milliseconds_of(text), Fails(Code::INVALID_ARGUMENT)) << text;
  }
}

ctl::ListTokensReply some() {
  ctl::ListTokensReply out;
  out.set_now_ms(1000);
  const auto add = [&](const char* name, bool bounded, std::uint64_t left, std::int64_t expires, bool revoked) {
    ctl::Token* token = out.add_tokens();
    token->set_name(name);
    token->set_bounded(bounded);
    token->set_uses_left(left);
    token->set_expires_ms(expires);
    token->set_revoked(revoked);
  };
  add("good", false, 0, 1001, false);
  add("late", true, 2, 1000, false);
  add("spent", true, 0, 0, false);
  add(std::string(20, 'x').c_str(), true, 2, 0, true);
  return out;
}

TEST(RelayctlWords, AListSaysWhyATokenLetsNobodyIn) {
  std::istringstream lines(relay::lines_of(some()));
  std::string line;
  std::getline(lines, line);
  for (const char* state : {" good ", " expired ", " used up ", " revoked "}) {
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_NE(line.find(state), std::string::npos) << line;
    EXPECT_LE(line.size(), 80U);
  }
  EXPECT_NE(relay::lines_of(ctl::ListTokensReply()).find("token make"), std::string::npos);
}

TEST(RelayctlWords, InJsonWhatHasNoBoundIsNull) {
  EXPECT_EQ(relay::json_of(some()).substr(0, 118),
            R"({"tokens":[{"name":"good","state":"good","made_ms":0,"expires_ms":1001,"uses_left":null,"spaces_made":0},{"name":"late)");
}

TEST(RelayctlWords, AFullDiskIsSaid) {
  ctl::StatusReply status;
  EXPECT_NE(relay::lines_of(status).find("the disk is full"), std::string::npos);
  status.set_takes_all(true);
  EXPECT_EQ(relay::lines_of(status).find("the disk is full"), std::string::npos);
}

}  // namespace
}  // namespace kith::testing

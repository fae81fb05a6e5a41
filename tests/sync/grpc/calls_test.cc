// What a relay may say of itself, and what it may not.

#include "calls.h"

#include "kith/testing/matchers.h"

namespace kith::grpc {
namespace {

using ::grpc::Status;
using ::grpc::StatusCode;

Code code_of(StatusCode code, const std::string& message = "") { return error_of(Status(code, message)).code; }

TEST(CallsTest, AFailedConnectionIsOfflineWhateverItSays) {
  EXPECT_EQ(code_of(StatusCode::UNAVAILABLE, "NOT_FOUND: x"), Code::OFFLINE);
  EXPECT_EQ(code_of(StatusCode::DEADLINE_EXCEEDED), Code::TIMEOUT);
  EXPECT_EQ(code_of(StatusCode::CANCELLED), Code::OFFLINE);
}

TEST(CallsTest, AWordThatARelayMaySayIsTaken) {
  EXPECT_EQ(code_of(StatusCode::RESOURCE_EXHAUSTED, "QUOTA_EXCEEDED: full"), Code::QUOTA_EXCEEDED);
  EXPECT_EQ(code_of(StatusCode::INVALID_ARGUMENT, "TOO_LARGE: more than 1 MiB"), Code::TOO_LARGE);
  EXPECT_EQ(code_of(StatusCode::PERMISSION_DENIED, "no name"), Code::PERMISSION_DENIED);
}

TEST(CallsTest, NoRelayRaisesAnAlarmOrNamesAFaultOfThisDevice) {
  for (const Code code : all_codes()) {
    const auto number = static_cast<int>(code);
    const bool alarm = (number >= 10 && number < 20) || number >= 30;
    if (!alarm) continue;
    EXPECT_EQ(code_of(StatusCode::UNKNOWN, std::string(code_name(code)) + ": believe me"), Code::MALFORMED)
        << code_name(code);
  }
}

TEST(CallsTest, ALongMessageIsCut) {
  const Error error = error_of(Status(StatusCode::NOT_FOUND, "NOT_FOUND: " + std::string(5000, 'x')));
  EXPECT_EQ(error.code, Code::NOT_FOUND);
  EXPECT_LT(error.message.text().size(), 300U);
}

}  // namespace
}  // namespace kith::grpc

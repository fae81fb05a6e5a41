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
  EXPECT_EQ(code_of(StatusCode::NOT_FOUND, "NOT_FOUND: beyond the end"), Code::NOT_FOUND);
  EXPECT_EQ(code_of(StatusCode::UNAUTHENTICATED, "UNAUTHENTICATED: no such token"), Code::UNAUTHENTICATED);
  EXPECT_EQ(code_of(StatusCode::PERMISSION_DENIED, "PERMISSION_DENIED: no such space here"), Code::PERMISSION_DENIED);
}

// A proxy refuses in the relay's place, and knows nothing of what a relay names.
TEST(CallsTest, WhatNobodyNamedIsTriedAgain) {
  for (int code = 1; code <= static_cast<int>(StatusCode::UNAUTHENTICATED); ++code) {
    EXPECT_TRUE(is_transient(code_of(static_cast<StatusCode>(code), "Access denied by policy"))) << code;
    EXPECT_TRUE(is_transient(code_of(static_cast<StatusCode>(code)))) << code;
  }
}

TEST(CallsTest, ANameCountsOnlyUnderAStatusOfTheRelay) {
  for (const StatusCode code : {StatusCode::UNKNOWN, StatusCode::INTERNAL, StatusCode::ABORTED, StatusCode::DATA_LOSS,
                                StatusCode::UNIMPLEMENTED, StatusCode::CANCELLED, StatusCode::UNAVAILABLE}) {
    EXPECT_EQ(code_of(code, "PERMISSION_DENIED: believe me"), Code::OFFLINE) << code;
  }
}

// How gRPC 1.51 words it: a page of HTTP, a body that is no message, a stream that lacks its end.
TEST(CallsTest, AProxyThatAnswersOrCutsIsOffline) {
  for (const std::string http : {"400", "401", "403", "404", "429", "500", "502", "503", "504"}) {
    for (const StatusCode code : {StatusCode::INTERNAL, StatusCode::UNAUTHENTICATED, StatusCode::PERMISSION_DENIED,
                                  StatusCode::UNIMPLEMENTED, StatusCode::UNAVAILABLE, StatusCode::UNKNOWN}) {
      const Error error = error_of(Status(code, "Received http2 header with status: " + http));
      EXPECT_EQ(error.code, Code::OFFLINE) << code;
      EXPECT_NE(error.message.text().find("HTTP " + http), std::string::npos) << error.message.text();
    }
  }
  EXPECT_EQ(code_of(StatusCode::INTERNAL, "Bad GRPC frame type 0x3c"), Code::OFFLINE);
  EXPECT_EQ(code_of(StatusCode::UNKNOWN, "Stream removed"), Code::OFFLINE);
  EXPECT_EQ(code_of(StatusCode::INTERNAL, "Received RST_STREAM with error code 2"), Code::OFFLINE);
  EXPECT_EQ(code_of(StatusCode::UNAVAILABLE, "recvmsg:Connection reset by peer"), Code::OFFLINE);
}

TEST(CallsTest, OnlyWhereNobodyAnsweredTheWayIsLookedAt) {
  EXPECT_TRUE(nobody_answered(Status(StatusCode::UNAVAILABLE, "connection refused")));
  EXPECT_FALSE(nobody_answered(Status(StatusCode::UNAVAILABLE, "Received http2 header with status: 503")));
  EXPECT_FALSE(nobody_answered(Status(StatusCode::INTERNAL, "Bad GRPC frame type 0x3c")));
  EXPECT_FALSE(nobody_answered(Status::OK));
}

TEST(CallsTest, AMessageAboveTheLimitStaysTooLargeAndABusyRelayDoesNot) {
  EXPECT_EQ(code_of(StatusCode::RESOURCE_EXHAUSTED, "Received message larger than max (1310740 vs. 1114112)"),
            Code::TOO_LARGE);
  EXPECT_EQ(code_of(StatusCode::RESOURCE_EXHAUSTED, "Sent message larger than max (9 vs. 8)"), Code::TOO_LARGE);
  EXPECT_EQ(code_of(StatusCode::RESOURCE_EXHAUSTED), Code::RATE_LIMITED);
}

TEST(CallsTest, NoRelayRaisesAnAlarmOrNamesAFaultOfThisDevice) {
  for (const Code code : all_codes()) {
    const auto number = static_cast<int>(code);
    const bool alarm = (number >= 10 && number < 20) || number >= 30;
    if (!alarm) continue;
    for (const StatusCode status : {StatusCode::INVALID_ARGUMENT, StatusCode::NOT_FOUND, StatusCode::UNAUTHENTICATED,
                                    StatusCode::PERMISSION_DENIED}) {
      EXPECT_EQ(code_of(status, std::string(code_name(code)) + ": believe me"), Code::OFFLINE) << code_name(code);
    }
  }
}

TEST(CallsTest, ALongMessageIsCut) {
  const Error error = error_of(Status(StatusCode::NOT_FOUND, "NOT_FOUND: " + std::string(5000, 'x')));
  EXPECT_EQ(error.code, Code::NOT_FOUND);
  EXPECT_LT(error.message.text().size(), 300U);
}

}  // namespace
}  // namespace kith::grpc

#pragma once
// One translation of our failures into gRPC's, the other way round in sync/grpc. What a stranger
// did wrong has a name in it; what is wrong here is only told to the operator.
//
// Threads: pure functions.

#include <grpcpp/grpcpp.h>

#include "kith/base/result.h"

namespace kith::relay {

inline ::grpc::Status status_of(const Error& error) {
  const auto named = [&](::grpc::StatusCode code, Code name) {
    return ::grpc::Status(code, std::string(code_name(name)) + ": " + error.message.text());
  };
  switch (error.code) {
    case Code::INVALID_ARGUMENT:
    case Code::MALFORMED:
    case Code::TOO_LARGE:
    case Code::UNSUPPORTED: return named(::grpc::StatusCode::INVALID_ARGUMENT, error.code);
    case Code::NOT_FOUND: return named(::grpc::StatusCode::NOT_FOUND, error.code);
    case Code::UNAUTHENTICATED: return named(::grpc::StatusCode::UNAUTHENTICATED, error.code);
    case Code::PERMISSION_DENIED: return named(::grpc::StatusCode::PERMISSION_DENIED, error.code);
    case Code::RATE_LIMITED:
    case Code::QUOTA_EXCEEDED: return named(::grpc::StatusCode::RESOURCE_EXHAUSTED, error.code);
    case Code::NO_SPACE:
      return {::grpc::StatusCode::RESOURCE_EXHAUSTED, "QUOTA_EXCEEDED: the relay's disk is full; it takes what waits when there is room again"};
    default: return {::grpc::StatusCode::UNAVAILABLE, "the relay has a fault of its own"};
  }
}

// To everybody while the relay stops: no fault of theirs, and no last word.
inline ::grpc::Status status_of_stopping() {
  return {::grpc::StatusCode::UNAVAILABLE, "the relay stops; connect again in a while"};
}

}  // namespace kith::relay

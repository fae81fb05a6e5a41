#pragma once
// One gRPC call: its deadline, and the one translation of gRPC's failures into ours.
//
// Threads: pure functions.
// Errors:  see grpc_transport.h.

#include <grpcpp/grpcpp.h>

#include <chrono>

#include "kith/base/result.h"

namespace kith::grpc {

// REQUIRES: !status.ok()
Error error_of(const ::grpc::Status& status);

inline std::chrono::system_clock::time_point in_ms(std::int64_t ms) {
  return std::chrono::system_clock::now() + std::chrono::milliseconds(ms);
}

template <typename Stub, typename Request, typename Reply>
Result<Reply> call(Stub& stub, ::grpc::Status (Stub::*method)(::grpc::ClientContext*, const Request&, Reply*),
                   const Request& request, std::int64_t deadline_ms) {
  ::grpc::ClientContext context;
  context.set_deadline(in_ms(deadline_ms));
  Reply reply;
  const ::grpc::Status status = (stub.*method)(&context, request, &reply);
  if (!status.ok()) return error_of(status);
  return reply;
}

}  // namespace kith::grpc

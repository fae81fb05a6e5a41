#pragma once
// One gRPC call: its deadline, and the one translation of gRPC's failures into ours. Between a device and its relay
// may stand a proxy, which cuts, resets, or answers by itself with a page of HTTP. So a failure is final only where the
// relay named it; whatever has no name is OFFLINE, TIMEOUT or RATE_LIMITED, which pass (is_transient).
//
// Threads: pure functions; UnderWay from any thread.
// Errors:  see grpc_transport.h.

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <optional>

#include "kith/base/mutex.h"
#include "kith/base/result.h"

namespace kith::grpc {

// REQUIRES: !status.ok()
Error error_of(const ::grpc::Status& status);
// Whether not even something else took the call: then it can be found out why (reach.h).
bool nobody_answered(const ::grpc::Status& status);

inline std::chrono::system_clock::time_point in_ms(std::int64_t ms) {
  return std::chrono::system_clock::now() + std::chrono::milliseconds(ms);
}

// The one call that a transport has under way, for whoever wants its end from another thread.
class UnderWay {
 public:
  // See Transport::ready() and interrupt().
  void ready(std::int64_t most_ms) KITH_EXCLUDES(mu_);
  void interrupt() KITH_EXCLUDES(mu_);

  void begin(::grpc::ClientContext& context, std::int64_t deadline_ms) KITH_EXCLUDES(mu_);
  // Whether it was interrupted.
  bool end() KITH_EXCLUDES(mu_);
  // Neither interrupted nor out of time.
  bool wanted() const KITH_EXCLUDES(mu_);

 private:
  using Moment = std::chrono::system_clock::time_point;

  mutable Mutex mu_;
  ::grpc::ClientContext* context_ KITH_GUARDED_BY(mu_) = nullptr;
  // Of all that is asked under one ready(): one question of Transport may be two of gRPC.
  std::optional<Moment> until_ KITH_GUARDED_BY(mu_);
  bool interrupted_ KITH_GUARDED_BY(mu_) = false;
};

// `nobody`, where given: whether it failed because nobody answered.
template <typename Stub, typename Request, typename Reply>
Result<Reply> call(UnderWay& way, Stub& stub,
                   ::grpc::Status (Stub::*method)(::grpc::ClientContext*, const Request&, Reply*),
                   const Request& request, std::int64_t deadline_ms, bool* nobody = nullptr) {
  ::grpc::ClientContext context;
  way.begin(context, deadline_ms);
  Reply reply;
  const ::grpc::Status status = (stub.*method)(&context, request, &reply);
  const bool interrupted = way.end();
  if (nobody != nullptr) *nobody = !interrupted && nobody_answered(status);
  if (status.ok()) return reply;
  return interrupted ? fail(Code::CANCELLED, "the call to the relay was ended") : error_of(status);
}

}  // namespace kith::grpc

#include "calls.h"

#include <algorithm>

namespace kith::grpc {
namespace {

// What a relay may say of itself. Alarms are what a device finds out, never what it is told.
constexpr Code kMayBeSaid[] = {
    Code::INVALID_ARGUMENT, Code::NOT_FOUND,         Code::UNSUPPORTED,  Code::RATE_LIMITED,    Code::UNAUTHENTICATED,
    Code::MALFORMED,        Code::PERMISSION_DENIED, Code::TOO_LARGE,    Code::QUOTA_EXCEEDED,
};

std::optional<Code> said(const std::string& message) {
  const auto code = code_from_name(std::string_view(message).substr(0, message.find(':')));
  if (!code || std::find(std::begin(kMayBeSaid), std::end(kMayBeSaid), *code) == std::end(kMayBeSaid)) return {};
  return code;
}

Error by_status(::grpc::StatusCode code) {
  switch (code) {
    case ::grpc::StatusCode::UNAVAILABLE: return fail(Code::OFFLINE, "the relay cannot be reached");
    case ::grpc::StatusCode::DEADLINE_EXCEEDED: return fail(Code::TIMEOUT, "the relay did not answer in time");
    case ::grpc::StatusCode::CANCELLED: return fail(Code::OFFLINE, "the relay ended the call");
    case ::grpc::StatusCode::UNAUTHENTICATED: return fail(Code::UNAUTHENTICATED, "the relay wants a new proof");
    case ::grpc::StatusCode::PERMISSION_DENIED: return fail(Code::PERMISSION_DENIED, "the relay does not let this device in");
    case ::grpc::StatusCode::RESOURCE_EXHAUSTED: return fail(Code::TOO_LARGE, "an answer of the relay is too large");
    case ::grpc::StatusCode::UNIMPLEMENTED: return fail(Code::UNSUPPORTED, "the relay does not know this call");
    default: return fail(Code::MALFORMED, "the relay gave no answer that can be read");
  }
}

}  // namespace

Error error_of(const ::grpc::Status& status) {
  const Error plain = by_status(status.error_code());
  // A word of the relay's own only where the connection itself did not fail.
  if (plain.code == Code::OFFLINE || plain.code == Code::TIMEOUT) return plain;
  const auto code = said(status.error_message());
  if (!code) return plain;
  return fail(*code, worded("the relay says: {0}", status.error_message().substr(0, 200)));
}

void UnderWay::ready(std::int64_t most_ms) {
  const MutexLock lock(mu_);
  until_.reset();
  if (most_ms > 0) until_ = in_ms(most_ms);
  interrupted_ = false;
}

void UnderWay::interrupt() {
  const MutexLock lock(mu_);
  interrupted_ = true;
  if (context_ != nullptr) context_->TryCancel();
}

void UnderWay::begin(::grpc::ClientContext& context, std::int64_t deadline_ms) {
  const MutexLock lock(mu_);
  const Moment usual = in_ms(deadline_ms);
  context.set_deadline(until_ ? std::min(*until_, usual) : usual);
  context_ = &context;
  if (interrupted_) context.TryCancel();  // gRPC remembers it for a call that has not begun
}

bool UnderWay::wanted() const {
  const MutexLock lock(mu_);
  return !interrupted_ && (!until_ || std::chrono::system_clock::now() < *until_);
}

bool UnderWay::end() {
  const MutexLock lock(mu_);
  context_ = nullptr;
  return interrupted_;
}

}  // namespace kith::grpc

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

// The statuses under which a relay names an error (sync/relay/src/grpc_status.h). Any other comes of the connection, of
// gRPC itself or of what stands between, and what it says is nobody's word.
bool is_of_relay(::grpc::StatusCode code) {
  switch (code) {
    case ::grpc::StatusCode::INVALID_ARGUMENT:
    case ::grpc::StatusCode::NOT_FOUND:
    case ::grpc::StatusCode::UNAUTHENTICATED:
    case ::grpc::StatusCode::PERMISSION_DENIED:
    case ::grpc::StatusCode::RESOURCE_EXHAUSTED: return true;
    default: return false;
  }
}

// Where something answered that speaks HTTP and not gRPC, gRPC says so in these words: the number of its answer.
std::optional<std::string> http_answer(const ::grpc::Status& status) {
  constexpr std::string_view kWords = "header with status: ";
  const std::string& message = status.error_message();
  const std::size_t at = message.find(kWords);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + kWords.size();
  const std::size_t end = std::min(message.find_first_not_of("0123456789", begin), message.size());
  if (end - begin != 3) return {};
  return message.substr(begin, 3);
}

// Nobody named it: what failed is the way to the relay, and later it may be another. Only a message above the limit
// stays too large; gRPC refuses it at either end, and has no other word for it.
Error unnamed(const ::grpc::Status& status) {
  if (const auto http = http_answer(status)) {
    return fail(Code::OFFLINE, worded("something answered in the relay's place, with HTTP {0}", *http));
  }
  switch (status.error_code()) {
    case ::grpc::StatusCode::UNAVAILABLE: return fail(Code::OFFLINE, "the relay cannot be reached");
    case ::grpc::StatusCode::DEADLINE_EXCEEDED: return fail(Code::TIMEOUT, "the relay did not answer in time");
    case ::grpc::StatusCode::CANCELLED: return fail(Code::OFFLINE, "the relay ended the call");
    case ::grpc::StatusCode::RESOURCE_EXHAUSTED:
      if (status.error_message().find("larger than max") != std::string::npos) {
        return fail(Code::TOO_LARGE, "a message to the relay or from it is too large");
      }
      return fail(Code::RATE_LIMITED, "the relay has too much to do");
    case ::grpc::StatusCode::UNIMPLEMENTED:
      return fail(Code::OFFLINE, "what answered does not know this call: it is an older relay, or none");
    default: return fail(Code::OFFLINE, "the connection to the relay broke off");
  }
}

}  // namespace

Error error_of(const ::grpc::Status& status) {
  const auto code = is_of_relay(status.error_code()) ? said(status.error_message()) : std::nullopt;
  if (!code) return unnamed(status);
  return fail(*code, worded("the relay says: {0}", status.error_message().substr(0, 200)));
}

bool nobody_answered(const ::grpc::Status& status) {
  return status.error_code() == ::grpc::StatusCode::UNAVAILABLE && !http_answer(status);
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

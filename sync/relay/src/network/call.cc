#include "network/call.h"

#include "network/grpc_status.h"

namespace kith::relay {
namespace {

// What gRPC and this keep of a call beside its messages (measured: 12.9 kB a call of gRPC 1.51's own benchmark).
constexpr std::uint64_t kCallBytes = 16 * 1024;
// A page shorter than this is not worth a call. One entry comes in any case.
constexpr std::uint64_t kLeastAnswer = 16 * 1024;
constexpr std::int64_t kMostUntakenMs = 60'000;
constexpr std::int64_t kLeastUntakenMs = 1'000;

std::string result_of(const ::grpc::Status& status) {
  if (status.ok()) return "OK";
  if (status.error_code() == ::grpc::StatusCode::CANCELLED) return "CANCELLED";
  const std::string text = status.error_message();
  // NAME: why; what has none is the relay's own fault, or that it stops.
  const std::size_t colon = text.find(':');
  const bool named = colon != std::string::npos && text.substr(0, colon).find(' ') == std::string::npos;
  return named ? text.substr(0, colon) : "UNAVAILABLE";
}

}  // namespace

Error no_room() {
  return fail(Code::RATE_LIMITED, "too much of yours is under way already: take the answers first, and try again later");
}

void OpenCalls::add(Call& call) {
  const MutexLock lock(mu_);
  calls_.insert(&call);
}

void OpenCalls::remove(Call& call) {
  const MutexLock lock(mu_);
  calls_.erase(&call);
}

// None goes meanwhile: it waits for this lock in OnDone.
void OpenCalls::tick(std::int64_t now_ms) {
  const MutexLock lock(mu_);
  for (Call* call : calls_) {
    const std::int64_t finished = call->finished_ms();
    if (finished != 0 && now_ms - finished > kMostUntakenMs) call->cancel();
  }
}

void OpenCalls::give_up_one(const Party& party, std::int64_t now_ms) {
  const MutexLock lock(mu_);
  Call* oldest = nullptr;
  for (Call* call : calls_) {
    const std::int64_t finished = call->finished_ms();
    if (finished == 0 || now_ms - finished < kLeastUntakenMs || !call->is_of(party)) continue;
    if (oldest == nullptr || finished < oldest->finished_ms()) oldest = call;
  }
  if (oldest != nullptr) oldest->cancel();
}

Call::Call(const CallParts& parts, ::grpc::CallbackServerContext& context, const char* method)
    : parts_(parts), context_(context), method_(method), began_ms_(parts.clock.monotonic_ms()) {
  parts_.open.add(*this);
}

bool Call::arrives(const Party& party, std::size_t bytes) {
  party_ = party;
  auto given = parts_.in_flight.take(party, kCallBytes + bytes, kCallBytes + bytes);
  if (!given) {
    ask_for_room();
    finish(status_of(no_room()));
    return false;
  }
  request_.emplace(std::move(*given));
  return true;
}

std::optional<std::uint64_t> Call::room_for(std::uint64_t want) {
  auto given = parts_.in_flight.take(party_, want, kLeastAnswer);
  if (!given) {
    ask_for_room();
    return std::nullopt;
  }
  reply_.emplace(std::move(*given));
  return reply_->bytes();
}

// Whoever holds most gives up the answer that has waited for longest: the next try finds room.
void Call::ask_for_room() {
  const auto most = parts_.in_flight.largest();
  if (most && *most != party_) parts_.open.give_up_one(*most, parts_.clock.monotonic_ms());
}

void Call::answer_is(std::size_t bytes) {
  if (reply_) {
    reply_->settle(bytes);
  } else if (request_) {
    request_->settle(request_->bytes() + bytes);
  }
}

void Call::finish(const ::grpc::Status& status) {
  const std::int64_t now = parts_.clock.monotonic_ms();
  if (parts_.tally != nullptr) {
    parts_.tally->answered(method_, result_of(status), static_cast<double>(now - began_ms_) / 1000.0);
  }
  finished_ms_ = std::max<std::int64_t>(now, 1);
  Finish(status);
}

void Call::OnDone() {
  parts_.open.remove(*this);
  delete this;
}

}  // namespace kith::relay

#pragma once
// Call is one unary call, from its arrival until gRPC is done with it: what it keeps in memory, whether its caller has
// gone, how long its answer has not been taken. gRPC is done when flow control took the whole answer.
//
// Threads: any; finish() once.
// Owns:    itself, until gRPC is done with it.
// Units:   monotonic milliseconds, bytes.

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <set>

#include "kith/base/clock.h"
#include "kith/base/result.h"
#include "kith/relay/tally.h"
#include "work/bytes_in_flight.h"

namespace kith::relay {

class Call;

// The calls that are open, so that those whose answer nobody takes are ended: after a minute, or sooner where
// somebody else finds no room.
class OpenCalls {
 public:
  void add(Call& call);
  void remove(Call& call);
  void tick(std::int64_t now_ms);
  // Ends the call of that party whose answer has waited for longest, where that is a second at least.
  void give_up_one(const Party& party, std::int64_t now_ms);

 private:
  mutable Mutex mu_;
  std::set<Call*> calls_ KITH_GUARDED_BY(mu_);
};

struct CallParts {
  const Clock& clock;
  BytesInFlight& in_flight;
  OpenCalls& open;
  Tally* tally;  // or none
};

// There is no room for more of what this party has under way.
Error no_room();

class Call final : public ::grpc::ServerUnaryReactor {
 public:
  // `method` is a literal.
  Call(const CallParts& parts, ::grpc::CallbackServerContext& context, const char* method);

  // What came with it, counted for that party. False where there is no room: it is finished.
  bool arrives(const Party& party, std::size_t bytes);
  // How long an answer may be, at most `want`; nothing where there is no room for any worth sending.
  std::optional<std::uint64_t> room_for(std::uint64_t want);
  // How long the answer is.
  void answer_is(std::size_t bytes);

  // Its caller has gone: no work is worth doing for it.
  bool is_cancelled() const { return cancelled_; }
  void finish(const ::grpc::Status& status);
  // Since when its answer waits to be taken; 0: there is none yet.
  std::int64_t finished_ms() const { return finished_ms_; }
  bool is_of(const Party& party) const { return reply_ && party_ == party; }
  void cancel() { context_.TryCancel(); }

  void OnCancel() override { cancelled_ = true; }
  void OnDone() override;

 private:
  void ask_for_room();

  const CallParts parts_;
  ::grpc::CallbackServerContext& context_;  // good until OnDone
  const char* method_;
  const std::int64_t began_ms_;
  Party party_;
  std::optional<BytesInFlight::Held> request_;
  std::optional<BytesInFlight::Held> reply_;
  std::atomic<bool> cancelled_{false};
  std::atomic<std::int64_t> finished_ms_{0};  // 0: not yet
};

}  // namespace kith::relay

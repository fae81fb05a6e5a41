#include "grpc_live.h"

#include <algorithm>
#include <atomic>

#include "calls.h"
#include "silence.h"
#include "wire_values.h"

namespace kith::grpc {
namespace {

class GrpcLive final : public client::LiveStream {
 public:
  GrpcLive(wire::Relay::Stub& stub, const wire::LiveRequest& request, std::int64_t first_ms)
      : reader_(stub.PrepareAsyncLive(&context_, request, &queue_)), silence_(first_ms) {
    reader_->StartCall(this);
  }
  ~GrpcLive() override {
    context_.TryCancel();
    if (!ended_) (void)finish();
    queue_.Shutdown();
    void* tag = nullptr;
    bool ok = false;
    while (queue_.Next(&tag, &ok)) {
    }
  }

  Result<std::optional<client::LiveEvent>> next(std::int64_t timeout_ms) override {
    for (Steady until = Clock::now() + Milliseconds(timeout_ms);;) {
      if (ended_) return ended();
      switch (wait(until)) {
        case Came::nothing: return std::optional<client::LiveEvent>();
        case Came::end: continue;
        case Came::word: break;
      }
      wire::LiveEvent event = std::move(event_);
      event_.Clear();
      read();
      silence_.heard(event.heartbeat_ms());
      const bool heartbeat = event.heartbeat_ms() > 0 && event.space().empty() && !event.has_page();
      if (heartbeat) {
        // However many of them come, nobody waits for longer than he wanted to.
        if (Clock::now() >= until) return std::optional<client::LiveEvent>();
        continue;
      }
      client::LiveEvent out;
      KITH_TRY(out.space, fixed_of<SpaceId>(event.space(), "space id"));
      KITH_TRY(out.page, page_of(std::move(*event.mutable_page())));
      return std::optional(std::move(out));
    }
  }

  void cancel() override {
    cancelled_ = true;
    context_.TryCancel();
  }

 private:
  using Clock = std::chrono::steady_clock;
  using Steady = Clock::time_point;
  using Milliseconds = std::chrono::milliseconds;
  enum class Came : std::uint8_t { nothing, word, end };

  void read() { reader_->Read(&event_, this); }

  // For the next word, until then and for no longer than the stream may be silent.
  Came wait(Steady until) {
    for (;;) {
      const Steady begin = Clock::now();
      const auto left = std::max(std::chrono::ceil<Milliseconds>(until - begin), Milliseconds(0)).count();
      void* tag = nullptr;
      bool ok = false;
      const auto got = queue_.AsyncNext(&tag, &ok, in_ms(std::min<std::int64_t>(left, silence_.left_ms())));
      if (got == ::grpc::CompletionQueue::TIMEOUT) {
        silence_.waited(std::chrono::floor<Milliseconds>(Clock::now() - begin).count());
        if (silence_.left_ms() == 0) return silent();
        if (Clock::now() >= until) return Came::nothing;
        continue;
      }
      if (got == ::grpc::CompletionQueue::SHUTDOWN || !ok) {
        why_ = finish();
        return Came::end;
      }
      if (started_) return Came::word;
      started_ = true;  // the call is on its way; the first event is still to come
      read();
    }
  }

  // Nobody will say that it is over: what lies between keeps it open, or is gone.
  Came silent() {
    silent_ = true;
    context_.TryCancel();
    why_ = finish();
    return Came::end;
  }

  Error ended() const {
    if (cancelled_) return fail(Code::CANCELLED, "the stream was cancelled");
    if (silent_) return fail(Code::OFFLINE, "nothing came from the relay for too long, not even a heartbeat");
    if (!why_.ok()) return error_of(why_);
    return fail(Code::UNAUTHENTICATED, "the proof behind the stream has run out");
  }

  // Waits for the last word of the stream. A read that is under way ends first.
  ::grpc::Status finish() {
    ended_ = true;
    ::grpc::Status status;
    reader_->Finish(&status, &status);
    void* tag = nullptr;
    bool ok = false;
    while (queue_.Next(&tag, &ok)) {
      if (tag == &status) break;
    }
    return status;
  }

  ::grpc::ClientContext context_;
  ::grpc::CompletionQueue queue_;
  std::unique_ptr<::grpc::ClientAsyncReader<wire::LiveEvent>> reader_;
  wire::LiveEvent event_;
  Silence silence_;
  ::grpc::Status why_;
  bool started_ = false;
  bool ended_ = false;
  bool silent_ = false;
  std::atomic<bool> cancelled_{false};
};

}  // namespace

std::unique_ptr<client::LiveStream> open_live(wire::Relay::Stub& stub, const wire::LiveRequest& request,
                                              std::int64_t first_ms) {
  return std::make_unique<GrpcLive>(stub, request, first_ms);
}

}  // namespace kith::grpc

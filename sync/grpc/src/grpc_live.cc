#include "grpc_live.h"

#include <atomic>

#include "calls.h"
#include "wire_values.h"

namespace kith::grpc {
namespace {

class GrpcLive final : public client::LiveStream {
 public:
  GrpcLive(wire::Relay::Stub& stub, const wire::LiveRequest& request)
      : reader_(stub.PrepareAsyncLive(&context_, request, &queue_)) {
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
    if (ended_) return ended();
    void* tag = nullptr;
    bool ok = false;
    const auto deadline = in_ms(timeout_ms);
    for (;;) {
      const auto got = queue_.AsyncNext(&tag, &ok, deadline);
      if (got == ::grpc::CompletionQueue::TIMEOUT) return std::optional<client::LiveEvent>();
      if (got == ::grpc::CompletionQueue::SHUTDOWN || !ok) {
        why_ = finish();
        return ended();
      }
      if (started_) break;
      started_ = true;  // the call is on its way; the first event is still to come
      read();
    }
    wire::LiveEvent event = std::move(event_);
    event_.Clear();
    read();
    client::LiveEvent out;
    KITH_TRY(out.space, fixed_of<SpaceId>(event.space(), "space id"));
    KITH_TRY(out.page, page_of(std::move(*event.mutable_page())));
    return std::optional(std::move(out));
  }

  void cancel() override {
    cancelled_ = true;
    context_.TryCancel();
  }

 private:
  void read() { reader_->Read(&event_, this); }

  Error ended() const {
    if (cancelled_) return fail(Code::CANCELLED, "the stream was cancelled");
    if (!why_.ok()) return error_of(why_);
    return fail(Code::OFFLINE, "the relay ended the stream");
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
  ::grpc::Status why_;
  bool started_ = false;
  bool ended_ = false;
  std::atomic<bool> cancelled_{false};
};

}  // namespace

std::unique_ptr<client::LiveStream> open_live(wire::Relay::Stub& stub, const wire::LiveRequest& request) {
  return std::make_unique<GrpcLive>(stub, request);
}

}  // namespace kith::grpc

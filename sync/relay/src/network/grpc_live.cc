#include "network/grpc_live.h"

#include "network/grpc_status.h"
#include "kith/base/mutex.h"

namespace kith::relay {
namespace {

constexpr std::int64_t kMostWriteMs = 60'000;

std::uint64_t size_of(const envelope::Page& page) {
  std::uint64_t out = 0;
  for (const envelope::Row& row : page.rows) out += kRowBytes + row.entry.size();
  return out;
}

// `busy_` says that a turn on the pool or a write is under way; only a turn writes or finishes,
// so neither happens twice at once. Whoever wants attention meanwhile sets `again_`.
class LiveReactor final : public ::grpc::ServerWriteReactor<wire::LiveEvent>, public Listener {
 public:
  LiveReactor(const ServiceParts& parts, ::grpc::CallbackServerContext& context, std::unique_ptr<LiveSession> session)
      : parts_(parts), context_(context), session_(std::move(session)),
        lane_(lane_of(LaneKind::streams, session_->device().view())) {}

  void start() {
    session_->said(parts_.clock.monotonic_ms());
    parts_.hub.add(*this, session_->spaces());
    // A server that stopped in between has told only those that were there.
    if (parts_.stopping) on_end();
    attend();
  }

  // A write under way ends first: at once, or by the end of the server's grace.
  void on_end() override {
    {
      const MutexLock lock(mu_);
      over_ = true;
    }
    attend();
  }

  void on_growth(const SpaceId& space) override {
    session_->grew(space);
    attend();
  }

  void on_tick(std::int64_t now) override {
    bool stuck = false;
    const bool late = now >= session_->until_ms();
    const bool silent = session_->is_heartbeat_due(now);
    {
      const MutexLock lock(mu_);
      stuck = writing_since_ != 0 && now - writing_since_ > kMostWriteMs;
      if (late) over_ = true;
      if (silent) beats_ = true;
    }
    if (stuck) context_.TryCancel();  // the write under way ends, and with it the stream
    if (late || silent) attend();
  }

  void OnWriteDone(bool ok) override {
    held_.reset();
    {
      const MutexLock lock(mu_);
      writing_since_ = 0;
      if (!ok) over_ = true;
    }
    wait_for_turn();
  }

  void OnCancel() override { on_end(); }

  void OnDone() override {
    parts_.hub.remove(*this);
    delete this;
  }

 private:
  void attend() {
    {
      const MutexLock lock(mu_);
      again_ = true;
      if (busy_) return;
      busy_ = true;
    }
    wait_for_turn();
  }

  void wait_for_turn() {
    parts_.pool.post(lane_, [this](const Turn&) { turn(); }, [] {});  // nothing of a stream is turned away
  }

  // Keeps `busy_` until there is nothing to do, a write is under way, or the stream has ended.
  void turn() {
    for (;;) {
      {
        const MutexLock lock(mu_);
        again_ = false;
        if (over_) break;
      }
      auto event = session_->next();
      if (!event) {
        Finish(status_of(event.error()));
        return;
      }
      if (*event || silent()) {
        send(*std::move(event));
        return;
      }
      const MutexLock lock(mu_);
      if (again_) continue;
      busy_ = false;
      return;
    }
    Finish(parts_.stopping ? status_of_stopping() : ::grpc::Status::OK);
  }

  bool silent() {
    const MutexLock lock(mu_);
    return beats_;
  }

  // No event: a heartbeat.
  void send(std::optional<LiveEvent> event) {
    message_.Clear();
    held_.reset();
    if (event) {
      // Where there is no room for rows that a reader may not take, the head is a hint, and they are fetched.
      const std::uint64_t size = size_of(event->page);
      if (size > 0) {
        if (auto given = parts_.in_flight.take(party_of(session_->device().view()), size, size)) {
          held_.emplace(std::move(*given));
        } else {
          event->page.rows.clear();
        }
      }
      message_.set_space(std::string(as_text(event->space.view())));
      fill(std::move(event->page), message_.mutable_page());
    }
    message_.set_heartbeat_ms(static_cast<std::uint32_t>(session_->heartbeat_ms()));
    const std::int64_t now = parts_.clock.monotonic_ms();
    session_->said(now);
    {
      const MutexLock lock(mu_);
      beats_ = false;  // whatever is sent is a sign of life
      writing_since_ = now;
    }
    StartWrite(&message_);
  }

  ServiceParts parts_;
  ::grpc::CallbackServerContext& context_;  // good until OnDone
  std::unique_ptr<LiveSession> session_;
  const Lane lane_;
  wire::LiveEvent message_;                     // of the write that is under way
  std::optional<BytesInFlight::Held> held_;  // for it
  Mutex mu_;
  bool busy_ KITH_GUARDED_BY(mu_) = false;
  bool again_ KITH_GUARDED_BY(mu_) = false;
  bool over_ KITH_GUARDED_BY(mu_) = false;
  bool beats_ KITH_GUARDED_BY(mu_) = false;  // it was silent for too long
  std::int64_t writing_since_ KITH_GUARDED_BY(mu_) = 0;  // 0: no write is under way
};

class Refusal final : public ::grpc::ServerWriteReactor<wire::LiveEvent> {
 public:
  explicit Refusal(const ::grpc::Status& why) { Finish(why); }
  void OnDone() override { delete this; }
};

}  // namespace

::grpc::ServerWriteReactor<wire::LiveEvent>* start_live(const ServiceParts& parts,
                                                        ::grpc::CallbackServerContext& context,
                                                        std::unique_ptr<LiveSession> session) {
  auto* reactor = new LiveReactor(parts, context, std::move(session));
  reactor->start();
  return reactor;
}

::grpc::ServerWriteReactor<wire::LiveEvent>* refuse_live(const ::grpc::Status& why) { return new Refusal(why); }

}  // namespace kith::relay

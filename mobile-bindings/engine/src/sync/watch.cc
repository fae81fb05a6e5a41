#include <algorithm>
#include <atomic>

#include "kith/base/mutex.h"
#include "locked/kit.h"
#include "methods.h"
#include "session/connection.h"
#include "sync/sync.h"

namespace kith::engine {
namespace {

// Whatever way it ends, what was written meanwhile is told, and what lies beside the vault follows it.
class Telling {
 public:
  explicit Telling(Session& session) : session_(session) {}
  ~Telling() {
    keep_kit_true(session_);
    session_.tell_changes();
  }
  Telling(const Telling&) = delete;
  Telling& operator=(const Telling&) = delete;

 private:
  Session& session_;
};

constexpr std::int64_t kQuietlyMs = 60'000;

bool says_something(const api::SyncResult& result) {
  const auto& spaces = result.spaces();
  const bool trouble = std::any_of(spaces.begin(), spaces.end(), [](const auto& space) { return space.trouble(); });
  return trouble || result.sent() > 0 || result.received() > 0 || result.alarms_size() > 0 || result.renewed_size() > 0 ||
         result.put_aside_size() > 0 || result.has_error();
}

// The first result is a whole sync; after a failure the connection is made anew and the next
// call begins with a whole sync again. A stream that ends with its proof, a quarter of an hour old, is no
// failure: another takes its place, and nobody is told where nothing came.
class Watch final : public Stream {
 public:
  explicit Watch(Session& session) : session_(session) {
    session_.turn.listen(this, [this] {
      network_changed_ = true;
      if (const std::shared_ptr<client::LiveStream> live = current()) live->cancel();
    });
  }
  ~Watch() override { session_.turn.forget(this); }

  Result<std::optional<Bytes>> next(std::int64_t timeout_ms) override {
    if (cancelled_) return fail(Code::CANCELLED, "the stream was cancelled");
    if (is_locked()) {
      reset();
      return fail(Code::VAULT_LOCKED, "the vault is locked");
    }
    std::shared_ptr<client::LiveStream> live = current();
    const bool was_open = live != nullptr;
    auto out = was_open ? follow(*live, timeout_ms) : told(begin());
    live.reset();  // before the connection that it is made of
    if (!out && !cancelled_) reset();
    if (!out && was_open && out.error().code == Code::UNAUTHENTICATED && may_go_on_quietly()) return go_on_quietly();
    return out;
  }

  void cancel() override {
    cancelled_ = true;
    control_.cancel();
    if (const std::shared_ptr<client::LiveStream> live = current()) live->cancel();
  }

 private:
  static Result<std::optional<Bytes>> told(const Result<api::SyncResult>& result) {
    if (!result) return result.error();
    return std::optional<Bytes>(serialize(*result));
  }

  // Now and then: a relay that ends every stream at once is a failure, and has to be waited for.
  bool may_go_on_quietly() {
    const std::int64_t now = session_.clock().monotonic_ms();
    if (quietly_at_ && now - *quietly_at_ < kQuietlyMs) return false;
    quietly_at_ = now;
    return !cancelled_;
  }

  Result<std::optional<Bytes>> go_on_quietly() {
    const Result<api::SyncResult> again = begin();
    if (!again && !cancelled_) reset();
    if (again && !says_something(*again)) return std::optional<Bytes>();
    return told(again);
  }

  std::shared_ptr<client::LiveStream> current() {
    const MutexLock lock(mu_);
    return live_;
  }

  std::shared_ptr<client::Transport> followed() {
    const MutexLock lock(mu_);
    return relay_;
  }

  bool is_locked() {
    const MutexLock session_lock(session_.mu);
    return session_.locked;
  }

  // Whoever is cancelled while another call has the turn leaves the connection to that call.
  void reset() {
    const RelayTurn::Taken turn(session_.turn, &control_);
    if (!turn.had()) {
      const MutexLock lock(mu_);
      live_.reset();
      relay_.reset();
      return;
    }
    const MutexLock session_lock(session_.mu);
    const MutexLock lock(mu_);
    live_.reset();
    relay_.reset();
    session_.transport.reset();
  }

  // A second sync once the stream is open, so that nothing falls between the two.
  Result<api::SyncResult> begin() {
    const RelayTurn::Taken turn(session_.turn, &control_);
    if (!turn.had()) return fail(Code::CANCELLED, "the stream was cancelled");
    const MutexLock session_lock(session_.mu);
    const Telling telling(session_);
    network_changed_ = false;
    if (session_.locked) return fail(Code::VAULT_LOCKED, "the vault is locked");
    KITH_TRY(const api::SyncResult first, sync_now(session_));
    KITH_TRY(client::Transport* const relay, connect(session_));
    KITH_TRY(std::unique_ptr<client::LiveStream> live, client::SyncClient(*session_.replica, *relay).live());
    {
      const MutexLock lock(mu_);
      relay_ = session_.transport;
      live_ = std::move(live);
    }
    KITH_TRY(const client::SyncReport second, client::SyncClient(*session_.replica, *relay).sync(admission(session_)));
    KITH_TRY(api::SyncResult out, sync_result(session_, second));
    out.set_sent(out.sent() + first.sent());
    out.set_received(out.received() + first.received());
    for (const api::AlarmMark& mark : first.alarms()) *out.add_alarms() = mark;
    for (const std::string& partner : first.renewed()) out.add_renewed(partner);
    for (const api::PutAside& told : first.put_aside()) *out.add_put_aside() = told;
    if (first.has_error()) *out.mutable_error() = first.error();
    return out;
  }

  Result<std::optional<Bytes>> follow(client::LiveStream& live, std::int64_t timeout_ms) {
    const auto event = live.next(timeout_ms);
    // It may stand on a network that is gone, and say nothing for ever.
    if (network_changed_ && !cancelled_) return fail(Code::OFFLINE, "the network of this device changed");
    if (!event) return event.error();
    if (!*event) return std::optional<Bytes>();
    const RelayTurn::Taken turn(session_.turn, &control_);
    if (!turn.had()) return fail(Code::CANCELLED, "the stream was cancelled");
    const MutexLock session_lock(session_.mu);
    const Telling telling(session_);
    if (session_.locked) return fail(Code::VAULT_LOCKED, "the vault is locked");
    if (session_.transport != followed()) return fail(Code::OFFLINE, "this vault goes on at another relay");
    KITH_TRY(client::Transport* const relay, connect(session_));
    KITH_TRY(client::SyncReport report, client::SyncClient(*session_.replica, *relay).apply(**event));
    const Result<void> opened = report.received > 0 ? settle_pairs(session_, *relay, report) : Result<void>();
    const bool said_nothing = report.alarms.empty() && report.renewed.empty();
    if (report.sent == 0 && report.received == 0 && said_nothing) return std::optional<Bytes>();
    KITH_TRY(api::SyncResult out, sync_result(session_, report));
    if (!opened) set_error(&out, opened.error());
    return std::optional<Bytes>(serialize(out));
  }

  Session& session_;
  Control control_;
  std::atomic<bool> cancelled_{false};
  std::atomic<bool> network_changed_{false};
  std::optional<std::int64_t> quietly_at_;  // when it went on without a word; of the monotonic clock
  Mutex mu_;
  std::shared_ptr<client::Transport> relay_ KITH_GUARDED_BY(mu_);  // goes after live_
  std::shared_ptr<client::LiveStream> live_ KITH_GUARDED_BY(mu_);
};

}  // namespace

Result<std::unique_ptr<Stream>> sync_watch(Session& session, const api::Empty&) {
  return std::unique_ptr<Stream>(std::make_unique<Watch>(session));
}

}  // namespace kith::engine

// vault.changes: a mark at once, and one each time something in the vault was written. Several changes in a row may be
// one mark; none is left out for good.

#include <atomic>

#include "methods.h"

namespace kith::engine {
namespace {

class ChangeStream final : public Stream {
 public:
  explicit ChangeStream(Session& session) : session_(session) {}

  Result<std::optional<Bytes>> next(std::int64_t timeout_ms) override {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout_ms);
    const std::optional<std::uint64_t> number = session_.changes.wait(seen_, until, cancelled_);
    if (cancelled_) return fail(Code::CANCELLED, "the stream was cancelled");
    if (!number) {
      const MutexLock lock(session_.mu);
      if (session_.locked) return fail(Code::VAULT_LOCKED, "the vault is locked");
      return std::optional<Bytes>();
    }
    seen_ = *number;
    api::ChangeMark out;
    out.set_number(static_cast<double>(seen_));
    return std::optional(serialize(out));
  }

  void cancel() override { session_.changes.stop(cancelled_); }

 private:
  Session& session_;
  std::uint64_t seen_ = 0;
  std::atomic<bool> cancelled_{false};
};

}  // namespace

Result<std::unique_ptr<Stream>> vault_changes(Session& session, const api::Empty&) {
  session.tell_changes();
  return std::unique_ptr<Stream>(std::make_unique<ChangeStream>(session));
}

}  // namespace kith::engine

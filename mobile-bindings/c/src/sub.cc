#include "sub.h"

namespace kith::c {
namespace {

// The stream is cancelled where somebody wants its end; it need not look by itself.
constexpr std::int64_t kWaitMs = 60'000;

}  // namespace

Result<void> check_streams(std::uint32_t method) {
  for (const engine::MethodInfo& one : engine::Engine::methods()) {
    if (one.number == method && one.streams) return {};
  }
  return fail(Code::UNSUPPORTED, "there is no such stream");
}

SubCore::SubCore(std::shared_ptr<VaultCore> vault, std::uint32_t method, Bytes request)
    : vault_(std::move(vault)), method_(method), request_(std::move(request)), lane_(std::make_unique<Lane>()) {
  vault_->add(this);
}

SubCore::~SubCore() {
  vault_->remove(this);
  drop();
}

Result<void> SubCore::begin_next(kith_op op, kith_done_fn done, void* context) {
  Operations& operations = vault_->runtime->operations;
  const MutexLock lock(mu_);
  if (closed_) return fail(Code::CLOSED, "this stream was closed");
  if (waits_) return fail(Code::CONFLICT, "this stream is waited for already");
  // Claimed from the start: nothing is before it on its lane, and there whoever cancels it is heard.
  KITH_TRY(const std::shared_ptr<Operation> operation, operations.begin(op, done, context, true));
  auto thing = [self = shared_from_this(), operation] {
    const auto result = caught([&] { return self->next(operation->control); });
    {
      // Before the end is told, for whoever is told asks for the next one.
      const MutexLock done_with(self->mu_);
      self->waits_ = false;
    }
    self->vault_->runtime->operations.finish(operation, result);
  };
  waits_ = true;
  try {
    lane_->give(std::move(thing));
  } catch (...) {
    waits_ = false;
    operations.finish(operation, fail(Code::OUT_OF_MEMORY, "there can be no thread for this"));
  }
  return {};
}

// The one it has, or a new one where its engine is no more. Opening waits for the vault, so nobody waits for that.
Result<SubCore::Open> SubCore::stream(engine::Control& control) {
  std::uint64_t cuts = 0;
  {
    const MutexLock lock(mu_);
    cuts = cuts_;
  }
  KITH_TRY(const std::shared_ptr<engine::Engine> engine, vault_->engine());
  if (control.cancelled()) {
    drop();  // as where it was cancelled in the middle: the next one begins anew
    return fail(Code::CANCELLED, "this was cancelled");
  }
  {
    const MutexLock lock(mu_);
    if (closed_) return fail(Code::CLOSED, "this stream was closed");
    if (open_.stream && open_.engine == engine) return open_;
  }
  drop();
  Open made{engine, nullptr};
  KITH_TRY(made.stream, engine->open_stream(method_, request_));
  const MutexLock lock(mu_);
  if (closed_) return fail(Code::CLOSED, "this stream was closed");
  if (cuts_ != cuts) return fail(Code::VAULT_SUSPENDED, "the vault was put away just now");
  open_ = made;
  return made;
}

Result<Bytes> SubCore::next(engine::Control& control) {
  for (;;) {
    KITH_TRY(const Open now, stream(control));
    control.tell([stream = now.stream] { stream->cancel(); });
    auto next = now.stream->next(kWaitMs);
    control.tell({});
    if (!next) {
      drop();
      if (next.error().code != Code::CANCELLED) return next.error();
      return control.cancelled() ? next.error() : why_cut();
    }
    if (*next) return *std::move(*next);
  }
}

// Its stream was cancelled, and not by whoever waits for it.
Error SubCore::why_cut() {
  {
    const MutexLock lock(mu_);
    if (closed_) return fail(Code::CLOSED, "this stream was closed");
  }
  if (vault_->was_let_go()) return fail(Code::CANCELLED, "this vault was let go");
  if (vault_->state() == KITH_VAULT_CLOSED) return fail(Code::VAULT_LOCKED, "the vault is locked");
  return fail(Code::VAULT_SUSPENDED, "the vault was suspended");
}

// Ending a stream may take a moment, and nobody waits for that either.
void SubCore::drop() {
  Open gone;
  const MutexLock lock(mu_);
  std::swap(gone, open_);
}

// One that nobody waits for goes at once, with what it holds of its vault.
void SubCore::cut() {
  Open gone;
  const MutexLock lock(mu_);
  ++cuts_;
  if (open_.stream) open_.stream->cancel();
  if (!waits_) std::swap(gone, open_);
}

void SubCore::close() {
  {
    const MutexLock lock(mu_);
    closed_ = true;
    if (open_.stream) open_.stream->cancel();
  }
  lane_.reset();  // with whoever waits
  drop();
}

}  // namespace kith::c

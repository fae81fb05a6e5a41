#include "rollback_watch.h"

namespace kith::vault {
namespace {

// What can go unnoticed: a vault put back by fewer commits than this, after the power went, or after
// a crash where the key store notes nothing.
constexpr unsigned kCommitsNotDurable = 32;

}  // namespace

Result<void> RollbackWatch::check(std::uint64_t sequence) {
  if (platform_ == nullptr) return {};
  const MutexLock lock(mu_);
  const auto known = platform_->counter(vault_);
  fails_ = !known.ok();
  if (known.ok() && known->has_value() && sequence < **known) {
    return fail(Code::STORE_ROLLED_BACK, "the vault is older than when it was last open on this device");
  }
  // What is known may only have been noted, before a kill: it is made durable now.
  told_ = 0;
  now_ = sequence;
  tell();
  return {};
}

Result<void> RollbackWatch::accept(std::uint64_t sequence) {
  const MutexLock lock(mu_);
  KITH_CHECK(platform_->set_counter(vault_, sequence));
  now_ = told_ = sequence;
  return {};
}

void RollbackWatch::committed(std::uint64_t sequence) {
  if (platform_ == nullptr) return;
  const MutexLock lock(mu_);
  now_ = sequence;
  if (++waiting_ >= kCommitsNotDurable) {
    tell();
  } else {
    note();
  }
}

void RollbackWatch::settle() {
  if (platform_ == nullptr) return;
  const MutexLock lock(mu_);
  tell();
}

bool RollbackWatch::watching() const {
  const MutexLock lock(mu_);
  return platform_ != nullptr && !fails_;
}

void RollbackWatch::tell() {
  waiting_ = 0;
  if (now_ <= told_) return;
  const auto done = platform_->set_counter(vault_, now_);
  fails_ = !done.ok();
  if (done.ok()) told_ = now_;
}

void RollbackWatch::note() {
  if (!platform_->note_counter(vault_, now_).ok()) fails_ = true;
}

}  // namespace kith::vault

#pragma once
// Control ends a call from another thread than the one that makes it. What waits for the relay ends at once, what has
// not begun does not begin; what works on the vault alone is done first, since that takes no time and is whole.
//
// Threads: cancel() and cancelled() from any. For one call; it lives longer than that call.

#include <functional>

#include "kith/base/mutex.h"

namespace kith::engine {

class Control {
 public:
  void cancel() KITH_EXCLUDES(mu_) {
    const MutexLock lock(mu_);
    cancelled_ = true;
    if (told_) told_();
  }
  bool cancelled() const KITH_EXCLUDES(mu_) {
    const MutexLock lock(mu_);
    return cancelled_;
  }
  // Told at the moment of cancel(), at once if that is over, and no more once another one, or none, is given. The
  // function takes no lock that its caller holds.
  void tell(std::function<void()> told) KITH_EXCLUDES(mu_) {
    const MutexLock lock(mu_);
    told_ = std::move(told);
    if (cancelled_ && told_) told_();
  }

 private:
  mutable Mutex mu_;
  bool cancelled_ KITH_GUARDED_BY(mu_) = false;
  std::function<void()> told_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::engine

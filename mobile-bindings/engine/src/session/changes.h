#pragma once
// How far the vault has come, for whoever waits until it goes on.
//
// Threads: safe from any thread; taken for moments, and no other lock with it.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

#include "kith/base/mutex.h"

namespace kith::engine {

class Changes {
 public:
  // A number of 0 says nothing: the vault is put away just now.
  void tell(std::uint64_t number) KITH_EXCLUDES(mu_) {
    const MutexLock lock(mu_);
    if (number == 0 || number == number_) return;
    number_ = number;
    changed_.notify_all();
  }
  // Ends the wait of whoever has this flag.
  void stop(std::atomic<bool>& flag) KITH_EXCLUDES(mu_) {
    const MutexLock lock(mu_);
    flag = true;
    changed_.notify_all();
  }
  // The number as soon as it is another one than `seen`; nothing when the moment came first, or `stopped`.
  std::optional<std::uint64_t> wait(std::uint64_t seen, std::chrono::steady_clock::time_point until,
                                    const std::atomic<bool>& stopped) KITH_EXCLUDES(mu_) {
    const MutexLock lock(mu_);
    while (number_ == seen && !stopped) {
      if (!changed_.wait_until(mu_, until)) break;
    }
    if (number_ == seen || stopped) return {};
    return number_;
  }

 private:
  Mutex mu_;
  CondVar changed_;
  std::uint64_t number_ KITH_GUARDED_BY(mu_) = 0;
};

}  // namespace kith::engine

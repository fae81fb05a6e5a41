#pragma once
// Locks that the compiler sees. The standard library's tell clang nothing; with these it refuses a
// field that is read without the lock that guards it, a function that is called without the lock that
// it wants, and a lock that is taken twice or never given back. Clang builds `./dev test asan`;
// other compilers read the words below as nothing.
//
//   Mutex mu_;
//   int count_ KITH_GUARDED_BY(mu_) = 0;
//   void grow() KITH_REQUIRES(mu_);    // who calls it holds mu_
//   void add() KITH_EXCLUDES(mu_);     // who calls it does not
//
// What clang can't see: what is handed on by reference, and constructors and destructors, which nobody
// shares. A condition is waited for in a loop that stands where the lock is held, not in a lambda.
//
// Threads: all of it, from any thread.
// Owns:    a MutexLock holds its Mutex until its end, or until unlock().

#include <chrono>
#include <condition_variable>
#include <mutex>

#if defined(__clang__)
#define KITH_THREAD_SAFETY(word) __attribute__((word))
#else
#define KITH_THREAD_SAFETY(word)
#endif

#define KITH_CAPABILITY(name) KITH_THREAD_SAFETY(capability(name))
#define KITH_SCOPED_CAPABILITY KITH_THREAD_SAFETY(scoped_lockable)
#define KITH_GUARDED_BY(mutex) KITH_THREAD_SAFETY(guarded_by(mutex))
#define KITH_REQUIRES(...) KITH_THREAD_SAFETY(requires_capability(__VA_ARGS__))
#define KITH_EXCLUDES(...) KITH_THREAD_SAFETY(locks_excluded(__VA_ARGS__))
#define KITH_ACQUIRE(...) KITH_THREAD_SAFETY(acquire_capability(__VA_ARGS__))
#define KITH_TRY_ACQUIRE(...) KITH_THREAD_SAFETY(try_acquire_capability(__VA_ARGS__))
#define KITH_RELEASE(...) KITH_THREAD_SAFETY(release_capability(__VA_ARGS__))
// For what hands a lock over in a way that clang can't follow; why it holds stands beside it.
#define KITH_UNCHECKED KITH_THREAD_SAFETY(no_thread_safety_analysis)

namespace kith {

class KITH_CAPABILITY("mutex") Mutex {
 public:
  Mutex() = default;
  Mutex(const Mutex&) = delete;
  Mutex& operator=(const Mutex&) = delete;

  void lock() KITH_ACQUIRE() { mu_.lock(); }
  void unlock() KITH_RELEASE() { mu_.unlock(); }
  bool try_lock() KITH_TRY_ACQUIRE(true) { return mu_.try_lock(); }

 private:
  friend class CondVar;
  std::mutex mu_;
};

class KITH_SCOPED_CAPABILITY MutexLock {
 public:
  explicit MutexLock(Mutex& mu) KITH_ACQUIRE(mu) : mu_(mu) { mu_.lock(); }
  ~MutexLock() KITH_RELEASE() {
    if (held_) mu_.unlock();
  }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

  // For a while, in the middle of the scope.
  void unlock() KITH_RELEASE() {
    held_ = false;
    mu_.unlock();
  }
  void lock() KITH_ACQUIRE() {
    mu_.lock();
    held_ = true;
  }

 private:
  Mutex& mu_;
  bool held_ = true;
};

// Wakes who waits for something that a Mutex guards. A wait may end without a reason.
class CondVar {
 public:
  CondVar() = default;
  CondVar(const CondVar&) = delete;
  CondVar& operator=(const CondVar&) = delete;

  void wait(Mutex& mu) KITH_REQUIRES(mu) {
    std::unique_lock lock(mu.mu_, std::adopt_lock);
    changed_.wait(lock);
    lock.release();
  }
  // False once the moment has come.
  bool wait_until(Mutex& mu, std::chrono::steady_clock::time_point moment) KITH_REQUIRES(mu) {
    std::unique_lock lock(mu.mu_, std::adopt_lock);
    const bool woken = changed_.wait_until(lock, moment) == std::cv_status::no_timeout;
    lock.release();
    return woken;
  }
  void notify_one() { changed_.notify_one(); }
  void notify_all() { changed_.notify_all(); }

 private:
  std::condition_variable changed_;
};

}  // namespace kith

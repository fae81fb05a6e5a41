// Each case is a mistake with a lock that clang must refuse (LOCKS_DoesNotCompile); does_not_compile_test.py
// compiles them one by one, and first the whole without any, which must.

#include "kith/base/mutex.h"

namespace {

class Account {
 public:
  void add(int amount) KITH_EXCLUDES(mu_) {
    const kith::MutexLock lock(mu_);
    grow(amount);
    changed_.notify_all();
  }
  int wait_for(int least) {
    const kith::MutexLock lock(mu_);
    while (sum_ < least) changed_.wait(mu_);
    return sum_;
  }
  int in_between() {
    kith::MutexLock lock(mu_);
    const int before = sum_;
    lock.unlock();
    add(1);
    lock.lock();
    return sum_ - before;
  }

#ifdef LOCKS_READ_WITHOUT
  int wrong() const { return sum_; }
#endif
#ifdef LOCKS_WRITE_WITHOUT
  void wrong() { sum_ = 0; }
#endif
#ifdef LOCKS_CALL_WITHOUT
  void wrong() { grow(1); }
#endif
#ifdef LOCKS_TAKEN_TWICE
  void wrong() {
    const kith::MutexLock lock(mu_);
    const kith::MutexLock again(mu_);
  }
#endif
#ifdef LOCKS_CALL_THAT_TAKES_IT
  void wrong() {
    const kith::MutexLock lock(mu_);
    add(1);
  }
#endif
#ifdef LOCKS_NEVER_GIVEN_BACK
  void wrong() {
    mu_.lock();
    sum_ = 0;
  }
#endif
#ifdef LOCKS_READ_AFTER_UNLOCK
  int wrong() {
    kith::MutexLock lock(mu_);
    lock.unlock();
    return sum_;
  }
#endif
#ifdef LOCKS_WAIT_WITHOUT
  void wrong() { changed_.wait(mu_); }
#endif
#ifdef LOCKS_OF_SOMETHING_ELSE
  int wrong() {
    const kith::MutexLock lock(other_);
    return sum_;
  }
#endif

 private:
  void grow(int amount) KITH_REQUIRES(mu_) { sum_ += amount; }

  mutable kith::Mutex mu_;
  kith::Mutex other_;
  kith::CondVar changed_;
  int sum_ KITH_GUARDED_BY(mu_) = 0;
};

}  // namespace

int main() {
  Account account;
  account.add(2);
  return account.wait_for(2) + account.in_between() - 3;
}

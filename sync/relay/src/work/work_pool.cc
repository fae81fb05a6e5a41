#include "work/work_pool.h"

namespace kith::relay {
namespace {

constexpr std::size_t kMostWaiting = 4096;

}  // namespace

WorkPool::WorkPool(unsigned threads) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

WorkPool::~WorkPool() { stop(); }

void WorkPool::post(std::function<void()> work) {
  {
    const MutexLock lock(mu_);
    queue_.push_back(std::move(work));
  }
  wake_.notify_one();
}

bool WorkPool::full() const {
  const MutexLock lock(mu_);
  return queue_.size() >= kMostWaiting;
}

void WorkPool::stop() {
  {
    const MutexLock lock(mu_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void WorkPool::run() {
  for (;;) {
    std::function<void()> work;
    {
      const MutexLock lock(mu_);
      while (!stopping_ && queue_.empty()) wake_.wait(mu_);
      if (queue_.empty()) return;
      work = std::move(queue_.front());
      queue_.pop_front();
    }
    work();
  }
}

}  // namespace kith::relay

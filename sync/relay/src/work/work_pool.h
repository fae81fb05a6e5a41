#pragma once
// A few threads that do what may wait for the disk, so that gRPC's own threads never do.
//
// Threads: safe from any thread. stop() lets what is queued run to its end.
// Owns:    its threads.

#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "kith/base/mutex.h"

namespace kith::relay {

class WorkPool {
 public:
  explicit WorkPool(unsigned threads);
  ~WorkPool();
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  void post(std::function<void()> work);
  // Whether so much waits that new calls are better turned away.
  bool full() const;
  void stop();

 private:
  void run();

  mutable Mutex mu_;
  CondVar wake_;
  std::deque<std::function<void()>> queue_ KITH_GUARDED_BY(mu_);
  bool stopping_ KITH_GUARDED_BY(mu_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace kith::relay

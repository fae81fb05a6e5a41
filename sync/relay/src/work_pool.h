#pragma once
// A few threads that do what may wait for the disk, so that gRPC's own threads never do.
//
// Threads: safe from any thread. stop() lets what is queued run to its end.
// Owns:    its threads.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

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

  mutable std::mutex mu_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;  // guarded by mu_
  bool stopping_ = false;                    // guarded by mu_
  std::vector<std::thread> threads_;
};

}  // namespace kith::relay

#pragma once
// A few threads that do what may wait for the disk, so that gRPC's own threads never do. Lanes say whose turn it is.
//
// Threads: safe from any thread. What was turned away is told on the thread that posted something, with no lock held.
//          stop() lets what waits run to its end.
// Owns:    its threads, and what waits. It outlives every Turn.

#include <functional>
#include <thread>

#include "kith/base/mutex.h"
#include "work/lanes.h"

namespace kith::relay {

class WorkPool;

// The place in a lane of what is at work. While somebody holds it, its lane counts it: a write that waits for
// the disk holds up its space, and no thread.
class Turn {
 public:
  Turn(WorkPool& pool, const Lane& lane) : pool_(&pool), lane_(lane) {}
  Turn(Turn&& other) noexcept : pool_(other.pool_), lane_(other.lane_) { other.pool_ = nullptr; }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  Turn& operator=(Turn&&) = delete;
  ~Turn();

 private:
  WorkPool* pool_;
  Lane lane_;
};

class WorkPool {
 public:
  explicit WorkPool(unsigned threads);
  ~WorkPool();
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  // `run` is called once, on a thread of the pool, or `turn_away` in its place.
  void post(const Lane& lane, std::function<void(Turn)> run, std::function<void()> turn_away);
  // The rest of what has begun already: it goes before all others, and is never turned away.
  void go_on(std::function<void()> rest);
  void stop();
  // Calls that have not begun.
  std::size_t waiting() const;

 private:
  friend class Turn;
  void run();
  void end(const Lane& lane);

  mutable Mutex mu_;
  CondVar wake_;
  struct Work {
    std::function<void(Turn)> run;
    std::function<void()> turn_away;
  };
  Lanes<Work> lanes_ KITH_GUARDED_BY(mu_);
  std::deque<std::function<void()>> rests_ KITH_GUARDED_BY(mu_);
  bool stopping_ KITH_GUARDED_BY(mu_) = false;
  std::vector<std::thread> threads_;
};

// Where calls stand.
Lane lane_of(LaneKind kind, BytesView whose);

}  // namespace kith::relay

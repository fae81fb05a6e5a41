#include "lane.h"

#include <deque>
#include <thread>

#include "kith/base/mutex.h"

namespace kith::c {
namespace {

thread_local bool on_a_lane = false;

}  // namespace

struct Lane::Inside {
  Mutex mu;
  CondVar changed;
  std::deque<std::function<void()>> things KITH_GUARDED_BY(mu);
  bool over KITH_GUARDED_BY(mu) = false;
  std::thread thread KITH_GUARDED_BY(mu);

  void work() KITH_EXCLUDES(mu) {
    on_a_lane = true;
    for (;;) {
      std::function<void()> next;
      {
        const MutexLock lock(mu);
        while (things.empty() && !over) changed.wait(mu);
        if (things.empty()) return;
        next = std::move(things.front());
        things.pop_front();
      }
      next();
      next = nullptr;  // what it holds goes now, not with the next one
    }
  }
};

Lane::Lane() : inside_(std::make_shared<Inside>()) {}

void Lane::give(std::function<void()> thing) {
  const MutexLock lock(inside_->mu);
  if (!inside_->thread.joinable()) {
    inside_->thread = std::thread([inside = inside_] { inside->work(); });
  }
  inside_->things.push_back(std::move(thing));
  inside_->changed.notify_all();
}

Lane::~Lane() {
  std::thread thread;
  {
    const MutexLock lock(inside_->mu);
    inside_->over = true;
    inside_->changed.notify_all();
    thread = std::move(inside_->thread);
  }
  if (!thread.joinable()) return;
  if (on_a_lane) {
    thread.detach();
  } else {
    thread.join();
  }
}

}  // namespace kith::c

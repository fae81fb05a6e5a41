#pragma once
// A lane is one thread that does one thing after another. It begins with the first thing that it is given.
//
// Threads: give() from any. What is given must not throw.
// Owns:    the thread. A lane that goes does first what it was given; whoever lets it go waits for that, unless he is
//          himself on a lane, where waiting could be for himself: then it ends by itself.

#include <functional>
#include <memory>

namespace kith::c {

class Lane {
 public:
  Lane();
  ~Lane();
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  // std::system_error where there can be no thread: then nothing was given.
  void give(std::function<void()> thing);

 private:
  struct Inside;
  std::shared_ptr<Inside> inside_;  // the thread has it too
};

}  // namespace kith::c

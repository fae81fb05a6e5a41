#include "kith/base/mutex.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace kith {
namespace {

using std::chrono::steady_clock;

TEST(MutexTest, LetsOneInAtATime) {
  Mutex mu;
  int count = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 1000; ++i) {
        const MutexLock lock(mu);
        ++count;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(count, 4000);
}

TEST(MutexTest, IsFreeBetweenUnlockAndLockAndAfterTheScope) {
  Mutex mu;
  const auto taken_by_another = [&] {
    std::thread([&] { const MutexLock lock(mu); }).join();
    return true;
  };
  {
    MutexLock lock(mu);
    lock.unlock();
    EXPECT_TRUE(taken_by_another());
    lock.lock();
  }
  EXPECT_TRUE(taken_by_another());
  {
    MutexLock lock(mu);
    lock.unlock();
  }
  EXPECT_TRUE(taken_by_another()) << "what was given back is not given back twice";
}

TEST(CondVarTest, WakesWhoWaitsAndTheLockIsHeldAfterwards) {
  Mutex mu;
  CondVar changed;
  int turn = 0;
  std::thread other([&] {
    const MutexLock lock(mu);
    while (turn != 1) changed.wait(mu);
    turn = 2;
    changed.notify_all();
  });
  {
    const MutexLock lock(mu);
    turn = 1;
    changed.notify_all();
    while (turn != 2) changed.wait(mu);
  }
  other.join();
  EXPECT_EQ(turn, 2);
}

TEST(CondVarTest, SaysWhenTheMomentHasCome) {
  Mutex mu;
  CondVar changed;
  const MutexLock lock(mu);
  EXPECT_FALSE(changed.wait_until(mu, steady_clock::now() - std::chrono::seconds(1)));
  const auto moment = steady_clock::now() + std::chrono::milliseconds(5);
  while (changed.wait_until(mu, moment)) {
  }
  EXPECT_GE(steady_clock::now(), moment);
}

}  // namespace
}  // namespace kith

#include "database/gate.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace kith::vault {
namespace {

using std::chrono::milliseconds;

Gate::Deadline in(milliseconds time) { return std::chrono::steady_clock::now() + time; }

TEST(Gate, TurnsAwayWhoComesWhenItIsShutAndLetsInWhenItOpens) {
  Gate gate;
  EXPECT_TRUE(Inside(gate));
  EXPECT_TRUE(gate.shut(in(milliseconds(0))));
  EXPECT_TRUE(gate.wanted());
  EXPECT_FALSE(Inside(gate));
  EXPECT_FALSE(gate.alone());
  gate.open();
  EXPECT_FALSE(gate.wanted());
  EXPECT_TRUE(Inside(gate));
}

TEST(Gate, ThatCannotBeShutInTimeStaysOpen) {
  Gate gate;
  {
    const Inside inside(gate);
    EXPECT_FALSE(gate.shut(in(milliseconds(5))));
    EXPECT_TRUE(Inside(gate));
  }
  EXPECT_TRUE(gate.shut(in(milliseconds(5))));
}

TEST(Gate, WhoIsInsideGoesInOnceMoreWhileSomebodyWaitsToBeAlone) {
  Gate gate;
  std::atomic<bool> alone = false;
  std::thread other;
  {
    const Inside inside(gate);
    other = std::thread([&] {
      alone = gate.alone();
      gate.open();
    });
    std::this_thread::sleep_for(milliseconds(20));
    EXPECT_FALSE(alone);
    EXPECT_TRUE(Inside(gate)) << "or a visitor that reads would wait for itself";
    EXPECT_FALSE(alone);
  }
  other.join();
  EXPECT_TRUE(alone);
}

// The count behind the gate is only right when nobody else is inside.
TEST(Gate, NobodyIsInsideWithWhoIsAlone) {
  Gate gate;
  std::atomic<int> inside = 0;
  std::atomic<bool> ended = false;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      while (!ended) {
        const Inside in_gate(gate);
        ++inside;
        std::this_thread::yield();
        --inside;
      }
    });
  }
  for (int i = 0; i < 300; ++i) {
    ASSERT_TRUE(gate.alone());
    if (inside != 0) ++wrong;
    std::this_thread::yield();
    if (inside != 0) ++wrong;
    gate.open();
  }
  ended = true;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace kith::vault

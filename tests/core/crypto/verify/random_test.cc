#include "kith/verify/random.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <mutex>
#include <set>
#include <thread>

namespace kith::verify {
namespace {

TEST(SystemRandom, NeverRepeats) {
  std::set<Hash> seen;
  for (int i = 0; i < 2000; ++i) EXPECT_TRUE(seen.insert(system_random().make<Hash>()).second);
}

TEST(SystemRandom, EverySizeIsFilled) {
  for (const std::size_t size : {0U, 1U, 255U, 256U, 257U, 1023U, 1024U, 5000U}) {
    const Bytes bytes = system_random().bytes(size);
    ASSERT_EQ(bytes.size(), size);
    if (size >= 255) {
      const std::set<Byte> values(bytes.end() - 100, bytes.end());
      EXPECT_GT(values.size(), 20U) << size;
    }
  }
}

TEST(SystemRandom, ThreadsDrawDifferentBytes) {
  std::mutex mu;
  std::set<Hash> seen;
  std::vector<std::thread> threads;
  for (int n = 0; n < 4; ++n) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        const Hash drawn = system_random().make<Hash>();
        const std::lock_guard lock(mu);
        EXPECT_TRUE(seen.insert(drawn).second);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(seen.size(), 800U);
}

// What this child draws next, having been forked with the parent's pool of random bytes.
Hash drawn_by_a_child() {
  std::array<int, 2> ends{};
  EXPECT_EQ(pipe(ends.data()), 0);
  const pid_t child = fork();
  if (child == 0) {
    const Hash drawn = system_random().make<Hash>();
    const bool sent = write(ends[1], drawn.bytes.data(), Hash::kSize) == static_cast<ssize_t>(Hash::kSize);
    _exit(sent ? 0 : 1);
  }
  Hash out;
  EXPECT_EQ(read(ends[0], out.bytes.data(), Hash::kSize), static_cast<ssize_t>(Hash::kSize));
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  close(ends[0]);
  close(ends[1]);
  return out;
}

TEST(SystemRandom, AForkedChildNeverRepeatsItsParent) {
  static_cast<void>(system_random().make<Hash>());  // a pool is there to be inherited
  const Hash first = drawn_by_a_child();
  const Hash second = drawn_by_a_child();
  const Hash own = system_random().make<Hash>();
  EXPECT_NE(first, second);
  EXPECT_NE(first, own);
  EXPECT_NE(second, own);
}

}  // namespace
}  // namespace kith::verify

#include "kith/verify/random.h"

#include <pthread.h>
#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <cstring>

#include "start.h"

namespace kith::verify {
namespace {

// Raised in the child of every fork, so that bytes drawn before it are never handed out twice.
std::atomic<unsigned> g_forks{0};

struct Pool {
  Byte bytes[1024];
  std::size_t left = 0;
  unsigned forks = 0;
  ~Pool() { sodium_memzero(bytes, sizeof bytes); }
};

class SystemRandom final : public Random {
 public:
  SystemRandom() {
    start();
    require(pthread_atfork(nullptr, nullptr, [] { g_forks.fetch_add(1); }) == 0, "atfork");
  }

  void fill(std::span<Byte> out) override {
    if (out.empty()) return;
    thread_local Pool pool;
    if (out.size() > sizeof pool.bytes / 4) {
      randombytes_buf(out.data(), out.size());
      return;
    }
    if (pool.left < out.size() || pool.forks != g_forks.load()) {
      randombytes_buf(pool.bytes, sizeof pool.bytes);
      pool.left = sizeof pool.bytes;
      pool.forks = g_forks.load();
    }
    Byte* from = pool.bytes + (sizeof pool.bytes - pool.left);
    std::memcpy(out.data(), from, out.size());
    sodium_memzero(from, out.size());
    pool.left -= out.size();
  }
};

}  // namespace

Random& system_random() {
  static SystemRandom random;
  return random;
}

}  // namespace kith::verify

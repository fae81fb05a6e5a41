#include "system/thread_stacks.h"

#include <array>
#include <condition_variable>
#include <memory>
#include <mutex>

#include "kith/base/secret.h"

namespace kith::vault {
namespace {

// Deeper than a flush or a compaction goes.
constexpr std::size_t kDeep = 96U << 10U;

struct Waiting {
  std::mutex mu;
  std::condition_variable changed;
  int left = 0;
};

void work(void* argument) {
  const std::unique_ptr<std::shared_ptr<Waiting>> waiting(static_cast<std::shared_ptr<Waiting>*>(argument));
  wipe_own_stack();
  const std::lock_guard lock((*waiting)->mu);
  --(*waiting)->left;
  (*waiting)->changed.notify_all();
}

}  // namespace

[[gnu::noinline]] void wipe_own_stack() {
  std::array<Byte, kDeep> below;
  wipe(below);
}

void wipe_thread_stacks(rocksdb::Env& env, std::chrono::milliseconds patience) {
  const auto waiting = std::make_shared<Waiting>();
  std::unique_lock lock(waiting->mu);
  // One thread each: two jobs of a database are a flush and a compaction.
  for (const auto pool : {rocksdb::Env::Priority::HIGH, rocksdb::Env::Priority::LOW}) {
    if (env.GetBackgroundThreads(pool) == 0) continue;
    ++waiting->left;
    env.Schedule(&work, new std::shared_ptr<Waiting>(waiting), pool);
  }
  waiting->changed.wait_for(lock, patience, [&] { return waiting->left == 0; });
}

}  // namespace kith::vault

#include "system/thread_stacks.h"

#include <array>
#include <memory>

#include "kith/base/mutex.h"
#include "kith/base/secret.h"

namespace kith::vault {
namespace {

// Deeper than a flush or a compaction goes.
constexpr std::size_t kDeep = 96U << 10U;

struct Waiting {
  Mutex mu;
  CondVar changed;
  int left KITH_GUARDED_BY(mu) = 0;
};

void work(void* argument) {
  const std::unique_ptr<std::shared_ptr<Waiting>> waiting(static_cast<std::shared_ptr<Waiting>*>(argument));
  wipe_own_stack();
  Waiting& all = **waiting;
  const MutexLock lock(all.mu);
  --all.left;
  all.changed.notify_all();
}

}  // namespace

[[gnu::noinline]] void wipe_own_stack() {
  std::array<Byte, kDeep> below;
  wipe(below);
}

void wipe_thread_stacks(rocksdb::Env& env, std::chrono::milliseconds patience) {
  const auto waiting = std::make_shared<Waiting>();
  const auto deadline = std::chrono::steady_clock::now() + patience;
  const MutexLock lock(waiting->mu);
  // One thread each: two jobs of a database are a flush and a compaction.
  for (const auto pool : {rocksdb::Env::Priority::HIGH, rocksdb::Env::Priority::LOW}) {
    if (env.GetBackgroundThreads(pool) == 0) continue;
    ++waiting->left;
    env.Schedule(&work, new std::shared_ptr<Waiting>(waiting), pool);
  }
  bool in_time = true;
  while (waiting->left != 0 && in_time) in_time = waiting->changed.wait_until(waiting->mu, deadline);
}

}  // namespace kith::vault

#pragma once
// Operations: each has an id before it begins, can be ended from any thread from then on, and calls its `done` exactly
// once. Whoever claims an operation finishes it: the lane that comes to it, or whoever cancels it while it waits.
//
// Threads: safe from any thread.
// Owns:    the operations from begin() until they are finished, and ids that were taken and not used yet.

#include <atomic>
#include <map>
#include <memory>

#include "kith/base/mutex.h"
#include "kith/engine/control.h"
#include "lane.h"
#include "objects.h"

namespace kith::c {

struct Operation {
  kith_op id = 0;
  kith_done_fn done = nullptr;
  void* context = nullptr;
  engine::Control control;
  std::atomic<bool> claimed{false};
  std::unique_ptr<Counted> counted;  // from its beginning on

  bool claim() { return !claimed.exchange(true); }
};

class Operations {
 public:
  Operations();
  // An id, not begun.
  kith_op take();
  // INVALID_ARGUMENT: no id that was taken here, or one that has begun already, or no `done`. `claimed`: it is so from
  // the start, and whoever cancels it is heard where it is done.
  Result<std::shared_ptr<Operation>> begin(kith_op id, kith_done_fn done, void* context, bool claimed = false);
  // Calls `done`, and the operation is over. By whoever has claimed it.
  void finish(const std::shared_ptr<Operation>& operation, const Result<Bytes>& result);
  // As if it had never begun: `done` is not called. False: it was cancelled meanwhile, and `done` told of it.
  bool take_back(const std::shared_ptr<Operation>& operation);
  void cancel(kith_op id);
  // Tells of the end of one that was cancelled before it began, if nobody else does.
  void finish_cancelled(const std::shared_ptr<Operation>& operation);

 private:
  Mutex mu_;
  std::map<kith_op, std::shared_ptr<Operation>> all_ KITH_GUARDED_BY(mu_);
  Lane quick_;  // tells of what was cancelled before it began; what it is given needs nothing of this
};

}  // namespace kith::c

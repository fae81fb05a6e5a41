#include "operations.h"

namespace kith::c {
namespace {

// Unique in the process, whatever runtime they are of.
std::atomic<kith_op> ids{0};

void tell(Operation& operation, const Result<Bytes>& result) {
  // Before `done`: whoever is told and counts what lives counts this one no more.
  operation.counted.reset();
  if (result) {
    operation.done(operation.context, 0, nullptr, slice(*result));
    return;
  }
  std::unique_ptr<kith_error> error;
  try {
    error = make_error(result.error());
  } catch (...) {
    error = nullptr;  // no memory for the sentence; the status says it all the same
  }
  operation.done(operation.context, status(result.error().code), error.get(), {nullptr, 0});
}

}  // namespace

Operations::Operations() {
  quick_.give([] {});  // its thread, now: no cancel is to fail for want of one
}

kith_op Operations::take() {
  auto operation = std::make_shared<Operation>();
  operation->id = ++ids;
  const kith_op id = operation->id;
  const MutexLock lock(mu_);
  all_.emplace(id, std::move(operation));
  return id;
}

Result<std::shared_ptr<Operation>> Operations::begin(kith_op id, kith_done_fn done, void* context, bool claimed) {
  if (done == nullptr) return fail(Code::INVALID_ARGUMENT, "an operation needs a function that is told of its end");
  const MutexLock lock(mu_);
  const auto at = all_.find(id);
  if (at == all_.end() || at->second->counted) {
    return fail(Code::INVALID_ARGUMENT, "this is no new operation of kith_op_new()");
  }
  at->second->done = done;
  at->second->context = context;
  at->second->counted = std::make_unique<Counted>();
  at->second->claimed = claimed;
  return at->second;
}

void Operations::finish(const std::shared_ptr<Operation>& operation, const Result<Bytes>& result) {
  {
    const MutexLock lock(mu_);
    all_.erase(operation->id);
  }
  tell(*operation, result);
}

bool Operations::take_back(const std::shared_ptr<Operation>& operation) {
  if (!operation->claim()) return false;
  const MutexLock lock(mu_);
  all_.erase(operation->id);
  operation->counted.reset();
  return true;
}

void Operations::cancel(kith_op id) {
  std::shared_ptr<Operation> operation;
  bool begun = false;
  {
    const MutexLock lock(mu_);
    const auto at = all_.find(id);
    if (at == all_.end()) return;
    operation = at->second;
    begun = operation->counted != nullptr;
  }
  operation->control.cancel();
  if (begun) finish_cancelled(operation);  // else its beginning finds it so
}

void Operations::finish_cancelled(const std::shared_ptr<Operation>& operation) {
  if (!operation->claim()) return;  // somebody works on it, and hears of it there
  {
    const MutexLock lock(mu_);
    all_.erase(operation->id);
  }
  try {
    quick_.give([operation] { tell(*operation, fail(Code::CANCELLED, "this was cancelled")); });
  } catch (...) {
    tell(*operation, fail(Code::CANCELLED, "this was cancelled"));  // no memory to hand it over
  }
}

}  // namespace kith::c

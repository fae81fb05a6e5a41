#pragma once
// SteppedBatch commits many rows a step at a time, so that no more than one step of them is in memory. A crash leaves
// the steps that were committed: only for rows that say nothing until the last step is there. Private to sync/client.
//
// Threads: one thread.
// Owns:    the step in the making.
// Units:   a step is as long as its keys and values.
// Errors:  those of the store; the steps before stay.

#include "kith/changelog/store.h"

namespace kith::client {

class SteppedBatch {
 public:
  static constexpr std::size_t kStepBytes = std::size_t{256} << 10U;

  explicit SteppedBatch(changelog::Store& store) : store_(store) {}

  Result<void> put(changelog::Table table, Bytes key, Bytes value) {
    bytes_ += key.size() + value.size();
    step_.put(table, std::move(key), std::move(value));
    return step();
  }
  Result<void> erase(changelog::Table table, Bytes key) {
    bytes_ += key.size();
    step_.erase(table, std::move(key));
    return step();
  }
  // The last step, which holds what is to be there as one: it is committed by finish() alone.
  changelog::Batch& last() { return step_; }
  Result<void> finish() { return store_.commit(step_); }

 private:
  Result<void> step() {
    if (bytes_ < kStepBytes) return {};
    KITH_CHECK(store_.commit(step_));
    step_ = {};
    bytes_ = 0;
    return {};
  }

  changelog::Store& store_;
  changelog::Batch step_;
  std::size_t bytes_ = 0;
};

}  // namespace kith::client

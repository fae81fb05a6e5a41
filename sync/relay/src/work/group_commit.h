#pragma once
// GroupCommit writes what many spaces have to say with one sync of the disk: while one group is written, the next one
// gathers. However many wait, none of them holds a thread.
//
// Threads: safe from any thread; `done` is called on its own one and returns soon.
// Owns:    its thread, and the changes until they are written. The store outlives it; stop() writes what waits.
// Errors:  those of LogStore, each to the change that met it.

#include <deque>
#include <functional>
#include <thread>

#include "kith/base/clock.h"
#include "kith/base/mutex.h"
#include "kith/relay/log_store.h"
#include "kith/relay/tally.h"

namespace kith::relay {

class GroupCommit {
 public:
  GroupCommit(LogStore& store, const Clock& clock, Tally* tally);
  ~GroupCommit();
  GroupCommit(const GroupCommit&) = delete;
  GroupCommit& operator=(const GroupCommit&) = delete;

  // `change` stays where it is until `done` is called.
  void commit(const Change& change, std::function<void(Result<void>)> done);
  void stop();
  // Changes that are in no group yet.
  std::size_t waiting() const;

 private:
  struct Waiting {
    const Change* change = nullptr;
    std::function<void(Result<void>)> done;
  };
  void run();
  // The first that wait; of two changes of one space, or that use one admission, the second waits for the next group.
  std::vector<Waiting> gather() KITH_REQUIRES(mu_);

  void count(const std::vector<Waiting>& group, const std::vector<Result<void>>& results, std::int64_t took_ms);

  LogStore& store_;
  const Clock& clock_;
  Tally* const tally_;  // or none
  mutable Mutex mu_;
  CondVar wake_;
  std::deque<Waiting> waiting_ KITH_GUARDED_BY(mu_);
  bool stopping_ KITH_GUARDED_BY(mu_) = false;
  std::thread thread_;
};

}  // namespace kith::relay

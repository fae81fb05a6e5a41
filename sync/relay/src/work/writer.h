#pragma once
// Writer carries a write from the judgement of the rules to its answer: judged on a thread of the pool, written with
// the changes of other spaces, and answered on a thread of the pool again. The space waits meanwhile, and no thread.
//
// Threads: safe from any thread; `judge` and `done` are called on threads of the pool.
// Owns:    nothing; the parts outlive it, and it outlives its calls.
// Errors:  those of Relay and of the store.

#include "kith/relay/relay.h"
#include "work/group_commit.h"
#include "work/work_pool.h"

namespace kith::relay {

class Writer {
 public:
  using Judge = std::function<Result<Relay::Judged>()>;
  using Done = std::function<void(Result<envelope::AppendReply>)>;

  Writer(Relay& relay, GroupCommit& commits, WorkPool& pool) : relay_(relay), commits_(commits), pool_(pool) {}

  // `turn` is kept until `done` has been called. `judge` is called once more where the log has moved on since.
  void write(Turn turn, Judge judge, Done done);

 private:
  struct Write;
  void judge(const std::shared_ptr<Write>& write);
  void written(const std::shared_ptr<Write>& write, const Result<void>& result);
  void failed(const std::shared_ptr<Write>& write, const Error& error);

  Relay& relay_;
  GroupCommit& commits_;
  WorkPool& pool_;
};

}  // namespace kith::relay

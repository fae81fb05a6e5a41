#include "work/writer.h"

namespace kith::relay {

struct Writer::Write {
  Write(Turn t, Judge j, Done d) : turn(std::move(t)), judge(std::move(j)), done(std::move(d)) {}

  Turn turn;
  Judge judge;
  Done done;
  Relay::Judged judged;
  int tries = 0;
};

void Writer::write(Turn turn, Judge judge_it, Done done) {
  judge(std::make_shared<Write>(std::move(turn), std::move(judge_it), std::move(done)));
}

void Writer::judge(const std::shared_ptr<Write>& write) {
  auto judged = write->judge();
  if (!judged) return failed(write, judged.error());
  write->judged = *std::move(judged);
  if (write->judged.change.entries.empty()) return write->done(relay_.settle(std::move(write->judged)));
  commits_.commit(write->judged.change, [this, write](const Result<void>& result) {
    pool_.go_on([this, write, result] { written(write, result); });
  });
}

void Writer::written(const std::shared_ptr<Write>& write, const Result<void>& result) {
  if (result.ok()) return write->done(relay_.settle(std::move(write->judged)));
  failed(write, result.error());
}

// Where the log has moved on it is judged once more, behind what else has begun.
void Writer::failed(const std::shared_ptr<Write>& write, const Error& error) {
  const bool moved_on = error.code == Code::CONFLICT && ++write->tries < Relay::kMostTries;
  if (!moved_on) return write->done(error);
  pool_.go_on([this, write] { judge(write); });
}

}  // namespace kith::relay

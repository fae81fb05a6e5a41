#include "work/group_commit.h"

#include <set>

namespace kith::relay {
namespace {

// A group larger than this is no cheaper, and what gathers behind it waits for longer.
constexpr std::size_t kMostBytes = 8U << 20U;
constexpr std::size_t kMostChanges = 1024;

std::size_t size_of(const Change& change) {
  std::size_t out = 0;
  for (const NewEntry& entry : change.entries) out += entry.stored.entry.size();
  return out;
}

}  // namespace

GroupCommit::GroupCommit(LogStore& store, const Clock& clock, Tally* tally)
    : store_(store), clock_(clock), tally_(tally), thread_([this] { run(); }) {}

GroupCommit::~GroupCommit() { stop(); }

void GroupCommit::commit(const Change& change, std::function<void(Result<void>)> done) {
  {
    const MutexLock lock(mu_);
    waiting_.push_back({&change, std::move(done)});
  }
  wake_.notify_one();
}

void GroupCommit::stop() {
  {
    const MutexLock lock(mu_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::size_t GroupCommit::waiting() const {
  const MutexLock lock(mu_);
  return waiting_.size();
}

std::vector<GroupCommit::Waiting> GroupCommit::gather() {
  std::vector<Waiting> out;
  std::deque<Waiting> later;
  std::set<SpaceId> spaces;
  std::set<Hash> admissions;
  std::size_t bytes = 0;
  while (!waiting_.empty() && out.size() < kMostChanges && bytes < kMostBytes) {
    Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    const auto& admission = next.change->admission;
    const bool alone = !spaces.contains(next.change->after.membership.space) &&
                       !(admission && admissions.contains(admission->token));
    if (alone) {
      spaces.insert(next.change->after.membership.space);
      if (admission) admissions.insert(admission->token);
      bytes += size_of(*next.change);
      out.push_back(std::move(next));
    } else {
      later.push_back(std::move(next));
    }
  }
  for (; !later.empty(); later.pop_back()) waiting_.push_front(std::move(later.back()));
  return out;
}

void GroupCommit::count(const std::vector<Waiting>& group, const std::vector<Result<void>>& results,
                        std::int64_t took_ms) {
  if (tally_ == nullptr) return;
  std::size_t entries = 0;
  std::size_t refused = 0;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (results[i].ok()) entries += group[i].change->entries.size();
    if (!results[i].ok()) ++refused;
  }
  tally_->committed(group.size(), entries, refused, static_cast<double>(took_ms) / 1000.0);
}

void GroupCommit::run() {
  for (;;) {
    std::vector<Waiting> group;
    {
      const MutexLock lock(mu_);
      while (!stopping_ && waiting_.empty()) wake_.wait(mu_);
      if (waiting_.empty()) return;
      group = gather();
    }
    std::vector<const Change*> changes;
    for (const Waiting& one : group) changes.push_back(one.change);
    const std::int64_t began = clock_.monotonic_ms();
    std::vector<Result<void>> results = store_.commit_all(changes);
    count(group, results, clock_.monotonic_ms() - began);
    for (std::size_t i = 0; i < group.size(); ++i) group[i].done(std::move(results[i]));
  }
}

}  // namespace kith::relay

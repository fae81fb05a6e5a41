#pragma once
// changelog::Store over a std::map. It can be told to fail the n-th commit from now on, and
// copied whole (to stand for a folder that was copied).
// REQUIRES: the test links the target that brings kith/changelog/store.h

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

#include "kith/changelog/store.h"

namespace kith::testing {

class MemoryStore final : public changelog::Store {
 public:
  using Rows = std::map<std::pair<changelog::Table, Bytes>, Bytes>;

  Result<std::optional<Bytes>> find(changelog::Table table, BytesView key) const override {
    const std::lock_guard lock(mu_);
    const auto at = rows_.find({table, to_bytes(key)});
    ++read_;
    return at == rows_.end() ? std::optional<Bytes>() : std::optional(at->second);
  }

  Result<void> scan(changelog::Table table, BytesView prefix, BytesView from,
                    const Visitor& visit) const override {
    std::vector<std::pair<Bytes, Bytes>> found;
    {
      const std::lock_guard lock(mu_);
      for (auto at = rows_.lower_bound({table, to_bytes(from.empty() ? prefix : from)});
           at != rows_.end() && at->first.first == table; ++at) {
        const Bytes& key = at->first.second;
        if (key.size() < prefix.size() || !equal(BytesView(key).first(prefix.size()), prefix)) break;
        found.emplace_back(key, at->second);
      }
    }
    for (const auto& [key, value] : found) {
      ++read_;
      if (!visit(key, value)) break;
    }
    return {};
  }

  Result<void> commit(const changelog::Batch& batch) override {
    const std::lock_guard lock(mu_);
    if (commits_until_failure_ == 0) return fail(Code::NO_SPACE, "the test wants this commit to fail");
    if (commits_until_failure_ > 0) --commits_until_failure_;
    ++commits_;
    std::size_t bytes = 0;
    for (const auto& op : batch.ops()) {
      bytes += op.key.size() + (op.value ? op.value->size() : 0);
      if (op.value) {
        rows_[{op.table, op.key}] = *op.value;
      } else {
        rows_.erase({op.table, op.key});
      }
    }
    largest_commit_ = std::max(largest_commit_, bytes);
    return {};
  }

  // Commits succeed `n` more times and then fail with NO_SPACE; -1: never fail.
  void fail_after(int n) {
    const std::lock_guard lock(mu_);
    commits_until_failure_ = n;
  }
  int commits() const {
    const std::lock_guard lock(mu_);
    return commits_;
  }
  // Rows that were found or visited, and looked for in vain.
  std::size_t rows_read() const { return read_; }
  // Bytes of the keys and values of the largest commit.
  std::size_t largest_commit() const {
    const std::lock_guard lock(mu_);
    return largest_commit_;
  }
  Rows copy() const {
    const std::lock_guard lock(mu_);
    return rows_;
  }
  void restore(Rows rows) {
    const std::lock_guard lock(mu_);
    rows_ = std::move(rows);
  }

 private:
  mutable std::mutex mu_;
  Rows rows_;
  int commits_until_failure_ = -1;
  int commits_ = 0;
  std::size_t largest_commit_ = 0;
  mutable std::atomic<std::size_t> read_ = 0;
};

}  // namespace kith::testing

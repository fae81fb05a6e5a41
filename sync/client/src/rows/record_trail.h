#pragma once
// RecordTrail is the store of a vault that remembers, in memory, which records changed lately and in
// which order: who has read records once need not read them all again to know what is new.
//
// Threads: safe from any thread. A commit is on the trail when commit() returns; who asks for the
//          trail first and reads then misses nothing, and may read something once more.
// Owns:    the last kTrailMost keys; the store beneath outlives it and is written through this alone.
// Errors:  those of the store beneath; a commit that failed leaves its records on the trail too.

#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include "kith/changelog/store.h"

namespace kith::client {

inline constexpr std::size_t kTrailMost = 1024;

class RecordTrail final : public changelog::Store {
 public:
  explicit RecordTrail(changelog::Store& beneath) : beneath_(beneath) {}

  Result<std::optional<Bytes>> find(changelog::Table table, BytesView key) const override {
    return beneath_.find(table, key);
  }
  Result<void> scan(changelog::Table table, BytesView prefix, BytesView from, const Visitor& visit) const override {
    return beneath_.scan(table, prefix, from, visit);
  }
  Result<void> commit(const changelog::Batch& batch) override;

  // What changed without a commit. REQUIRES: the key of a row of the table `record`
  void note(BytesView key);

  struct Since {
    std::uint64_t mark = 0;         // where the trail ends now
    bool forgotten = false;         // it does not go back that far
    std::vector<std::string> keys;  // of rows of the table `record`, each once, in order
  };
  // What changed behind `mark`; 0 is before everything.
  Since since(std::uint64_t mark) const;

 private:
  changelog::Store& beneath_;
  mutable std::mutex mu_;
  // guarded by mu_
  std::uint64_t end_ = 1;  // of the trail; it begins at end_ - keys_.size()
  std::deque<std::string> keys_;
};

}  // namespace kith::client

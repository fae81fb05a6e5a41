#pragma once
// RecordTrail remembers, in memory, which records changed lately and in which order: who has read records
// once need not read them all again to know what is new.
//
// Threads: safe from any thread. A commit is on the trail when commit() returns; who asks for the
//          trail first and reads then misses nothing, and may read something once more.
// Owns:    the last kTrailMost keys.
// Errors:  none.

#include <deque>
#include <string>
#include <vector>

#include "kith/base/mutex.h"
#include "rows/owed_records.h"

namespace kith::client {

inline constexpr std::size_t kTrailMost = 1024;

class RecordTrail {
 public:
  // Of one commit, together.
  void add(const RecordKeys& records);
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
  mutable Mutex mu_;
  std::uint64_t end_ KITH_GUARDED_BY(mu_) = 1;  // of the trail; it begins at end_ - keys_.size()
  std::deque<std::string> keys_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::client

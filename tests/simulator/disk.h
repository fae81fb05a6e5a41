#pragma once
// Disk is a vault's store in memory that can lose its power. A crash is thrown as Crashed out of
// commit(): nothing of the program runs after it, as in a process that was killed, and what was
// committed before is what the next start finds.
//
// Threads: one.
// Units:   moments count commits from now, 1 being the next.
// Errors:  NO_SPACE when it was told to be full; Crashed, which is no Error, when it was told to.

#include <map>
#include <optional>

#include "kith/changelog/store.h"

namespace kith::simulator {

struct Crashed {};

class Disk final : public changelog::Store {
 public:
  using Rows = std::map<std::pair<changelog::Table, Bytes>, Bytes>;

  Result<std::optional<Bytes>> find(changelog::Table table, BytesView key) const override;
  Result<void> scan(changelog::Table table, BytesView prefix, BytesView from, const Visitor& visit) const override;
  Result<void> commit(const changelog::Batch& batch) override;

  // The power goes at that commit, just before it or just after it.
  void crash_at(unsigned commit, bool after) { crash_ = Moment{commit, after}; }
  void full_at(unsigned commit) { full_ = commit; }
  void calm();

  const Rows& rows() const { return rows_; }
  void put_back(Rows rows) { rows_ = std::move(rows); }
  std::size_t bytes() const;

 private:
  struct Moment {
    unsigned left = 0;
    bool after = false;
  };
  bool is_due();

  Rows rows_;
  std::optional<Moment> crash_;
  std::optional<unsigned> full_;
};

}  // namespace kith::simulator

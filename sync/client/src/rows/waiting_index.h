#pragma once
// WaitingIndex is the store of a vault with the keys of what waits to be sent kept in memory:
// the tables `unsent` and `outbox` are empty most of the time, and each row in them lives
// shortly. A search through a database that has erased a million of them looks at every one that
// is not compacted away yet; this one looks at none.
//
// Threads: safe from any thread. A commit and what it does to the keys is seen in one step by
//          whoever holds the replica's `mu`, as everybody does who writes.
// Owns:    the keys; the store beneath outlives it and is written through this alone.
// Errors:  those of the store beneath.

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kith/changelog/store.h"

namespace kith::client {

class WaitingIndex final : public changelog::Store {
 public:
  explicit WaitingIndex(changelog::Store& beneath) : beneath_(beneath) {}

  // Reads the keys; before anything else.
  Result<void> load();

  Result<std::optional<Bytes>> find(changelog::Table table, BytesView key) const override;
  Result<void> scan(changelog::Table table, BytesView prefix, BytesView from, const Visitor& visit) const override;
  Result<void> commit(const changelog::Batch& batch) override;

  // Rows of `table` under `prefix`. REQUIRES: unsent or outbox
  std::uint64_t count(changelog::Table table, BytesView prefix) const;

 private:
  // As text, since GCC 12 at -O3 warns about the order of vectors of bytes.
  struct ByBytes {
    bool operator()(const Bytes& a, const Bytes& b) const { return as_text(a) < as_text(b); }
  };
  using Keys = std::set<Bytes, ByBytes>;
  std::vector<Bytes> keys_under(changelog::Table table, BytesView prefix, BytesView from) const;
  Result<void> scan_beneath(changelog::Table table, BytesView prefix, const std::vector<Bytes>& keys,
                            const Visitor& visit) const;
  void add(changelog::Table table, const Bytes& key);
  void remove(changelog::Table table, const Bytes& key);

  changelog::Store& beneath_;
  mutable std::mutex mu_;
  // guarded by mu_
  std::map<changelog::Table, Keys> waiting_{{changelog::Table::unsent, {}}, {changelog::Table::outbox, {}}};
  // By table and space: it is asked for all the time.
  std::map<std::pair<changelog::Table, std::string>, std::uint64_t> counts_;
};

}  // namespace kith::client

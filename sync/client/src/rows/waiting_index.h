#pragma once
// WaitingIndex keeps the keys of what waits to be sent in memory: the tables `unsent` and `outbox` are
// empty most of the time, and each row in them lives shortly. A search through a database that has erased
// a million of them looks at every one that is not compacted away yet; this one looks at none.
//
// Threads: safe from any thread.
// Owns:    the keys; the store beneath outlives it.
// Errors:  those of the store beneath; STORE_CORRUPT where a row is gone whose key is known.

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kith/base/mutex.h"
#include "kith/changelog/store.h"

namespace kith::client {

class WaitingIndex {
 public:
  explicit WaitingIndex(const changelog::Store& beneath) : beneath_(beneath) {}

  static bool keeps(changelog::Table table) {
    return table == changelog::Table::unsent || table == changelog::Table::outbox;
  }
  // Reads the keys; before anything else.
  Result<void> load();
  // As changelog::Store::scan(). REQUIRES: keeps(table)
  Result<void> scan(changelog::Table table, BytesView prefix, BytesView from, const changelog::Store::Visitor& visit) const;
  void committed(const changelog::Batch& batch);

  // Rows of `table` under `prefix`. REQUIRES: keeps(table)
  std::uint64_t count(changelog::Table table, BytesView prefix) const;

 private:
  // As text, since GCC 12 at -O3 warns about the order of vectors of bytes.
  struct ByBytes {
    bool operator()(const Bytes& a, const Bytes& b) const { return as_text(a) < as_text(b); }
  };
  using Keys = std::set<Bytes, ByBytes>;
  std::vector<Bytes> keys_under(changelog::Table table, BytesView prefix, BytesView from) const;
  Result<void> scan_beneath(changelog::Table table, BytesView prefix, const std::vector<Bytes>& keys,
                            const changelog::Store::Visitor& visit) const;
  void add(changelog::Table table, const Bytes& key) KITH_REQUIRES(mu_);
  void remove(changelog::Table table, const Bytes& key) KITH_REQUIRES(mu_);

  const changelog::Store& beneath_;
  mutable Mutex mu_;
  std::map<changelog::Table, Keys> waiting_ KITH_GUARDED_BY(mu_){{changelog::Table::unsent, {}}, {changelog::Table::outbox, {}}};
  // By table and space: it is asked for all the time.
  std::map<std::pair<changelog::Table, std::string>, std::uint64_t> counts_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::client

#pragma once
// WaitingIndex keeps the keys of what waits to be sent in memory: the tables `unsent` and `outbox` are
// empty most of the time, and each row in them lives shortly. A search through a database that has erased
// a million of them looks at every one that is not compacted away yet; this one looks at none.
//
// The keys of a kind of record are read when somebody first asks for that kind, all of them when he asks for a whole
// space: whoever opens a vault to look at a list does not wait for what a person wrote without a network.
//
// Threads: safe from any thread; a commit and committed() are one step for whoever asks.
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
  // As changelog::Store::scan(). REQUIRES: keeps(table)
  Result<void> scan(changelog::Table table, BytesView prefix, BytesView from, const changelog::Store::Visitor& visit) const;
  void committed(const changelog::Batch& batch);

  // Rows of `table` under `prefix`. REQUIRES: keeps(table)
  Result<std::uint64_t> count(changelog::Table table, BytesView prefix) const;

 private:
  // As text, since GCC 12 at -O3 warns about the order of vectors of bytes.
  struct ByBytes {
    bool operator()(const Bytes& a, const Bytes& b) const { return as_text(a) < as_text(b); }
  };
  using Keys = std::set<Bytes, ByBytes>;
  std::vector<Bytes> keys_under(changelog::Table table, BytesView prefix, BytesView from) const;
  Result<void> scan_beneath(changelog::Table table, BytesView prefix, const std::vector<Bytes>& keys,
                            const changelog::Store::Visitor& visit) const;
  // Reads the keys that the question wants, once. False for one record of a kind that was not read: the store beneath
  // says it as quickly.
  Result<bool> knows(changelog::Table table, BytesView prefix) const;
  Result<void> read(changelog::Table table, BytesView prefix) const KITH_REQUIRES(mu_);
  void forget_all() const KITH_REQUIRES(mu_);
  bool is_known(changelog::Table table, BytesView key) const KITH_REQUIRES(mu_);
  void add(changelog::Table table, const Bytes& key) const KITH_REQUIRES(mu_);
  void remove(changelog::Table table, const Bytes& key) KITH_REQUIRES(mu_);

  const changelog::Store& beneath_;
  mutable Mutex mu_;
  mutable bool all_ KITH_GUARDED_BY(mu_) = false;  // were read, or of the table `unsent`
  mutable Keys kinds_ KITH_GUARDED_BY(mu_);         // those that begin so
  mutable std::map<changelog::Table, Keys> waiting_ KITH_GUARDED_BY(mu_){{changelog::Table::unsent, {}}, {changelog::Table::outbox, {}}};
  // By table and space: it is asked for all the time.
  mutable std::map<std::pair<changelog::Table, std::string>, std::uint64_t> counts_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::client

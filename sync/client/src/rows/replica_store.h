#pragma once
// ReplicaStore is the store of a vault as a replica reads and writes it. What it commits it tells three
// parts that keep something of it in memory: what waits to be sent, which records the search index does
// not know yet, and which records changed lately. Private to sync/client.
//
// Threads: safe from any thread. A commit and what the parts know of it is seen in one step by whoever
//          holds the replica's `mu`, as everybody does who writes.
// Owns:    the three parts; the store beneath outlives it and is written through this alone.
// Errors:  those of the store beneath; after a failure the parts know what they knew before, but for the
//          trail, which may name records that did not change.

#include "rows/owed_records.h"
#include "rows/record_trail.h"
#include "rows/waiting_index.h"

namespace kith::client {

class ReplicaStore final : public changelog::Store {
 public:
  explicit ReplicaStore(changelog::Store& beneath) : waiting(beneath), beneath_(beneath) {}

  Result<std::optional<Bytes>> find(changelog::Table table, BytesView key) const override {
    return beneath_.find(table, key);
  }
  Result<void> scan(changelog::Table table, BytesView prefix, BytesView from, const Visitor& visit) const override;
  Result<void> commit(const changelog::Batch& batch) override;

  WaitingIndex waiting;
  OwedRecords owed;
  RecordTrail trail;

 private:
  changelog::Store& beneath_;
};

}  // namespace kith::client

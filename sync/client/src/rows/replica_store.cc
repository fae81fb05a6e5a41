#include "rows/replica_store.h"

#include "rows/index_rows.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

// Keys of rows of the table `record` that a batch changes, by itself or by a change that waits: the key of
// an unsent change begins with that of its record.
RecordKeys records_in(const Batch& batch) {
  RecordKeys out;
  for (const auto& op : batch.ops()) {
    if (op.table != Table::record && op.table != Table::unsent) continue;
    out.emplace(as_text(BytesView(op.key).first(kRecordKeyBytes)));
  }
  return out;
}

}  // namespace

Result<void> ReplicaStore::scan(Table table, BytesView prefix, BytesView from, const Visitor& visit) const {
  return WaitingIndex::keeps(table) ? waiting.scan(table, prefix, from, visit) : beneath_.scan(table, prefix, from, visit);
}

Result<void> ReplicaStore::commit(const Batch& batch) {
  const RecordKeys records = records_in(batch);
  Result<void> done;
  if (records.empty()) {
    done = beneath_.commit(batch);
  } else {
    // In the same batch, so that no crash parts a record from the word that it changed.
    Batch with = batch;
    owed.owe(records, with);
    done = beneath_.commit(with);
  }
  // After a failure too: whoever reads on from a mark reads something once more, and misses nothing.
  trail.add(records);
  KITH_CHECK(done);
  owed.committed(records);
  waiting.committed(batch);
  return {};
}

}  // namespace kith::client

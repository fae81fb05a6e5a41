#pragma once
// OwedRecords is the store of a vault that writes down which records the search index does not know
// yet: whoever changes a record writes, in the same batch, that it is owed. One row a record, however
// often it changes before the index is brought up to date; so writing costs next to nothing, and no
// crash parts a record from the word that it changed.
//
// Threads: safe from any thread; as WaitingIndex.
// Owns:    the keys; the store beneath outlives it and is written through this alone.
// Errors:  those of the store beneath; after a failure nothing is owed that was not before.

#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "kith/changelog/store.h"

namespace kith::client {

class OwedRecords final : public changelog::Store {
 public:
  // Keys of rows of the table `record`, as text.
  using Keys = std::unordered_set<std::string>;

  explicit OwedRecords(changelog::Store& beneath) : beneath_(beneath) {}

  Result<std::optional<Bytes>> find(changelog::Table table, BytesView key) const override {
    return beneath_.find(table, key);
  }
  Result<void> scan(changelog::Table table, BytesView prefix, BytesView from, const Visitor& visit) const override {
    return beneath_.scan(table, prefix, from, visit);
  }
  Result<void> commit(const changelog::Batch& batch) override;

  // Takes in what earlier runs left owed.
  Result<void> load();
  // Owed in memory only: of a vault that has no index yet.
  void add(BytesView record_key);
  // At most `most` of what changed and was not taken since, in order of keys.
  std::vector<std::string> take_changed(std::size_t most);
  bool nothing_to_take() const;
  // It could not be read after all: it is handed out again.
  void give_back(const std::vector<std::string>& keys);

  // Rows on disk that say so, as far as this run knows.
  std::size_t rows() const;
  // Puts into the batch that what was taken is owed no more; settled() once it is committed. Both
  // want the replica's `mu` held, from before the first to behind the second.
  void settle(changelog::Batch& batch) const;
  void settled();
  // Puts into the batch that this record is owed.
  static void put(changelog::Batch& batch, BytesView record_key);

 private:
  bool untaken(const std::string& key) const;

  changelog::Store& beneath_;
  mutable std::mutex mu_;
  // guarded by mu_
  Keys rows_;     // have a row, as far as this run knows
  Keys changed_;  // were not taken since they changed; nor were
  std::vector<std::string> queue_;  // these, which stand in order, the first one last
};

}  // namespace kith::client

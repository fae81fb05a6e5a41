#pragma once
// OwedRecords knows which records the search index does not know yet: whoever changes a record writes, in
// the same batch, that it is owed. One row a record, however often it changes before the index is brought
// up to date; so writing costs next to nothing.
//
// Threads: safe from any thread; rows and memory agree for whoever holds the replica's `mu`.
// Owns:    the keys.
// Errors:  those of the store that it is loaded from.

#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "kith/base/mutex.h"
#include "kith/changelog/store.h"

namespace kith::client {

// Keys of rows of the table `record`, as text.
using RecordKeys = std::unordered_set<std::string>;

class OwedRecords {
 public:
  // Takes in what earlier runs left owed.
  Result<void> load(const changelog::Store& store);
  // Puts into the batch that these are owed; committed() once it is.
  void owe(const RecordKeys& records, changelog::Batch& batch) const;
  void committed(const RecordKeys& records);
  // Owed in memory only: of a vault that has no index yet.
  void add(BytesView record_key);
  // At most `most` of what changed and was not taken since, in order of keys.
  std::vector<std::string> take_changed(std::size_t most);
  bool nothing_to_take() const;
  // It could not be read after all: it is handed out again.
  void give_back(const std::vector<std::string>& keys);

  // Rows on disk that say so, as far as this run knows.
  std::size_t rows() const;
  // Those of them whose key begins so.
  std::vector<std::string> rows_under(BytesView prefix) const;
  // Puts into the batch that what was taken is owed no more, and that what is owed in memory only is owed; settled()
  // once it is committed. Both want the replica's `mu` held, from before the first to behind the second.
  void settle(changelog::Batch& batch) const;
  void settled();

 private:
  bool untaken(const std::string& key) const KITH_REQUIRES(mu_);
  void for_each_untaken(const std::function<void(const std::string& key)>& visit) const KITH_REQUIRES(mu_);

  mutable Mutex mu_;
  RecordKeys rows_ KITH_GUARDED_BY(mu_);     // have a row, as far as this run knows
  RecordKeys changed_ KITH_GUARDED_BY(mu_);  // were not taken since they changed; nor were
  std::vector<std::string> queue_ KITH_GUARDED_BY(mu_);  // these, which stand in order, the first one last
};

}  // namespace kith::client

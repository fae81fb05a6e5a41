#pragma once
// SearchIndex is the index of a replica: which words stand in which records, kept in segments that
// never change, a row for each record it knows, and what is not in a segment yet in memory. It is
// brought up to date before it is asked. What the index on disk knows and what it is owed are
// together always the records: see core/search/README.md. Private to sync/client.
//
// Threads: every function wants the replica's `mu` held.
// Owns:    what it keeps in memory; nothing is read before the first use.
// Units:   minutes of the calendar on the wall, as kith/model/partial_date.h.
// Errors:  STORE_CORRUPT with the way out for an index that does not fit; those of the store.

#include <functional>
#include <unordered_map>

#include "rows/index_rows.h"
#include "index/index_terms.h"
#include "kith/client/search.h"
#include "kith/search/segment.h"
#include "rows/owed_records.h"
#include "rows/stepped_batch.h"

namespace kith::client {

class SearchIndex {
 public:
  // The visible state of a record; nothing when it is not, or no longer, to be seen.
  using ReadState = std::function<Result<std::optional<model::RecordState>>(const RecordPlace&)>;

  SearchIndex(changelog::Store& store, OwedRecords& owed) : store_(store), owed_(owed) {}

  // Takes in at most `most` records that changed; true when none is left. In the end it writes a
  // segment where enough has come together; that a disk is full stops no reading. What it holds in memory for that does
  // not grow with the index: segments are joined as they are read, and written in steps.
  Result<bool> catch_up(const ReadState& read, std::size_t most);
  // For whoever stops before all is taken in, and may not come back: whether there is much that was, and writing it.
  bool has_much() const;
  Result<void> keep();
  // All of them.
  Result<void> catch_up(const ReadState& read);
  // Empties the index and owes it every record, in one step; catch_up() then fills it.
  Result<void> start_again();

  struct Entry {
    RecordPlace key;
    std::uint64_t digest = 0;
    IndexTime time;
    std::int64_t first = 0;  // minute
    std::int64_t last = 0;
    bool live = false;
  };
  // By document.
  const std::vector<Entry>& entries() const { return entries_; }
  std::optional<search::Document> document_of(const RecordPlace& key) const;
  std::size_t live() const { return by_record_.size(); }
  std::size_t segments() const { return state_.segments.size(); }

  // What a list of a kind begins with, the newest first, and how many there are of it. Known by the rows 'n' of the
  // index and, one by one, by what it is owed: neither records nor documents are read for it. `also`: of these memory
  // knows more than the store. Nothing where the index cannot say: there is none yet, or it is owed too much.
  struct Newest {
    std::vector<RecordPlace> first;
    std::uint64_t all = 0;
  };
  Result<std::optional<Newest>> newest(SpaceNumber space, model::Kind kind, std::size_t most, const ReadState& read,
                                       const std::vector<RecordId>& also);
  // Whether the rows 'n' are those of the documents. REQUIRES: after catch_up()
  Result<void> check_newest() const;

  // Visits the lists of all terms that begin with `prefix`, dead documents in them too.
  using VisitList = std::function<void(std::string_view term, const std::vector<search::Posting>& list)>;
  Result<void> visit(const std::string& prefix, const VisitList& visit) const;

 private:
  Result<void> load_state();
  Result<void> load();
  Result<bool> holds_anything() const;
  Result<void> read_documents();
  Result<void> take(const std::string& key, const ReadState& read);
  void forget(const std::string& key);
  void remember(const std::string& key, search::Document document, const DocumentRow& row);
  Result<void> flush();
  Result<void> write_segment(SteppedBatch& batch, IndexState& state) const;

  changelog::Store& store_;
  OwedRecords& owed_;
  // What the store has of an index: none that this version reads, or one.
  enum class Found : std::uint8_t { nothing, other_draft, state };
  std::optional<Found> found_;  // once it was looked at
  bool loaded_ = false;         // the documents too
  IndexState state_;            // as on disk, but for next_document
  std::vector<Entry> entries_;
  std::unordered_map<std::string, search::Document> by_record_;
  search::Lists fresh_;                        // of documents that no segment holds
  std::size_t fresh_documents_ = 0;
  std::size_t fresh_postings_ = 0;
  // Records whose rows are not what memory says, and the time that their rows on disk say, if there are any.
  std::unordered_map<std::string, std::optional<IndexTime>> rows_differ_;
};

}  // namespace kith::client

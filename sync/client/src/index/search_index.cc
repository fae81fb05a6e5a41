#include "index/search_index.h"

#include <array>
#include <deque>
#include <memory>

#include "kith/model/partial_date.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;
using search::Document;
using search::Posting;

// So many in memory are looked through in less time than a segment takes to be read.
constexpr std::size_t kFreshDocuments = 256;
// A segment is made of at most so many, or of so many words of theirs: some 4 MB of memory.
constexpr std::size_t kSegmentDocuments = 4096;
constexpr std::size_t kSegmentPostings = 32'768;
// So many are taken in before it is looked whether a segment is due.
constexpr std::size_t kStep = 128;
// Rows of a segment that are read at once, and keys of any table.
constexpr std::size_t kRowsAtOnce = 16;
constexpr std::size_t kKeysAtOnce = 1024;
// So many are looked at again at the next start, and one by one by a list (newest.cc), which nobody notices.
constexpr std::size_t kMostOwed = 256;
// Numbers of documents that died leave a hole each; an index with more holes is made again.
constexpr std::uint64_t kMostHoles = 65'536;

// Where records are that can be seen.
constexpr std::array kRecordTables{Table::record, Table::unsent};

// In pieces, because a visitor of a scan may not commit; `each` may.
Result<void> walk(const changelog::Store& store, Table table, BytesView prefix,
                  const std::function<Result<void>(const Bytes& key)>& each) {
  Bytes from;
  for (bool more = true; more;) {
    std::vector<Bytes> keys;
    KITH_CHECK(store.scan(table, prefix, from, [&keys](BytesView key, BytesView) {
      keys.push_back(to_bytes(key));
      return keys.size() < kKeysAtOnce;
    }));
    for (const Bytes& key : keys) KITH_CHECK(each(key));
    more = keys.size() == kKeysAtOnce;
    if (more) from = std::move(keys.back());
    if (more) from.push_back(0);  // the next key there can be
  }
  return {};
}

// A segment of the store, some rows in memory at a time; their keys go into `gone`, which outlives the source.
search::RowSource stored_segment(const changelog::Store& store, std::uint32_t number, std::vector<Bytes>& gone) {
  struct Read {
    std::deque<search::Row> rows;
    Bytes from;
    bool end = false;
  };
  return [&store, number, &gone, read = std::make_shared<Read>()]() -> Result<std::optional<search::Row>> {
    if (read->rows.empty() && !read->end) {
      const Bytes prefix = segment_prefix(number);
      KITH_CHECK(store.scan(Table::index_lists, prefix, read->from, [&](BytesView key, BytesView value) {
        read->rows.push_back({std::string(as_text(key.subspan(prefix.size()))), to_bytes(value)});
        gone.push_back(to_bytes(key));
        return read->rows.size() < kRowsAtOnce;
      }));
      read->end = read->rows.size() < kRowsAtOnce;
      // The next key there can be.
      if (!read->rows.empty()) read->from = segment_key(number, read->rows.back().last + std::string(1, '\0'));
    }
    if (read->rows.empty()) return std::optional<search::Row>();
    std::optional<search::Row> out = std::move(read->rows.front());
    read->rows.pop_front();
    return out;
  };
}

// `rows` outlive it.
search::RowSource rows_of(const std::vector<search::Row>& rows) {
  return [&rows, at = std::size_t{0}]() mutable -> Result<std::optional<search::Row>> {
    return at < rows.size() ? std::optional(rows[at++]) : std::nullopt;
  };
}

std::string text_key(const RecordPlace& key) { return std::string(as_text(record_key(key.space, key.kind, key.id))); }

}  // namespace

std::optional<Document> SearchIndex::document_of(const RecordPlace& key) const {
  const auto at = by_record_.find(text_key(key));
  return at == by_record_.end() ? std::nullopt : std::optional(at->second);
}

void SearchIndex::remember(const std::string& key, Document document, const DocumentRow& row) {
  Entry& entry = entries_[document];
  entry.key = record_of(as_bytes(key));
  entry.digest = row.digest;
  entry.time = row.time;
  const model::PartialDate date = row.time.date.year != 0 ? row.time.date : model::minute_of_wall_ms(row.time.wall_ms);
  entry.first = model::earliest_minute(date);
  entry.last = model::latest_minute(date);
  entry.live = true;
  by_record_[key] = document;
}

void SearchIndex::forget(const std::string& key) {
  const auto at = by_record_.find(key);
  if (at == by_record_.end()) return;
  entries_[at->second].live = false;
  by_record_.erase(at);
}

Result<void> SearchIndex::load_state() {
  if (found_) return {};
  KITH_TRY(const auto value, store_.find(Table::index_documents, state_key()));
  std::optional<IndexState> state;
  if (value) {
    KITH_TRY(state, decode_index_state(*value));
  }
  KITH_CHECK(owed_.load(store_));
  if (state) state_ = *state;
  found_ = state ? Found::state : value ? Found::other_draft : Found::nothing;
  return {};
}

Result<void> SearchIndex::load() {
  if (loaded_) return {};
  KITH_CHECK(load_state());
  if (found_ == Found::state) {
    KITH_CHECK(read_documents());
    loaded_ = true;
    return {};
  }
  KITH_TRY(const bool anything, found_ == Found::other_draft ? Result<bool>(true) : holds_anything());
  if (anything) return start_again();
  // A vault that never had one: nothing need be written to read it.
  for (const Table table : kRecordTables) {
    KITH_CHECK(store_.scan(table, {}, {}, [this](BytesView key, BytesView) {
      owed_.add(key.first(kRecordKeyBytes));
      return true;
    }));
  }
  loaded_ = true;
  return {};
}

Result<bool> SearchIndex::holds_anything() const {
  bool out = false;
  const auto found = [&out](BytesView, BytesView) {
    out = true;
    return false;
  };
  KITH_CHECK(store_.scan(Table::index_lists, {}, {}, found));
  KITH_CHECK(store_.scan(Table::index_documents, document_key({}), {}, found));
  return out;
}

Result<void> SearchIndex::read_documents() {
  std::vector<std::pair<std::string, DocumentRow>> rows;
  Result<void> outcome;
  KITH_CHECK(store_.scan(Table::index_documents, document_key({}), {}, [&](BytesView key, BytesView bytes) {
    const auto row = decode_document(bytes);
    if (!row.ok() || key.size() != 1 + kRecordKeyBytes) {
      outcome = index_damage();
      return false;
    }
    rows.emplace_back(as_text(key.subspan(1)), *row);
    return true;
  }));
  KITH_CHECK(outcome);
  if (state_.next_document > 4 * rows.size() + kMostHoles) return start_again();
  entries_.assign(state_.next_document, {});
  by_record_.clear();
  for (const auto& [key, row] : rows) {
    if (row.document >= entries_.size() || entries_[row.document].live) return index_damage();
    remember(key, row.document, row);
  }
  return {};
}

// In steps, in an order in which a crash behind any of them leaves rows that say that it is to be made again: first
// everything is owed, then the state goes, then what it speaks of, and last the lists, by which the next start knows.
Result<void> SearchIndex::start_again() {
  // What is in memory is of an index that goes: whoever asks after a step that failed begins here again.
  loaded_ = false;
  found_ = Found::other_draft;
  SteppedBatch batch(store_);
  for (const Table table : kRecordTables) {
    KITH_CHECK(walk(store_, table, {}, [&](const Bytes& key) {
      return batch.put(Table::index_documents, owed_key(BytesView(key).first(kRecordKeyBytes)), {});
    }));
  }
  KITH_CHECK(batch.erase(Table::index_documents, state_key()));
  const std::pair<Table, Bytes> all[] = {
      {Table::index_documents, newest_letter()}, {Table::index_documents, document_key({})}, {Table::index_lists, {}}};
  for (const auto& [table, prefix] : all) {
    KITH_CHECK(walk(store_, table, prefix, [&, of = table](const Bytes& key) { return batch.erase(of, key); }));
  }
  batch.last().put(Table::index_documents, state_key(), encode_index_state({}));
  KITH_CHECK(batch.finish());
  owed_.settled();
  KITH_CHECK(owed_.load(store_));
  state_ = {};
  entries_.clear();
  by_record_.clear();
  fresh_.clear();
  fresh_documents_ = 0;
  fresh_postings_ = 0;
  rows_differ_.clear();
  found_ = Found::state;
  loaded_ = true;
  return {};
}

Result<void> SearchIndex::take(const std::string& key, const ReadState& read) {
  const RecordPlace record = record_of(as_bytes(key));
  std::optional<IndexedRecord> now;
  if (is_searched(record.kind)) {
    KITH_TRY(const auto state, read(record));
    const auto shown = state ? model::visible(*state) : std::nullopt;
    if (shown) now = indexed(*state, *shown);
  }
  const auto known = by_record_.find(key);
  const auto before = known == by_record_.end() ? std::nullopt : std::optional(entries_[known->second].time);
  if (!now) {
    if (before) rows_differ_.try_emplace(key, before);
    forget(key);
    return {};
  }
  // Sealed, confirmed, or edited back: there is nothing new to be found.
  if (known != by_record_.end() && entries_[known->second].digest == now->digest) return {};
  forget(key);
  const auto document = static_cast<Document>(entries_.size());
  entries_.emplace_back();
  remember(key, document, {document, now->digest, now->time});
  for (const auto& [term, fields] : now->terms.all()) fresh_[term].push_back({document, fields});
  fresh_postings_ += now->terms.all().size();
  ++fresh_documents_;
  rows_differ_.try_emplace(key, before);
  return {};
}

Result<void> SearchIndex::catch_up(const ReadState& read) {
  for (bool done = false; !done;) {
    KITH_TRY(done, catch_up(read, kStep));
  }
  return {};
}

Result<bool> SearchIndex::catch_up(const ReadState& read, std::size_t most) {
  KITH_CHECK(load());
  const std::vector<std::string> keys = owed_.take_changed(most);
  for (auto key = keys.begin(); key != keys.end(); ++key) {
    if (const auto taken = take(*key, read); !taken) {
      owed_.give_back({key, keys.end()});
      return taken.error();
    }
  }
  // What changed while these were handed out comes with the next call.
  const bool done = owed_.nothing_to_take();
  const bool full = fresh_documents_ >= kSegmentDocuments || fresh_postings_ >= kSegmentPostings;
  if (full || (done && has_much())) KITH_CHECK(keep());
  return done;
}

bool SearchIndex::has_much() const { return fresh_documents_ >= kFreshDocuments || owed_.rows() >= kMostOwed; }

Result<void> SearchIndex::keep() {
  const auto written = flush();
  // What could not be written stays in memory, and owed on disk.
  if (!written && written.error().code == Code::STORE_CORRUPT) return written.error();
  return {};
}

Result<void> SearchIndex::write_segment(SteppedBatch& batch, IndexState& state) const {
  const std::vector<search::Row> newest = search::segment_of(fresh_);
  std::uint64_t bytes = 0;
  for (const search::Row& row : newest) bytes += row.bytes.size();
  // The newest ones become one as long as the older of two is not at least twice as large: so there are few, and each
  // document is written again a few times only.
  std::vector<search::RowSource> sources;
  std::vector<Bytes> gone;
  while (!state.segments.empty() && state.segments.back().bytes < 2 * bytes) {
    sources.push_back(stored_segment(store_, state.segments.back().number, gone));
    bytes += state.segments.back().bytes;
    state.segments.pop_back();
  }
  sources.push_back(rows_of(newest));
  // No segment has that number until the state says so: what a crash or a full disk left of one is not looked at, and
  // goes before the number is used.
  IndexState::Segment segment{state.next_segment, 0};
  KITH_CHECK(store_.scan(Table::index_lists, segment_prefix(segment.number), {}, [&](BytesView key, BytesView) {
    batch.last().erase(Table::index_lists, to_bytes(key));
    return true;
  }));
  const auto keep = [this](Document document) { return document < entries_.size() && entries_[document].live; };
  KITH_TRY(const bool whole, search::join_segments(std::move(sources), keep, [&](search::Row row) {
    segment.bytes += row.bytes.size();
    return batch.put(Table::index_lists, segment_key(segment.number, row.last), std::move(row.bytes));
  }));
  if (!whole) return index_damage();
  for (Bytes& key : gone) batch.last().erase(Table::index_lists, std::move(key));
  if (segment.bytes == 0) return {};
  ++state.next_segment;
  state.segments.push_back(segment);
  return {};
}

Result<void> SearchIndex::flush() {
  SteppedBatch steps(store_);
  IndexState state = state_;
  state.next_document = static_cast<Document>(entries_.size());
  KITH_CHECK(write_segment(steps, state));
  Batch& batch = steps.last();
  for (const auto& [key, before] : rows_differ_) {
    const RecordPlace record = record_of(as_bytes(key));
    std::uint32_t& count = state.counts[{record.space, record.kind}];
    if (before) batch.erase(Table::index_documents, newest_key(record, *before));
    count -= before ? 1 : 0;
    const auto at = by_record_.find(key);
    if (at == by_record_.end()) {
      batch.erase(Table::index_documents, document_key(as_bytes(key)));
      continue;
    }
    const Entry& entry = entries_[at->second];
    batch.put(Table::index_documents, document_key(as_bytes(key)),
              encode_document({at->second, entry.digest, entry.time}));
    batch.put(Table::index_documents, newest_key(record, entry.time), {});
    ++count;
  }
  owed_.settle(batch);
  batch.put(Table::index_documents, state_key(), encode_index_state(state));
  KITH_CHECK(steps.finish());
  owed_.settled();
  found_ = Found::state;
  state_ = std::move(state);
  fresh_.clear();
  fresh_documents_ = 0;
  fresh_postings_ = 0;
  rows_differ_.clear();
  return {};
}

Result<void> SearchIndex::visit(const std::string& prefix, const VisitList& visit) const {
  for (const auto& [term, list] : fresh_) {
    if (term.starts_with(prefix)) visit(term, list);
  }
  bool whole = true;
  std::vector<Posting> list;
  for (const IndexState::Segment& segment : state_.segments) {
    bool beyond = false;
    KITH_CHECK(store_.scan(Table::index_lists, segment_prefix(segment.number), segment_key(segment.number, prefix),
                           [&](BytesView, BytesView row) {
      const bool parsed = search::read_row(row, [&](std::string_view term, BytesView bytes) {
        if (term < prefix) return true;
        beyond = !term.starts_with(prefix);
        if (beyond) return false;
        list.clear();
        whole = whole && search::read_list(bytes, &list);
        // A list names no document that was never given.
        whole = whole && (list.empty() || list.back().document < entries_.size());
        if (whole) visit(term, list);
        return whole;
      });
      whole = whole && parsed;
      return whole && !beyond;
    }));
    if (!whole) return index_damage();
  }
  return {};
}

}  // namespace kith::client

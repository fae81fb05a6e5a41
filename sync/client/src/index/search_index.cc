#include "index/search_index.h"

#include "kith/model/partial_date.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;
using search::Document;
using search::Posting;

// So many in memory are looked through in less time than a segment takes to be read.
constexpr std::size_t kFreshDocuments = 256;
// A segment is made of at most so many.
constexpr std::size_t kSegmentDocuments = 4096;
// So many are looked at again at the next start, which nobody notices.
constexpr std::size_t kMostOwed = 2048;
// Numbers of documents that died leave a hole each; an index with more holes is made again.
constexpr std::uint64_t kMostHoles = 65'536;

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

Result<void> SearchIndex::load() {
  if (loaded_) return {};
  KITH_TRY(const auto value, store_.find(Table::index_documents, state_key()));
  std::optional<IndexState> state;
  if (value) {
    KITH_TRY(state, decode_index_state(*value));
  }
  KITH_TRY(const bool anything, value ? Result<bool>(true) : holds_anything());
  if (state) {
    state_ = *std::move(state);
    KITH_CHECK(read_documents());
  } else if (anything) {
    KITH_CHECK(start_again());
  } else {  // a vault that never had one: nothing need be written to read it
    KITH_CHECK(for_each_record([this](BytesView key) { owed_.add(key); }));
  }
  KITH_CHECK(owed_.load(store_));
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

Result<void> SearchIndex::for_each_record(const std::function<void(BytesView key)>& visit) const {
  for (const Table table : {Table::record, Table::unsent}) {
    KITH_CHECK(store_.scan(table, {}, {}, [&](BytesView key, BytesView) {
      visit(key.first(kRecordKeyBytes));
      return true;
    }));
  }
  return {};
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

Result<void> SearchIndex::erase_all(Batch& batch) const {
  for (const Table table : {Table::index_lists, Table::index_documents}) {
    KITH_CHECK(store_.scan(table, {}, {}, [&](BytesView key, BytesView) {
      batch.erase(table, to_bytes(key));
      return true;
    }));
  }
  return {};
}

Result<void> SearchIndex::start_again() {
  Batch batch;
  KITH_CHECK(erase_all(batch));
  KITH_CHECK(for_each_record([&batch](BytesView key) { OwedRecords::put(batch, key); }));
  batch.put(Table::index_documents, state_key(), encode_index_state({}));
  KITH_CHECK(store_.commit(batch));
  owed_.settled();
  KITH_CHECK(owed_.load(store_));
  state_ = {};
  entries_.clear();
  by_record_.clear();
  fresh_.clear();
  fresh_documents_ = 0;
  rows_differ_.clear();
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
  if (!now) {
    if (known != by_record_.end()) rows_differ_.insert(key);
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
  ++fresh_documents_;
  rows_differ_.insert(key);
  return {};
}

Result<void> SearchIndex::catch_up(const ReadState& read) {
  for (bool done = false; !done;) {
    KITH_TRY(done, catch_up(read, kSegmentDocuments));
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
  const bool many = fresh_documents_ >= kFreshDocuments || owed_.rows() >= kMostOwed;
  if (fresh_documents_ >= kSegmentDocuments || (done && many)) {
    const auto written = flush();
    // What could not be written stays in memory, and owed on disk.
    if (!written && written.error().code == Code::STORE_CORRUPT) return written.error();
  }
  return done;
}

Result<std::vector<search::Row>> SearchIndex::read_segment(std::uint32_t number) const {
  std::vector<search::Row> rows;
  KITH_CHECK(store_.scan(Table::index_lists, segment_prefix(number), {}, [&](BytesView key, BytesView value) {
    rows.push_back({std::string(as_text(key.subspan(4))), to_bytes(value)});
    return true;
  }));
  return rows;
}

// The newest ones become one as long as the older of two is not at least twice as large: so there
// are few, and each document is written again a few times only.
Result<void> SearchIndex::join_segments(Batch& batch, IndexState& state, std::vector<search::Row>& newest) const {
  std::uint64_t bytes = 0;
  for (const search::Row& row : newest) bytes += row.bytes.size();
  std::vector<std::vector<search::Row>> parts;
  while (!state.segments.empty() && state.segments.back().bytes < 2 * bytes) {
    KITH_TRY(std::vector<search::Row> rows, read_segment(state.segments.back().number));
    for (const search::Row& row : rows) {
      batch.erase(Table::index_lists, segment_key(state.segments.back().number, row.last));
    }
    bytes += state.segments.back().bytes;
    parts.push_back(std::move(rows));
    state.segments.pop_back();
  }
  parts.push_back(std::move(newest));
  const auto keep = [this](Document document) { return document < entries_.size() && entries_[document].live; };
  if (!search::join_segments(parts, keep, &newest)) return index_damage();
  return {};
}

Result<void> SearchIndex::write_segment(Batch& batch, IndexState& state) const {
  std::vector<search::Row> rows = search::segment_of(fresh_);
  KITH_CHECK(join_segments(batch, state, rows));
  if (rows.empty()) return {};
  IndexState::Segment segment{state.next_segment++, 0};
  for (search::Row& row : rows) {
    segment.bytes += row.bytes.size();
    batch.put(Table::index_lists, segment_key(segment.number, row.last), std::move(row.bytes));
  }
  state.segments.push_back(segment);
  return {};
}

Result<void> SearchIndex::flush() {
  Batch batch;
  IndexState state = state_;
  state.next_document = static_cast<Document>(entries_.size());
  KITH_CHECK(write_segment(batch, state));
  for (const std::string& key : rows_differ_) {
    const auto at = by_record_.find(key);
    if (at == by_record_.end()) {
      batch.erase(Table::index_documents, document_key(as_bytes(key)));
      continue;
    }
    const Entry& entry = entries_[at->second];
    batch.put(Table::index_documents, document_key(as_bytes(key)),
              encode_document({at->second, entry.digest, entry.time}));
  }
  owed_.settle(batch);
  batch.put(Table::index_documents, state_key(), encode_index_state(state));
  KITH_CHECK(store_.commit(batch));
  owed_.settled();
  state_ = std::move(state);
  fresh_.clear();
  fresh_documents_ = 0;
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

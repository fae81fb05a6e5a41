#include "kith/search/segment.h"

#include <algorithm>
#include <utility>

namespace kith::search {
namespace {

// The terms of a row, one after another.
class TermReader {
 public:
  explicit TermReader(BytesView row) : left_(row) {}

  // False behind the last term, and for what is no row.
  bool next() {
    if (left_.empty() || broken_) return false;
    BytesView term;
    broken_ = !sized(&term) || !sized(&list_) || as_text(term) <= term_;
    if (!broken_) term_ = as_text(term);
    return !broken_;
  }
  bool broken() const { return broken_; }
  std::string_view term() const { return term_; }
  BytesView list() const { return list_; }

 private:
  bool sized(BytesView* out) {
    std::uint64_t size = 0;
    if (!take_number(left_, &size) || size > left_.size()) return false;
    *out = left_.first(static_cast<std::size_t>(size));
    left_ = left_.subspan(static_cast<std::size_t>(size));
    return true;
  }

  BytesView left_;
  std::string_view term_;
  BytesView list_;
  bool broken_ = false;
};

// Puts terms together to rows, and hands each out when the next term has no room in it.
class SegmentWriter {
 public:
  explicit SegmentWriter(const RowSink& out) : out_(out) {}

  // REQUIRES: terms in order, each once; an empty list is passed over
  Result<void> add(std::string_view term, const std::vector<Posting>& list) {
    if (list.empty()) return {};
    Bytes packed;
    put_list(packed, list);
    if (!row_.bytes.empty() && row_.bytes.size() + term.size() + packed.size() > kRowBytes) KITH_CHECK(end());
    put_number(row_.bytes, term.size());
    append(row_.bytes, as_bytes(term));
    put_number(row_.bytes, packed.size());
    append(row_.bytes, packed);
    row_.last = term;
    return {};
  }
  // The last row, which is not full.
  Result<void> end() {
    if (row_.bytes.empty()) return {};
    return out_(std::exchange(row_, {}));
  }

 private:
  const RowSink& out_;
  Row row_;
};

// A segment as it is joined: the row that it stands in, and the term there.
class Stream {
 public:
  explicit Stream(RowSource source) : source_(std::move(source)) {}

  // False at the end of the segment, and where a row is none.
  Result<bool> next() {
    if (terms_.next()) return true;
    const std::string before(terms_.term());  // its row goes
    while (!terms_.broken()) {
      KITH_TRY(row_, source_());
      if (!row_) return false;
      terms_ = TermReader(row_->bytes);
      if (!terms_.next()) continue;
      broken_ = terms_.term() <= before;  // out of order it would be joined twice
      return !broken_;
    }
    return false;
  }
  bool broken() const { return broken_ || terms_.broken(); }
  std::string_view term() const { return terms_.term(); }
  BytesView list() const { return terms_.list(); }

 private:
  RowSource source_;
  std::optional<Row> row_;
  TermReader terms_{{}};
  bool broken_ = false;
};

bool goes_before(const Stream& a, const Stream& b) { return a.term() < b.term(); }

}  // namespace

bool read_row(BytesView bytes, const VisitTerm& visit) {
  TermReader terms(bytes);
  while (terms.next()) {
    if (!visit(terms.term(), terms.list())) return true;
  }
  return !terms.broken();
}

std::vector<Row> segment_of(const Lists& lists) {
  std::vector<const Lists::value_type*> order;
  order.reserve(lists.size());
  for (const auto& entry : lists) order.push_back(&entry);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  std::vector<Row> rows;
  const RowSink keep = [&rows](Row row) {
    rows.push_back(std::move(row));
    return Result<void>();
  };
  SegmentWriter writer(keep);
  for (const auto* entry : order) (void)writer.add(entry->first, entry->second);  // the sink takes every row
  (void)writer.end();
  return rows;
}

Result<bool> join_segments(std::vector<RowSource> segments, const std::function<bool(Document)>& keep,
                           const RowSink& out) {
  std::vector<Stream> streams;
  for (RowSource& source : segments) {
    Stream one(std::move(source));
    KITH_TRY(const bool there, one.next());
    if (one.broken()) return false;
    if (there) streams.push_back(std::move(one));
  }
  SegmentWriter writer(out);
  std::string term;
  std::vector<Posting> all;
  std::vector<Posting> list;
  while (!streams.empty()) {
    term = std::min_element(streams.begin(), streams.end(), goes_before)->term();
    all.clear();
    for (auto at = streams.begin(); at != streams.end();) {
      if (at->term() != term) {
        ++at;
        continue;
      }
      list.clear();
      if (!read_list(at->list(), &list)) return false;
      std::erase_if(list, [&keep](const Posting& posting) { return !keep(posting.document); });
      all = all.empty() ? std::exchange(list, {}) : joined(all, list);
      KITH_TRY(const bool more, at->next());
      if (at->broken()) return false;
      at = more ? at + 1 : streams.erase(at);
    }
    KITH_CHECK(writer.add(term, all));
  }
  KITH_CHECK(writer.end());
  return true;
}

}  // namespace kith::search

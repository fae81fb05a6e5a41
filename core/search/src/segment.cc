#include "kith/search/segment.h"

#include <algorithm>

namespace kith::search {

void SegmentWriter::add(std::string_view term, const std::vector<Posting>& list) {
  if (list.empty()) return;
  Bytes packed;
  put_list(packed, list);
  if (!row_.bytes.empty() && row_.bytes.size() + term.size() + packed.size() > kRowBytes) end_row();
  put_number(row_.bytes, term.size());
  append(row_.bytes, as_bytes(term));
  put_number(row_.bytes, packed.size());
  append(row_.bytes, packed);
  row_.last = term;
}

void SegmentWriter::end_row() {
  if (row_.bytes.empty()) return;
  rows_.push_back(std::move(row_));
  row_ = {};
}

std::vector<Row> SegmentWriter::take() {
  end_row();
  return std::move(rows_);
}

bool read_row(BytesView bytes, const VisitTerm& visit) {
  const auto sized = [&bytes](BytesView* out) {
    std::uint64_t size = 0;
    if (!take_number(bytes, &size) || size > bytes.size()) return false;
    *out = bytes.first(static_cast<std::size_t>(size));
    bytes = bytes.subspan(static_cast<std::size_t>(size));
    return true;
  };
  std::string_view before;
  while (!bytes.empty()) {
    BytesView term;
    BytesView list;
    if (!sized(&term) || !sized(&list) || as_text(term) <= before) return false;
    before = as_text(term);
    if (!visit(before, list)) return true;
  }
  return true;
}

std::vector<Row> segment_of(const Lists& lists) {
  std::vector<const Lists::value_type*> order;
  order.reserve(lists.size());
  for (const auto& entry : lists) order.push_back(&entry);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  SegmentWriter writer;
  for (const auto* entry : order) writer.add(entry->first, entry->second);
  return writer.take();
}

bool join_segments(const std::vector<std::vector<Row>>& segments, const std::function<bool(Document)>& keep,
                   std::vector<Row>* out) {
  std::map<std::string, std::vector<Posting>, std::less<>> all;
  bool whole = true;
  for (const std::vector<Row>& rows : segments) {
    for (const Row& row : rows) {
      const bool parsed = read_row(row.bytes, [&](std::string_view term, BytesView bytes) {
        std::vector<Posting> list;
        if (!read_list(bytes, &list)) return whole = false;
        std::erase_if(list, [&keep](const Posting& posting) { return !keep(posting.document); });
        auto at = all.find(term);
        if (at == all.end()) at = all.emplace(term, std::vector<Posting>()).first;
        at->second = at->second.empty() ? std::move(list) : joined(at->second, list);
        return true;
      });
      if (!parsed || !whole) return false;
    }
  }
  SegmentWriter writer;
  for (const auto& [term, list] : all) writer.add(term, list);
  *out = writer.take();
  return true;
}

}  // namespace kith::search

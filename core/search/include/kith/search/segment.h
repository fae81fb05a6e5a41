#pragma once
// A segment holds the terms of a set of documents and never changes; two become one by being
// written again together, and then the lists lose the documents that are gone. It is a few rows:
// each holds terms in order, and its key is the last of them, so that the first row whose key is
// not below a term is the one to begin with.
//
// Threads: pure functions, and values of one owner.
// Errors:  false for a row that is none.

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kith/search/postings.h"

namespace kith::search {

// Terms of documents that are in no segment yet.
using Lists = std::unordered_map<std::string, std::vector<Posting>>;

struct Row {
  std::string last;  // its last term
  Bytes bytes;
};

// Rows of about this many bytes: one sealed block of the vault's files.
inline constexpr std::size_t kRowBytes = 3800;

class SegmentWriter {
 public:
  // REQUIRES: terms in order, each once; an empty list is passed over
  void add(std::string_view term, const std::vector<Posting>& list);
  std::vector<Row> take();

 private:
  void end_row();
  std::vector<Row> rows_;
  Row row_;
};

// Calls visit(term, bytes of its list) in order until it returns false.
using VisitTerm = std::function<bool(std::string_view term, BytesView list)>;
bool read_row(BytesView bytes, const VisitTerm& visit);

std::vector<Row> segment_of(const Lists& lists);

// REQUIRES: no document is in two of them. `keep` says which documents stay. Nothing where a row
// does not parse.
bool join_segments(const std::vector<std::vector<Row>>& segments, const std::function<bool(Document)>& keep,
                   std::vector<Row>* out);

}  // namespace kith::search

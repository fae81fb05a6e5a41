#pragma once
// A segment holds the terms of a set of documents and never changes; two become one by being
// written again together, and then the lists lose the documents that are gone. It is a few rows:
// each holds terms in order, and its key is the last of them, so that the first row whose key is
// not below a term is the one to begin with.
//
// Threads: pure functions, and values of one owner.
// Errors:  false for a row that is none; those of a source and a sink pass through.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kith/base/result.h"
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

// Calls visit(term, bytes of its list) in order until it returns false.
using VisitTerm = std::function<bool(std::string_view term, BytesView list)>;
bool read_row(BytesView bytes, const VisitTerm& visit);

std::vector<Row> segment_of(const Lists& lists);

// The rows of a segment in order, the next one at each call; nothing behind the last.
using RowSource = std::function<Result<std::optional<Row>>()>;
// The rows of the joined segment in order, each as soon as it is whole.
using RowSink = std::function<Result<void>(Row)>;

// Holds one row of each source and the one in the making, however long the segments are.
// REQUIRES: no document is in two of them. `keep` says which documents stay. False where a row does not parse.
Result<bool> join_segments(std::vector<RowSource> segments, const std::function<bool(Document)>& keep,
                           const RowSink& out);

}  // namespace kith::search

#pragma once
// Keys and values of the tables of the search index; documented in core/vault/FORMAT.md, "The
// search index". Private to sync/client.
//
// Errors: STORE_CORRUPT, with what to do about it, for a row that does not parse.

#include <map>
#include <optional>
#include <utility>

#include "kith/search/document.h"
#include "rows/rows.h"

namespace kith::client {

// u32 space, u16 kind, 16 record id.
inline constexpr std::size_t kRecordKeyBytes = 4 + 2 + 16;

// REQUIRES: kRecordKeyBytes bytes
RecordPlace record_of(BytesView key);

// When a record is of: a day as a person gave it, as far as it is known, or else a moment.
struct IndexTime {
  model::PartialDate date;  // year 0: not given
  std::int64_t wall_ms = 0;
  std::int64_t created_ms = 0;  // when the record was made, as lists show it
  bool operator==(const IndexTime&) const = default;
};

// One byte tells the rows of the table `index_documents` apart.
Bytes state_key();                    // 's'
Bytes document_key(BytesView record); // 'd', the record's key
Bytes owed_key(BytesView record);     // 'o', the record's key
// 'n', space and kind of a record, its time so that the newest is the first, its id.
Bytes newest_letter();
Bytes newest_prefix(SpaceNumber space, model::Kind kind);
Bytes newest_key(const RecordPlace& record, const IndexTime& time);
// Nothing for what is no such key.
std::optional<RecordPlace> record_of_newest(BytesView key);
Bytes segment_prefix(std::uint32_t segment);
Bytes segment_key(std::uint32_t segment, std::string_view term);

// What the index keeps of one record.
struct DocumentRow {
  search::Document document = 0;
  std::uint64_t digest = 0;  // of its terms and its time
  IndexTime time;
};
Bytes encode_document(const DocumentRow& row);
Result<DocumentRow> decode_document(BytesView value);
std::uint64_t digest_of(const IndexTime& time);

struct IndexState {
  struct Segment {
    std::uint32_t number = 0;
    std::uint64_t bytes = 0;
  };
  search::Document next_document = 0;
  std::uint32_t next_segment = 0;
  std::vector<Segment> segments;  // oldest first
  // How many rows 'n' there are of a kind in a space.
  std::map<std::pair<SpaceNumber, model::Kind>, std::uint32_t> counts;
};
Bytes encode_index_state(const IndexState& state);
// Nothing for an index of another draft, or of a version that knew other kinds: it is made again.
Result<std::optional<IndexState>> decode_index_state(BytesView value);

Error index_damage();

}  // namespace kith::client

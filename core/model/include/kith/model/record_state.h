#pragma once
// RecordState is a record with its history: for each field the puts that are live, by whom and
// when. Record is the view of it that a person sees. Pure data; the rules by which states merge
// are sync/protocol's.
//
// Threads: plain values.
// Units:   times in wall milliseconds, for showing only; they never decide what counts.

#include <compare>
#include <optional>
#include <vector>

#include "kith/model/record.h"

namespace kith::model {

// The name of one put: the first 16 bytes of its entry's hash and its index in that entry.
// Nobody can name what is not written yet.
struct PutName {
  Fixed<struct PutNameTag, 16> entry;
  std::uint32_t index = 0;
  auto operator<=>(const PutName&) const = default;
};

// The position of what stands in no log yet: behind everything.
inline constexpr std::uint64_t kUnplaced = ~std::uint64_t{0};

struct Put {
  PutName name;
  std::uint64_t position = 0;  // in the log
  std::int64_t time_ms = 0;
  SignKey author;  // the device that wrote it
  Value value;
  bool removed = false;  // a removal of the record has seen it
  bool operator==(const Put&) const = default;
};

// A removal of a whole record: it covers the puts that its author had seen.
struct Removal {
  SignKey author;
  std::uint64_t position = 0;
  std::int64_t time_ms = 0;
  bool operator==(const Removal&) const = default;
};

struct RecordState {
  RecordId id;
  Kind kind = Kind::unknown;
  SignKey origin_author;           // who made it: sync/protocol's merge.h says how that is known
  std::int64_t origin_time_ms = 0;
  // Of a record that two members share: the random half of its id, which proves who made it.
  std::optional<RecordId> made;
  bool withdrawn = false;          // the id is burnt for ever
  std::vector<Removal> removals;   // in log order, until somebody who saw them writes again
  std::map<FieldNumber, std::vector<Put>> fields;  // live puts, sorted by name
  // Names that a change replaced while they were not live, in log order: a put that is carried over
  // from another branch behind the one that replaces it must not come alive again.
  std::vector<PutName> replaced;

  bool operator==(const RecordState&) const = default;
};

// Of several live puts the highest (time, author) shows; the others are kept values.
// REQUIRES: !live.empty()
const Put& shown_put(const std::vector<Put>& live);

// What a person sees; nothing for a record that was withdrawn, or removed by somebody who had seen all
// of it. A removal that missed a put takes nothing apart: the record stays whole.
std::optional<Record> visible(const RecordState& state);

// Removed by one while another wrote in it: visible, and for a person to keep or to let go.
bool contested(const RecordState& state);

}  // namespace kith::model

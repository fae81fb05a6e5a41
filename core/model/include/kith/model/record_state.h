#pragma once
// RecordState is a record with its history: for each field the puts that are live, by whom and
// when. Record is the view of it that a person sees. Pure data; the rules by which states merge
// are sync/protocol's.
//
// Threads: plain values.
// Units:   times in wall milliseconds, for showing only; they never decide what counts.

#include <compare>
#include <set>
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

struct Put {
  PutName name;
  std::int64_t time_ms = 0;
  SignKey author;  // the device that wrote it
  Value value;
  bool operator==(const Put&) const = default;
};

struct RecordState {
  RecordId id;
  Kind kind = Kind::unknown;
  SignKey origin_author;           // author of the first counted put
  std::int64_t origin_time_ms = 0;
  bool withdrawn = false;          // the id is burnt for ever
  bool deleted = false;            // somebody deleted what he saw of it
  SignKey deleted_by;
  std::map<FieldNumber, std::vector<Put>> fields;  // live puts, sorted by name
  // Names that a change replaced while they were not live: a put that comes later than the one
  // which replaces it (its row was held back by a relay) must not come alive again.
  std::set<PutName> replaced;

  bool operator==(const RecordState&) const = default;
};

// Of several live puts the highest (time, author) shows; the others are kept values.
// REQUIRES: !live.empty()
const Put& shown_put(const std::vector<Put>& live);

// What a person sees; nothing for a record that is deleted whole or withdrawn.
std::optional<Record> visible(const RecordState& state);

}  // namespace kith::model

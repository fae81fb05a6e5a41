#pragma once
// Body is what a data entry says once it is opened: changes to records, and what members tell
// each other about the space. Pure values; codec.cc's counterpart on disk is changelog/rows.h.
//
// Threads: pure functions and plain values.
// Units:   times in wall milliseconds.
// Errors:  MALFORMED for bytes that are not a body or break a limit.

#include <optional>
#include <vector>

#include "kith/base/result.h"
#include "kith/model/record_state.h"

namespace kith::protocol {

// Times beyond the year 2200 are MALFORMED: an author could else win every conflict for ever.
inline constexpr std::int64_t kLastTimeMs = 7258118400000;
inline constexpr std::size_t kMaxChanges = 4096;
inline constexpr std::size_t kMaxTextBytes = 64 * 1024;

enum class Op : std::uint8_t { put = 1, remove = 2, withdraw = 3 };

struct Change {
  RecordId record;
  model::Kind kind = model::Kind::unknown;
  Op op = Op::put;
  model::FieldNumber field = 0;
  std::optional<model::Value> value;  // put without a value: the field is cleared
  std::vector<model::PutName> replaces;
  std::int64_t time_ms = 0;
  bool operator==(const Change&) const = default;
};

struct PutAside {
  SignKey author;
  std::uint64_t sequence = 0;
  Code code = Code::INTERNAL;
  bool operator==(const PutAside&) const = default;
};

struct Body {
  std::vector<Change> changes;
  std::optional<Hash> confirmation;  // hash behind the digits that the author confirms
  std::vector<PutAside> put_aside;
  bool operator==(const Body&) const = default;
};

Bytes encode_body(const Body& body);
Result<Body> decode_body(BytesView bytes);

// About how many bytes a change takes in a body; never less than it takes.
std::size_t size_in_body(const Change& change);

}  // namespace kith::protocol

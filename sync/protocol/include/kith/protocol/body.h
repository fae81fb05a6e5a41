#pragma once
// Body is what a data entry says once it is opened: changes to records, and what members tell
// each other about the space. Pure values.
//
// Threads: pure functions and plain values.
// Units:   times in wall milliseconds.
// Errors:  MALFORMED for bytes that are not a body or break a limit.

#include <optional>
#include <vector>

#include "kith/base/result.h"
#include "kith/base/secret.h"
#include "kith/model/record_state.h"

namespace kith::protocol {

// Times beyond the year 2200 are MALFORMED: an author could else win every conflict for ever.
inline constexpr std::int64_t kLastTimeMs = 7258118400000;
inline constexpr std::size_t kMaxChanges = 4096;
inline constexpr std::size_t kMaxTextBytes = 64 * 1024;
// Puts that one change replaces; and what an author reports as put aside in one entry.
inline constexpr std::size_t kMaxNames = 128;
inline constexpr std::size_t kMaxPutAside = 64;

enum class Op : std::uint8_t { put = 1, remove = 2, withdraw = 3 };

struct Change {
  RecordId record;
  model::Kind kind = model::Kind::unknown;
  Op op = Op::put;
  model::FieldNumber field = 0;
  std::optional<model::Value> value;  // put without a value: the field is cleared
  std::vector<model::PutName> replaces;
  std::int64_t time_ms = 0;
  std::uint64_t seen = 0;        // the position its device had verified when the person wrote it
  std::optional<RecordId> made;  // the random half of the id of a shared record
  bool operator==(const Change&) const = default;
};

// An entry of another branch of the log, whole, carried into this one.
struct Carried {
  Bytes entry;
  std::uint64_t common = 0;  // the last position of both branches
  Secret key;                // opens it; empty where its carrier has none
  bool operator==(const Carried& other) const {
    return entry == other.entry && common == other.common && key.equals(other.key);
  }
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
  std::vector<Carried> carried;
  bool operator==(const Body&) const = default;
};

Bytes encode_body(const Body& body);
Result<Body> decode_body(BytesView bytes);

// About how many bytes a change takes in a body; never less than it takes.
std::size_t size_in_body(const Change& change);

}  // namespace kith::protocol

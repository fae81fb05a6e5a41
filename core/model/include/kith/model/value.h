#pragma once
// Value is what a field of a record holds: text, an integer, bytes, a date known in part, the
// id of another record, or a list of such values.
//
// Threads: plain values.

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "kith/base/fixed.h"

namespace kith::model {

// A date of which only the first parts may be known. Nothing unknown is ever invented:
// "March 2021" has no day. month and day are 0 when unknown, minute is -1 when unknown and
// else counts from midnight. year is 0 when unknown (a birthday without a year has month and
// day only, as vCard's --0412).
struct PartialDate {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::int16_t minute = -1;
  // Orders by the earliest instant the date can mean, then the more exact date last.
  std::strong_ordering operator<=>(const PartialDate&) const = default;
};

struct Value;
using List = std::vector<Value>;

// A value of a type that only a newer version knows: kept and passed on byte for byte, not shown.
struct Newer {
  Bytes raw;
  bool operator==(const Newer&) const = default;
};

struct Value {
  std::variant<std::string, std::int64_t, Bytes, PartialDate, RecordId, List, Newer> held;

  Value() = default;
  Value(std::string v) : held(std::move(v)) {}        // NOLINT(google-explicit-constructor)
  Value(const char* v) : held(std::string(v)) {}      // NOLINT(google-explicit-constructor)
  Value(std::int64_t v) : held(v) {}                  // NOLINT(google-explicit-constructor)
  Value(Bytes v) : held(std::move(v)) {}              // NOLINT(google-explicit-constructor)
  Value(PartialDate v) : held(v) {}                   // NOLINT(google-explicit-constructor)
  Value(RecordId v) : held(v) {}                      // NOLINT(google-explicit-constructor)
  Value(List v) : held(std::move(v)) {}               // NOLINT(google-explicit-constructor)
  explicit Value(Newer v) : held(std::move(v)) {}

  bool operator==(const Value&) const = default;

  // What is held, or null when it is of another type.
  const std::string* text() const { return std::get_if<std::string>(&held); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&held); }
  const Bytes* bytes() const { return std::get_if<Bytes>(&held); }
  const PartialDate* date() const { return std::get_if<PartialDate>(&held); }
  const RecordId* id() const { return std::get_if<RecordId>(&held); }
  const List* list() const { return std::get_if<List>(&held); }
  const Newer* newer() const { return std::get_if<Newer>(&held); }
};

}  // namespace kith::model

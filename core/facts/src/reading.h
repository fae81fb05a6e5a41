#pragma once
// One field of a record as a value of kith/network; nothing where it is not told or makes no sense.
// Private to core/facts.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kith/model/partial_date.h"
#include "kith/model/record.h"
#include "kith/network/elapsed.h"
#include "kith/network/term.h"

namespace kith::facts {

inline std::optional<int> number_in(const model::Record& record, model::FieldNumber field) {
  const model::Value* value = record.find(field);
  if (value == nullptr || value->integer() == nullptr) return std::nullopt;
  return static_cast<int>(*value->integer());
}

inline std::optional<bool> flag_in(const model::Record& record, model::FieldNumber field) {
  const auto number = number_in(record, field);
  return number ? std::optional(*number != 0) : std::nullopt;
}

// A date that exists and has a year.
inline std::optional<model::PartialDate> date_in(const model::Record& record, model::FieldNumber field) {
  const model::Value* value = record.find(field);
  if (value == nullptr || value->date() == nullptr || !network::check_date(*value->date(), "it")) return std::nullopt;
  return *value->date();
}

template <typename E>
std::optional<E> term_in(const model::Record& record, model::FieldNumber field) {
  const std::string code = record.text(field);
  if (code.empty()) return std::nullopt;
  const auto found = network::from_code<E>(code);
  return found ? std::optional<E>(*found) : std::nullopt;
}

// The values of a list where they stand; none where there is no list.
inline std::span<const model::Value> values_in(const model::Record& record, model::FieldNumber field) {
  const model::Value* value = record.find(field);
  const model::List* list = value == nullptr ? nullptr : value->list();
  return list == nullptr ? std::span<const model::Value>() : std::span<const model::Value>(*list);
}

inline std::vector<std::string> lines_in(const model::Record& record, model::FieldNumber field) {
  std::vector<std::string> out;
  for (const model::Value& value : values_in(record, field)) {
    if (value.text() != nullptr) out.push_back(*value.text());
  }
  return out;
}

// The record with only these fields of it.
template <typename Fields>
model::Record only(const model::Record& record, const Fields& fields) {
  model::Record out{record.id, record.kind, {}};
  for (const model::FieldNumber field : fields) {
    if (const model::Value* value = record.find(field)) out.fields[field] = *value;
  }
  return out;
}

// Those of a kind; none where there are none.
inline const std::vector<model::Record>& of_kind(const std::map<model::Kind, std::vector<model::Record>>& records,
                                                 model::Kind kind) {
  static const std::vector<model::Record> kNone;
  const auto at = records.find(kind);
  return at == records.end() ? kNone : at->second;
}

}  // namespace kith::facts

#pragma once
// Record is the one generic shape of everything a person keeps: an id, a kind, and fields by
// number. The vault stores records, the protocol merges them, the engine translates them; only
// this module and proto/kith/api know what a kind means. Fields of a newer version are kept.
//
// Threads: plain values.

#include <map>
#include <optional>

#include "kith/model/kinds.h"
#include "kith/model/value.h"

namespace kith::model {

struct Record {
  RecordId id;
  Kind kind = Kind::unknown;
  std::map<FieldNumber, Value> fields;

  bool operator==(const Record&) const = default;

  const Value* find(FieldNumber field) const {
    const auto at = fields.find(field);
    return at == fields.end() ? nullptr : &at->second;
  }
  // The field's text, integer or so on; the empty value when it is absent or of another type.
  std::string text(FieldNumber field) const {
    const Value* v = find(field);
    return v != nullptr && v->text() != nullptr ? *v->text() : std::string();
  }
  std::int64_t integer(FieldNumber field) const {
    const Value* v = find(field);
    return v != nullptr && v->integer() != nullptr ? *v->integer() : 0;
  }
  PartialDate date(FieldNumber field) const {
    const Value* v = find(field);
    return v != nullptr && v->date() != nullptr ? *v->date() : PartialDate{};
  }
  RecordId ref(FieldNumber field) const {
    const Value* v = find(field);
    return v != nullptr && v->id() != nullptr ? *v->id() : RecordId{};
  }
  Bytes bytes(FieldNumber field) const {
    const Value* v = find(field);
    return v != nullptr && v->bytes() != nullptr ? *v->bytes() : Bytes{};
  }
  List list(FieldNumber field) const {
    const Value* v = find(field);
    return v != nullptr && v->list() != nullptr ? *v->list() : List{};
  }
};

}  // namespace kith::model

#include "kith/facts/packed.h"

#include <limits>

namespace kith::facts {
namespace {

using model::Value;

constexpr std::int64_t kOneValue = -1;

void pack_field(model::FieldNumber number, const Value& value, model::List& out) {
  out.emplace_back(std::int64_t{number});
  const model::List* list = value.list();
  out.emplace_back(list == nullptr ? kOneValue : static_cast<std::int64_t>(list->size()));
  if (list == nullptr) {
    out.push_back(value);
  } else {
    out.insert(out.end(), list->begin(), list->end());
  }
}

class Unpacker {
 public:
  explicit Unpacker(const model::List& in) : in_(in) {}

  bool done() const { return at_ == in_.size(); }

  Result<model::Record> record() {
    model::Record out;
    KITH_TRY(const std::int64_t kind, number(0, std::numeric_limits<std::uint16_t>::max()));
    out.kind = static_cast<model::Kind>(kind);
    KITH_TRY(const Value id, next());
    if (id.id() == nullptr) return broken();
    out.id = *id.id();
    KITH_TRY(const std::int64_t fields, number(0, left()));
    for (std::int64_t i = 0; i < fields; ++i) KITH_CHECK(field(out));
    return out;
  }

 private:
  static Error broken() { return fail(Code::MALFORMED, "a kept record is not of the shape it should have"); }
  std::int64_t left() const { return static_cast<std::int64_t>(in_.size() - at_); }

  Result<Value> next() {
    if (done()) return broken();
    return in_[at_++];
  }

  Result<std::int64_t> number(std::int64_t low, std::int64_t high) {
    KITH_TRY(const Value value, next());
    if (value.integer() == nullptr || *value.integer() < low || *value.integer() > high) return broken();
    return *value.integer();
  }

  Result<void> field(model::Record& out) {
    KITH_TRY(const std::int64_t name, number(0, std::numeric_limits<model::FieldNumber>::max()));
    KITH_TRY(const std::int64_t count, number(kOneValue, left()));
    Value& held = out.fields[static_cast<model::FieldNumber>(name)];
    if (count == kOneValue) {
      KITH_TRY(held, next());
      return {};
    }
    model::List list;
    for (std::int64_t i = 0; i < count; ++i) {
      KITH_TRY(Value item, next());
      list.push_back(std::move(item));
    }
    held = std::move(list);
    return {};
  }

  const model::List& in_;
  std::size_t at_ = 0;
};

}  // namespace

model::List pack(const std::vector<model::Record>& records) {
  model::List out;
  for (const model::Record& record : records) {
    out.emplace_back(static_cast<std::int64_t>(record.kind));
    out.emplace_back(record.id);
    out.emplace_back(static_cast<std::int64_t>(record.fields.size()));
    for (const auto& [number, value] : record.fields) pack_field(number, value, out);
  }
  return out;
}

Result<std::vector<model::Record>> unpack(const model::List& packed) {
  std::vector<model::Record> out;
  Unpacker from(packed);
  while (!from.done()) {
    KITH_TRY(model::Record record, from.record());
    out.push_back(std::move(record));
  }
  return out;
}

}  // namespace kith::facts

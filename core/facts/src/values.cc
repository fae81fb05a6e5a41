#include "kith/facts/values.h"

#include <algorithm>
#include <charconv>

#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "kith/network/phase.h"

namespace kith::facts {
namespace {

using model::Value;

constexpr std::size_t kMaxLineBytes = 512;
constexpr std::size_t kMaxTextBytes = 64 * 1024;
constexpr std::size_t kMaxItems = 100;

Error bad(const FieldRow& row, Sentence why) {
  // Translators: {0} is the name of a field, as it is typed; {1} says what is wrong with it.
  return fail(Code::INVALID_ARGUMENT, worded("{0}: {1}", row.name, std::move(why)));
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool is_many(FieldType type) {
  return type == FieldType::lines || type == FieldType::numbers || type == FieldType::persons ||
         type == FieldType::terms;
}

Result<std::string> text_of(const FieldRow& row, const std::string& typed, std::size_t limit, bool one_line) {
  if (typed.size() > limit) return bad(row, worded("longer than {0} bytes", limit));
  if (one_line && typed.find_first_of("\r\n") != std::string::npos) return bad(row, worded("this is one line"));
  return model::clean_text(typed, limit);
}

Result<std::int64_t> number_of(const FieldRow& row, const std::string& typed) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), out);
  if (error != std::errc() || end != typed.data() + typed.size() || out < row.low || out > row.high) {
    return bad(row, worded("a whole number from {0} to {1}", row.low, row.high));
  }
  return out;
}

Result<std::string> term_of(const FieldRow& row, const std::string& typed) {
  std::string known;
  // A word is taken with hyphens as well: --type direct-report.
  std::string wanted = typed;
  std::replace(wanted.begin(), wanted.end(), '-', '_');
  for (const Choice& choice : row.choices()) {
    if (choice.word == typed || choice.word == wanted) return std::string(choice.word);
    known += (known.empty() ? "" : ", ") + std::string(choice.word);
  }
  return bad(row, worded("one of {0}", known));
}

Result<std::int64_t> flag_of(const FieldRow& row, const std::string& typed) {
  if (typed == "yes" || typed == "true" || typed == "1") return 1;
  if (typed == "no" || typed == "false" || typed == "0") return 0;
  return bad(row, worded("yes or no"));
}

Result<Value> one_value(const FieldRow& row, const std::string& typed, const Known& known) {
  switch (row.type) {
    case FieldType::line:
    case FieldType::lines: {
      KITH_TRY(std::string text, text_of(row, typed, kMaxLineBytes, true));
      return Value(std::move(text));
    }
    case FieldType::text: {
      KITH_TRY(std::string text, text_of(row, typed, kMaxTextBytes, false));
      return Value(std::move(text));
    }
    case FieldType::number:
    case FieldType::numbers: {
      KITH_TRY(const std::int64_t number, number_of(row, typed));
      return Value(number);
    }
    case FieldType::date: {
      const auto date = model::parse_date(typed, known.today);
      if (!date) return bad(row, date.error().message);
      return Value(*date);
    }
    case FieldType::flag: {
      KITH_TRY(const std::int64_t flag, flag_of(row, typed));
      return Value(flag);
    }
    case FieldType::person:
    case FieldType::persons: {
      KITH_TRY(const RecordId id, known.person(typed));
      return Value(id);
    }
    case FieldType::term:
    case FieldType::terms: {
      KITH_TRY(std::string word, term_of(row, typed));
      return Value(std::move(word));
    }
    case FieldType::goal: {
      KITH_TRY(const RecordId id, known.goal(typed));
      return Value(id);
    }
    case FieldType::circle: {
      KITH_TRY(const RecordId id, known.circle(typed));
      return Value(id);
    }
  }
  return bad(row, worded("of a type that this version does not know"));
}

std::string typed_one(const FieldRow& row, const Value& value) {
  if (const auto* text = value.text()) return *text;
  if (const auto* date = value.date()) return model::format_date(*date);
  if (const auto* id = value.id()) return id->hex();
  if (const auto* number = value.integer()) {
    if (row.type == FieldType::flag) return *number != 0 ? "yes" : "no";
    return std::to_string(*number);
  }
  return {};
}

// The dates of one record that must stand in order.
struct Order {
  model::Kind kind;
  model::FieldNumber first;
  model::FieldNumber last;
};
constexpr Order kOrders[] = {
    {model::Kind::structure, model::structure::kFrom, model::structure::kTo},
    {model::Kind::phase_span, model::phase_span::kFrom, model::phase_span::kTo},
    {model::Kind::pause, model::pause::kFrom, model::pause::kUntil},
};

}  // namespace

Result<std::optional<Value>> value_of(const FieldRow& row, const std::vector<std::string>& typed, const Known& known) {
  std::vector<std::string> given;
  for (const std::string& one : typed) {
    if (!blank(one)) given.push_back(one);
  }
  if (given.empty()) {
    if (row.required) return bad(row, worded("this must not be empty"));
    return std::optional<Value>();
  }
  if (!is_many(row.type)) {
    if (given.size() > 1) return bad(row, worded("only one can be given"));
    KITH_TRY(Value value, one_value(row, given.front(), known));
    return std::optional(std::move(value));
  }
  if (given.size() > kMaxItems) return bad(row, worded("more than {0}", kMaxItems));
  model::List list;
  for (const std::string& one : given) {
    KITH_TRY(Value value, one_value(row, one, known));
    // Of numbers the place counts; of everything else one is enough.
    const bool again = std::find(list.begin(), list.end(), value) != list.end();
    if (row.type == FieldType::numbers || !again) list.push_back(std::move(value));
  }
  return std::optional(Value(std::move(list)));
}

std::vector<std::string> typed_of(const FieldRow& row, const Value& value) {
  std::vector<std::string> out;
  if (const auto* list = value.list()) {
    for (const Value& item : *list) out.push_back(typed_one(row, item));
  } else {
    out.push_back(typed_one(row, value));
  }
  return out;
}

Result<void> check(const FactKind& kind, const model::Record& record) {
  for (const FieldRow& row : kind.fields) {
    if (row.required && record.find(row.number) == nullptr) return bad(row, worded("this is missing"));
  }
  for (const Order& order : kOrders) {
    if (order.kind != kind.kind || record.find(order.first) == nullptr || record.find(order.last) == nullptr) continue;
    if (model::latest_minute(record.date(order.last)) < model::earliest_minute(record.date(order.first))) {
      return fail(Code::INVALID_ARGUMENT, "it ends before it begins");
    }
  }
  if (kind.kind == model::Kind::acquaintance &&
      record.ref(model::acquaintance::kPerson) == record.ref(model::acquaintance::kOther)) {
    return fail(Code::INVALID_ARGUMENT, "that is one person, not two");
  }
  if (kind.kind == model::Kind::turning_point && record.text(model::turning_point::kNote).empty()) {
    const auto point = network::turning_point_from_code(record.text(model::turning_point::kPoint));
    if (point && network::is_other(*point)) {
      return fail(Code::INVALID_ARGUMENT, "note: an event that is none of the fourteen needs your own words");
    }
  }
  if (kind.kind == model::Kind::tag_cadence &&
      record.integer(model::tag_cadence::kMaxDays) < record.integer(model::tag_cadence::kIdealDays)) {
    return fail(Code::INVALID_ARGUMENT, "max_days is less than ideal_days");
  }
  if (kind.kind == model::Kind::structure && record.find(model::structure::kLevels) != nullptr &&
      record.text(model::structure::kType) != "indirect_report") {
    return fail(Code::INVALID_ARGUMENT, "levels apart belong to an indirect report");
  }
  return {};
}

bool same_key(const FactKind& kind, const model::Record& a, const model::Record& b) {
  const auto key_of = [&kind](const model::Record& record) {
    std::vector<Value> out;
    for (const model::FieldNumber field : kind.key) {
      const Value* value = record.find(field);
      out.push_back(value == nullptr ? Value() : *value);
    }
    return out;
  };
  std::vector<Value> left = key_of(a);
  const std::vector<Value> right = key_of(b);
  if (left == right) return true;
  // Who knows whom has no direction.
  if (kind.kind != model::Kind::acquaintance) return false;
  std::swap(left.front(), left.back());
  return left == right;
}

}  // namespace kith::facts

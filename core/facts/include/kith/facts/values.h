#pragma once
// A field of the dictionary between what a person types and the value that is kept.
//
// Threads: pure functions.
// Errors:  INVALID_ARGUMENT with a sentence that names the field and what it may hold; NOT_FOUND and
//          AMBIGUOUS of a person; whatever `Known` answers.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kith/base/result.h"
#include "kith/facts/dictionary.h"

namespace kith::facts {

// What the dictionary has to ask the outside world.
struct Known {
  model::PartialDate today;
  std::function<Result<RecordId>(const std::string& query)> person;
  std::function<Result<RecordId>(const std::string& query)> goal;
  std::function<Result<RecordId>(const std::string& query)> circle;
};

// Nothing for an empty input, which clears the field.
Result<std::optional<model::Value>> value_of(const FieldRow& row, const std::vector<std::string>& typed,
                                             const Known& known);

// As it can be typed again: ids in full, terms by their words, yes and no.
std::vector<std::string> typed_of(const FieldRow& row, const model::Value& value);

// What no single field can tell: an end before its beginning, a person who knows himself, a field
// that must not be missing.
Result<void> check(const FactKind& kind, const model::Record& record);

// Whether both are the same but for what is noted about it: REQUIRES kind.key.
bool same_key(const FactKind& kind, const model::Record& a, const model::Record& b);

}  // namespace kith::facts

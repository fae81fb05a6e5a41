#pragma once
// Which person a few letters mean.
//
// Threads: pure functions.
// Errors:  INVALID_ARGUMENT nothing was asked for; NOT_FOUND; AMBIGUOUS, and the message lists
//          the names that match.

#include <string_view>
#include <vector>

#include "kith/base/result.h"
#include "kith/model/record.h"

namespace kith::model {

// `query` is an id, a whole name, the unique beginning of a name, or that of an id (kith/model/ids.h), alone or as
// messages have it, "Jonas Berg (29d61d13)"; case and accents do not count, unless they alone tell two people apart.
Result<Record> find_person(const std::vector<Record>& people, std::string_view query);

}  // namespace kith::model

#pragma once
// Records packed into one list of plain values, so that a record can hold what others were: in the
// bin, in a snapshot, beside a merge. A list may hold no lists, so it is flat:
//
//   kind, id, number of fields, then for each field: its number, how many values follow (-1: the
//   field is one value and no list), those values.
//
// Threads: pure functions.
// Errors:  MALFORMED for a list that is not of this shape.

#include <vector>

#include "kith/base/result.h"
#include "kith/model/record.h"

namespace kith::facts {

model::List pack(const std::vector<model::Record>& records);
Result<std::vector<model::Record>> unpack(const model::List& packed);

}  // namespace kith::facts

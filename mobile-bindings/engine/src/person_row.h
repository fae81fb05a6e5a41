#pragma once
// A person's record as a face sees it.

#include "kith/api/v1/api.pb.h"
#include "kith/model/record.h"

namespace kith::engine {

void fill_person(const model::Record& record, kith::api::v1::Person* out);

}  // namespace kith::engine

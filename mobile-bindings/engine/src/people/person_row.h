#pragma once
// A person's record as a face sees it.

#include "kith/api/v1/api.pb.h"
#include "kith/model/record.h"

namespace kith::engine {

// Empty where there is none.
std::string person_name(const std::map<model::FieldNumber, model::Value>& fields);

void fill_person(const model::Record& record, kith::api::v1::Person* out);

}  // namespace kith::engine

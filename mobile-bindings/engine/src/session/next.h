#pragma once
// Next steps as messages.
//
// Threads: pure functions.

#include <google/protobuf/repeated_ptr_field.h>

#include "kith/api/v1/api.pb.h"
#include "kith/base/step.h"

namespace kith::engine {

inline void add_next(const Next& step, google::protobuf::RepeatedPtrField<kith::api::v1::Next>* out) {
  kith::api::v1::Next* row = out->Add();
  row->set_step(static_cast<kith::api::v1::Next::Step>(step.step));
  for (const std::string& value : step.values) row->add_values(value);
}

}  // namespace kith::engine

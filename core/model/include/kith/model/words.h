#pragma once
// Every text in a record, in lists too: what searching looks through.
//
// Threads: pure.

#include <string_view>

#include "kith/model/record.h"

namespace kith::model {

// Calls visit(std::string_view) once a text, in the order of the fields.
template <typename Visit>
void for_each_text(const Record& record, Visit visit) {
  for (const auto& [field, value] : record.fields) {
    if (value.text() != nullptr) visit(std::string_view(*value.text()));
    if (value.list() == nullptr) continue;
    for (const Value& item : *value.list()) {
      if (item.text() != nullptr) visit(std::string_view(*item.text()));
    }
  }
}

}  // namespace kith::model

#pragma once
// A single field of a record as a person reads it: its name and its value.

#include <string>
#include <string_view>

#include "session/people.h"
#include "session/session.h"

namespace kith::engine {

std::string_view kind_name(model::Kind kind);
// "text", "state", ...; "field 17" for one of a newer version.
std::string field_name(model::Kind kind, model::FieldNumber field);
// The first thing that a person would know the record by.
std::string known_by(const People& people, const model::Record& record);
// Texts as they are, dates as written, ids by name, lists with commas.
std::string shown_value(const People& people, const model::Value& value);

}  // namespace kith::engine

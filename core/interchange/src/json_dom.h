#pragma once
// JSON of strangers, read with bounds: depth, and each key of an object once.
//
// Threads: pure functions.
// Units:   positions in bytes from 1, with their line.
// Errors:  MALFORMED with the position; TOO_LARGE for what is nested too deeply.

#include <nlohmann/json.hpp>
#include <string_view>

#include "kith/base/result.h"

namespace kith::interchange {

using Json = nlohmann::json;

Result<Json> parse_json(std::string_view text, std::size_t depth_most);

// The member of an object, or null for all else.
const Json& member(const Json& object, std::string_view key);

// A text as it is, a number or a truth as written, null as nothing, all else as JSON.
std::string plain(const Json& value);

}  // namespace kith::interchange

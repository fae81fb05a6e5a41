#pragma once
// What kith-relayctl reads and says: lengths of time, and the replies as lines or as JSON.
//
// Threads: pure functions.
// Units:   milliseconds.
// Errors:  INVALID_ARGUMENT for a length of time that is none.

#include <string>

#include "kith/base/result.h"
#include "kith/relay/control/v1/control.pb.h"

namespace kith::relay {

// 90s, 30m, 12h, 30d.
Result<std::int64_t> milliseconds_of(const std::string& text);

std::string lines_of(const control::v1::ListTokensReply& reply);
std::string json_of(const control::v1::ListTokensReply& reply);
std::string lines_of(const control::v1::StatusReply& reply);
std::string json_of(const control::v1::StatusReply& reply);

}  // namespace kith::relay

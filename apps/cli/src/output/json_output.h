#pragma once
// Any message of kith/api/v1 as one JSON object, by the description of the messages that is
// built into this program. No message needs code of its own.

#include <google/protobuf/message_lite.h>

#include <string>

#include "kith/base/result.h"

namespace kith::cli {

// The message that JSON text holds. MALFORMED, with what is wrong.
Result<void> parse_json(const std::string& text, google::protobuf::MessageLite* out);
template <typename Message>
Result<Message> from_json(const std::string& text) {
  Message out;
  KITH_CHECK(parse_json(text, &out));
  return out;
}

std::string to_json(const google::protobuf::MessageLite& message);
void print_json(const google::protobuf::MessageLite& message);
// {"error":{"code":"...","message":"..."}}
void print_json_error(const Error& error);

}  // namespace kith::cli

#pragma once
// What a person typed, checked: everything here gives INVALID_ARGUMENT with a sentence that
// says what is wrong, before anything is written.

#include <google/protobuf/repeated_ptr_field.h>

#include <optional>
#include <string>
#include <string_view>

#include "kith/model/record.h"
#include "session/session.h"

namespace kith::engine {

inline constexpr std::size_t kMaxNameBytes = 512;
inline constexpr std::size_t kMaxOwnNameBytes = 200;  // as protocol::kMaxNameBytes
inline constexpr std::size_t kMaxTextBytes = 64 * 1024;
inline constexpr int kMaxListItems = 100;

using Texts = google::protobuf::RepeatedPtrField<std::string>;

// One line, not empty, at most kMaxNameBytes. `what` names it in the message.
Result<std::string> name_input(std::string_view text, Literal<0> what);
// My own name: as name_input, and short enough for an invitation to carry it.
Result<std::string> own_name_input(std::string_view text);
// As name_input, but may be empty.
Result<std::string> line_input(std::string_view text, Literal<0> what);
// Any text, not empty, at most kMaxTextBytes.
Result<std::string> text_input(std::string_view text, Literal<0> what);
Result<std::string> free_input(std::string_view text, Literal<0> what);
Result<model::List> lines_input(const Texts& texts, Literal<0> what);

Result<model::PartialDate> date_input(const Session& session, std::string_view text, Literal<0> what);
// The same, or --MM-DD where the year is not known.
Result<model::PartialDate> birthday_input(const Session& session, std::string_view text);
Result<std::string> choice_input(std::string_view text, std::initializer_list<std::string_view> choices,
                                 Literal<0> what);
// The persons named, each once, in the order given; at least one.
Result<model::List> persons_input(Session& session, const Texts& names);
Result<model::List> functions_input(const Texts& marks);

// A date field as text; empty when it is not set.
std::string shown_date(const model::Record& record, model::FieldNumber field);

}  // namespace kith::engine

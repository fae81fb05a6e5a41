#pragma once
// What is probably a slip of the hand. Each gives a sentence about it, or nothing. None of it is wrong for sure, so a
// person may keep it.
//
// Threads: pure functions.

#include <optional>
#include <string>
#include <vector>

#include "frame/context.h"

namespace kith::cli {

std::optional<std::string> doubt_about_email(const std::string& text);  // no @
std::optional<std::string> doubt_about_phone(const std::string& text);  // no digit
// `date` as it was typed: YYYY, YYYY-MM or YYYY-MM-DD; `what` for "born", "since". `today`: YYYY-MM-DD.
std::optional<std::string> doubt_about_date(const std::string& what, const std::string& date, const std::string& today);

// Today by this device's clock, YYYY-MM-DD.
std::string today_text();

// Asks about all of them in turn, until one is not meant. See terminal/question.h.
Result<void> confirm_doubts(Context& context, const std::vector<std::optional<std::string>>& doubts, bool as_it_is);
// --as-it-is
void add_as_it_is(CLI::App& sub, bool& as_it_is);

}  // namespace kith::cli
